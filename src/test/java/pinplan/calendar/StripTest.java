package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StripTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

    private static Bar bar(Bar.Kind kind, String name, int begins, int from, int until) {
        return new Bar(
                kind,
                name,
                "c-none",
                "/" + name,
                MONDAY.plusDays(begins),
                MONDAY.plusDays(from),
                MONDAY.plusDays(until));
    }

    private static Bar campaign(String name, int from, int until) {
        return bar(Bar.Kind.CAMPAIGN, name, from, from, until);
    }

    private static Strip week(int lanes, Bar... bars) {
        return Strip.of(MONDAY.datesUntil(MONDAY.plusDays(7)).toList(), List.of(bars), lanes, new HashSet<>());
    }

    private static List<String> said(Strip strip) {
        return strip.parts().stream()
                .map(part -> "%s %d-%d lane %d%s%s%s%s"
                        .formatted(
                                part.bar().name(),
                                part.first(),
                                part.last(),
                                part.lane(),
                                part.lead() ? " lead" : "",
                                part.before() ? " before" : "",
                                part.after() ? " after" : "",
                                part.mute() ? " mute" : ""))
                .toList();
    }

    @Test
    void whatTouchesTheDaysIsCutAtTheirEdges() {
        assertThat(said(week(
                        9,
                        campaign("over", -3, 9),
                        campaign("within", 1, 3),
                        campaign("begins", 5, 7),
                        campaign("ends", -9, 0),
                        campaign("was", -5, -1),
                        campaign("comes", 7, 9))))
                .containsExactly(
                        "ends 1-1 lane 1 before",
                        "over 1-7 lane 2 before after",
                        "within 2-4 lane 1",
                        "begins 6-7 lane 1 after");
    }

    @Test
    void whatHasNoEndGoesOnForEver() {
        Bar open = new Bar(Bar.Kind.CAMPAIGN, "open", "", "", LocalDate.MIN, LocalDate.MIN, LocalDate.MAX);
        assertThat(said(week(3, open))).containsExactly("open 1-7 lane 1 before after");
    }

    @Test
    void theNameStandsInTheWiderPieceOfAMoment() {
        assertThat(said(week(3, bar(Bar.Kind.MOMENT, "far", -2, 4, 4))))
                .containsExactly("far 1-4 lane 1 lead before", "far 5-5 lane 1 mute");
        assertThat(said(week(3, bar(Bar.Kind.MOMENT, "soon", 0, 1, 9))))
                .containsExactly("soon 1-1 lane 1 lead mute", "soon 2-7 lane 1 after");
        assertThat(said(week(3, bar(Bar.Kind.MOMENT, "next", 3, 8, 8)))).containsExactly("next 4-7 lane 1 lead after");
        assertThat(said(week(3, bar(Bar.Kind.MOMENT, "led", -5, 0, 0)))).containsExactly("led 1-1 lane 1 before");
    }

    @Test
    void whereThereIsNoRoomMomentsAndNotesComeFirstAndTheRestIsCounted() {
        assertThat(said(week(
                        3,
                        bar(Bar.Kind.MOMENT, "m", 0, 0, 6),
                        bar(Bar.Kind.NOTE, "n", 0, 0, 5),
                        bar(Bar.Kind.NOTE, "o", 0, 0, 4),
                        bar(Bar.Kind.NOTE, "p", 0, 0, 3),
                        campaign("c", 3, 3))))
                .containsExactly("m 1-7 lane 1", "n 1-6 lane 2", "c 4-4 lane 3");
        Strip strip = week(
                3,
                campaign("a", -9, 20),
                campaign("b", -8, 20),
                campaign("c", -7, 20),
                bar(Bar.Kind.NOTE, "note", 3, 3, 4),
                bar(Bar.Kind.MOMENT, "moment", 4, 4, 4));
        assertThat(said(strip)).containsExactly("a 1-7 lane 1 before after", "note 4-5 lane 2", "moment 5-5 lane 3");
        assertThat(strip.more()).isEqualTo(2);
    }

    @Test
    void aSingleOneMoreStandsWhereItWouldBeCounted() {
        Strip strip =
                week(3, campaign("a", -9, 20), campaign("b", -8, 20), campaign("c", -7, 20), campaign("d", -6, 20));
        assertThat(strip.parts()).extracting(Part::lane).containsExactly(1, 2, 3, 4);
        assertThat(strip.more()).isZero();
    }

    @Test
    void neverMoreLanesThanThereAre() {
        Bar[] bars = Stream.iterate(0, i -> i < 40, i -> i + 1)
                .map(i -> bar(
                        Bar.Kind.values()[i % 3], "n" + i, (i * 5) % 11 - 4, (i * 5) % 11 - 3, (i * 5) % 11 + i % 4))
                .toArray(Bar[]::new);
        Strip strip = week(3, bars);
        assertThat(strip.parts()).allMatch(part -> part.lane() >= 1 && part.lane() <= 3);
        Set<String> taken = new HashSet<>();
        strip.parts().forEach(part -> {
            for (int column = part.first(); column <= part.last(); column++) {
                assertThat(taken.add(part.lane() + "/" + column)).isTrue();
            }
        });
    }

    @Test
    void eachNameIsSaidOnceOnAPage() {
        LocalDate sunday = MONDAY.minusDays(1);
        Span month = new Span(sunday, sunday.plusWeeks(4), java.time.ZoneOffset.UTC);
        Strips strips = Strips.of(month, List.of(bar(Bar.Kind.MOMENT, "far", -2, 17, 18), campaign("long", -9, 99)));
        assertThat(strips.rows()).hasSize(4).allMatch(strip -> strip.columns() == 7);
        assertThat(strips.rows().stream()
                        .flatMap(strip -> strip.parts().stream())
                        .filter(Part::said)
                        .map(part -> part.bar().words()))
                .containsExactly("campaign, 27 February – 15 June", "moment, 25–26 March, lead window from 6 March");
        assertThat(strips.above(sunday.plusWeeks(2)).first()).isEqualTo(sunday.plusWeeks(2));
    }
}
