package pinplan.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.review.Audience;
import pinplan.review.Comment;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** Nothing that a guest typed is lost, whatever it is that can't be taken. */
@QuarkusTest
class GuestKeepsTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages guest = Pages.anonymous();
    private final Pin pin = kitchen.inReview("Apple tart");
    private final String link = link(pin);
    private final String verbs = link + "/pins/" + pin.id + "/";

    private String link(Pin... pins) {
        return "/g/" + GuestSamples.link(kitchen.people, List.of(pins)).text();
    }

    private Comment said(String text) {
        return Kitchen.write(
                () -> Comment.begin(pin, Audience.EXTERNAL, text, kitchen.actor(Role.CREATOR), Kitchen.now()));
    }

    private static List<String> unsaved(Page page) {
        return page.document.select(".unsaved dd").eachText();
    }

    // ---- the pin left ----

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "deleted", "decided"})
    void whatWasTypedAboutAPinThatLeftIsShownToBeCopied(String how) {
        Page page = guest.get(link);
        leave(how);
        Page note = page.at(verbs + "request-changes")
                .set("name", "Ana")
                .set("about", "Title")
                .set("note", "More <b>butter</b>\nplease")
                .submit();
        assertThat(note.status).isEqualTo(409);
        assertThat(note.document.select("main > .notice.bad").text()).contains("not shown here any more");
        assertThat(unsaved(note)).containsExactly("Ana", "Title", "More <b>butter</b> please");
        assertThat(note.document.select("[data-copy=unsaved-note]")).hasSize(1);
        assertThat(note.says("Apple tart")).isFalse();
        Page comment = page.at(verbs + "comments").set("comment", "Hello?").submit();
        assertThat(comment.status).isEqualTo(409);
        assertThat(unsaved(comment)).containsExactly("Hello?");
        assertThat(page.at(verbs + "approve").submit().status).isEqualTo(409);
    }

    private void leave(String how) {
        switch (how) {
            case "decided" ->
                kitchen.verb(
                        pin,
                        Role.APPROVER,
                        (p, by, now) -> p.requestChanges("No", pinplan.pin.Pointer.none(), by, now));
            default -> {
                kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
                if (how.equals("deleted")) {
                    kitchen.verb(pin, Role.CREATOR, Pin::delete);
                }
            }
        }
    }

    /** A fingerprint of another pin, or none, opens nothing. */
    @Test
    void aPinThatWasNeverShownStaysNowhere() {
        Pin other = kitchen.inReview("Other");
        Pin draft = kitchen.draft("Draft", Role.CREATOR);
        String seen = kitchen.read(pin, p -> p.revision().fingerprint);
        for (Long id : new Long[] {other.id, draft.id, 999_999_999L}) {
            for (String fingerprint : new String[] {"", seen}) {
                int status = guest.sending()
                        .formParam("name", "Ana")
                        .formParam("seen", fingerprint)
                        .formParam("comment", "x")
                        .post(link + "/pins/" + id + "/comments")
                        .statusCode();
                assertThat(status).isEqualTo(404);
            }
        }
    }

    @Test
    void aLinkThatWasClosedGivesBackWhatWasTypedAndNothingElse() {
        Page page = guest.get(link);
        kitchen.as(Role.APPROVER)
                .get("/review/guests")
                .form("Revoke the link for Ana of Acme")
                .submit();
        Page closed = page.at(verbs + "comments").set("comment", "Hello?").submit();
        assertThat(closed.status).isEqualTo(404);
        assertThat(unsaved(closed)).containsExactly("Hello?");
        assertThat(closed.text()).contains("This link is not open any more").doesNotContain("Apple tart");
        assertThat(page.at(verbs + "approve").submit().document.select(".unsaved"))
                .isEmpty();
    }

    @Test
    void whatNoFormOfThePinTakesAnyMoreIsShownBesideWhy() {
        Page page = guest.get(link);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        Page refused = page.at(verbs + "request-changes")
                .set("name", "Ana")
                .set("note", "More butter")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        Element card = refused.document.getElementById("pin-" + pin.id);
        assertThat(card.select(".notice.bad").text()).isEqualTo("Someone else decides on it now.");
        assertThat(card.select(".unsaved dd").eachText()).containsExactly("Ana", "More butter");
    }

    // ---- beside its own field ----

    @Test
    void anAnswerThatIsRefusedStaysInItsThread() {
        Comment first = said("Do you like it?");
        Comment second = said("And the title?");
        Page page = guest.get(link);
        Page nameless = answer(page, second, "", "Yes");
        assertThat(nameless.status).isEqualTo(422);
        Element thread = open(nameless, second);
        assertThat(thread.select("[name=comment]").text()).isEqualTo("Yes");
        assertThat(thread.select(".error").text()).isEqualTo("Type your name. You are asked only once.");
        Page nothing = answer(page, second, "Ana", " ");
        assertThat(open(nothing, second).select(".error").text()).isEqualTo("Write something.");
        assertThat(open(nothing, second).select("[name=name]").val()).isEqualTo("Ana");
        Page tooLong = answer(page, first, "Ana", "é".repeat(5001));
        assertThat(open(tooLong, first).select(".error").text()).contains("this has 5,001");
        assertThat(open(tooLong, first).select("textarea").first().wholeText()).isEqualTo("é".repeat(5001));
    }

    /** The only fold of the pin that is open. */
    private Element open(Page page, Comment thread) {
        assertThat(page.document.select("article .error")).hasSize(1);
        assertThat(page.document.select("article details[open]")).hasSize(1);
        return page.document.selectFirst("details.reply[open]:has([value=" + thread.id + "])");
    }

    private Page answer(Page page, Comment thread, String name, String text) {
        return page.at(verbs + "comments")
                .set("thread", thread.id.toString())
                .set("name", name)
                .set("comment", text)
                .submit();
    }

    @Test
    void whatWasPointedAtStaysWithARefusedRequest() {
        String picture = kitchen.read(pin, p -> p.shots().get(0).media.id.toString());
        Page refused = guest.get(link)
                .at(verbs + "request-changes")
                .set("name", "Ana")
                .set("about", "Media")
                .set("picture", picture)
                .set("spotX", "250")
                .set("spotY", "400")
                .set("note", "")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select("details[open] details.pointing[open]"))
                .hasSize(1);
        assertThat(refused.document
                        .select("form[action$=request-changes] .pointing option[selected]")
                        .text())
                .isEqualTo("Media");
        assertThat(refused.document
                        .select("form[action$=request-changes] .pointing [type=hidden]")
                        .eachAttr("value"))
                .containsExactly(picture, "250", "400");
        assertThat(refused.document
                        .select("form[action$=request-changes] .pointing circle")
                        .attr("cx"))
                .isEqualTo("250");
        refused.at(verbs + "request-changes").set("note", "Crop it").submit();
        Page member = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(member.document.select(".review-panel .tag").text()).isEqualTo("About: Media");
        assertThat(member.document.select(".pointed circle").attr("cy")).isEqualTo("600");
    }

    /** Also where the pin was talked about so much that its thread is on another page. */
    @Test
    void anEarlierThreadIsALinkAwayAndAnsweredThere() {
        Comment first = said("The first");
        for (int number = 1; number <= 30; number++) {
            said("Number " + number);
        }
        Comment internal = Kitchen.write(
                () -> Comment.begin(pin, Audience.INTERNAL, "Between us", kitchen.actor(Role.CREATOR), Kitchen.now()));
        Page latest = guest.get(link);
        assertThat(latest.document.select(".thread")).hasSize(25);
        assertThat(guest.get(link + "?comment=" + internal.id).says("Between us"))
                .isFalse();
        Page earlier = latest.follow("Earlier comments on Apple tart");
        assertThat(earlier.document.select(".thread")).hasSize(6);
        Page nothing = answer(earlier, first, "Ana", " ");
        assertThat(open(nothing, first).select(".error").text()).isEqualTo("Write something.");
        assertThat(answer(nothing, first, "Ana", "An answer")
                        .document
                        .select(".thread")
                        .text())
                .contains("The first", "An answer");
        for (int number = 1; number <= 12; number++) {
            Kitchen.write(
                    () -> Comment.external(pin, first.id).answer("More", kitchen.actor(Role.CREATOR), Kitchen.now()));
        }
        Page folded = guest.get(link + "?comment=" + first.id);
        assertThat(folded.says("An answer")).isFalse();
        assertThat(folded.follow("3 earlier answers to " + first.by()).says("An answer"))
                .isTrue();
    }

    // ---- at what pace ----

    @Test
    void aLinkCanNotBeFlooded() {
        Page page = guest.get(link);
        for (int said = 0; said < Pace.MOST; said++) {
            // Without a cookie each is somebody new, and all came by one link.
            page = Pages.anonymous()
                    .get(link)
                    .at(verbs + "comments")
                    .set("name", "Ana")
                    .set("comment", "Number " + said)
                    .submit();
            assertThat(page.status).isEqualTo(200);
        }
        Page refused = guest.get(link)
                .at(verbs + "comments")
                .set("name", "Ana")
                .set("comment", "One more")
                .submit();
        // The form of the first thread, as the page has one for each.
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select("article .error").text()).contains("30 comments in 10 minutes");
        assertThat(refused.document.select("details[open] textarea").text()).isEqualTo("One more");
        Pin other = kitchen.inReview("Another");
        String elsewhere = link(other);
        assertThat(guest.get(elsewhere)
                        .at(elsewhere + "/pins/" + other.id + "/comments")
                        .set("name", "Ana")
                        .set("comment", "Free")
                        .submit()
                        .status)
                .isEqualTo(200);
        Kitchen.write(
                () -> Comment.update("madeAt = ?1 where pin = ?2", Kitchen.now().minus(Pace.WITHIN), pin));
        assertThat(refused.form("Post comment").set("comment", "Later").submit().status)
                .isEqualTo(200);
    }
}
