package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static String relative(String at, String now) {
        return Formats.relative(
                LocalDateTime.parse(at).atZone(ZONE).toInstant(),
                LocalDateTime.parse(now).atZone(ZONE).toInstant(),
                ZONE);
    }

    @Test
    void daysAreThoseOfTheCalendar() {
        assertThat(relative("2027-03-09T11:00", "2027-03-08T10:00")).isEqualTo("in 1 day");
        assertThat(relative("2027-03-10T08:00", "2027-03-08T10:00")).isEqualTo("in 2 days");
        assertThat(relative("2027-03-11T08:00", "2027-03-08T10:00")).isEqualTo("in 3 days");
        assertThat(relative("2027-03-05T12:00", "2027-03-08T10:00")).isEqualTo("3 days ago");
    }

    @Test
    void whatIsNearerIsToldByTheClock() {
        assertThat(relative("2027-03-08T10:00:30", "2027-03-08T10:00")).isEqualTo("now");
        assertThat(relative("2027-03-08T09:15", "2027-03-08T10:00")).isEqualTo("45 minutes ago");
        assertThat(relative("2027-03-09T08:00", "2027-03-08T10:00")).isEqualTo("in 22 hours");
        // The clocks go back: this day has 25 hours.
        assertThat(relative("2027-10-31T23:30", "2027-10-31T00:00")).isEqualTo("in 24 hours");
    }
}
