package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void everyMomentOfEveryZoneIsInTheHourThatItsClocksShow() {
        List<String> wrong = new ArrayList<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            Instant at = FROM;
            do {
                wrong.addAll(wrong(Span.week(LocalDate.ofInstant(at, zone), zone)));
                ZoneOffsetTransition next = zone.getRules().nextTransition(at);
                at = next == null ? UNTIL : next.getInstant();
            } while (at.isBefore(UNTIL));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(Span span) {
        List<String> wrong = new ArrayList<>();
        Cells hours = Cells.ofHours(span);
        int bucket = -1;
        for (Instant at = span.begin(); at.isBefore(span.end()); at = at.plusSeconds(900)) {
            while (bucket + 1 < hours.begins().size()
                    && !hours.begins().get(bucket + 1).isAfter(at)) {
                bucket++;
            }
            ZonedDateTime here = at.atZone(span.zone());
            if (hours.cells().get(bucket) != Cells.cell(span, here.toLocalDate(), here.getHour())) {
                wrong.add(here.toString());
            }
        }
        List<ClockShift> shifts = ClockShift.in(span);
        Set<Integer> cells = new HashSet<>(hours.cells());
        for (LocalDate on : span.days()) {
            for (int hour = 0; hour < 24; hour++) {
                boolean there = cells.contains(Cells.cell(span, on, hour));
                int sought = hour;
                if (there == shifts.stream().anyMatch(shift -> shift.takes(on, sought))) {
                    wrong.add(span.zone() + " " + on + " " + hour + (there ? " is there" : " is missing"));
                }
            }
        }
        return wrong;
    }

    /** Until 2011 Newfoundland's clocks went back at one minute past midnight, into the day before. */
    @Test
    void clocksThatGoBackOverMidnightLoseNothing() {
        Span span = Span.day(LocalDate.of(2010, 11, 7), ZoneId.of("America/St_Johns"));
        Cells hours = Cells.ofHours(span);
        assertThat(hours.begins()).isSorted().doesNotHaveDuplicates().startsWith(span.begin());
        assertThat(new HashSet<>(hours.cells())).hasSize(24);
        assertThat(hours.cells()).allMatch(cell -> cell >= 0 && cell < 24);
    }

    @ParameterizedTest
    @CsvSource({"14:00, 14:15", "14:14, 14:15", "14:29, 14:30", "14:45, ", "14:59, "})
    void theRunningHourBeginsAtItsNextQuarter(LocalTime now, LocalTime at) {
        LocalDate on = LocalDate.of(2027, 3, 11);
        var clock = on.atTime(now);
        assertThat(HourCell.of(on, 14, List.of(), 0, List.of(), clock).at()).isEqualTo(at);
        assertThat(HourCell.of(on, 13, List.of(), 0, List.of(), clock).at()).isNull();
        assertThat(HourCell.of(on, 15, List.of(), 0, List.of(), clock).at()).isEqualTo(LocalTime.of(15, 0));
    }
}
