package pinplan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When a mail goes out. */
class PaceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant due(Pace pace, String first) {
        return pace.due(Instant.parse(first), BERLIN);
    }

    @Test
    void isAtOnceOrFiveMinutesAfterTheFirst() {
        assertThat(due(Pace.NOW, "2027-03-11T09:00:00Z")).isEqualTo("2027-03-11T09:00:00Z");
        assertThat(due(Pace.BATCHED, "2027-03-11T09:00:00Z")).isEqualTo("2027-03-11T09:05:00Z");
    }

    @Test
    void isTheNextMorningWhereTheMemberIs() {
        assertThat(due(Pace.DIGEST, "2027-03-11T06:59:59Z")).isEqualTo("2027-03-11T07:00:00Z");
        assertThat(due(Pace.DIGEST, "2027-03-11T07:00:00Z")).isEqualTo("2027-03-12T07:00:00Z");
        assertThat(due(Pace.DIGEST, "2027-03-11T23:30:00Z")).isEqualTo("2027-03-12T07:00:00Z");
    }

    /** The clocks go forward in the night to the 28th: eight in the morning is an hour earlier. */
    @Test
    void isAtEightByTheClockAlsoWhenThatChanges() {
        assertThat(due(Pace.DIGEST, "2027-03-27T08:00:00Z")).isEqualTo("2027-03-28T06:00:00Z");
    }

    @Test
    void isNeverForWhoWantsNone() {
        assertThat(due(Pace.OFF, "2027-03-11T09:00:00Z")).isEqualTo(Instant.MAX);
    }
}
