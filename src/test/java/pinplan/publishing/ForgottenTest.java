package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.database.Clocks;
import pinplan.database.SwitchOver;
import pinplan.pin.Actor;
import pinplan.pin.Editorial;
import pinplan.pin.HeldMinutes;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Publishing;
import pinplan.pin.Refused;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.publer.sandbox.SandboxPost;
import pinplan.support.Page;
import pinplan.team.Member;
import pinplan.team.Role;

/** The database is an old copy: what was sent after it was made is unknown here, and known at Publer. */
@QuarkusTest
class ForgottenTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    /** A pin that was there before the application and its database were started. */
    private static Long oldPin(Connected desk, int minutesAhead) {
        Long pin = desk.approvedPin(minutesAhead);
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.update(
                        "createdAt = ?1 where id = ?2", Connected.now().minus(Duration.ofDays(2)), pin));
        return pin;
    }

    /** The same each time, and in review; as old. */
    private static Long made(Connected desk, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Pin pin = Pin.create(desk.people.workspace, desk.fields("Lemon tart", at), desk.creator(), Connected.now());
            pin.submit(desk.creator(), Connected.now());
            Pin.update("createdAt = ?1 where id = ?2", Connected.now().minus(Duration.ofDays(2)), pin.id);
            return pin.id;
        });
    }

    private static void approved(Connected desk, Long pin) {
        desk.change(pin, found -> found.approve(found.revision().fingerprint, desk.approver(), Connected.now()));
    }

    private static void sentInTheTimeThatIsLost(Connected desk, Long pin) {
        sentFor(desk, pin, desk.publication(pin).publishAt);
    }

    private static String sentFor(Connected desk, Long pin, Instant at) {
        String link = QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).content().link());
        return desk.stage.foreignPost(desk.publerAccount, at, "Twelve slices, no oven.", link);
    }

    @Test
    void whatPublerHasAlreadyIsFoundAndNotSentAgain() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        sentInTheTimeThatIsLost(desk, pin);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().createRequests()).isEmpty();
        assertThat(desk.log().posts()).hasSize(1);
    }

    @Test
    void whatWasPublishedMeanwhileIsFoundThoughItsTimeIsOver() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 5);
        sentInTheTimeThatIsLost(desk, pin);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(30));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void deletedHereAndOutThereItIsAPublishedPinAgainAndSomebodyLooks() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 5);
        sentInTheTimeThatIsLost(desk, pin);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(30));
        Member other = desk.people.another(Role.APPROVER);
        desk.change(pin, found -> found.delete(new Actor(other, Role.APPROVER), Connected.now()));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().createRequests()).isEmpty();
        Page page = desk.people.as(Role.APPROVER).get("/pins/" + pin);
        assertThat(page.status).isEqualTo(200);
        assertThat(page.text()).contains("is again what went out: The deletion");
        assertThat(desk.people
                        .as(Role.APPROVER)
                        .get("/publishing")
                        .document
                        .select("[aria-labelledby=kind-overtaken] li"))
                .hasSize(1);
    }

    /** Withdrawn and sent to review again as it was: the look that was begun finds it out. */
    @Test
    void inReviewHereAndOutThereNobodyIsAskedAnyMore() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 5);
        sentInTheTimeThatIsLost(desk, pin);
        desk.change(pin, found -> {
            found.withdraw(desk.creator(), Connected.now());
            found.submit(desk.creator(), Connected.now());
        });
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(30));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Pin.<Pin>findById(pin).editorial()))
                .isEqualTo(Editorial.APPROVED);
        assertThat(desk.people.as(Role.APPROVER).get("/review").text()).doesNotContain("Approve selected");
    }

    @Test
    void evenVeryLateItIsLookedForBeforeItCountsAsNotSent() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 5);
        sentInTheTimeThatIsLost(desk, pin);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(90));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void withdrawnHereItIsTakenBackThereThoughNobodyRemembersThatItWasSent() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        sentInTheTimeThatIsLost(desk, pin);
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.log().posts()).isEmpty();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
    }

    /** Before anybody could look there: nobody is to believe that the approval still holds. */
    @Test
    void untilItIsLookedForPeoplesWordIsShown() {
        Connected desk = new Connected();
        Long withdrawn = oldPin(desk, 60);
        Long held = oldPin(desk, 70);
        desk.change(withdrawn, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.change(held, found -> found.hold("", desk.approver(), Connected.now()));
        assertThat(desk.publication(withdrawn).state()).isEqualTo(Publishing.PENDING);
        assertThat(desk.status(withdrawn)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.status(held)).isEqualTo(PinStatus.ON_HOLD);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.publication(held).state()).isEqualTo(Publishing.CANCELLED);
        assertThat(desk.status(held)).isEqualTo(PinStatus.ON_HOLD);
        assertThat(desk.log().createRequests()).isEmpty();
    }

    /** Sent through review again before anybody could look there. */
    @Test
    void approvedAgainMeanwhileItGoesOutOnce() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.change(pin, found -> found.submit(desk.creator(), Connected.now()));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        desk.change(pin, found -> found.approve(found.revision().fingerprint, desk.approver(), Connected.now()));
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().posts()).hasSize(1);
    }

    @Test
    void movedHereItIsTakenBackThereAndGoesOutOnceAtItsNewTime() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        sentInTheTimeThatIsLost(desk, pin);
        moved(desk, pin);
        assertThat(kinds(pin)).contains(PinEvent.Kind.RECALLED).doesNotContain(PinEvent.Kind.ABSENT);
    }

    @Test
    void movedHereAndNeverSentItGoesOutOnceAtItsNewTime() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        moved(desk, pin);
        assertThat(kinds(pin)).contains(PinEvent.Kind.ABSENT).doesNotContain(PinEvent.Kind.RECALLED);
    }

    private static List<PinEvent.Kind> kinds(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PinEvent.of(Pin.findById(pin)).stream()
                        .map(event -> event.kind)
                        .toList());
    }

    private static void moved(Connected desk, Long pin) {
        Instant later = desk.in(120);
        desk.change(
                pin,
                found -> found.schedule(
                        PlannedTime.at(later, desk.people.workspace.zone).local(), desk.approver(), Connected.now()));
        desk.pass(Duration.ofMinutes(130));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().posts())
                .hasSize(1)
                .allMatch(post -> post.published() && later.equals(post.scheduledAt()));
    }

    /** Published now, moved or late in the time that is lost: the copy has another minute for it. */
    @ParameterizedTest
    @ValueSource(ints = {-6 * 24 * 60, -90, 7, 5 * 24 * 60})
    void whatPublerHasAtAnotherMinuteIsNotSentAgain(int minutes) {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        String post = sentFor(desk, pin, desk.in(minutes));
        desk.pass(Duration.ofMinutes(8));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        Publication asking = desk.publication(pin);
        assertThat(asking.reason).contains("Publer has the same at another time", post);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Publication.<Publication>findById(asking.id).adoptable()))
                .containsExactly(post);
        desk.decide(pin, verdict -> verdict.adopt(post));
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(pin)).isEqualTo(minutes > 8 ? PinStatus.SCHEDULED : PinStatus.PUBLISHED);
        assertThat(desk.publication(pin).publerPostId).isEqualTo(post);
        assertThat(desk.log().createRequests()).isEmpty();
    }

    /** The copy had it in review: it is given another time, and approved once more. */
    @Test
    void approvedAnewForAnotherMinuteItIsNotSentAgain() {
        Connected desk = new Connected();
        Long pin = made(desk, desk.in(10));
        sentFor(desk, pin, desk.in(10));
        Connected.bean(Clocks.class).shift(Duration.ofHours(2));
        desk.change(
                pin,
                found -> found.schedule(
                        PlannedTime.at(desk.in(180), desk.people.workspace.zone).local(),
                        desk.creator(),
                        Connected.now()));
        approved(desk, pin);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void whatIsLikeItAndSomethingElseIsAskedForOnce() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        sentFor(desk, pin, desk.in(-90));
        desk.pass(Duration.ofMinutes(9));
        desk.decide(pin, Verdict::notThere);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** The same again a week later is another pin's, though nobody has found that one there yet. */
    @Test
    void whatAnotherPinIsStandsInNobodysWay() {
        Connected desk = new Connected();
        Long first = made(desk, desk.in(60));
        Long second = made(desk, desk.in(120));
        approved(desk, first);
        approved(desk, second);
        Connected.change(() -> Publication.update(
                "dueAt = ?1 where pin.id = ?2", Connected.now().plusSeconds(60), first));
        sentInTheTimeThatIsLost(desk, first);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.publication(second).state()).isNotEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(first)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** Soon after a start all that waits is looked for at once: until then each holds its minute, wherever its pin goes. */
    @Test
    void afterAStartASeriesMovesByItsOwnStep() {
        Connected desk = new Connected();
        Instant first = desk.in(60 * 40);
        Instant far = first.plus(Duration.ofDays(60));
        Long[] pins = {made(desk, first), made(desk, first.plus(Duration.ofHours(1))), made(desk, far)};
        for (Long pin : pins) {
            approved(desk, pin);
        }
        Refused refused = catchThrowableOfType(Refused.class, () -> moved(desk, pins[0], first, 1));
        assertThat(refused).as("the second has not left yet").hasMessageContaining("has this minute");
        moved(desk, pins[1], first, 2);
        refused = catchThrowableOfType(Refused.class, () -> moved(desk, pins[0], first, 1));
        assertThat(refused).hasMessage(HeldMinutes.UNSURE);

        desk.survey();
        moved(desk, pins[0], first, 1);
        moved(desk, pins[1], first, 3);
        moved(desk, pins[0], first, 2);
        moved(desk, pins[2], far, 1);
        for (Long pin : pins) {
            assertThat(QuarkusTransaction.requiringNew()
                            .call(() -> Publication.of(Pin.<Pin>findById(pin)).stream()
                                    .filter(order -> order.state().living())
                                    .toList()))
                    .singleElement()
                    .matches(order -> !order.looksFirst());
        }
        assertThat(desk.log().createRequests()).isEmpty();
    }

    private static void moved(Connected desk, Long pin, Instant first, int hours) {
        Instant at = first.plus(Duration.ofHours(hours));
        desk.change(
                pin,
                found -> found.schedule(
                        PlannedTime.at(at, desk.people.workspace.zone).local(), desk.approver(), Connected.now()));
    }

    /** What was sent ahead is seen then too, and what is to be asked is asked long before its time. */
    @Test
    void afterAStartWhatPublerHasIsFound() {
        Connected desk = new Connected();
        Long there = oldPin(desk, 60 * 40);
        Long elsewhere = oldPin(desk, 60 * 41);
        sentInTheTimeThatIsLost(desk, there);
        String post = sentFor(desk, elsewhere, desk.in(60 * 50));
        desk.survey();
        assertThat(desk.status(there)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.status(elsewhere)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(desk.publication(elsewhere).reason).contains(post);
    }

    /** It was read just before: where another server answers, that says nothing any more. */
    @Test
    void afterASwitchOverItIsReadAnew() {
        try {
            Connected desk = new Connected();
            desk.survey();
            Long pin = desk.approvedPin(60 * 40);
            SwitchOver.happen();
            desk.survey();
            int asked = desk.log().requests(Operation.POSTS).size();
            desk.survey();
            assertThat(desk.log().requests(Operation.POSTS))
                    .as("nothing is due yet")
                    .hasSize(asked);
            Connected.bean(Clocks.class).shift(Duration.ofMinutes(8));
            desk.survey();
            desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
            assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
        } finally {
            afterTheSwitch();
        }
    }

    @Test
    void whatPublerDoesNotHaveIsLookedForOnceAndSent() {
        Connected desk = new Connected();
        Long pin = oldPin(desk, 60);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.log().requests(Operation.POSTS)).isNotEmpty();
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    @Test
    void untilPublerCanBeAskedNothingOldIsSentAndWhatIsNewGoesOut() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.SERVER_ERROR, 3, Operation.POSTS);
        Long old = oldPin(desk, 60);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.log().createRequests()).isEmpty();
        assertThat(desk.publication(old).state()).isEqualTo(Publishing.PENDING);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Waiting.sentence(Publication.findById(desk.publication(old).id), Connected.now())))
                .contains("we look at Publer before it is sent");
        Long fresh = desk.approvedPin(61);
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(old)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.status(fresh)).isEqualTo(PinStatus.SCHEDULED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void manyTakeTheListingsOfOne(int pins) {
        Connected desk = new Connected();
        boolean midnight = !desk.in(60)
                .truncatedTo(ChronoUnit.DAYS)
                .equals(desk.in(60 + pins).truncatedTo(ChronoUnit.DAYS));
        for (int i = 0; i < pins; i++) {
            oldPin(desk, (midnight ? 60 + pins : 60) + i);
        }
        desk.pass(Duration.ofMinutes(1));
        Instant firstCreate = desk.log().createRequests().stream()
                .map(SandboxLog.Request::at)
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(desk.log().requests(Operation.POSTS))
                .filteredOn(request -> request.at().isBefore(firstCreate))
                .hasSize(1 + Days.forgotten(Connected.now()).size());
        assertThat(desk.log().createRequests()).hasSize(pins);
    }

    /** Another Publer workspace is connected by now: its list says nothing of what is in the one before. */
    @Test
    void theLookOfOneSaysNothingOfWhatIsInAnotherWorkspace() {
        Connected desk = new Connected();
        Long elsewhere = desk.approvedPin(65);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(elsewhere)).isEqualTo(PinStatus.SCHEDULED);
        desk.connectAnother();
        Long here = oldPin(desk, 60);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.publication(here).looksFirst()).isFalse();
        assertThat(desk.publication(elsewhere).looks.missing()).isFalse();
    }

    // ---- another server answers, and does not have the last seconds ----

    private static Long sentJustBeforeTheSwitch(Connected desk) {
        return sentJustBefore(SwitchOver::happen, desk);
    }

    /** Publer has it, and no list shows it yet. */
    private static Long sentJustBefore(Runnable theSwitch, Connected desk) {
        Long pin = desk.approvedPin(60);
        sentInTheTimeThatIsLost(desk, pin);
        Instant shows = Connected.now().plus(Duration.ofSeconds(100));
        desk.stage.change(world -> SandboxPost.update("visibleAt = ?1 where world = ?2 and foreignMade", shows, world));
        theSwitch.run();
        Connected.tick();
        assertThat(desk.publication(pin).looksFirst()).isTrue();
        return pin;
    }

    @Test
    void whatDoesNotShowYetIsNotCalledAbsentByTheLookOfAnother() {
        try {
            Connected desk = new Connected();
            Long held = desk.approvedPin(65);
            desk.pass(Duration.ofSeconds(40));
            assertThat(desk.status(held)).isEqualTo(PinStatus.SCHEDULED);
            Long pin = sentJustBeforeTheSwitch(desk);
            Connected.change(() -> Publication.update("dueAt = ?1 where pin.id = ?2", Connected.now(), held));
            Connected.tick();
            assertThat(desk.publication(pin).looksFirst()).isTrue();
            desk.pass(Duration.ofMinutes(9));
            assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
            assertThat(desk.log().createRequests()).hasSize(1);
        } finally {
            afterTheSwitch();
        }
    }

    /** It was another replica's, and whoever starts now has seen no switch. */
    @Test
    void norByTheFirstLookOfAReplicaThatStartsAfterIt() {
        try {
            Connected desk = new Connected();
            Long pin = sentJustBefore(SwitchOver::happenBeforeTheStart, desk);
            desk.pass(Duration.ofMinutes(9));
            assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
            assertThat(desk.log().createRequests()).isEmpty();
        } finally {
            afterTheSwitch();
        }
    }

    @Test
    void withdrawnWhileItDoesNotShowYetItIsTakenBackOnceItDoes() {
        try {
            Connected desk = new Connected();
            Long pin = sentJustBeforeTheSwitch(desk);
            desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
            desk.pass(Duration.ofMinutes(9));
            assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
            assertThat(desk.log().posts()).isEmpty();
        } finally {
            afterTheSwitch();
        }
    }

    private static void afterTheSwitch() {
        Connected.bean(Clocks.class).reset();
        SwitchOver.forget();
    }
}
