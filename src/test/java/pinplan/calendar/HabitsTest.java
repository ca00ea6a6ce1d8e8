package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** Each member's own week, clock and place. */
@QuarkusTest
class HabitsTest {
    @Inject
    Clocks clocks;

    private final People people = People.fresh();
    private final Planned planned = new Planned(people);

    @BeforeEach
    void inMarch() {
        clocks.shift(Duration.between(Kitchen.now(), Instant.parse("2027-03-10T08:00:00Z")));
    }

    @AfterEach
    void now() {
        clocks.reset();
    }

    private Pages viewer(String weekBegins, String clock, String place) {
        Pages viewer = people.as(Role.VIEWER);
        Page saved = viewer.get("/settings")
                .form("Save your calendar")
                .choose("Week begins on", weekBegins)
                .choose("Clock", clock)
                .choose("Where you are", place)
                .submit();
        assertThat(saved.says("Your calendar is saved.")).isTrue();
        return viewer;
    }

    @ParameterizedTest
    @CsvSource({
        "Monday, 2027-03-01, 2027-04-04, Mon, 8–14 March 2027",
        "Sunday, 2027-02-28, 2027-04-03, Sun, 7–13 March 2027",
        "Saturday, 2027-02-27, 2027-04-02, Sat, 6–12 March 2027"
    })
    void theWeekBeginsWhereTheViewerSaysSo(String day, String first, String last, String head, String week) {
        Pages viewer = viewer(day, "24 hours: 15:30", "Same as the workspace");
        Page month = viewer.get("/calendar?view=month&on=2027-03-10");
        assertThat(month.document.select(".weekdays span").eachText().get(0)).isEqualTo(head);
        var days = month.document.select(".day[data-day]").eachAttr("data-day");
        assertThat(days.get(0)).isEqualTo(first);
        assertThat(days.get(days.size() - 1)).isEqualTo(last);
        Page hours = viewer.get("/calendar?view=week&on=2027-03-10");
        assertThat(hours.heading()).isEqualTo(week);
        assertThat(hours.document.select(".hours-day")).hasSize(7);
        assertThat(people.as(Role.CREATOR)
                        .get("/calendar?view=week&on=2027-03-10")
                        .heading())
                .isEqualTo("8–14 March 2027");
    }

    @Test
    void theClockIsTheViewersEverywhere() {
        long pin = planned.pin("Lemon tart", "2027-03-11T15:15");
        Pages viewer = viewer("Monday", "12 hours: 3:30 PM", "Same as the workspace");
        assertThat(viewer.get("/calendar?view=month&on=2027-03-10")
                        .document
                        .select(".chip-time")
                        .text())
                .isEqualTo("3:15 PM");
        Page week = viewer.get("/calendar?view=week&on=2027-03-10");
        assertThat(week.document.select(".hour-name").eachText()).contains("8 AM", "3 PM");
        assertThat(week.document.select("details.fold summary").text()).contains("12–6 AM");
        assertThat(viewer.get("/calendar?view=list&on=2027-03-10")
                        .document
                        .select("td time")
                        .text())
                .matches("Thu 11 March( 2027)?, 3:15 PM");
        assertThat(viewer.get("/pins/" + pin).says("3:15 PM")).isTrue();
        assertThat(viewer.get("/changes").document.select("body").attr("data-clock"))
                .isEqualTo("12");
        assertThat(people.as(Role.CREATOR)
                        .get("/calendar?view=list&on=2027-03-10")
                        .document
                        .select("td time")
                        .text())
                .matches("Thu 11 March( 2027)?, 15:15");
    }

    /** Of the same pin, one after the other. */
    @Test
    void nobodyIsToldTheTimeOfWhoLookedBefore() {
        planned.pin("Lemon tart", "2027-03-11T19:15");
        assertThat(told(people.as(Role.CREATOR))).isEqualTo("19:15");
        assertThat(told(viewer("Monday", "12 hours: 3:30 PM", "Same as the workspace")))
                .isEqualTo("7:15 PM");
        assertThat(told(viewer("Monday", "24 hours: 15:30", "Asia/Tokyo")))
                .isEqualTo("19:15Fri 12 March, 03:15 for you (Asia/Tokyo)");
        assertThat(told(viewer("Monday", "12 hours: 3:30 PM", "Asia/Tokyo")))
                .isEqualTo("7:15 PMFri 12 March, 3:15 AM for you (Asia/Tokyo)");
        assertThat(told(people.as(Role.CREATOR))).isEqualTo("19:15");
    }

    private static String told(Pages looking) {
        Element chip =
                looking.get("/calendar?view=month&on=2027-03-10").document.selectFirst(".chip");
        return chip.selectFirst(".chip-time").text() + chip.attr("data-yours");
    }

    @Test
    void whoIsElsewhereIsToldTheirTimeToo() {
        long pin = planned.pin("Lemon tart", "2027-03-11T19:15");
        Pages viewer = viewer("Monday", "24 hours: 15:30", "Asia/Tokyo");
        String yours = "Fri 12 March, 03:15 for you (Asia/Tokyo)";
        assertThat(viewer.get("/calendar?view=month&on=2027-03-10")
                        .document
                        .select(".chip")
                        .attr("data-yours"))
                .isEqualTo(yours);
        assertThat(viewer.get("/pins/" + pin).says(yours)).isTrue();
        assertThat(viewer.get("/calendar?view=list&on=2027-03-10").says(yours)).isTrue();
        // Another zone whose clocks read the same says nothing new.
        Pages neighbour = viewer("Monday", "24 hours: 15:30", "Europe/Paris");
        assertThat(neighbour.get("/pins/" + pin).says("for you")).isFalse();
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        Page refused = people.as(Role.VIEWER)
                .get("/settings")
                .form("Save your calendar")
                .set("weekBegins", "WEDNESDAY")
                .set("clock", "13")
                .set("place", "Mars/Olympus")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Week begins on")).contains("Choose");
        assertThat(refused.error("Clock")).contains("Choose");
        assertThat(refused.error("Where you are")).contains("Choose");
    }
}
