package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import pinplan.pin.Content;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** What members say about a pin. */
@QuarkusTest
class CommentTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pages approver = kitchen.as(Role.APPROVER);
    private final Pin pin = kitchen.inReview("Lemon tart");

    private Page page(Pages who) {
        return who.get("/pins/" + pin.id);
    }

    private Page say(Pages who, String text) {
        return page(who).form("Post comment").fill("Comment", text).submit();
    }

    private List<Comment> all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Comment.list(
                        "from Comment c left join fetch c.before left join fetch c.thread where c.pin = ?1 order by c.id",
                        pin));
    }

    private Comment first() {
        return all().get(0);
    }

    private String deskSays() {
        return approver.get("/review").document.select("a[href$=#comments]").text();
    }

    private int edition() {
        return kitchen.read(pin, Pin::edition);
    }

    private static List<String> texts(Page page) {
        return page.document.select(".comment > .told").eachText();
    }

    // ---- saying ----

    @Test
    void whoeverSeesThePinMaySaySomethingAndMembersAloneReadIt() {
        Page said = say(kitchen.as(Role.VIEWER), "Is “Easter” still right?\nIt ends <b>today</b>.");
        assertThat(said.status).isEqualTo(200);
        Element thread = page(creator).document.selectFirst(".thread");
        assertThat(thread.selectFirst(".told").wholeText())
                .isEqualTo("Is “Easter” still right?\nIt ends <b>today</b>.");
        assertThat(thread.selectFirst(".tag").text()).isEqualTo("Internal");
        assertThat(thread.selectFirst("b").text()).isEqualTo(kitchen.people.member(Role.VIEWER).name);
    }

    @Test
    void externalIsSaidOnTheThreadAndHoldsForWhatIsAnswered() {
        page(creator)
                .form("Post comment")
                .fill("Comment", "For the client")
                .check("External")
                .submit();
        page(approver).form("Send the answer").fill("Answer", "Fine").submit();
        Page page = page(creator);
        assertThat(page.document.select(".thread.external .tag").eachText()).containsExactly("External");
        assertThat(texts(page)).containsExactly("For the client", "Fine");
        List<Audience> audiences =
                all().stream().map(comment -> comment.audience).toList();
        assertThat(audiences).containsExactly(Audience.EXTERNAL, Audience.EXTERNAL);
    }

    @Test
    void whoCallsNobodyIsTold() {
        assertThat(say(creator, "@Nobody, is it right? Ask pins@example.org").says("“@Nobody” was not found: write"))
                .isTrue();
        String name = kitchen.people.member(Role.APPROVER).name;
        assertThat(say(creator, "@" + name + ", is it right?").says("was not found: write"))
                .isFalse();
    }

    @Test
    void nothingOrTooMuchIsRefusedBesideTheFieldAndWhatWasTypedStays() {
        Page nothing = say(creator, " \n ");
        assertThat(nothing.status).isEqualTo(422);
        assertThat(nothing.error("Comment")).contains("Write something.");
        String long_ = "é".repeat(5001);
        Page tooLong = page(creator)
                .form("Post comment")
                .fill("Comment", long_)
                .check("External")
                .submit();
        assertThat(tooLong.status).isEqualTo(422);
        assertThat(tooLong.error("Comment")).contains("at most 5,000 characters; this has 5,001");
        assertThat(tooLong.value("Comment")).isEqualTo(long_);
        assertThat(tooLong.document.select("[name=audience][checked]").attr("value"))
                .isEqualTo("EXTERNAL");
        assertThat(texts(page(creator))).isEmpty();
        assertThat(texts(say(creator, "é".repeat(5000)))).hasSize(1);
    }

    @Test
    void anAnswerThatIsRefusedStaysWhereItWasTyped() {
        say(creator, "First");
        say(creator, "Second");
        Comment first = first();
        Page refused = page(approver)
                .form("Send the answer")
                .set("thread", first.id.toString())
                .fill("Answer", "")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select(".reply[open]").eachAttr("id")).containsExactly("reply-" + first.id);
        assertThat(refused.document.select("#reply-" + first.id + " .error").text())
                .isEqualTo("Write something.");
    }

    @Test
    void aCommentChangesNothingOfWhatIsAgreed() {
        int edition = edition();
        Content before = kitchen.read(pin, Pin::content);
        say(creator, "Looks good");
        assertThat(edition()).isEqualTo(edition);
        Content after = kitchen.read(pin, Pin::content);
        assertThat(after).isEqualTo(before);
        assertThat(page(approver)
                        .form("Approve")
                        .submit()
                        .document
                        .select(".status")
                        .text())
                .isEqualTo("Approved");
    }

    // ---- changing one's own ----

    @Test
    void oneChangesOnesOwnAndHowItReadBeforeStays() {
        say(creator, "Taype");
        page(creator).form("Save your comment").fill("Your comment", "Type").submit();
        Page page = page(approver);
        assertThat(texts(page)).containsExactly("Type");
        assertThat(page.document.select("#before-" + first().id + " .told").eachText())
                .containsExactly("Taype");
        assertThat(page.hasButton("Save your comment")).isFalse();
    }

    @Test
    void nobodyChangesOrDeletesWhatAnotherSaid() {
        say(creator, "Mine");
        Comment mine = first();
        for (String path : List.of(
                "/pins/" + pin.id + "/comments/" + mine.id, "/pins/" + pin.id + "/comments/" + mine.id + "/delete")) {
            Page refused = page(creator)
                    .at("/pins/" + pin.id + "/comments/" + mine.id)
                    .set("text", "Yours")
                    .submit();
            assertThat(refused.status).isEqualTo(200);
            int status = kitchen.as(Role.OWNER)
                    .sending()
                    .formParam("text", "Hers")
                    .formParam("seen", first().before.size())
                    .post(path)
                    .statusCode();
            assertThat(status).isEqualTo(422);
        }
        assertThat(texts(page(approver))).containsExactly("Yours");
    }

    @Test
    void twoTabsOfOneAuthorDoNotOverwriteEachOther() {
        say(creator, "One");
        Page first = page(creator);
        page(creator).form("Save your comment").fill("Your comment", "Two").submit();
        Page clash =
                first.form("Save your comment").fill("Your comment", "Three").submit();
        assertThat(clash.status).isEqualTo(422);
        assertThat(clash.error("Your comment")).contains("it says now: “Two”");
        assertThat(clash.value("Your comment")).isEqualTo("Three");
        assertThat(texts(clash.form("Save your comment").submit())).containsExactly("Three");
    }

    @Test
    void whatIsDeletedLeavesWhoAndWhenAndNoWord() {
        say(creator, "A secret");
        page(creator)
                .form("Save your comment")
                .fill("Your comment", "Another secret")
                .submit();
        page(approver).form("Send the answer").fill("Answer", "Noted").submit();
        page(creator)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/delete")
                .submit();
        Page page = page(approver);
        assertThat(page.text()).doesNotContain("secret");
        assertThat(page.document.select(".comment").get(0).text())
                .startsWith(kitchen.people.member(Role.CREATOR).name + " deleted this comment,");
        assertThat(texts(page)).containsExactly("Noted");
        Comment deleted = first();
        assertThat(deleted.text).isEmpty();
        assertThat(deleted.before).isEmpty();
    }

    @Test
    void aThreadOfWhichNothingIsLeftIsFoldedAwayAndStillSaysSo() {
        say(creator, "Never mind");
        Page page = page(creator)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/delete")
                .submit();
        assertThat(page.document.select(".closed .comment").text()).contains("deleted this comment");
        assertThat(page.hasButton("Send the answer")).isFalse();
        assertThat(deskSays()).startsWith("Comment on");
    }

    // ---- settling ----

    @Test
    void whoChangesACommentIsNotInTheWayOfWhoResolvesIt() {
        say(creator, "Which bord?");
        Page begun = page(creator);
        page(approver)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/resolve")
                .submit();
        Page saved = begun.form("Save your comment")
                .fill("Your comment", "Which board?")
                .submit();
        assertThat(texts(saved)).containsExactly("Which board?");
        assertThat(first().resolved()).isTrue();
    }

    @Test
    void aResolvedThreadIsFoldedAwayAndAnAnswerOpensItAgain() {
        say(creator, "Which board?");
        Page resolved = page(approver)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/resolve")
                .submit();
        assertThat(resolved.document.select(".closed > summary").text()).isEqualTo("1 resolved or deleted");
        assertThat(resolved.document.select(".closed .thread > .row").text())
                .contains(kitchen.people.member(Role.APPROVER).name + " resolved it");
        page(creator).form("Send the answer").fill("Answer", "Not yet").submit();
        assertThat(page(creator).document.select(".closed")).isEmpty();
        page(creator)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/resolve")
                .submit();
        assertThat(page(creator)
                        .at("/pins/" + pin.id + "/comments/" + first().id + "/reopen")
                        .submit()
                        .document
                        .select(".closed"))
                .isEmpty();
    }

    @Test
    void theDeskSaysHowMuchIsOpen() {
        say(creator, "One");
        say(creator, "Two");
        assertThat(deskSays()).startsWith("2 open comments on");
        page(approver)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/resolve")
                .submit();
        assertThat(deskSays()).startsWith("1 open comment on");
    }

    @Test
    void aPinThatIsGoneTakesItsCommentsWithIt() {
        say(creator, "Still here?");
        Comment comment = first();
        kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
        kitchen.verb(pin, Role.CREATOR, Pin::delete);
        for (String verb : List.of("", "/delete", "/resolve", "/reopen")) {
            int status = creator.sending()
                    .formParam("text", "Hello?")
                    .post("/pins/" + pin.id + "/comments/" + comment.id + verb)
                    .statusCode();
            assertThat(status).as(verb).isEqualTo(409);
        }
    }

    @Test
    void anAnswerBelongsToTheThreadsOfItsOwnPin() {
        say(creator, "Here");
        Pin other = kitchen.inReview("Another");
        int status = creator.sending()
                .formParam("comment", "There")
                .formParam("thread", first().id)
                .post("/pins/" + other.id + "/comments")
                .statusCode();
        assertThat(status).isEqualTo(404);
        assertThat(texts(page(creator))).containsExactly("Here");
    }

    @Test
    void theSpotOfACommentThatIsRefusedStays() {
        String picture = kitchen.read(pin, p -> p.shots().get(0).media.id).toString();
        Page refused = page(creator)
                .form("Post comment")
                .fill("Comment", "   ")
                .set("picture", picture)
                .set("spotX", "250")
                .set("spotY", "400")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select(".speak [name=spotX]").val()).isEqualTo("250");
        assertThat(refused.document.select(".speak circle").attr("cx")).isEqualTo("250");
        assertThat(page(approver)
                        .form("Post comment")
                        .fill("Comment", "")
                        .set("picture", picture)
                        .set("spotX", "1")
                        .set("spotY", "1")
                        .submit()
                        .document
                        .select(".review-panel [name=spotX]")
                        .val())
                .as("what is said is no request for changes")
                .isEmpty();
    }

    @Test
    void aRefusedCommentIsNotTakenForARequest() {
        Page refused = page(approver)
                .form("Post comment")
                .fill("Comment", "x".repeat(5001))
                .submit();
        assertThat(refused.value("What should change")).isEmpty();
        assertThat(refused.value("Comment")).hasSize(5001);
    }

    @Test
    void theActivitySaysThatSomethingWasSaidAndNotWhat() {
        say(creator, "Which board?");
        page(creator)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/resolve")
                .submit();
        page(creator)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/reopen")
                .submit();
        page(creator)
                .at("/pins/" + pin.id + "/comments/" + first().id + "/delete")
                .submit();
        Page activity = creator.get("/activity?pin=" + pin.id);
        String name = kitchen.people.member(Role.CREATOR).name;
        assertThat(activity.document.select(".activity tbody p:first-child").eachText())
                .startsWith(
                        name + " deleted a comment (internal) · Lemon tart",
                        name + " opened a comment again (internal) · Lemon tart",
                        name + " resolved a comment (internal) · Lemon tart",
                        name + " commented (internal) · Lemon tart");
        assertThat(activity.text()).doesNotContain("Which board?");
    }
}
