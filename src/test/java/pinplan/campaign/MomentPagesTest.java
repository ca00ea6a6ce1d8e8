package pinplan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.calendar.Planned;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

@QuarkusTest
class MomentPagesTest {
    private static final String WEEK = "/calendar?view=week&on=2027-03-28&q=cake";

    @Inject
    Clocks clocks;

    private final People people = People.fresh();
    private final Pages creator = people.as(Role.CREATOR);

    @AfterEach
    void now() {
        clocks.reset();
    }

    private static Form easter(Pages pages) {
        return pages.get("/moments/new?on=2027-03-28")
                .form("Add to the calendar")
                .set("back", WEEK)
                .fill("Name", "Easter")
                .fill("Until", "2027-03-29")
                .fill("Lead window in days", "14")
                .check("Amber")
                .fill("Text", "Everybody bakes\nlamb cakes");
    }

    private String path(String name) {
        return people.as(Role.VIEWER)
                .get("/calendar?view=month&on=2027-03-28")
                .document
                .select(".strip:contains(" + name + ")")
                .attr("href");
    }

    @Test
    void aMomentIsAddedChangedAndDeletedAndLeadsBackToTheView() {
        Page calendar = easter(creator).submit();
        assertThat(calendar.path).isEqualTo(WEEK);
        assertThat(calendar.says("“Easter” is in the calendar.")).isTrue();
        assertThat(calendar.document.select(".strip.moment.c-amber").text()).contains("28–29 March");

        Page form = creator.get(path("Easter"));
        assertThat(form.value("From")).isEqualTo("2027-03-28");
        assertThat(form.value("Lead window in days")).isEqualTo("14");
        assertThat(form.value("Text")).isEqualTo("Everybody bakes\nlamb cakes");
        Page after = form.form("Save")
                .set("back", WEEK)
                .fill("Name", "Easter Sunday")
                .submit();
        assertThat(after.path).isEqualTo(WEEK);
        assertThat(after.document.select(".strip").text()).contains("Easter Sunday");

        Page asked = creator.get(path("Easter Sunday")).form("Delete").submit();
        assertThat(asked.heading()).isEqualTo("Delete Easter Sunday?");
        Page gone = asked.form("Delete").set("back", WEEK).submit();
        assertThat(gone.path).isEqualTo(WEEK);
        assertThat(gone.says("“Easter Sunday” is gone.")).isTrue();
        assertThat(gone.document.select(".strip")).isEmpty();
    }

    @Test
    void whatWasDeletedMeanwhileLosesNothingThatIsTyped() {
        easter(creator).submit();
        String path = path("Easter");
        Page mine = creator.get(path);
        people.as(Role.ADMIN).sending().post(path + "/delete");
        Page again = mine.form("Save")
                .set("back", WEEK)
                .fill("Text", "Hot cross buns")
                .submit();
        assertThat(again.status).isEqualTo(409);
        assertThat(again.says("Somebody deleted this moment while you were writing. Saving adds it anew."))
                .isTrue();
        assertThat(again.value("Text")).isEqualTo("Hot cross buns");
        Page added = again.form("Add to the calendar").submit();
        assertThat(added.path).isEqualTo(WEEK);
        assertThat(added.document.select(".strip").text()).contains("Easter");
        assertThat(creator.get(path).status).isEqualTo(404);
    }

    /** The last of November stands in December's first week too, and is not what one looks at there. */
    @Test
    void aNoteBeginsInTheMonthThatIsLookedAt() {
        clocks.shift(Duration.between(Kitchen.now(), Instant.parse("2026-11-30T12:00:00Z")));
        Pages now = people.as(Role.CREATOR);
        assertThat(note(now, "view=month&on=2026-12-01")).isEqualTo("2026-12-01");
        assertThat(note(now, "view=month&on=2026-11-01")).isEqualTo("2026-11-30");
        assertThat(note(now, "view=week&on=2026-12-01")).isEqualTo("2026-11-30");
    }

    private static String note(Pages who, String view) {
        return who.get("/calendar?" + view).follow("Add a note or moment").value("From");
    }

    @Test
    void aNoteNeedsOnlyItsDayAndItsName() {
        creator.get("/calendar?view=day&on=2027-03-11")
                .follow("Add a note or moment")
                .form("Add to the calendar")
                .check("Note")
                .fill("Name", "Studio closed")
                .fill("Lead window in days", "9")
                .submit();
        Page note = people.as(Role.VIEWER).get(path("Studio"));
        assertThat(note.heading()).isEqualTo("Studio closed");
        assertThat(note.document.select(".facts").text()).isEqualTo("Kind Note Dates Thu 11 March 2027");
    }

