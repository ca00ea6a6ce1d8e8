package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Publishing;
import pinplan.pin.Refused;
import pinplan.publer.Connection;
import pinplan.publer.Evidence;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.publer.sandbox.SandboxPost;
import pinplan.support.Page;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** Whose post is it, is it there at all, and who may say so: where taking one thing for another would cost a pin. */
@QuarkusTest
class DoubtTest {
    private static final String TEXT = "Twelve slices, no oven.";

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private static Long twin(Connected desk, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Pin pin = Pin.create(desk.people.workspace, desk.fields("Twin", at), desk.creator(), Connected.now());
            pin.submit(desk.creator(), Connected.now());
            pin.approve(pin.revision().fingerprint, desk.approver(), Connected.now());
            return pin.id;
        });
    }

    private static long postponements(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PinEvent.of(Pin.findById(pin)).stream()
                        .filter(event -> event.kind == PinEvent.Kind.POSTPONED)
                        .count());
    }

    /** The code asks first; that it can't be otherwise is for the database to say. */
    @Test
    void theDatabaseRefusesThatSomethingIsAbsentThatMayStillArrive() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(20));
        Long order = desk.publication(pin).id;
        assertThatThrownBy(() -> Connected.change(() ->
                        Attempt.open(Publication.findById(order)).resolved(Attempt.Outcome.ABSENT, Connected.now())))
                .hasStackTraceContaining("attempt_absent");
        assertThatThrownBy(() -> Connected.change(
                        () -> Attempt.begin(Publication.findById(order), "POST /posts/schedule", "{}", Connected.now())
                                .persistAndFlush()))
                .hasStackTraceContaining("attempt_open");
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void aStateThatNobodyKnowsIsShown() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(200);
        desk.pass(Duration.ofMinutes(1));
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled_frozen' where world = ?1", world));
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.publication(pin).reason)
                .isEqualTo("Publer says that it is “scheduled_frozen”, which Pinplan does not know.");
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** A person was asked meanwhile: its job is followed all the same, and until that ended nobody can call it absent. */
    @Test
    void anAnswerThatComesOnceAPersonIsAskedIsNotLost() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        Long pin = desk.approvedPin(8);
        desk.pass(Duration.ofMinutes(9));
        Publication asking = desk.publication(pin);
        assertThat(asking.state()).isEqualTo(Publishing.NEEDS_REVIEW);
        Evidence evidence = new Evidence("POST /posts/schedule", 200, "{}", null, null, null, Duration.ZERO);
        Connected.change(() -> {
            Publication order = Publication.locked(asking.id);
            Receipt.of(order, Attempt.open(order), new Outcome.Answered<>("late", evidence), Connected.now());
        });
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(desk.publication(pin).jobId()).isEqualTo("late");
        assertThatThrownBy(() -> desk.decide(pin, Verdict::notThere)).hasMessageContaining("may still arrive");
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.log().requests(Operation.JOB)).isNotEmpty();
    }

    // ---- where nobody could look ----

    @Test
    void aPostThatNoListHadIsNotSaidToBeInItNorToBeMissing() {
        Connected desk = new Connected();
        Long pin = twin(desk, null);
        desk.stage.fault(Fault.UNAVAILABLE, 1000, Operation.POSTS);
        desk.change(pin, found -> found.publishNow(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(45));
        Publication publication = desk.publication(pin);
        assertThat(publication.state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(publication.publerPostId).isNotNull();
        assertThat(publication.listedAt()).isNull();
        assertThat(publication.reason).startsWith("Publer said that it was done. Publer's list could not be read.");
        Page page = desk.people.as(Role.APPROVER).get("/pins/" + pin);
        assertThat(page.follow("Say what happened").says("Can you see it?")).isTrue();
    }

    @Test
    void aJobThatCouldNotBeAskedForIsNotSaidToBeWorking() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.UNAVAILABLE, 1000, Operation.JOB, Operation.POSTS);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.IN_DOUBT);
        assertThat(desk.publication(pin).reason).isEqualTo("Publer could not be asked whether it is done.");
    }

    @Test
    void aWithdrawalThatWaitsForTheKeySaysSo() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(1));
        standStill(desk);
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.RECALLING);
        assertThat(desk.publication(pin).reason).isEqualTo("The key was revoked.");
    }

    // ---- whose post it is ----

    @Test
    void twoPinsWithOneLinkAndTextThatGoOutAtOnceEachFindTheirOwnPost() {
        Connected desk = new Connected();
        Long first = twin(desk, null);
        Long second = twin(desk, null);
        desk.stage.fault(Fault.LOSE_ANSWER, 1);
        desk.change(first, pin -> pin.publishNow(desk.creator(), Connected.now()));
        desk.pass(Duration.ofSeconds(10));
        desk.change(second, pin -> pin.publishNow(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.status(first)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.status(second)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(2).allMatch(SandboxLog.Post::published);
        assertThat(desk.publication(first).publerPostId).isNotEqualTo(desk.publication(second).publerPostId);
    }

    @Test
    void aRequestThatWasLostDoesNotTakeItsTwinsPostForItsOwn() {
        Connected desk = new Connected();
        Long first = twin(desk, null);
        Long second = twin(desk, null);
        desk.change(first, pin -> pin.publishNow(desk.creator(), Connected.now()));
        desk.pass(Duration.ofSeconds(3));
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        desk.change(second, pin -> pin.publishNow(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.status(first)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.status(second)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(2);
        assertThat(desk.log().createRequests().size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aRowThatFailedInAnEarlierTryIsNotTakenForThisOne() {
        Connected desk = new Connected();
        Instant at = desk.in(60);
        Long pin = twin(desk, at);
        String old = desk.stage.foreignPost(desk.publerAccount, at, TEXT, "https://example.org/twin");
        desk.stage.change(world -> SandboxPost.update("state = 'failed' where publerId = ?1", old));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.publication(pin).publerPostId).isNotEqualTo(old);
    }

    @Test
    void aForeignPostInItsMinuteIsNeitherOursNorAbsence() {
        Connected desk = new Connected();
        Instant at = desk.in(60);
        Long pin = twin(desk, at);
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        desk.pass(Duration.ofSeconds(10));
        desk.stage.foreignPost(desk.publerAccount, at, "Somebody else's words", "https://example.org/twin");
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(desk.publication(pin).reason)
                .contains("not what was approved")
                .contains("Free is the minute of");
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    @Test
    void whatIsTooMuchIsAskedAwayUntilItIsGone() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.POST_TWICE, 1);
        desk.stage.fault(Fault.DELETE_LIES, 2);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1);
        assertThat(desk.publication(pin).reason).isEmpty();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Step.of(Publication.findById(desk.publication(pin).id))))
                .isNotEmpty();
        desk.pass(Duration.ofMinutes(60));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void aWithdrawalTakesBackWhatIsTooMuchAsWell() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.POST_TWICE, 1);
        Long pin = desk.approvedPin(60);
        desk.stage.fault(Fault.DELETE_LIES, 5);
        desk.pass(Duration.ofSeconds(30));
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void whatPublerHoldsBackIsTakenBackBeforeItCountsAsFailed() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(30);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        desk.stage.reauth(desk.publerAccount, true);
        desk.pass(Duration.ofMinutes(34));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).fault).isEqualTo(pinplan.publishing.Fault.ACCOUNT);
        assertThat(desk.publication(pin).reason).contains("needs attention");
        assertThat(desk.posts()).isEmpty();
        desk.stage.reauth(desk.publerAccount, false);
        desk.change(pin, found -> found.retry(desk.approver(), Connected.now()));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(1);
    }

    // ---- another Publer workspace is connected ----

    @Test
    void whatIsInAnotherPublerWorkspaceIsNotBelievedGoneAndIsTakenBackLater() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(120);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        desk.connectAnother();
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.RECALLING);
        assertThat(desk.publication(pin).reason)
                .startsWith(
                        "It was handed over to another Publer workspace than the one that is connected now, “Another”.");
        assertThat(desk.posts()).hasSize(1);
        desk.connectAgain();
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void whatIsInAnotherPublerWorkspaceIsNotMissed() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(180);
        desk.pass(Duration.ofSeconds(40));
        desk.connectAnother();
        desk.pass(Duration.ofMinutes(75));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(desk.publication(pin).fault).isEqualTo(pinplan.publishing.Fault.CONFIGURATION);
        desk.connectAgain();
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).reason).isEmpty();
        desk.pass(Duration.ofMinutes(105));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    /** Its time has come there, and what the list had before tells nothing any more. */
    @Test
    void whereOnlyAnotherPublerWorkspaceCanBeLookedAtPeoplesWordHasToDo() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        desk.connectAnother();
        desk.pass(Duration.ofMinutes(95));
        Publication waiting = desk.publication(pin);
        assertThat(waiting.state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(waiting.listedAt()).isNotNull();
        Page page = desk.people.as(Role.APPROVER).get("/publishing/" + waiting.id);
        page.form("Make it a draft")
                .fill("Type “not there” to confirm", "not there")
                .submit();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    // ---- late, and the minute is taken ----

    private static void standStill(Connected desk) {
        Connected.change(() -> lane(desk).pause(Lane.Pause.DENIED, null, "The key was revoked.", Connected.now()));
    }

    private static Lane lane(Connected desk) {
        return Connection.of(desk.people.workspace.id).orElseThrow().lane();
    }

    @Test
    void whoComesBackMinutesBeforeTheTimeTriesMoreThanOnce() {
        Connected desk = new Connected();
        Connected.change(() -> Workspace.update("horizonMinutes = 5 where id = ?1", desk.people.workspace.id));
        Long pin = desk.approvedPin(60);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(56));
        desk.stage.fault(Fault.SERVER_ERROR, 1, Operation.UPLOAD);
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.publication(pin).publishAt).isEqualTo(desk.publication(pin).wantedAt);
    }

    @Test
    void latenessCountsFromTheTimeThatPeopleWanted() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(5);
        standStill(desk);
        desk.pass(Duration.ofMinutes(50));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(postponements(pin)).isZero();
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).reason).contains("minutes late");
        Connected.change(() -> lane(desk).resume());
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void aLittleLateIsMovedOnceAndOnlyWhenItGoesOut() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(5);
        standStill(desk);
        desk.pass(Duration.ofMinutes(30));
        Connected.change(() -> lane(desk).resume());
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(postponements(pin)).isOne();
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void aMinuteThatPublerStillHoldsIsNobodyElses() {
        Connected desk = new Connected();
        Instant at = desk.in(60);
        Long moved = desk.approvedPin(at);
        desk.pass(Duration.ofSeconds(40));
        desk.stage.fault(Fault.DELETE_NOTHING, 3);
        desk.change(
                moved,
                pin -> pin.schedule(
                        PlannedTime.at(desk.in(90), desk.people.workspace.zone).local(),
                        desk.creator(),
                        Connected.now()));
        assertThat(desk.publication(moved).state()).isEqualTo(Publishing.RECALLING);
        assertThatThrownBy(() -> desk.approvedPin(at))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("still holds");
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(moved)).isEqualTo(PinStatus.SCHEDULED);
        Long next = desk.approvedPin(at);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(next)).isEqualTo(PinStatus.SCHEDULED);
    }

    @Test
    void anOrderWhoseMinuteIsHeldIsAVisibleFailureAndNoException() {
        Connected desk = new Connected();
        Instant at = desk.in(60);
        desk.approvedPin(at);
        Long other = twin(desk, desk.in(70));
        Connected.change(() -> {
            Publication.update("state = ?1 where pin.id = ?2", Publishing.CANCELLED, other);
            Pin.getEntityManager()
                    .createNativeQuery("update pin set publish_at = ?1, publishing = null where id = ?2")
                    .setParameter(1, at)
                    .setParameter(2, other)
                    .executeUpdate();
        });
        Connected.change(() -> Orders.order(Pin.locked(desk.people.workspace, other), null, Connected.now()));
        assertThat(desk.status(other)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(other).fault).isEqualTo(pinplan.publishing.Fault.LIMIT);
    }

    // ---- who may say so ----

    @Test
    void nobodyCallsItAbsentWhileItMayStillArrive() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThatThrownBy(() -> desk.decide(pin, Verdict::notThere))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("may still arrive");
        assertThatThrownBy(() -> desk.decide(pin, Verdict::giveUp)).isInstanceOf(Refused.class);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.IN_DOUBT);
    }

    /** Somebody else's post is in its minute, so a person has to say; and only then does its own show. */
    private static Long showsLate(Connected desk) {
        Instant at = desk.in(60);
        Long pin = twin(desk, at);
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        desk.pass(Duration.ofSeconds(10));
        desk.stage.foreignPost(desk.publerAccount, at, "Somebody else's words", "https://example.org/other");
        desk.pass(Duration.ofMinutes(9));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        desk.stage.foreignPost(desk.publerAccount, at, TEXT, "https://example.org/twin");
        return pin;
    }

    private static boolean there(Connected desk) {
        return desk.log().posts().stream().anyMatch(post -> "https://example.org/twin".equals(post.url()));
    }

    @Test
    void whatSomebodyDidNotSeeIsLookedForOnceMoreBeforeItIsSentAgain() {
        Connected desk = new Connected();
        Long pin = showsLate(desk);
        desk.decide(pin, Verdict::notThere);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    @Test
    void whatSomebodyDidNotSeeIsTakenBackIfItShallNotGoOut() {
        Connected desk = new Connected();
        Long pin = showsLate(desk);
        desk.decide(pin, Verdict::giveUp);
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(there(desk)).isFalse();
    }

    @Test
    void whereNobodyCanLookPeoplesWordHasToDo() {
        Connected desk = new Connected();
        Long pin = showsLate(desk);
        Connected.change(
                () -> Connection.of(desk.people.workspace.id).orElseThrow().delete());
        desk.decide(pin, Verdict::giveUp);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
    }

    @Test
    void aJobThatStillRunsMayStillMakeIt() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(10);
        desk.stage.fault(Fault.JOB_NEVER_ENDS, 1);
        desk.stage.change(world -> world.listLagMillis = 3_600_000);
        desk.pass(Duration.ofMinutes(9));
        Publication found = desk.publication(pin);
        assertThat(found.asks()).isTrue();
        assertThat(found.decidableAt()).isAfter(Connected.now().plus(Duration.ofMinutes(30)));
    }

    @Test
    void aLockReadsThePinAnew() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        Connected.change(() -> {
            Pin stale = Pin.in(desk.people.workspace, pin);
            String before = stale.title();
            QuarkusTransaction.requiringNew()
                    .run(() -> Pin.locked(desk.people.workspace, pin)
                            .edit(desk.fields("Edited meanwhile", null), desk.creator(), Connected.now()));
            assertThat(Pin.locked(desk.people.workspace, pin).title())
                    .isEqualTo("Edited meanwhile")
                    .isNotEqualTo(before);
        });
    }

    @Test
    void theListIsReadAlsoWhenItsPagesAreCountedFromOne() {
        Listing.Pages pages = new Listing.Pages();
        List<pinplan.publer.PublerPost> first = rows(0, 20);
        assertThat(pages.add(first, 30)).isNull();
        assertThat(pages.add(first, 30)).isNull();
        assertThat(pages.all()).isFalse();
        assertThat(pages.add(rows(20, 30), 30)).isNull();
        assertThat(pages.all()).isTrue();
        assertThat(pages.listing().complete()).isTrue();
    }

    @Test
    void aRowThatSlippedBetweenThePagesMakesTheListNoEvidence() {
        Listing.Pages pages = new Listing.Pages();
        pages.add(rows(0, 20), 30);
        pages.add(rows(19, 29), 30);
        assertThat(pages.listing().complete()).isFalse();
    }

    private static List<pinplan.publer.PublerPost> rows(int from, int to) {
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(i -> new pinplan.publer.PublerPost(
                        "post" + i, "scheduled", null, null, null, null, null, null, null, null, null, null, null))
                .toList();
    }
}
