package pinplan.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.autosave.AutosaveTicks;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Membership;
import pinplan.team.Role;

/** What a guest types and does not send is kept for their own browser, and for nobody else. */
@QuarkusTest
class GuestAutosaveTest {
    private static final String OFFER = "that was not saved";

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.inReview("Apple tart");
    private final String link =
            "/g/" + GuestSamples.link(kitchen.people, List.of(pin)).text();
    private final String form = "guest-comments/" + pin.id;

    @jakarta.inject.Inject
    Clocks clocks;

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    private static String sitting() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Response tell(Pages pages, String link, String form, String sitting, List<List<String>> fields) {
        Response answer = pages.sending()
                .contentType("application/json")
                .body(Map.of("form", form, "sitting", sitting, "fields", fields, "files", List.of()))
                .post(link + "/kept");
        answer.getDetailedCookies().asList().forEach(cookie -> pages.set(cookie.getName(), cookie.getValue()));
        return answer;
    }

    private String types(Pages pages, String words) {
        String sitting = sitting();
        Response answer = tell(pages, link, form, sitting, List.of(List.of("name", "Ana"), List.of("comment", words)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).matches("Kept [0-9]{2}:[0-9]{2}, not saved yet");
        return sitting;
    }

    private static Page back(Page page) {
        return page.follow("Bring it back");
    }

    private long kept() {
        return Kitchen.write(() -> ((Number) Panache.getEntityManager()
                        .createNativeQuery("select count(*) from kept where workspace_id = ?1 and not over")
                        .setParameter(1, kitchen.people.workspace.id)
                        .getSingleResult())
                .longValue());
    }

    @Test
    void itIsOfferedToTheSameBrowserUntilItIsSent() {
        Pages guest = Pages.anonymous();
        types(guest, "Greener,\r\nplease");
        Page page = guest.get(link);
        assertThat(page.says(OFFER)).isTrue();
        assertThat(page.document.select("textarea[name=comment]").text()).isEmpty();
        assertThat(page.document.select("input[name=name]").eachAttr("value"))
                .as("who said already who they are is not asked once more")
                .containsOnly("Ana");
        Page brought = back(page);
        assertThat(brought.document
                        .select("details[open] textarea[name=comment]")
                        .first()
                        .wholeText())
                .isEqualTo("Greener,\r\nplease");
        assertThat(brought.document.select("details[open] input[name=name]").val())
                .isEqualTo("Ana");
        Page said = brought.form("Post comment").submit();
        assertThat(said.says("Your comment is posted.")).isTrue();
        assertThat(said.says(OFFER)).isFalse();
        assertThat(guest.get(link).says(OFFER)).isFalse();
        assertThat(kept()).isZero();
    }

    @Test
    void nobodyElseSeesIt() {
        Pages guest = Pages.anonymous();
        types(guest, "A secret");
        Pages other = Pages.anonymous();
        assertThat(other.get(link).says(OFFER)).isFalse();
        types(other, "Another");
        Page theirs = back(other.get(link));
        assertThat(theirs.response.asString()).contains("Another").doesNotContain("A secret");
        for (Role role : Role.values()) {
            assertThat(kitchen.as(role).get(link).says(OFFER)).isFalse();
            assertThat(kitchen.as(role).get("/pins/" + pin.id).says(OFFER)).isFalse();
        }
        // A number that is guessed leads to nothing.
        String id = guest.get(link)
                .document
                .select("form[action$=throw-away] [name=id]")
                .val();
        assertThat(other.get(link + "?kept=" + id).response.asString()).doesNotContain("A secret");
        assertThat(other.sending()
                        .formParam("id", id)
                        .post(link + "/kept/throw-away")
                        .statusCode())
                .isEqualTo(404);
        assertThat(kitchen.as(Role.OWNER)
                        .sending()
                        .formParam("id", id)
                        .post("/kept/throw-away")
                        .statusCode())
                .isEqualTo(404);
        assertThat(guest.get(link).says(OFFER)).isTrue();
        Page thrown = guest.get(link).form("Discard").submit();
        assertThat(thrown.says("discarded")).isTrue();
        assertThat(thrown.says(OFFER)).isFalse();
        assertThat(other.get(link).says(OFFER)).isTrue();
    }

    @Test
    void aMembersOwnWordsAreNoGuests() {
        Pages owner = kitchen.as(Role.OWNER);
        Response answer = owner.sending()
                .contentType("application/json")
                .body(Map.of(
                        "form",
                        form,
                        "sitting",
                        sitting(),
                        "fields",
                        List.of(List.of("comment", "Ours")),
                        "files",
                        List.of()))
                .post("/kept");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(owner.get(link).says(OFFER)).isFalse();
    }

    @Test
    void whatIsAsItWasIsForgottenAndKnowsNobody() {
        Pages guest = Pages.anonymous();
        assertThat(tell(guest, link, form, sitting(), List.of()).asString()).isEmpty();
        assertThat(guest.cookie("guest")).isNull();
        String sitting = types(guest, "Greener");
        assertThat(guest.cookie("guest")).isNotNull();
        assertThat(kept()).isOne();
        assertThat(tell(guest, link, form, sitting, List.of()).asString()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void aPasscodeComesFirst() {
        String closed = "/g/"
                + GuestSamples.link(kitchen.people, List.of(pin), null, "cinnamon", true, true)
                        .text();
        Pages guest = Pages.anonymous();
        Response answer = tell(guest, closed, form, sitting(), List.of(List.of("comment", "x")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(guest.cookie("guest")).isNull();
        assertThat(guest.get(closed).document.select("input[name=passcode]")).hasSize(1);
        assertThat(kept()).isZero();
    }

    @Test
    void itDiesWithTheLink() {
        Pages guest = Pages.anonymous();
        types(guest, "Greener");
        kitchen.as(Role.APPROVER)
                .get("/review/guests")
                .form("Revoke the link for Ana of Acme")
                .submit();
        assertThat(kept()).isZero();
        assertThat(tell(guest, link, form, sitting(), List.of(List.of("comment", "x")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itDiesWithALinkThatWentWithWhoMadeIt() {
        types(Pages.anonymous(), "Greener");
        Long maker = Membership.of(kitchen.people.member(Role.APPROVER)).orElseThrow().id;
        kitchen.as(Role.OWNER).get("/team/" + maker + "/remove").form("Remove").submit();
        assertThat(kept()).isZero();
    }

    @Test
    void itDiesWithALinkThatExpired() {
        clocks.shift(Duration.ofDays(20));
        types(Pages.anonymous(), "Greener");
        clocks.shift(Duration.ofDays(9));
        AutosaveTicks.sweep();
        assertThat(kept()).isOne();
        clocks.shift(Duration.ofDays(2));
        AutosaveTicks.sweep();
        assertThat(kept()).isZero();
    }

    /** The answer with the cookie is lost on its way, or the browser takes none. */
    @Test
    void whoTellsOfOneFormWithoutACookieIsOneGuest() {
        String sitting = sitting();
        for (String words : List.of("G", "Gr", "Greener")) {
            assertThat(tell(Pages.anonymous(), link, form, sitting, List.of(List.of("comment", words)))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(kept()).isOne();
        assertThat(guests()).isOne();
        Pages guest = Pages.anonymous();
        tell(guest, link, form, sitting, List.of(List.of("comment", "Greener, please")));
        assertThat(back(guest.get(link))
                        .document
                        .select("details[open] textarea")
                        .text())
                .isEqualTo("Greener, please");
    }

    private long guests() {
        return Kitchen.write(() -> Guest.count("link.workspace", kitchen.people.workspace));
    }

    @Test
    void tooMuchOfALinkIsNotKeptAndWhatIsKeptGoesOn() {
        Pages guest = Pages.anonymous();
        String sitting = types(guest, "Greener");
        Kitchen.write(() -> Panache.getEntityManager()
                .createNativeQuery("insert into kept (workspace_id, guest_id, form, sitting, fields, files, kept_at)"
                        + " select workspace_id, guest_id, form, md5(cast(n as text)), fields, files, kept_at"
                        + " from kept, generate_series(1, 499) n where sitting = ?1")
                .setParameter(1, sitting)
                .executeUpdate());
        Response more = tell(guest, link, form, sitting(), List.of(List.of("comment", "Another")));
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(more.asString()).contains("too much");
        assertThat(tell(guest, link, form, sitting, List.of(List.of("comment", "Greener, please")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(tell(guest, link, form, sitting, List.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatMakesNoFormIsNotKept() {
        Pages guest = Pages.anonymous();
        assertThat(tell(guest, link, "Guest/1", sitting(), List.of(List.of("a", "b")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(tell(guest, link, form, sitting(), List.of(List.of("comment", "x".repeat(70_000))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(tell(guest, "/g/nothing", form, sitting(), List.of(List.of("a", "b")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(guest.cookie("guest")).isNull();
    }
}
