package pinplan.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.campaign.Campaign;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** What is typed and not saved is kept for who typed it, offered to them, and put over nothing that somebody else saved. */
@QuarkusTest
class AutosaveTest {
    private static final String OFFER = "that was not saved";

    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
    private final String here = "/pins/" + pin.id;

    @Inject
    Clocks clocks;

    @Inject
    Sweep sweep;

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    private static String sitting() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Response tell(Pages pages, Object page) {
        return pages.sending().contentType("application/json").body(page).post("/kept");
    }

    private static Map<String, Object> page(String form, String sitting, String... pairs) {
        List<List<String>> fields = IntStream.range(0, pairs.length / 2)
                .mapToObj(at -> Arrays.asList(pairs[2 * at], pairs[2 * at + 1]))
                .toList();
        return Map.of("form", form, "sitting", sitting, "fields", fields, "files", List.of());
    }

    /** The composer as it is open now, with another title. */
    private String types(Pages pages, Pin pin, String title) {
        String sitting = sitting();
        String[] pairs =
                pages.get("/pins/" + pin.id).document.select("#composer [name]:not([type=file], button)").stream()
                        .flatMap(field -> List.of(
                                field.attr("name"),
                                field.attr("name").equals("title")
                                        ? title
                                        : field.tagName().equals("select")
                                                ? field.select("option[selected]")
                                                        .attr("value")
                                                : field.tagName().equals("textarea") ? field.wholeText() : field.val())
                                .stream())
                        .toArray(String[]::new);
        Response answer = tell(pages, page("pins/" + pin.id, sitting, pairs));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).matches("Kept [0-9]{2}:[0-9]{2}, not saved yet");
        return sitting;
    }

    private static Page back(Page offered) {
        return offered.follow("Bring it back");
    }

    @Test
    void whatWasTypedIsOfferedBroughtBackAndGoneOnceItIsSaved() {
        types(creator, pin, "Lemon tart, twice");
        Page offered = creator.get(here);
        assertThat(offered.says(OFFER)).isTrue();
        assertThat(offered.value("Title")).isEqualTo("Lemon tart");
        Page brought = back(offered);
        assertThat(brought.says("It is not saved yet.")).isTrue();
        assertThat(brought.value("Title")).isEqualTo("Lemon tart, twice");
        assertThat(brought.value("Alt text")).isEqualTo("A slice");
        assertThat(brought.document.select("#composer[data-unsaved]")).hasSize(1);
        assertThat(kitchen.read(pin, Pin::title)).isEqualTo("Lemon tart");
        assertThat(brought.form("Save draft").submit().says(OFFER)).isFalse();
        assertThat(kitchen.read(pin, Pin::title)).isEqualTo("Lemon tart, twice");
        assertThat(creator.get(here).says(OFFER)).isFalse();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsMergedAndAskedAbout() {
        types(creator, pin, "Mine");
        kitchen.as(Role.APPROVER)
                .get(here)
                .form("Save draft")
                .fill("Title", "Theirs")
                .fill("Description", "Theirs too.")
                .submit();
        Page brought = back(creator.get(here));
        String they = kitchen.people.member(Role.APPROVER).name;
        assertThat(brought.says(they + " saved this pin while you were at it")).isTrue();
        assertThat(brought.document.select(".clash .told").eachText()).containsExactly("Mine", "Theirs", "Lemon tart");
        assertThat(brought.value("Description")).isEqualTo("Theirs too.");
        Page undecided = brought.form("Save draft").submit();
        assertThat(undecided.status).isEqualTo(409);
        assertThat(kitchen.read(pin, Pin::title)).isEqualTo("Theirs");
        Page saved = undecided.form("Save draft").set("pick-title", "yours").submit();
        assertThat(kitchen.read(pin, Pin::title)).isEqualTo("Mine");
        assertThat(kitchen.read(pin, Pin::description)).isEqualTo("Theirs too.");
        assertThat(saved.says(OFFER)).isFalse();
    }

    @Test
    void whatOnlySomebodyElseChangedIsTakenInAndSaid() {
        types(creator, pin, "Mine");
        kitchen.as(Role.APPROVER)
                .get(here)
                .form("Save draft")
                .fill("Description", "Theirs.")
                .submit();
        Page brought = back(creator.get(here));
        assertThat(brought.says("changed the Description meanwhile; it is kept."))
                .isTrue();
        assertThat(brought.value("Title")).isEqualTo("Mine");
        assertThat(brought.value("Description")).isEqualTo("Theirs.");
    }

    @Test
    void whatCanNotBeSavedAnyMoreIsThereToBeCopied() {
        Pin agreed = kitchen.approved("Lime tart");
        types(creator, agreed, "Mine");
        kitchen.verb(agreed, Role.OWNER, (p, by, now) -> p.publishing(pinplan.pin.Publishing.PUBLISHED, false, now));
        assertThat(kitchen.status(agreed)).isEqualTo(PinStatus.PUBLISHED);
        Page brought = back(creator.get("/pins/" + agreed.id));
        assertThat(brought.document.select(".unsaved dd").eachText()).containsExactly("Mine");
    }

    @Test
    void whatWasTypedIntoAPinThatIsGoneBecomesANewOne() {
        types(creator, pin, "Mine");
        kitchen.verb(pin, Role.OWNER, Pin::delete);
        Page left = creator.get(here);
        assertThat(left.says("deleted this pin meanwhile. What you typed is not lost"))
                .isTrue();
        assertThat(left.value("Title")).isEqualTo("Mine");
        assertThat(kitchen.as(Role.OWNER).get(here).status).isEqualTo(404);
        Page saved = left.form("Save draft").submit();
        assertThat(saved.heading()).isEqualTo("Mine");
        assertThat(saved.path).isNotEqualTo(here);
    }

    @Test
    void nobodyElseIsOfferedIt() {
        types(creator, pin, "Mine");
        String id = creator.get(here)
                .document
                .select("form[action=/kept/throw-away] [name=id]")
                .val();
        People others = People.fresh();
        for (Pages pages : List.of(kitchen.as(Role.OWNER), others.as(Role.OWNER))) {
            assertThat(pages.get(here + "?kept=" + id).text())
                    .doesNotContain("Mine")
                    .doesNotContain(OFFER);
            assertThat(pages.sending()
                            .formParam("id", id)
                            .post("/kept/throw-away")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(creator.get(here).says(OFFER)).isTrue();
    }

    @Test
    void whatIsThrownAwayIsGoneAndItsPageTellsNoMoreOfIt() {
        String sitting = types(creator, pin, "Mine");
        Page after = creator.get(here).form("Discard").submit();
        assertThat(after.says("discarded")).isTrue();
        assertThat(creator.get(here).says(OFFER)).isFalse();
        assertThat(tell(creator, page("pins/" + pin.id, sitting, "title", "Late"))
                        .statusCode())
                .isEqualTo(410);
        assertThat(creator.get(here).says(OFFER)).isFalse();
    }

    @Test
    void twoTabsKeepWhatWasTypedInEach() {
        types(creator, pin, "First");
        String second = types(creator, pin, "Second");
        assertThat(back(creator.get(here)).value("Title")).isEqualTo("Second");
        tell(creator, page("pins/" + pin.id, second));
        assertThat(back(creator.get(here)).value("Title")).isEqualTo("First");
    }

    @Test
    void onlyFormsOfSensibleSizeAreKept() {
        assertThat(tell(creator, "{").statusCode()).isEqualTo(422);
        assertThat(tell(creator, page("../etc", sitting(), "title", "x")).statusCode())
                .isEqualTo(422);
        assertThat(tell(creator, page("pins/1", "short", "title", "x")).statusCode())
                .isEqualTo(422);
        assertThat(tell(creator, page("pins/1", sitting(), "title", null)).statusCode())
                .isEqualTo(422);
        assertThat(tell(creator, page("pins/1", sitting(), "title", "x".repeat(Telling.MOST)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(tell(creator, page("pins/1", sitting(), "title", "“".repeat(Telling.MOST / 3)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(creator.sending().formParam("form", "pins/1").post("/kept").statusCode())
                .isEqualTo(415);
        for (int at = 0; at <= Kept.MOST; at++) {
            tell(creator, page("campaigns/" + at, sitting(), "name", "\0" + at));
        }
        long kept = Kitchen.write(() -> Kept.count("member", kitchen.people.member(Role.CREATOR)));
        assertThat(kept).isEqualTo(Kept.MOST);
    }

    @Test
    void whatNobodyCameBackForIsSwept() {
        types(creator, pin, "Mine");
        clocks.shift(Duration.ofDays(29));
        sweep.tick();
        assertThat(kitchen.as(Role.CREATOR).get(here).says(OFFER)).isTrue();
        clocks.shift(Duration.ofDays(1).plusMinutes(1));
        sweep.tick();
        assertThat(kitchen.as(Role.CREATOR).get(here).says(OFFER)).isFalse();
    }

    @Test
    void whoWasSignedOutIsLedBackToTheForm() {
        Response refused = Pages.anonymous()
                .sending()
                .header("Referer", "http://localhost" + here + "?comments=2")
                .multiPart("title", "Mine")
                .post(here);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("/sign-in?next=%2Fpins%2F" + pin.id + "%3Fcomments%3D2");
    }

    @Test
    void otherFormsAreBroughtBackToo() {
        creator.get("/campaigns/new")
                .form("Create campaign")
                .fill("Name", "Easter")
                .submit();
        Campaign campaign = Kitchen.write(() ->
                Campaign.<Campaign>find("workspace", kitchen.people.workspace).firstResult());
        String edit = "/campaigns/" + campaign.id + "/edit";
        tell(creator, page("campaigns/" + campaign.id, sitting(), "name", "Easter", "brief", "Eggs", "version", "0"));
        kitchen.as(Role.APPROVER)
                .get(edit)
                .form("Save campaign")
                .fill("Brief", "Lamb")
                .submit();
        Page brought = back(creator.get(edit));
        assertThat(brought.value("Brief")).isEqualTo("Eggs");
        assertThat(brought.form("Save campaign").submit().status).isEqualTo(409);

        tell(creator, page("moments/new", sitting(), "kind", "NOTE", "name", "Launch", "text", "At noon"));
        brought = back(creator.get("/moments/new"));
        assertThat(brought.value("Name")).isEqualTo("Launch");
        assertThat(brought.value("Text")).isEqualTo("At noon");

        tell(creator, page("comments-on/" + pin.id, sitting(), "comment", "Which lemons?", "audience", "EXTERNAL"));
        brought = back(creator.get(here));
        assertThat(brought.value("Comment")).isEqualTo("Which lemons?");
        assertThat(brought.document.select("[name=audience][checked]").val()).isEqualTo("EXTERNAL");
        assertThat(brought.form("Post comment").submit().says(OFFER)).isFalse();

        Pages owner = kitchen.as(Role.OWNER);
        tell(
                owner,
                page("policies/new", sitting(), "who1", "OWNER", "needs1", "all", "moves", "DAYS", "movesDays", "9"));
        brought = back(owner.get("/settings/review"));
        assertThat(brought.document.select("#who1 [selected]").val()).isEqualTo("OWNER");
        assertThat(brought.value("Days")).isEqualTo("9");
        Page saved = brought.form("Save policy")
                .set("moves", "FREE")
                .set("late", "HOLD")
                .submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.says(OFFER)).isFalse();

        Pin waiting = kitchen.inReview("Lime tart");
        tell(owner, page("request-changes/" + waiting.id, sitting(), "note", "Sharper", "about", "Title"));
        brought = back(owner.get("/review"));
        assertThat(brought.value("What should change")).isEqualTo("Sharper");
        assertThat(brought.document.select("[name=about] [selected]").text()).isEqualTo("Title");
    }
}
