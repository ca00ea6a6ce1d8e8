package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pinplan.database.Clocks;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.media.MediaStore;
import pinplan.pin.HeldMinutes;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Publishing;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.publer.sandbox.SandboxMedia;
import pinplan.support.Page;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** From approved to published, and every way in which the road is rough. The oracle is what the other end holds. */
@QuarkusTest
class PublishingTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    // ---- the straight road ----

    @Test
    void anApprovedPinIsScheduledAndThenPublished() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(30);
        assertThat(desk.status(pin)).isEqualTo(PinStatus.APPROVED);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.pass(Duration.ofMinutes(31));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Pin.<Pin>findById(pin).postLink()))
                .startsWith("https://");
        assertThat(desk.posts()).hasSize(1).allMatch(SandboxLog.Post::published);
        for (String address : List.of("/pins/" + pin, "/publishing/" + desk.publication(pin).id)) {
            Page page = desk.people.as(Role.VIEWER).get(address);
            assertThat(page.text()).contains("It is out in the sandbox, and not on Pinterest.");
            assertThat(page.text()).contains("made up").doesNotContain("See it on Pinterest");
        }
    }

    @Test
    void theLinkWithItsTagsIsWhatReachesPubler() throws Exception {
        Connected desk = new Connected();
        Connected.change(() -> {
            Workspace workspace = Workspace.locked(desk.people.workspace);
            Tagging tags = Tagging.read("tags", "utm_source=pinterest\nutm_content=pin-{pin}", false, new Errors());
            LinkRules.of(workspace).set(workspace, tags, 0, "");
        });
        Long pin = desk.approvedPin(30);
        desk.pass(Duration.ofSeconds(40));
        String link = QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).link());
        assertThat(new ObjectMapper()
                        .readTree(desk.log().createRequests().get(0).body())
                        .at("/bulk/posts/0/networks/pinterest/url")
                        .asText())
                .isEqualTo(link + (link.contains("?") ? "&" : "?") + "utm_source=pinterest&utm_content=pin-" + pin);
        desk.pass(Duration.ofMinutes(31));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    @Test
    void nothingIsHandedOverBeforeTheHorizon() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60 * 30);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.log().createRequests()).isEmpty();
        Connected.bean(Clocks.class).shift(Duration.ofHours(6));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    /** The setting holds for what is approved already too, in both directions. */
    @Test
    void anotherHandOverIsThatOfWhatWaitsForIt() {
        Connected desk = new Connected();
        Instant at = desk.in(60 * 30);
        Long pin = desk.approvedPin(at);
        handOver(desk, "ahead", "2");
        assertThat(desk.publication(pin).dueAt).isEqualTo(at.minus(Duration.ofHours(2)));
        handOver(desk, "ahead", "12");
        assertThat(desk.publication(pin).dueAt).isEqualTo(at.minus(Duration.ofHours(12)));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.log().createRequests()).isEmpty();
        handOver(desk, "now", "12");
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    private static void handOver(Connected desk, String when, String hours) {
        Page saved = desk.people
                .as(Role.OWNER)
                .get("/settings")
                .form("Save settings")
                .set("handOver", when)
                .set("lead", hours)
                .set("unit", "hours")
                .submit();
        assertThat(saved.says("The settings are saved.")).isTrue();
    }

    @Test
    void publishNowGoesOutAtOnceAndWithoutATime() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin((Instant) null);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.log().createRequests()).isEmpty();
        Connected.change(() -> Pin.locked(desk.people.workspace, pin).publishNow(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        SandboxLog.Request create = desk.log().createRequests().get(0);
        assertThat(create.operation()).isEqualTo(Operation.PUBLISH);
        assertThat(create.body()).doesNotContain("scheduled_at");
    }

    @Test
    void aPinThatIsApprovedTooLateToBeScheduledGoesOutAtItsMinuteAndNotBefore() {
        Connected desk = new Connected();
        Instant at = desk.in(5);
        Long pin = QuarkusTransaction.requiringNew().call(() -> {
            Pin made = Pin.create(desk.people.workspace, desk.fields("Late yes", at), desk.creator(), Connected.now());
            made.submit(desk.creator(), Connected.now());
            return made.id;
        });
        desk.pass(Duration.between(Connected.now(), at.minusSeconds(100)));
        Connected.change(() -> {
            Pin made = Pin.locked(desk.people.workspace, pin);
            made.approve(made.revision().fingerprint, desk.approver(), Connected.now());
        });
        desk.pass(Duration.ofSeconds(80));
        assertThat(desk.log().createRequests()).isEmpty();
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().createRequests()).hasSize(1).allMatch(r -> !r.at().isBefore(at));
    }

    // ---- what people do meanwhile ----

    @Test
    void anEditAfterTheHandOverTakesItBack() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.posts()).hasSize(1);
        Connected.change(() -> Pin.locked(desk.people.workspace, pin)
                .edit(desk.fields("Another title", desk.publication(pin).publishAt), desk.creator(), Connected.now()));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHING);
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void aMoveAfterTheHandOverIsOrderedAgainAtTheNewTime() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        Instant later = desk.in(120);
        Connected.change(() -> Pin.locked(desk.people.workspace, pin)
                .schedule(PlannedTime.at(later, desk.people.workspace.zone).local(), desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1).allMatch(post -> post.scheduledAt().equals(later));
    }

    @Test
    void withdrawnWhileItsOutcomeIsUnknownNeverGoesOut() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.stage.fault(Fault.LOSE_ANSWER, 1);
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        Connected.change(() -> Pin.locked(desk.people.workspace, pin).withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void aDeleteThatDeletesNothingIsNotBelieved() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(120);
        desk.pass(Duration.ofSeconds(40));
        desk.stage.fault(Fault.DELETE_LIES, 2);
        Connected.change(() -> Pin.locked(desk.people.workspace, pin).withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHING);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void whilePausedNothingIsSent() {
        Connected desk = new Connected();
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id)
                .pause(desk.approver().member(), "The shop is closed", Connected.now()));
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.log().createRequests()).isEmpty();
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id)
                .resume(desk.approver().member(), Connected.now()));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    // ---- nothing that was not approved ----

    @Test
    void aRowChangedBehindTheBackIsRefusedAtTheClaim() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        Connected.change(() -> Pin.getEntityManager()
                .createNativeQuery("update pin set title = 'Smuggled in' where id = ?1")
                .setParameter(1, pin)
                .executeUpdate());
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).reason)
                .contains("not what was approved")
                .contains("Title");
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void aBoardThatIsGoneIsRefusedAtTheClaim() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        Connected.change(() -> Pin.getEntityManager()
                .createNativeQuery("update board set retired_at = seen_at where workspace_id = ?1")
                .setParameter(1, desk.people.workspace.id)
                .executeUpdate());
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).fault).isEqualTo(pinplan.publishing.Fault.BOARD);
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void aPoisonedPinStopsNoOther() {
        Connected poisoned = new Connected();
        Connected desk = new Connected();
        Long bad = poisoned.approvedPin(60);
        unreadable(poisoned);
        Long good = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(good)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.status(bad)).isEqualTo(PinStatus.APPROVED);
        assertThat(desk.publication(bad).reason).isNotEmpty();
    }

    /** Its pictures are at Publer already: it waits for the key, however long that takes, and no try is counted. */
    @Test
    void whoseKeyCanNoLongerBeReadWaits() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60 * 30);
        Connected.change(() -> Publication.update("dueAt = ?1 where pin.id = ?2", Connected.now(), pin));
        assertThat(Connected.bean(Preparation.class).next()).isTrue();
        unreadable(desk);
        desk.pass(Duration.ofMinutes(90));
        Publication order = desk.publication(pin);
        assertThat(order.state()).isEqualTo(Publishing.PENDING);
        assertThat(order.fault).isEqualTo(pinplan.publishing.Fault.CONFIGURATION);
        assertThat(order.preparedAt).isNotNull();
        assertThat(order.tries).isZero();
    }

    private static void unreadable(Connected desk) {
        Connected.change(() -> Pin.getEntityManager()
                .createNativeQuery("update publer_connection set sealed_key = decode(repeat('00', 60), 'hex')"
                        + " where workspace_id = ?1")
                .setParameter(1, desk.people.workspace.id)
                .executeUpdate());
    }

    /** It is our disk that lost it: neither Publer nor the connection has anything to do with it. */
    @Test
    void aFileThatIsLostStopsNoLane() throws Exception {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        Files.delete(Connected.bean(MediaStore.class).path(desk.picture));
        desk.pass(Duration.ofMinutes(5));
        Publication order = desk.publication(pin);
        assertThat(order.fault).isEqualTo(pinplan.publishing.Fault.MEDIA);
        assertThat(order.reason).isEqualTo("The file of “tart.jpg” is missing on the server.");
        assertThat(desk.log().requests()).noneMatch(request -> request.operation() == Operation.UPLOAD);
        Lane lane = QuarkusTransaction.requiringNew()
                .call(() -> Lane.findById(
                        Connection.of(desk.people.workspace.id).orElseThrow().laneId()));
        assertThat(lane.standsSince()).isNull();
    }

    // ---- one pin, once ----

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "LOSE_ANSWER",
                "CUT",
                "NO_JOB_ID",
                "WRONG_SHAPE",
                "BAD_GATEWAY_AFTER",
                "JOB_NEVER_ENDS",
                "POST_LATE",
                "LIST_LAG",
                "INTEGER_IDS",
                "WRAPPED",
                "COMPLETED"
            })
    void whatPublerDidIsFoundOutAndNotSentTwice(Fault fault) {
        Connected desk = new Connected();
        desk.stage.fault(fault, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.status(pin)).as(fault.name()).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1);
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.pass(Duration.ofMinutes(48));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "LOSE_REQUEST",
                "SERVER_ERROR",
                "BAD_GATEWAY",
                "UNAVAILABLE",
                "POST_NEVER",
                "THROTTLE",
                "THROTTLE_MUTE",
                "THROTTLE_ABSURD"
            })
    void whatDidNotArriveIsSentLaterOnce(Fault fault) {
        Connected desk = new Connected();
        desk.stage.fault(fault, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.status(pin)).as(fault.name()).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1);
        assertThat(desk.log().createRequests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAILURE_OBJECT", "FAILURE_ARRAY", "BAD_REQUEST", "UNPROCESSABLE"})
    void aRefusalIsAFailureWithItsReason(Fault fault) {
        Connected desk = new Connected();
        desk.stage.fault(fault, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).as(fault.name()).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).reason).isNotEmpty();
        assertThat(desk.publication(pin).fault.action()).isNotEmpty();
        assertThat(desk.posts()).isEmpty();
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** Whoever meets it, it is no try and passes by itself. */
    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"UPLOAD", "SCHEDULE"})
    void tooManyRequestsIsOneTroubleWhoeverMeetsIt(Operation operation) {
        Connected desk = new Connected();
        desk.stage.fault(Fault.THROTTLE_MUTE, 1, operation);
        List<Long> pins = List.of(desk.approvedPin(60), desk.approvedPin(90));
        desk.pass(Duration.ofSeconds(20));
        for (Long pin : pins) {
            Publication order = desk.publication(pin);
            assertThat(order.fault).isEqualTo(pinplan.publishing.Fault.LIMIT);
            assertThat(order.reason).contains("too many requests");
            assertThat(order.tries).isZero();
        }
        desk.pass(Duration.ofMinutes(4));
        assertThat(pins).allMatch(pin -> desk.status(pin) == PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(2);
    }

    /** An hour before its time. */
    private static Long failed(Connected desk) {
        desk.stage.fault(Fault.BAD_REQUEST, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        return pin;
    }

    private static Instant at(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).publishAt());
    }

    @Test
    void whatFailedIsOrderedAnewOnceItIsSavedWithAnotherTime() {
        Connected desk = new Connected();
        Long pin = failed(desk);
        Instant later = desk.in(90);
        desk.change(
                pin,
                found -> found.edit(
                        found.fields()
                                .at(PlannedTime.at(later, desk.people.workspace.zone)
                                        .local()),
                        desk.creator(),
                        Connected.now()));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.APPROVED);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1).allMatch(post -> post.scheduledAt().equals(later));
    }

    @Test
    void whatFailedIsNotOrderedAnewInAMinuteThatAnotherTookMeanwhile() {
        Connected desk = new Connected();
        Long pin = failed(desk);
        Instant at = at(pin);
        desk.approvedPin(at);
        assertThatThrownBy(() -> desk.change(
                        pin,
                        found -> found.schedule(
                                PlannedTime.at(at, desk.people.workspace.zone).local(),
                                desk.creator(),
                                Connected.now())))
                .hasMessageContaining("has this minute");
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
    }

    @Test
    void whatIsTriedAgainMakesRoomForWhatTookItsMinuteMeanwhile() {
        Connected desk = new Connected();
        Long pin = failed(desk);
        Instant at = at(pin);
        Long other = desk.approvedPin(at);
        desk.change(pin, found -> found.retry(desk.approver(), Connected.now()));
        assertThat(at(pin)).isEqualTo(at.plus(Duration.ofMinutes(1)));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.status(other)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).extracting(SandboxLog.Post::scheduledAt).containsOnly(at, at(pin));
    }

    /** Publer has nothing there: its day was full. */
    @Test
    void whatFailedAndIsNotDecidedOnKeepsItsMinuteAndIsNamed() {
        Connected desk = new Connected();
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id).dailyCap = 1);
        desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(30));
        Long failed = desk.approvedPin(61);
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(failed)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(failed).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        Pin pin = QuarkusTransaction.requiringNew().call(() -> Pin.findById(failed));
        assertThatThrownBy(() -> desk.approvedPin(pin.publishAt()))
                .hasMessage(
                        "“" + pin.name()
                                + "” failed in this minute and is not decided on yet: withdraw or move it, or choose another minute.");
        Long elsewhere = new Connected().approvedPin(90);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Connected.bean(HeldMinutes.class)
                                .hold(desk.publerAccount, pin.publishAt(), Pin.findById(elsewhere))))
                .isEqualTo(
                        "A pin of another workspace failed in this minute and is not decided on yet. Choose another minute.");
        desk.change(failed, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.approvedPin(pin.publishAt());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAUTHORIZED", "FORBIDDEN"})
    void aDeniedKeyStopsTheLaneAndThePinWaits(Fault fault) {
        Connected desk = new Connected();
        desk.stage.fault(fault, 1);
        Long pin = desk.approvedPin(60);
        Long second = desk.approvedPin(61);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(desk.status(second)).isEqualTo(PinStatus.APPROVED);
        assertThat(desk.publication(pin).reason).isNotEmpty();
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** Nothing but a person opens the lane: what has to be made ready before asks once a minute, not all the time. */
    @Test
    void whatIsToBePreparedWaitsForADeniedKeyWithoutHaste() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.UNAUTHORIZED, 1, Operation.UPLOAD);
        Long pin = desk.approvedPin(60);
        Connected.tick();
        assertThat(desk.publication(pin).fault).isEqualTo(pinplan.publishing.Fault.CONFIGURATION);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(2));
        Instant asked = Connected.now();
        Connected.tick();
        Publication order = desk.publication(pin);
        assertThat(order.preparedAt).isNull();
        assertThat(order.dueAt).isAfter(asked.plusSeconds(59));
    }

    @Test
    void inDoubtCloseToItsTimeAPersonDecides() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        Long pin = desk.approvedPin(5);
        desk.pass(Duration.ofMinutes(12));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    @Test
    void twoOfOursAreOneAgainBeforeItGoesOut() {
        Connected desk = new Connected();
        desk.stage.fault(Fault.POST_TWICE, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void tooLateForItsHourAPersonDecides() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(30);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(95));
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.log().createRequests()).isEmpty();
        Connected.change(() -> Pin.locked(desk.people.workspace, pin).retry(desk.approver(), Connected.now()));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    @Test
    void aLittleLateGoesOutAtTheNextFreeMinutesSpaced() {
        Connected desk = new Connected();
        Long first = desk.approvedPin(20);
        Long second = desk.approvedPin(21);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(40));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(first)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.status(second)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.publication(first).publishAt).isNotEqualTo(desk.publication(second).publishAt);
        assertThat(desk.posts()).hasSize(2);
    }

    @Test
    void whatPublerHasLostIsUploadedOnceMoreForTheNextTry() {
        Connected desk = new Connected();
        Long first = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(first)).isEqualTo(PinStatus.SCHEDULED);
        desk.stage.change(world -> SandboxMedia.delete("world", world));
        Long pin = desk.approvedPin(62);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).fault).isEqualTo(pinplan.publishing.Fault.MEDIA);
        desk.change(pin, found -> found.retry(desk.approver(), Connected.now()));
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    // ---- the claim ----

    /** Each replica looks for itself, and both find something due before either has said so. */
    @Test
    void twoThatAreClaimedTogetherAreNotBothTheLastOfTheDay() throws Exception {
        Connected desk = new Connected();
        Long[] pins = {desk.approvedPin(60), desk.approvedPin(61)};
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id).dailyCap = 1);
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}
        Claims claims = Connected.bean(Claims.class);
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        List<Future<Claims.Taken>> taken = new ArrayList<>();
        Connected.change(() -> {
            Lane.lockedOf(desk.people.workspace.id);
            for (int i = 0; i < pins.length; i++) {
                taken.add(replicas.submit(() -> claims.next(alone(desk))));
            }
            await().until(() -> waitingForTheLane() == pins.length);
        });
        for (Future<Claims.Taken> each : taken) {
            each.get();
        }
        replicas.shutdown();
        assertThat(Stream.of(pins).map(pin -> desk.publication(pin).state()))
                .containsExactlyInAnyOrder(Publishing.SENDING, Publishing.NEEDS_REVIEW);
    }

    /** A round of this workspace only. */
    private static Round alone(Connected desk) {
        Round round = new Round();
        QuarkusTransaction.requiringNew()
                .run(() -> Workspace.<Workspace>list("id <> ?1", desk.people.workspace.id)
                        .forEach(other -> round.begun(other.id)));
        return round;
    }

    private static int waitingForTheLane() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query like '%from lane %'")
                        .getResultList()
                        .size());
    }

    @Test
    void twoHundredDuePinsAndEightThreadsGiveNoDouble() throws Exception {
        Connected desk = new Connected();
        Set<Long> pins = new HashSet<>();
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id).dailyCap = 500);
        desk.stage.change(world -> {
            world.rateLimit = 100_000;
            world.dailyCap = 500;
        });
        for (int i = 0; i < 200; i++) {
            pins.add(desk.approvedPin(60 + i));
        }
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Claims claims = Connected.bean(Claims.class);
        Set<Long> claimed = new HashSet<>();
        int doubles = 0;
        // The request budget lets 20 through at once: time passes until all are claimed.
        for (int round = 0; round < 30 && claimed.size() < 200; round++) {
            Connected.bean(Clocks.class).shift(Duration.ofSeconds(40));
            Callable<Set<Long>> claimAll = () -> {
                Set<Long> mine = new HashSet<>();
                Round turn = new Round();
                for (Claims.Taken taken = claims.next(turn); taken.any(); taken = claims.next(turn)) {
                    if (taken.claim() != null) {
                        turn.ended(taken.claim().workspaceId());
                        for (Claims.Intent intent : taken.claim().intents()) {
                            if (!mine.add(intent.publicationId())) {
                                throw new AssertionError("claimed twice by one thread");
                            }
                        }
                    }
                }
                return mine;
            };
            for (Future<Set<Long>> each : threads.invokeAll(java.util.Collections.nCopies(8, claimAll))) {
                for (Long id : each.get()) {
                    doubles += claimed.add(id) ? 0 : 1;
                }
            }
        }
        threads.shutdown();
        assertThat(doubles).isZero();
        Set<Long> ours = QuarkusTransaction.requiringNew().call(() -> {
            Set<Long> ids = new HashSet<>();
            pins.forEach(pin -> ids.add(Publication.of(Pin.<Pin>findById(pin)).get(0).id));
            return ids;
        });
        assertThat(claimed).containsAll(ours);
        long attempts = QuarkusTransaction.requiringNew()
                .call(() -> Attempt.count("publication.workspace.id = ?1", desk.people.workspace.id));
        assertThat(attempts).isEqualTo(200);
    }
}
