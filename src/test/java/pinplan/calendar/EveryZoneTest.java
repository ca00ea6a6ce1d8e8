package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.PlannedTime;

/** In every zone that there is, around every clock change of the next three years: what people see stays what they chose. */
class EveryZoneTest {
    private static final Instant NOW = Instant.now();
    private static final Instant LAST = NOW.plus(Duration.ofDays(3 * 366));

    static Stream<ZoneId> zones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream().map(ZoneId::of).filter(zone -> !transitions(zone).isEmpty());
    }

    private static List<ZoneOffsetTransition> transitions(ZoneId zone) {
        List<ZoneOffsetTransition> all = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(NOW);
        while (next != null && next.getInstant().isBefore(LAST)) {
            all.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("zones")
    void theWallTimeIsKeptAndTheOrderToo(ZoneId zone) {
        for (ZoneOffsetTransition change : transitions(zone)) {
            LocalDateTime begin =
                    change.getDateTimeBefore().toLocalDate().minusDays(1).atStartOfDay();
            Instant before = Instant.MIN;
            for (LocalDateTime at = begin; at.isBefore(begin.plusDays(4)); at = at.plusMinutes(15)) {
                PlannedTime planned = new PlannedTime(at, zone);
                assertThat(planned.local()).isEqualTo(at);
                LocalDateTime shown = LocalDateTime.ofInstant(planned.instant(), zone);
                boolean skipped = change.isGap()
                        && !at.isBefore(change.getDateTimeBefore())
                        && at.isBefore(change.getDateTimeAfter());
                assertThat(shown).isEqualTo(skipped ? at.plus(change.getDuration()) : at);
                boolean doubled = change.isOverlap()
                        && !at.isBefore(change.getDateTimeAfter())
                        && at.isBefore(change.getDateTimeBefore());
                assertThat(planned.clockChange() != null).isEqualTo(skipped || doubled);
                if (doubled) {
                    assertThat(planned.instant()).isBefore(change.getInstant());
                }
                // Nothing that is later on the wall comes earlier, but for what was skipped and what it is moved onto.
                if (!skipped) {
                    assertThat(planned.instant()).isAfterOrEqualTo(before);
                    before = planned.instant();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void aMoveByDaysThroughTheChangeAndBackIsNoMove(ZoneId zone) {
        for (ZoneOffsetTransition change : transitions(zone)) {
            LocalDateTime day =
                    change.getDateTimeBefore().toLocalDate().minusDays(1).atStartOfDay();
            for (int quarter = 0; quarter < 96; quarter++) {
                LocalDateTime at = day.plusMinutes(15L * quarter);
                PlannedTime there = new PlannedTime(at.plusDays(1), zone);
                PlannedTime back = new PlannedTime(there.local().minusDays(1), zone);
                assertThat(back).isEqualTo(new PlannedTime(at, zone));
                assertThat(there.local().toLocalTime()).isEqualTo(at.toLocalTime());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void daysAreTheZonesAndLeaveNoHole(ZoneId zone) {
        for (ZoneOffsetTransition change : transitions(zone)) {
            LocalDate first = change.getDateTimeBefore().toLocalDate().minusDays(2);
            for (LocalDate on = first; on.isBefore(first.plusDays(5)); on = on.plusDays(1)) {
                Span day = Span.day(on, zone);
                assertThat(day.end()).isEqualTo(Span.day(on.plusDays(1), zone).begin());
                assertThat(LocalDate.ofInstant(day.begin(), zone)).isEqualTo(on);
                assertThat(LocalDate.ofInstant(day.end().minusSeconds(1), zone)).isEqualTo(on);
                for (int quarter = 0; quarter < 96; quarter++) {
                    PlannedTime planned = new PlannedTime(on.atStartOfDay().plusMinutes(15L * quarter), zone);
                    LocalDate shown = LocalDate.ofInstant(planned.instant(), zone);
                    boolean inside = !planned.instant().isBefore(day.begin())
                            && planned.instant().isBefore(day.end());
                    assertThat(inside).isEqualTo(shown.equals(on));
                }
            }
        }
    }
}