    @Test
    void theFormKnowsTheViewThatOneComesFrom() {
        Response answer =
                creator.sending().header("Referer", "http://localhost" + WEEK).get("/moments/new");
        assertThat(answer.asString()).contains("name=\"back\" value=\"" + WEEK.replace("&", "&amp;") + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/calendar",
                "/settings",
                "/calendar/views",
                "x y"
            })
    void whateverIsSaidItLeadsBackToTheCalendar(String back) {
        Page calendar = easter(creator).set("back", back).submit();
        assertThat(calendar.path).isEqualTo("/calendar");
    }

    @ParameterizedTest
    @CsvSource({
        "Name, '', Give it a name.",
        "From, '', Choose its day.",
        "From, tomorrow, This is no date. Write it as 2027-03-11.",
        "Until, 2027-03-27, It ends before it begins.",
        "Until, 9999-01-01, This is no date. Write it as 2027-03-11.",
        "Lead window in days, 366, Type a whole number from 0 to 365.",
        "Lead window in days, many, Type a whole number from 0 to 365.",
    })
    void whatIsWrongIsSaidBesideItsField(String field, String typed, String sentence) {
        Page page = easter(creator).fill(field, typed).submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error(field)).isEqualTo(sentence);
        assertThat(page.value(field)).isEqualTo(typed);
        assertThat(page.value("Text")).isEqualTo("Everybody bakes\nlamb cakes");
        assertThat(page.document.select("[name=back]").attr("value")).isEqualTo(WEEK);
    }

    @Test
    void tooLongIsRefusedWithTheCount() {
        Page page = easter(creator)
                .fill("Name", "🍋".repeat(101))
                .fill("Text", "y".repeat(1001))
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Name")).isEqualTo("Use at most 100 characters; this has 101.");
        assertThat(page.error("Text")).isEqualTo("Use at most 1000 characters; this has 1001.");
        assertThat(easter(creator).fill("Name", "🍋".repeat(100)).submit().status)
                .isEqualTo(200);
    }

    @Test
    void whatNoFormSendsIsRefusedToo() {
        Page page = easter(creator).set("kind", "FEAST").set("colour", "PINK").submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.text()).contains("Choose what it is.", "Choose one of these colours, or none.");
    }

    @Test
    void aStaleFormKeepsWhatWasTypedAndSaysWhatDiffers() {
        easter(creator).submit();
        String path = path("Easter");
        Page mine = creator.get(path);
        creator.get(path).form("Save").fill("Until", "2027-03-30").submit();
        Page clash = mine.form("Save").fill("Name", "Mine").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.value("Name")).isEqualTo("Mine");
        assertThat(clash.text()).contains("Name: it is now “Easter”.", "Until: it is now “2027-03-30”.");
        assertThat(clash.form("Save").submit().status).isEqualTo(200);
        assertThat(path("Mine")).isEqualTo(path);
    }

    @Test
    void aViewerSeesAndChangesNothing() {
        easter(creator).submit();
        String path = path("Easter");
        Pages viewer = people.as(Role.VIEWER);
        Page page = viewer.get(path);
        assertThat(page.says("Lead window from Sun 14 March 2027")).isTrue();
        assertThat(page.document.select("main form")).isEmpty();
        assertThat(viewer.get("/calendar").says("Add a note or moment")).isFalse();
        assertThat(viewer.get("/moments/new").status).isEqualTo(403);
        assertThat(viewer.get(path + "/delete").status).isEqualTo(403);
        assertThat(viewer.sending().post(path).statusCode()).isEqualTo(403);
        assertThat(viewer.sending().post(path + "/delete").statusCode()).isEqualTo(403);
    }

    @Test
    void nothingCrossesWorkspaces() {
        String path = "/moments/" + new Planned(people).moment("Secret", "2027-03-28", "2027-03-28", 3).id;
        Pages strangers = People.fresh().as(Role.OWNER);
        for (String address : new String[] {path, path + "/delete"}) {
            assertThat(strangers.get(address).status).isEqualTo(404);
            assertThat(strangers.sending().post(address).statusCode()).isEqualTo(404);
        }
        for (String view : new String[] {"month", "week", "day", "timeline"}) {
            assertThat(strangers.get("/calendar?on=2027-03-28&view=" + view).says("Secret"))
                    .isFalse();
        }
    }

    @Test
    void anyonesWordsAreOnlyWords() {
        String hostile = "\"><script>alert(1)</script>{name}";
        easter(creator).fill("Name", hostile).fill("Text", hostile).submit();
        String path = path("alert");
        for (Pages pages : new Pages[] {creator, people.as(Role.VIEWER)}) {
            Page page = pages.get(path);
            assertThat(page.document.select("main script")).isEmpty();
            assertThat(page.document.outerHtml()).contains("alert(1)");
        }
        for (String view : new String[] {"month", "week", "day", "timeline"}) {
            Page page = creator.get("/calendar?on=2027-03-28&view=" + view);
            assertThat(page.document.select("main script")).isEmpty();
            assertThat(page.text()).contains(hostile);
        }
    }
}
