package pinplan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.change.AsShown;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.review.Rules;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;

/** Who is told what, and where they read it. */
@QuarkusTest
class InboxTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pages approver = kitchen.as(Role.APPROVER);

    @AfterEach
    void backToNow() {
        clocks().reset();
    }

    private static Clocks clocks() {
        return io.quarkus.arc.Arc.container().instance(Clocks.class).get();
    }

    private List<String> told(Role role) {
        return told(kitchen.as(role));
    }

    private static List<String> told(Pages who) {
        return who.get("/inbox").document.select(".news-words > p:first-child").eachText();
    }

    private String name(Role role) {
        return kitchen.people.member(role).name;
    }

    private void approve(Pin pin) {
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
    }

    private void say(Pages who, Pin pin, String text) {
        who.get("/pins/" + pin.id).form("Post comment").fill("Comment", text).submit();
    }

    private static String unread(Pages who) {
        return who.one("/inbox/unread").asString();
    }

    // ---- who hears of what ----

    @Test
    void whoIsAskedHearsOfASubmissionAndWhoSentItDoesNot() {
        kitchen.inReview("Lemon tart");
        String asked = "Unread: " + name(Role.CREATOR) + " asks you to decide on Lemon tart";
        for (Role role : List.of(Role.OWNER, Role.ADMIN, Role.APPROVER)) {
            assertThat(told(role)).as("%s", role).containsExactly(asked);
        }
        assertThat(told(Role.CREATOR)).isEmpty();
        assertThat(told(Role.VIEWER)).isEmpty();
    }

    @Test
    void authorAndSubmitterHearWhatIsDecided() {
        Pin pin = kitchen.verb(kitchen.draft("Lemon tart", Role.CREATOR), Role.ADMIN, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.requestChanges("Another picture", by, now));
        for (Role role : List.of(Role.CREATOR, Role.ADMIN)) {
            Page inbox = kitchen.as(role).get("/inbox");
            assertThat(inbox.document.select(".news").get(0).text())
                    .contains(name(Role.APPROVER) + " requested changes to Lemon tart Another picture");
        }
        assertThat(told(Role.APPROVER)).hasSize(1).allMatch(line -> line.contains("asks you"));
    }

    /** Who has changed it since has not sent it. */
    @Test
    void whoSentItHearsAlsoOnceAnotherChangedIt() {
        Pin pin = kitchen.verb(kitchen.draft("Lemon tart", Role.CREATOR), Role.ADMIN, Pin::submit);
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.edit(p.fields().on(kitchen.baking), by, now));
        say(approver, pin, "Another board?");
        assertThat(told(Role.ADMIN).get(0)).contains("commented on Lemon tart");
        assertThat(told(Role.OWNER)).noneMatch(line -> line.contains("commented"));
    }

    @Test
    void whoApprovedHearsThatItIsVoid() {
        Pin pin = kitchen.approved("Lemon tart");
        creator.get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Lime tart")
                .submit();
        assertThat(told(Role.APPROVER).get(0))
                .contains(name(Role.CREATOR) + " changed Lime tart after it was approved");
        assertThat(told(Role.OWNER)).noneMatch(line -> line.contains("changed"));
    }

    /** Nobody decides on a draft, so its time would pass unnoticed. */
    @Test
    void whoMadeItAndWhoAgreedHearThatAChangeEndedItsReview() {
        Rules.steps(kitchen, Rules.any(Role.APPROVER), Rules.any(Role.OWNER));
        Pin pin = kitchen.inReview("Lemon tart");
        approve(pin);
        kitchen.as(Role.ADMIN)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Lime tart")
                .submit();
        String ended = "Unread: " + name(Role.ADMIN) + " changed Lime tart during its review: it is a draft again";
        for (Role role : List.of(Role.CREATOR, Role.APPROVER)) {
            Page inbox = kitchen.as(role).get("/inbox");
            assertThat(told(role).get(0)).as("%s", role).isEqualTo(ended);
            assertThat(inbox.document.select(".news").get(0).text()).contains("Title");
        }
        // What was asked of the owner is taken back, and who changed it knows.
        assertThat(told(Role.OWNER)).noneMatch(line -> line.startsWith("Unread"));
        assertThat(told(Role.ADMIN)).noneMatch(line -> line.contains("changed"));
        assertThat(creator.get("/pins/" + pin.id).text())
                .contains("changed during its review, so it is a draft again: Title");
    }

    @Test
    void manyThatAreChangedInReviewAreTold() {
        Pin pin = kitchen.inReview("Lemon tart");
        kitchen.as(Role.ADMIN)
                .sending()
                .formParam("pin", pin.id + ":" + kitchen.<AsShown>read(pin, AsShown::of))
                .formParam("action", "board")
                .formParam("board", kitchen.baking.id)
                .post("/changes/selection/change");
        assertThat(told(creator).get(0)).contains(name(Role.ADMIN) + " changed Lemon tart during its review");
    }

    @Test
    void whoMadeItAndWhoApprovedHearThatItIsWithdrawn() {
        Pin pin = kitchen.approved("Lemon tart");
        kitchen.verb(pin, Role.ADMIN, Pin::withdraw);
        for (Role role : List.of(Role.CREATOR, Role.APPROVER)) {
            assertThat(told(role).get(0))
                    .isEqualTo("Unread: " + name(Role.ADMIN)
                            + " withdrew Lemon tart: it does not go out as it was reviewed");
        }
        assertThat(told(Role.ADMIN)).noneMatch(line -> line.contains("withdrew"));
        assertThat(told(Role.OWNER)).noneMatch(line -> line.contains("withdrew"));
    }

    @Test
    void whatBecomesOfAPinIsToldToWhoMadeIt() {
        Pin pin = kitchen.approved("Lemon tart");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        assertThat(told(Role.CREATOR).get(0)).contains("Lemon tart failed");
        assertThat(told(Role.APPROVER).get(0)).contains("Lemon tart failed");
        assertThat(told(Role.VIEWER)).isEmpty();
    }

    @Test
    void whoLeftHearsNothingAndNothingGoesToAnotherWorkspace() {
        Member gone = kitchen.people.another(Role.APPROVER);
        QuarkusTransaction.requiringNew()
                .run(() -> Membership.update("removedAt = ?1 where member = ?2", Kitchen.now(), gone));
        kitchen.inReview("Lemon tart");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Notification.count("member", gone)))
                .isZero();
        assertThat(told(People.fresh().as(Role.OWNER))).isEmpty();
    }

    @Test
    void aGuestIsNamedToo() {
        Pin pin = kitchen.inReview("Lemon tart");
        QuarkusTransaction.requiringNew()
                .run(() -> Notification.tell(
                        News.APPROVED,
                        pin,
                        null,
                        null,
                        "Gina (guest)",
                        "",
                        List.of(kitchen.people.member(Role.CREATOR).id),
                        false,
                        Kitchen.now()));
        assertThat(told(Role.CREATOR)).containsExactly("Unread: Gina (guest) approved Lemon tart");
    }

    // ---- talk ----

    @Test
    void everyoneHearsACommentOnceByWhatConcernsThemMost() {
        Pin pin = kitchen.inReview("Lemon tart");
        say(approver, pin, "Which board? @" + name(Role.VIEWER).toUpperCase());
        assertThat(told(Role.CREATOR).get(0)).contains(name(Role.APPROVER) + " commented on Lemon tart");
        assertThat(told(Role.VIEWER)).hasSize(1).allMatch(line -> line.contains("mentioned you on Lemon tart"));
        assertThat(told(Role.OWNER)).hasSize(1);
        creator.get("/pins/" + pin.id)
                .form("Send the answer")
                .fill("Answer", "Easter, says @" + name(Role.OWNER))
                .submit();
        assertThat(told(Role.APPROVER).get(0)).contains("answered in a thread on Lemon tart");
        assertThat(told(Role.OWNER).get(0)).contains("mentioned you on Lemon tart");
        assertThat(told(Role.CREATOR)).hasSize(1);
    }

    @Test
    void aChangedCommentTellsOnlyThoseWhoWereNotNamedBefore() {
        Pin pin = kitchen.inReview("Lemon tart");
        say(creator, pin, "@" + name(Role.VIEWER) + ", look");
        creator.get("/pins/" + pin.id)
                .form("Save your comment")
                .fill("Your comment", "@" + name(Role.VIEWER) + " and @" + name(Role.ADMIN) + ", look")
                .submit();
        assertThat(told(Role.VIEWER)).hasSize(1);
        assertThat(told(Role.ADMIN).get(0)).contains("mentioned you");
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.document.select(".comment > .told > .mention").eachText())
                .containsExactly("@" + name(Role.VIEWER), "@" + name(Role.ADMIN));
    }

    @Test
    void aDeletedCommentSaysNothingInTheInboxEither() {
        Pin pin = kitchen.inReview("Lemon tart");
        say(approver, pin, "A secret");
        assertThat(creator.get("/inbox").text()).contains("A secret");
        Page page = approver.get("/pins/" + pin.id);
        String comment = page.document.selectFirst(".comment").id().replace("comment-", "");
        page.at("/pins/" + pin.id + "/comments/" + comment + "/delete").submit();
        assertThat(creator.get("/inbox").text()).doesNotContain("A secret").contains("commented on Lemon tart");
    }

    // ---- reading ----

    @Test
    void fortyApprovalsAreOneLine() {
        List<Pin> pins = IntStream.range(0, 40)
                .mapToObj(number -> kitchen.inReview("Tart " + number))
                .toList();
        pins.forEach(this::approve);
        assertThat(told(creator)).containsExactly("Unread: " + name(Role.APPROVER) + " approved 40 pins");
        assertThat(creator.get("/inbox").document.select(".news details a")).hasSize(40);
        assertThat(told(approver)).containsExactly(name(Role.CREATOR) + " asks you to decide on 40 pins");
        assertThat(unread(creator)).isEqualTo("40");
        assertThat(creator.get("/inbox").form("Mark all as read").submit().path).isEqualTo("/inbox");
        assertThat(unread(creator)).isEmpty();
    }

    @Test
    void oneIsMarkedAsReadAndTheOthersStay() {
        Pin first = kitchen.inReview("Lemon tart");
        approve(first);
        clocks().shift(Duration.ofMinutes(20));
        approve(kitchen.inReview("Lime tart"));
        Page inbox = creator.get("/inbox");
        assertThat(inbox.document.select(".news.unread")).hasSize(2);
        assertThat(inbox.document.select(".news a").get(1).attr("href")).isEqualTo("/pins/" + first.id);
        inbox.document.select(".news.unread form").get(0).remove();
        inbox.form("Mark as read: " + name(Role.APPROVER) + " approved Lemon tart")
                .submit();
        assertThat(told(creator))
                .containsExactly(
                        "Unread: " + name(Role.APPROVER) + " approved Lime tart",
                        name(Role.APPROVER) + " approved Lemon tart");
        assertThat(creator.get("/calendar").document.select("#bell .badge").text())
                .isEqualTo("1 unread");
        assertThat(creator.get("/calendar").document.select(".nav-more").attr("data-badge"))
                .isEqualTo("1");
    }

    @Test
    void whatNobodyIsAskedAnyMoreIsRead() {
        Pages owner = kitchen.as(Role.OWNER);
        Pin approved = kitchen.inReview("Lemon tart");
        Pin returned = kitchen.inReview("Lime tart");
        Pin withdrawn = kitchen.inReview("Plum tart");
        Pin held = kitchen.inReview("Pear tart");
        assertThat(unread(owner)).isEqualTo("4");
        approve(approved);
        assertThat(unread(owner)).isEqualTo("3");
        assertThat(unread(approver)).isEqualTo("3");
        kitchen.verb(returned, Role.APPROVER, (p, by, now) -> p.requestChanges("Greener", by, now));
        assertThat(unread(owner)).isEqualTo("2");
        kitchen.verb(withdrawn, Role.CREATOR, Pin::withdraw);
        // It goes on once it is released, and nobody is told again.
        kitchen.verb(held, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        assertThat(told(Role.OWNER))
                .filteredOn(line -> line.startsWith("Unread"))
                .hasSize(1);
        kitchen.verb(returned, Role.CREATOR, Pin::submit);
        assertThat(unread(owner)).isEqualTo("2");
        assertThat(unread(approver)).isEqualTo("2");
    }

    @Test
    void whoMayMendATroubleHearsOfItOnceAndHasItReadOnceItIsMended() {
        Pin pin = kitchen.approved("Lemon tart");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.IN_DOUBT, false, now));
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.NEEDS_REVIEW, true, now));
        for (Role role : List.of(Role.OWNER, Role.ADMIN, Role.APPROVER)) {
            assertThat(told(role))
                    .filteredOn(line -> line.startsWith("Unread"))
                    .as("%s", role)
                    .containsExactly("Unread: Lemon tart has an unknown outcome");
            assertThat(stuck(role)).as("%s", role).isEqualTo("1");
            assertThat(kitchen.as(role)
                            .get("/calendar")
                            .document
                            .select(".nav-more")
                            .attr("data-badge"))
                    .as("what stands behind More on a phone: what is unread, and what is stuck")
                    .isEqualTo(String.valueOf(Integer.parseInt(unread(kitchen.as(role))) + 1));
        }
        assertThat(told(Role.VIEWER)).isEmpty();
        assertThat(stuck(Role.VIEWER)).isEmpty();
        assertThat(stuck(Role.CREATOR)).as("it is theirs, and others' to mend").isEmpty();

        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.SCHEDULED, false, now));
        for (Role role : List.of(Role.OWNER, Role.ADMIN, Role.APPROVER)) {
            assertThat(unread(kitchen.as(role))).as("%s", role).isEmpty();
            assertThat(stuck(role)).as("%s", role).isEmpty();
        }
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        assertThat(told(Role.ADMIN).get(0)).isEqualTo("Unread: Lemon tart failed");
    }

    /** It was proved absent, and is sent once more. */
    @Test
    void aDoubtThatEndsIsReadAndTheNextOneIsTold() {
        Pin pin = kitchen.approved("Lemon tart");
        for (int doubts = 1; doubts <= 2; doubts++) {
            kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.IN_DOUBT, true, now));
            for (Role role : List.of(Role.OWNER, Role.ADMIN, Role.CREATOR)) {
                assertThat(told(role))
                        .filteredOn(line -> line.equals("Unread: Lemon tart has an unknown outcome"))
                        .as("%s", role)
                        .hasSize(1);
            }
            kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PENDING, false, now));
            assertThat(unread(kitchen.as(Role.ADMIN))).isEmpty();
            clocks().shift(Duration.ofMinutes(20));
        }
        assertThat(told(Role.ADMIN))
                .filteredOn(line -> line.contains("unknown"))
                .hasSize(2);
        assertThat(creator.get("/pins/" + pin.id).text()).contains("no longer has an unknown outcome");
    }

    @Test
    void whatFailsAgainAfterItGotAnotherTimeIsToldAgain() {
        Pin pin = kitchen.approved("Lemon tart");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        assertThat(unread(kitchen.as(Role.ADMIN))).isEmpty();
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        assertThat(told(Role.ADMIN))
                .filteredOn(line -> line.startsWith("Unread"))
                .containsExactly("Unread: Lemon tart failed");
    }

    private String stuck(Role role) {
        return kitchen.as(role)
                .get("/calendar")
                .document
                .select(".nav a[href=/publishing]")
                .attr("data-badge");
    }

    @Test
    void whatIsReadByOneIsNotReadByAnother() {
        kitchen.inReview("Lemon tart");
        approver.sending()
                .formParam("from", 1)
                .formParam("until", Long.MAX_VALUE)
                .post("/inbox/read");
        assertThat(unread(approver)).isEmpty();
        assertThat(unread(kitchen.as(Role.OWNER))).isEqualTo("1");
    }

    @Test
    void whatIsToldOfAPinIsReadUntilThenAndNothingElse() {
        Pin lemon = kitchen.inReview("Lemon tart");
        kitchen.inReview("Lime tart");
        String newest =
                approver.get("/pins/" + lemon.id).document.selectFirst("#bell").attr("data-newest");
        assertThat(unread(approver)).isEqualTo("2");
        say(kitchen.as(Role.VIEWER), lemon, "Look, @" + name(Role.APPROVER));
        String path = "/inbox/read/" + lemon.id;
        approver.sending().formParam("nothing", "").post(path);
        assertThat(unread(approver)).isEqualTo("3");
        approver.sending().formParam("until", newest).post(path);
        // What was said since, and the other pin.
        assertThat(unread(approver)).isEqualTo("2");
        assertThat(told(approver))
                .anyMatch(line -> line.startsWith("Unread") && line.contains("mentioned you on Lemon tart"));
        assertThat(unread(kitchen.as(Role.OWNER))).isEqualTo("2");
    }

    @Test
    void aHundredAreNotCountedAndOlderOnesStandOnTheNextPage() {
        Pin pin = kitchen.inReview("Lemon tart");
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 120)
                        .forEach(number -> Notification.tell(
                                News.HELD,
                                pin,
                                null,
                                kitchen.people.member(number % 2 == 0 ? Role.OWNER : Role.ADMIN),
                                "",
                                "",
                                List.of(kitchen.people.member(Role.CREATOR).id),
                                false,
                                Kitchen.now())));
        assertThat(unread(creator)).isEqualTo("99+");
        Page first = creator.get("/inbox");
        assertThat(first.document.select(".news")).hasSize(50);
        Page second = creator.get(first.document.select("[rel=next]").attr("href"));
        assertThat(second.document.select(".news")).hasSize(50);
        Page last = creator.get(second.document.select("[rel=next]").attr("href"));
        assertThat(last.document.select(".news")).hasSize(20);
        assertThat(last.document.select("[rel=next]")).isEmpty();
    }

    @Test
    void aPinThatIsGoneIsNamedAndLeadsNowhere() {
        Pin pin = kitchen.approved("Lemon tart");
        kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
        kitchen.verb(pin, Role.CREATOR, Pin::delete);
        Page inbox = creator.get("/inbox");
        assertThat(inbox.document.select(".news a")).isEmpty();
        assertThat(inbox.text()).contains("approved Lemon tart (deleted)");
    }

    @Test
    void whatPeopleTypeIsText() {
        Pin pin = kitchen.inReview("<img src=x onerror=alert(1)>");
        say(approver, pin, "<script>alert(2)</script> @" + name(Role.CREATOR));
        Page inbox = creator.get("/inbox");
        assertThat(inbox.document.select("main img, main script")).isEmpty();
        assertThat(inbox.text()).contains("<img src=x onerror=alert(1)>", "<script>alert(2)</script>");
    }

    @Test
    void aFullInboxCostsAsManyStatementsAsAnEmptyOne() {
        Pages viewer = kitchen.as(Role.VIEWER);
        viewer.get("/inbox");
        long empty = statements(() -> viewer.get("/inbox"));
        IntStream.range(0, 12).forEach(number -> approve(kitchen.inReview("Tart " + number)));
        creator.get("/inbox");
        assertThat(statements(() -> creator.get("/inbox"))).isEqualTo(empty);
    }

    private static long statements(Runnable page) {
        Statistics statistics = Panache.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        page.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
