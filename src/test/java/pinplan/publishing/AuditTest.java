package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.database.Clocks;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Publishing;
import pinplan.pin.Refused;
import pinplan.publer.Connection;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.publer.sandbox.SandboxPost;
import pinplan.review.Rules;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Member;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** What somebody does at Publer itself to a pin that waits there is seen before it goes out. */
@QuarkusTest
class AuditTest {
    private static final String THEIRS = "Thirteen slices, and an oven.";

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private static Long held(Connected desk, int minutesAhead) {
        Long pin = desk.approvedPin(minutesAhead);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        return pin;
    }

    private static List<Publication> asking(Connected desk) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Queue.of(desk.people.workspace, Connected.now()).asking());
    }

    private static Connected edited(Long[] pin) {
        Connected desk = new Connected();
        pin[0] = held(desk, 300);
        desk.stage.editPost(desk.publication(pin[0]).publerPostId, THEIRS);
        desk.pass(Duration.ofMinutes(65));
        return desk;
    }

    @Test
    void anEditAtPublerIsShownLongBeforeItGoesOut() {
        Long[] pin = new Long[1];
        Connected desk = edited(pin);
        assertThat(desk.publication(pin[0]).drift.words()).isEqualTo("description “" + THEIRS + "”");
        assertThat(asking(desk)).extracting(publication -> publication.pin.id).containsExactly(pin[0]);
    }

    @Test
    void whatWasApprovedIsPutBackAndGoesOutOnceAtItsMinute() {
        Long[] pin = new Long[1];
        Connected desk = edited(pin);
        Instant at = desk.publication(pin[0]).publishAt;
        desk.decide(pin[0], Verdict::putBack);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin[0]).drift.words()).isNull();
        assertThat(desk.publication(pin[0]).publishAt).isEqualTo(at);
        desk.pass(Duration.ofMinutes(300));
        assertThat(desk.status(pin[0])).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(1).allMatch(SandboxLog.Post::published);
        assertThat(desk.posts().get(0).text()).isEqualTo("Twelve slices, no oven.");
    }

    private static void letBe(Connected desk, Long pin) {
        String seen = desk.publication(pin).drift.digest();
        desk.decide(pin, verdict -> verdict.letBe(seen));
    }

    @Test
    void whatAPersonLetsBeIsNotAskedAgainUntilItChangesAgain() {
        Long[] pin = new Long[1];
        Connected desk = edited(pin);
        letBe(desk, pin[0]);
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.publication(pin[0]).drift.words()).isNull();
        assertThat(asking(desk)).isEmpty();
        desk.stage.editPost(desk.publication(pin[0]).publerPostId, "Fourteen slices.");
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.publication(pin[0]).drift.words()).contains("Fourteen slices.");
        assertThatThrownBy(() -> {
                    letBe(desk, pin[0]);
                    letBe(desk, pin[0]);
                })
                .isInstanceOf(Refused.class);
    }

    /** Too late for any look: the one that sees it published has what nobody approved in hand. */
    @Test
    void whatIsChangedInTheLastMinuteIsSaidToBeOutOtherThanApprovedUntilSomebodySawIt() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        desk.pass(Duration.between(
                Connected.now(), desk.publication(pin).publishAt.minus(Duration.ofMinutes(1))));
        desk.stage.fault(Fault.POST_EDITED, 1);
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        String told = "other than approved: description “Edited in Publer”";
        assertThat(why(desk, pin))
                .isEqualTo("It is out in the sandbox, and not on Pinterest. It went out " + told + ".");
        Pages approver = desk.people.as(Role.APPROVER);
        assertThat(approver.get("/publishing").document.select("[aria-labelledby=kind-out-changed] li"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains(told));
        assertThat(approver.get("/activity").document.text()).contains("was published: " + told);
        Page page = approver.get("/publishing/" + desk.publication(pin).id);
        assertThat(page.document.select(".history").text()).contains("It went out " + told);
        page.form("I have seen it").submit();
        assertThat(asking(desk)).isEmpty();
        assertThat(why(desk, pin)).endsWith(told + ".");
        assertThatThrownBy(() -> desk.decide(pin, Verdict::acknowledge)).isInstanceOf(Refused.class);
    }

    @Test
    void whatAPersonLetGoOutAsksForNobodyOnceItIsOut() {
        Long[] pin = new Long[1];
        Connected desk = edited(pin);
        letBe(desk, pin[0]);
        desk.pass(Duration.ofMinutes(240));
        assertThat(desk.status(pin[0])).isEqualTo(PinStatus.PUBLISHED);
        assertThat(asking(desk)).isEmpty();
        assertThat(why(desk, pin[0])).contains("other than approved: description “" + THEIRS + "”");
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled_pending, Publer holds it until someone approves it there.",
        "draft, Somebody made it a draft at Publer."
    })
    void whatPublerHoldsForLongerThanItsTimeAsksForSomebodyBefore(String state, String sentence) {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        String post = desk.publication(pin).publerPostId;
        desk.stage.change(world -> SandboxPost.update("state = ?1 where publerId = ?2", state, post));
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(why(desk, pin)).startsWith(sentence + " As it is there, it will probably not go out on");
        assertThat(asking(desk)).extracting(publication -> publication.pin.id).containsExactly(pin);
        assertThat(underWay(desk)).isEmpty();
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(65));
        assertThat(why(desk, pin)).startsWith("Publer holds it and publishes it on");
        assertThat(asking(desk)).isEmpty();
        assertThat(underWay(desk)).hasSize(1);
    }

    private static String why(Connected desk, Long pin) {
        Long order = desk.publication(pin).id;
        return QuarkusTransaction.requiringNew()
                .call(() -> Waiting.sentence(Publication.findById(order), Connected.now()));
    }

    private static List<Publication> underWay(Connected desk) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Queue.of(desk.people.workspace, Connected.now()).underWay());
    }

    @Test
    void aTimeThatWasMovedAtPublerIsShown() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        String post = desk.publication(pin).publerPostId;
        desk.stage.change(world -> SandboxPost.update(
                "scheduledAt = ?1 where publerId = ?2",
                desk.publication(pin).publishAt.plus(Duration.ofMinutes(30)),
                post));
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.publication(pin).drift.words()).startsWith("time “");
    }

    private static void move(Connected desk, Long pin, int days) {
        Publication order = desk.publication(pin);
        desk.stage.change(world -> SandboxPost.update(
                "scheduledAt = ?1 where publerId = ?2",
                order.publishAt.plus(Duration.ofDays(days)),
                order.publerPostId));
    }

    private static void withdraw(Connected desk, Long pin) {
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
    }

    /** Further than a listing of its day reaches. */
    @Test
    void movedByDaysAtPublerItIsFoundThereAndTakenBack() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        move(desk, pin, 4);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(desk.publication(pin).drift.words()).startsWith("time “");
        withdraw(desk, pin);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
        assertThat(desk.log().posts()).isEmpty();
    }

    /** Its pin is further ahead than the weeks that are read for all others. */
    @ParameterizedTest
    @ValueSource(ints = {-9, 9})
    void movedByDaysInTheFarFutureItIsFoundToo(int days) {
        Connected desk = new Connected();
        Connected.change(() -> Workspace.update("horizonMinutes = null where id = ?1", desk.people.workspace.id));
        desk.people.workspace.horizonMinutes = null;
        Long pin = held(desk, 50 * 24 * 60);
        move(desk, pin, days);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(desk.publication(pin).drift.words()).startsWith("time “");
    }

    /** The look of one has only its own days, and says nothing of where the others are. */
    @Test
    void severalOfADayThatWereMovedByDaysAreAllFound() {
        Connected desk = new Connected();
        Long[] pins = {held(desk, 300), held(desk, 302), held(desk, 304)};
        for (Long pin : pins) {
            move(desk, pin, 4);
        }
        desk.pass(Duration.ofMinutes(70));
        assertThat(pins).allSatisfy(pin -> {
            assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
            assertThat(desk.publication(pin).drift.words()).startsWith("time “");
        });
    }

    /** So far that no list of ours reaches it. */
    @Test
    void whatIsNoLongerFoundIsTakenBackByItsIdAllTheSame() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        move(desk, pin, 60);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        withdraw(desk, pin);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
        assertThat(desk.log().posts()).isEmpty();
    }

    @Test
    void whatSomebodyDoesNotSeeInItsPlaceIsLookedForOnOtherDaysBeforeItIsSentAgain() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        move(desk, pin, 60);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        move(desk, pin, 4);
        desk.decide(pin, Verdict::notThere);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.publication(pin).drift.words()).startsWith("time “");
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void whatSomebodyMadeADraftIsFoundBeforeItIsSentAgain(int daysLater) {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        String post = desk.publication(pin).publerPostId;
        move(desk, pin, 60);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        move(desk, pin, daysLater);
        desk.stage.change(world -> SandboxPost.update("state = 'draft' where publerId = ?1", post));
        desk.decide(pin, Verdict::notThere);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(why(desk, pin)).startsWith("Somebody made it a draft at Publer.");
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** The look of another has only their days, and says nothing of where this one is. */
    @Test
    void whatSomebodyDoesNotSeeIsNotCalledAbsentByTheLookOfAnother() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        Long other = held(desk, 310);
        move(desk, pin, 60);
        desk.pass(Duration.ofMinutes(70));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        move(desk, pin, 4);
        desk.decide(pin, Verdict::notThere);
        Instant first = Connected.now().minusSeconds(60);
        Connected.change(() -> Publication.update("dueAt = ?1 where pin.id = ?2", first, other));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.publication(pin).drift.words()).startsWith("time “");
        assertThat(desk.log().createRequests()).hasSize(2);
    }

    @Test
    void movedByDaysAtTheLastMinuteItIsStillTakenBack() {
        Connected desk = new Connected();
        Long pin = held(desk, 12);
        desk.pass(Duration.ofMinutes(9));
        move(desk, pin, 4);
        desk.pass(Duration.ofMinutes(45));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        withdraw(desk, pin);
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
        assertThat(desk.log().posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"300, 65", "100, 15"})
    void aDeletionAtPublerIsSeenBeforeItsTimeAndNotUndoneUnasked(int ahead, int seenWithin) {
        Connected desk = new Connected();
        Long pin = held(desk, ahead);
        desk.stage.deletePost(desk.publication(pin).publerPostId);
        desk.pass(Duration.ofMinutes(seenWithin));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.decide(pin, Verdict::notThere);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    private static int pages(Connected desk) {
        return desk.log().requests(Operation.POSTS).size();
    }

    /** Of one page each are the days around a pin, and what is more than a week ahead; nine pages is the week to come. */
    private static void crowd(Connected desk) {
        for (int i = 0; i < 165; i++) {
            desk.stage.foreignPost(desk.publerAccount, desk.in(60 * 24 * 3 + 10 * i), "Made in Publer", null);
        }
    }

    /** More pages than a look in no hurry may ask for at once. */
    @Test
    void aDeletionIsSeenBeforeItsTimeAlsoWhereTheAccountHasManyPosts() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        crowd(desk);
        desk.stage.deletePost(desk.publication(pin).publerPostId);
        desk.pass(Duration.ofMinutes(64));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        desk.decide(pin, Verdict::notThere);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.log().createRequests()).hasSize(2);
    }

    @Test
    void whereThereAreManyPostsNoMoreOfThemAreReadThanUpToTheOneThatWasMoved() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        crowd(desk);
        move(desk, pin, 4);
        int before = pages(desk);
        desk.pass(Duration.ofMinutes(64));
        assertThat(desk.publication(pin).drift.words()).startsWith("time “");
        assertThat(pages(desk) - before).isEqualTo(1 + 1 + 9);
    }

    @Test
    void oneReadingOfTheWeeksToComeServesAllThatAreMissing() {
        Connected desk = new Connected();
        Connected.change(() -> Workspace.update("horizonMinutes = null where id = ?1", desk.people.workspace.id));
        desk.people.workspace.horizonMinutes = null;
        List<Long> pins = IntStream.rangeClosed(1, 6)
                .mapToObj(day -> desk.approvedPin(60 * 24 * day))
                .toList();
        desk.pass(Duration.ofMinutes(3));
        pins.forEach(pin -> desk.stage.deletePost(desk.publication(pin).publerPostId));
        Instant now = Connected.now();
        Connected.change(() -> Publication.update("dueAt = ?1 where publerAccountId = ?2", now, desk.publerAccount));
        int before = pages(desk);
        Connected.tick();
        assertThat(pages(desk) - before).isEqualTo(6);
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(61));
        Connected.tick();
        assertThat(pins)
                .allSatisfy(pin -> assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW));
        assertThat(pages(desk) - before).isEqualTo(6 + 1 + 3);
    }

    /** Its pages wait for room in the request limit of its account: that is nobody else's matter. */
    @Test
    void othersAreLookedAtWhileTheWeeksToComeAreRead() {
        Connected desk = new Connected();
        Connected other = new Connected();
        Long pin = held(desk, 300);
        Long theirs = held(other, 300);
        desk.stage.deletePost(desk.publication(pin).publerPostId);
        due(pin);
        Connected.tick();
        assertThat(desk.publication(pin).looks.missing()).isTrue();
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(61));
        due(theirs);
        long before = other.publication(theirs).looks.turn;
        boolean[] looked = new boolean[1];
        Meanwhile.asPagesAreAskedFor(desk.publerAccount, () -> {}, () -> {
            await().atMost(Duration.ofSeconds(10)).until(() -> other.publication(theirs).looks.turn > before);
            looked[0] = true;
        });
        Connected.tick();
        assertThat(looked[0])
                .as("while the first page of the weeks was asked for")
                .isTrue();
        assertThat(desk.publication(pin).state()).as("once they were read").isEqualTo(Publishing.NEEDS_REVIEW);
    }

    private static void due(Long pin) {
        Instant now = Connected.now();
        Connected.change(() -> Publication.update("dueAt = ?1 where pin.id = ?2", now, pin));
    }

    /** The look that misses it reads its own days; each of the next ones the weeks to come too, and those fail. */
    @Test
    void whereTheWeeksToComeCannotBeReadItsOwnDaysDecide() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        desk.stage.deletePost(desk.publication(pin).publerPostId);
        Runnable nothing = () -> {};
        Runnable fails = () -> desk.stage.fault(Fault.UNAVAILABLE, 1, Operation.POSTS);
        Meanwhile.asPagesAreAskedFor(
                desk.publerAccount,
                IntStream.range(0, 40)
                        .mapToObj(page -> page > 0 && page % 2 == 0 ? fails : nothing)
                        .toArray(Runnable[]::new));
        int before = pages(desk);
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(pages(desk) - before).isEqualTo(1 + 3 * 2 + 1);
    }

    @Test
    void whatItsOwnDayHasUnderAnotherIdIsNotLookedForOnOthers() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        String post = desk.publication(pin).publerPostId;
        String another = "99999999998";
        lookWhile(desk, post, false, Duration.ofMinutes(61));
        assertThat(desk.publication(pin).looks.missing()).isTrue();
        desk.stage.change(world -> SandboxPost.update("publerId = ?1 where publerId = ?2", another, post));
        int before = pages(desk);
        lookWhile(desk, another, true, Duration.ofSeconds(61));
        assertThat(desk.publication(pin).publerPostId).isEqualTo(another);
        assertThat(pages(desk) - before).isOne();
    }

    @Test
    void aSecondOneOfOursThatTurnsUpLaterIsDeletedBeforeItGoesOut() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        Publication publication = desk.publication(pin);
        SandboxLog.Post ours = desk.posts().get(0);
        desk.stage.foreignPost(desk.publerAccount, publication.publishAt, ours.text(), ours.url());
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.log().posts()).hasSize(1);
        desk.pass(Duration.ofMinutes(240));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    @Test
    void oneListingServesAllPinsOfTheDay() {
        Connected desk = new Connected();
        Instant noon = desk.in(60 * 24 * 3).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
        QuarkusTransaction.requiringNew()
                .run(() -> Workspace.update("horizonMinutes = null where id = ?1", desk.people.workspace.id));
        desk.people.workspace.horizonMinutes = null;
        for (int i = 0; i < 8; i++) {
            desk.approvedPin(noon.plus(Duration.ofMinutes(i)));
        }
        desk.pass(Duration.ofMinutes(3));
        int before = desk.log().requests(Operation.POSTS).size();
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.log().requests(Operation.POSTS).size() - before).isBetween(1, 3);
    }

    /** A replica that slept through its turn: what it comes back with is old, and another has looked since. */
    @Test
    void aLookThatComesBackAfterItsTurnDecidesNothing() throws Exception {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        desk.stage.deletePost(desk.publication(pin).publerPostId);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(61));
        desk.stage.fault(Fault.DELAY, 1, Operation.POSTS);
        CompletableFuture<Void> sleeper = CompletableFuture.runAsync(Connected.bean(Reconciler.class)::tick);
        await().until(() -> desk.stage.waiting().isEmpty());
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(2));
        Connected.bean(Reconciler.class).tick();
        Publication looked = desk.publication(pin);
        assertThat(looked.looks.absentSince).isNotNull();
        sleeper.get(1, TimeUnit.MINUTES);
        assertThat(desk.publication(pin).looks.absentSince).isEqualTo(looked.looks.absentSince);
        assertThat(desk.publication(pin).dueAt).isEqualTo(looked.dueAt);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
    }

    /** Each page within its time, all of them not: another replica that took it over would fare no better. */
    @Test
    void aLookWhosePagesComeSlowlyKeepsItsTurn() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        Publication before = desk.publication(pin);
        for (int i = 1; i <= 25; i++) {
            desk.stage.foreignPost(
                    desk.publerAccount, before.publishAt.plus(Duration.ofMinutes(i)), "Made in Publer", null);
        }
        desk.stage.deletePost(before.publerPostId);
        Clocks clocks = Connected.bean(Clocks.class);
        Reconciler replica = Connected.bean(Reconciler.class);
        clocks.shift(Duration.ofMinutes(61));
        long[] turn = new long[1];
        Meanwhile.asPagesAreAskedFor(desk.publerAccount, () -> clocks.shift(Duration.ofSeconds(60)), () -> {
            clocks.shift(Duration.ofSeconds(60));
            replica.tick();
            turn[0] = desk.publication(pin).looks.turn;
        });
        replica.tick();
        assertThat(turn[0]).as("the look that was under way").isEqualTo(before.looks.turn + 1);
        // It counted, and so did the next, which was due by then.
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
    }

    @Test
    void aMovedTimeCanBePutBackButNotLetBe() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        String post = desk.publication(pin).publerPostId;
        Instant at = desk.publication(pin).publishAt;
        desk.stage.change(world ->
                SandboxPost.update("scheduledAt = ?1 where publerId = ?2", at.plus(Duration.ofMinutes(30)), post));
        desk.pass(Duration.ofMinutes(65));
        assertThatThrownBy(() -> letBe(desk, pin))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Its time was moved there");
        desk.decide(pin, Verdict::putBack);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.log().posts()).hasSize(1).allMatch(row -> at.equals(row.scheduledAt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled_pending", "draft"})
    void whatPublerStillListsLongAfterItsTimeStaysAQuestionAndIsNotSentAgain(String state) {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        String post = desk.publication(pin).publerPostId;
        desk.stage.change(world -> SandboxPost.update("state = ?1 where publerId = ?2", state, post));
        desk.pass(Duration.ofMinutes(60));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        long steps = steps(desk, pin);
        desk.pass(Duration.ofMinutes(30));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(steps(desk, pin)).isEqualTo(steps);
        assertThatThrownBy(() -> desk.decide(pin, Verdict::notThere))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Publer's list had it");
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.locked(desk.people.workspace, pin).withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.log().posts()).isEmpty();
    }

    @Test
    void whatIsDeletedOnPinterestBeforeItWasSeenThereIsOutAllTheSame() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        String post = desk.publication(pin).publerPostId;
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled_pending' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(60));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        desk.stage.change(world -> SandboxPost.update("state = 'published_deleted' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.publication(pin).reason).contains("deleted on Pinterest");
    }

    @Test
    void whereNobodyCouldLookNothingIsSaidOfPubler() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        String post = desk.publication(pin).publerPostId;
        Instant seen = desk.publication(pin).looks.seenAt;
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled_pending' where publerId = ?1", post));
        desk.stage.fault(Fault.UNAVAILABLE, 1000, Operation.POSTS);
        desk.pass(Duration.ofMinutes(60));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(desk.publication(pin).reason).startsWith("Publer's list could not be read.");
        assertThat(desk.publication(pin).listedAt()).isEqualTo(seen);
        desk.stage.forgetFaults();
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.publication(pin).reason).isEqualTo("Publer has not published it.");
        assertThat(desk.publication(pin).listedAt()).isAfter(seen);
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    private static long steps(Connected desk, Long pin) {
        Long id = desk.publication(pin).id;
        return QuarkusTransaction.requiringNew().call(() -> Step.count("publication.id", id));
    }

    /** Publer has it twice, and says that it deletes what is too much, which it does not. */
    private static Long doubledForGood(Connected desk) {
        Long pin = held(desk, 300);
        SandboxLog.Post ours = desk.posts().get(0);
        desk.stage.fault(Fault.DELETE_LIES, 1000);
        desk.stage.foreignPost(desk.publerAccount, desk.publication(pin).publishAt, ours.text(), ours.url());
        return pin;
    }

    @Test
    void aDoubleThatPublerDoesNotDeleteIsAskedAboutAndNotForEver() {
        Connected desk = new Connected();
        Long pin = doubledForGood(desk);
        desk.pass(Duration.ofMinutes(100));
        assertThat(asking(desk))
                .as(() -> desk.publication(pin).reason)
                .extracting(publication -> publication.pin.id)
                .containsExactly(pin);
        assertThat(desk.publication(pin).reason).contains("does not delete what is too much");
        assertThat(desk.log().requests(Operation.DELETE)).hasSizeBetween(8, 12);
        desk.stage.forgetFaults();
        desk.pass(Duration.ofMinutes(130));
        assertThat(desk.log().posts()).hasSize(1);
        assertThat(asking(desk)).isEmpty();
    }

    @Test
    void anAuditThatCouldNotReadTheListIsTriedSoon() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        desk.pass(Duration.ofMinutes(50));
        desk.stage.editPost(desk.publication(pin).publerPostId, THEIRS);
        desk.stage.fault(Fault.UNAVAILABLE, 1, Operation.POSTS);
        desk.pass(Duration.ofMinutes(25));
        assertThat(asking(desk)).extracting(publication -> publication.pin.id).containsExactly(pin);
    }

    @Test
    void aListThatCannotBeReadOnceDelaysTheQuestionAboutADoubleByNoHour() {
        Connected desk = new Connected();
        Long pin = doubledForGood(desk);
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.log().requests(Operation.DELETE)).isNotEmpty();
        desk.stage.fault(Fault.UNAVAILABLE, 1, Operation.POSTS);
        desk.pass(Duration.ofMinutes(20));
        assertThat(asking(desk)).extracting(publication -> publication.pin.id).containsExactly(pin);
    }

    /** Nothing new is no line of its history, however often it is asked for. */
    @Test
    void whatPublerNeverDeletesIsAskedForMoreAndMoreSeldom() {
        Connected desk = new Connected();
        Long pin = held(desk, 600);
        desk.stage.fault(Fault.DELETE_LIES, 1000);
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(30));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        long steps = steps(desk, pin);
        int asked = desk.log().requests(Operation.DELETE).size();
        desk.pass(Duration.ofMinutes(120));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.NEEDS_REVIEW);
        assertThat(steps(desk, pin)).isEqualTo(steps);
        assertThat(desk.log().requests(Operation.DELETE)).hasSizeBetween(asked + 1, asked + 5);
        desk.stage.forgetFaults();
        desk.pass(Duration.ofMinutes(130));
        assertThat(desk.log().posts()).isEmpty();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    /** The deletion came too late, and Publer lists what is out under another id: it must not go out once more. */
    @Test
    void aMoveAtTheLastMomentOfAPinThatGoesOutUnderAnotherIdSendsNoSecond() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        String post = desk.publication(pin).publerPostId;
        Instant at = desk.publication(pin).publishAt;
        desk.pass(Duration.between(Connected.now(), at.minusSeconds(5)));
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.locked(desk.people.workspace, pin)
                        .schedule(
                                PlannedTime.at(at.plus(Duration.ofHours(2)), desk.people.workspace.zone)
                                        .local(),
                                desk.approver(),
                                Connected.now()));
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(8));
        desk.stage.change(world -> SandboxPost.update("publerId = '99999999999' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(130));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().posts()).hasSize(1);
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** Publer has published it, nobody here has seen that yet, and somebody moves it by two hours. */
    private static Long movedJustAfterItWentOut(Connected desk) {
        return changedJustAfterItWentOut(desk, pin -> move(pin, desk));
    }

    private static void move(Pin pin, Connected desk) {
        move(pin, desk, desk.approver());
    }

    private static void move(Pin pin, Connected desk, Actor by) {
        pin.schedule(
                PlannedTime.at(pin.publishAt().plus(Duration.ofHours(2)), desk.people.workspace.zone)
                        .local(),
                by,
                Connected.now());
    }

    private static Long changedJustAfterItWentOut(Connected desk, Consumer<Pin> change) {
        Long pin = held(desk, 10);
        Instant at = desk.publication(pin).publishAt;
        desk.pass(Duration.between(Connected.now(), at.minusSeconds(5)));
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(10));
        desk.change(pin, change);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.RECALLING);
        return pin;
    }

    @ParameterizedTest
    @CsvSource({
        "title, 'It went out before Publer had the change of Title.'",
        "move, 'It went out before Publer had the change of Publish time.'",
        "no time, 'It went out before Publer had the change of Publish time.'",
        "withdrawal, It went out before it could be taken back."
    })
    void whatCameTooLateIsToldAndThePinIsWhatWentOut(String what, String told) {
        Connected desk = new Connected();
        Instant[] at = new Instant[1];
        String[] title = new String[1];
        Long pin = changedJustAfterItWentOut(desk, found -> {
            at[0] = found.publishAt();
            title[0] = found.title();
            switch (what) {
                case "title" ->
                    found.edit(
                            found.fields().saying("Half the price", found.description()),
                            desk.creator(),
                            Connected.now());
                case "move" -> move(found, desk);
                case "no time" -> found.unschedule(desk.approver(), Connected.now());
                default -> found.withdraw(desk.creator(), Connected.now());
            }
        });
        desk.pass(Duration.ofMinutes(5));
        desk.change(pin, found -> {
            assertThat(found.status()).isEqualTo(PinStatus.PUBLISHED);
            assertThat(found.title()).isEqualTo(title[0]);
            assertThat(found.publishAt()).isEqualTo(at[0]);
            String sent = Publication.of(found).get(0).revision.fingerprint;
            assertThat(found.content().fingerprint()).isEqualTo(sent);
            assertThat(found.approvedFingerprint()).isEqualTo(what.equals("withdrawal") ? null : sent);
        });
        assertThat(asking(desk)).extracting(publication -> publication.pin.id).containsExactly(pin);
        assertThat(why(desk, pin)).endsWith(told);
        Pages approver = desk.people.as(Role.APPROVER);
        assertThat(approver.get("/publishing").document.select("[aria-labelledby=kind-overtaken] li"))
                .hasSize(1);
        Page revisions = approver.get("/pins/" + pin + "/revisions");
        assertThat(revisions.document.text().contains("Half the price")).isEqualTo(what.equals("title"));
        assertThat(approver.get("/pins/" + pin).text()).contains("Revisions: " + (what.equals("title") ? 2 : 1));
        Page page = approver.get("/publishing/" + desk.publication(pin).id);
        assertThat(page.document.text()).contains("It went out all the same");
        assertThat(page.document.select(".history").text()).contains(told);
        page.form("I have seen it").submit();
        assertThat(asking(desk)).isEmpty();
        assertThat(desk.log().posts()).hasSize(1);
    }

    /** Whom the move asked decides on nothing any more, and who made the change hears that it came too late. */
    @Test
    void whatAChangeThatCameTooLateAskedForIsSettledAndWhoMadeItHearsOfIt() {
        Connected desk = new Connected();
        Member colleague = desk.people.another(Role.APPROVER);
        Long pin = changedJustAfterItWentOut(desk, found -> {
            Rules.everyMoveIsAskedFor(desk.people.workspace);
            move(found, desk, new Actor(colleague, Role.APPROVER));
        });
        Pages approver = desk.people.as(Role.APPROVER);
        assertThat(unread(approver)).anyMatch(line -> line.contains("needs another approval"));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(unread(approver)).noneMatch(line -> line.contains("decide") || line.contains("another approval"));
        assertThat(unread(Pages.signedIn(desk.people.signIn(colleague))))
                .anyMatch(line -> line.contains("needs attention"));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Panache.getEntityManager()
                                .createNativeQuery("select count(*) from waiting where pin_id = ?1", Long.class)
                                .setParameter(1, pin)
                                .getSingleResult()))
                .isEqualTo(0L);
    }

    private static List<String> unread(Pages who) {
        return who.get("/inbox").document.select(".news.unread").eachText();
    }

    @Test
    void whatIsOutIsNotDeletedForAMoveAndNotSentOnceMore() {
        Connected desk = new Connected();
        Long pin = movedJustAfterItWentOut(desk);
        desk.stage.fault(Fault.DELETE_PUBLISHED, 100);
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().requests(Operation.DELETE)).isEmpty();
        assertThat(desk.log().posts()).hasSize(1);
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** Somebody gave it an earlier time there, at which it went out before anyone here saw that. */
    @Test
    void whatMayBeOutAtAnotherTimeIsNotDeletedEither() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        Publication before = desk.publication(pin);
        desk.stage.change(world -> SandboxPost.update(
                "scheduledAt = ?1 where publerId = ?2",
                before.publishAt.minus(Duration.ofMinutes(220)),
                before.publerPostId));
        desk.pass(Duration.ofMinutes(65));
        assertThat(desk.publication(pin).drift.timeMoved()).isTrue();
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(20));
        desk.stage.fault(Fault.DELETE_PUBLISHED, 100);
        desk.decide(pin, Verdict::putBack);
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.log().requests(Operation.DELETE)).isEmpty();
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    @Test
    void aRecordThatSaysPublishedAndDeletedIsOutAndSendsNoSecond() {
        Connected desk = new Connected();
        Long pin = movedJustAfterItWentOut(desk);
        String post = desk.publication(pin).publerPostId;
        desk.stage.change(world -> SandboxPost.update("state = 'published_deleted' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.publication(pin).reason).contains("deleted on Pinterest");
        assertThat(desk.log().createRequests()).hasSize(1);
    }

    /** Absent, there, absent: that is not absent twice. */
    @Test
    void whatTurnsUpAgainWhileItIsTakenBackHasNotBeenMissed() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        String post = desk.publication(pin).publerPostId;
        Instant at = desk.publication(pin).publishAt;
        // Nobody publishes it meanwhile, and nobody deletes it.
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled_pending' where publerId = ?1", post));
        desk.stage.fault(Fault.DELETE_LIES, 100);
        desk.pass(Duration.between(Connected.now(), at.minusSeconds(30)));
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        lookWhile(desk, post, false, Duration.ZERO);
        assertThat(desk.publication(pin).looks.missing()).isTrue();
        lookWhile(desk, post, true, Duration.ofSeconds(61));
        assertThat(desk.publication(pin).looks.missing()).isFalse();
        lookWhile(desk, post, false, Duration.ofSeconds(6));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.RECALLING);
    }

    private static void lookWhile(Connected desk, String post, boolean listed, Duration later) {
        Connected.bean(Clocks.class).shift(later);
        Instant visible = listed ? Connected.now() : Connected.now().plus(Duration.ofDays(1));
        desk.stage.change(world -> SandboxPost.update("visibleAt = ?1 where publerId = ?2", visible, post));
        Connected.tick();
    }

    @Test
    void aWithdrawalWhileItIsTakenBackAnywayHolds() {
        Connected desk = new Connected();
        Long pin = held(desk, 300);
        String post = desk.publication(pin).publerPostId;
        desk.stage.fault(Fault.DELETE_LIES, 100);
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled_reauth' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(61));
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.RECALLING);
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.locked(desk.people.workspace, pin).withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(10));
        desk.stage.forgetFaults();
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.log().posts()).isEmpty();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void aLinkThatComesLateArrives() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        String post = desk.publication(pin).publerPostId;
        Instant out = desk.publication(pin).publishAt;
        desk.pass(Duration.between(Connected.now(), out.minusSeconds(20)));
        // Out, and Publer does not know where yet.
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(40));
        desk.stage.change(world -> SandboxPost.update("postLink = null where publerId = ?1", post));
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.publication(pin).postLink).isNull();
        desk.stage.change(
                world -> SandboxPost.update("postLink = 'https://www.pinterest.com/pin/1/' where publerId = ?1", post));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).postLink).isEqualTo("https://www.pinterest.com/pin/1/");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Pin.<Pin>findById(pin).postLink()))
                .isEqualTo("https://www.pinterest.com/pin/1/");
    }

    @Test
    void whereNobodyCanLookAPublishedPinKeepsItsWordsAndIsLeftAloneAfterAWhile() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        desk.pass(Duration.ofMinutes(15));
        QuarkusTransaction.requiringNew().run(() -> Connection.delete("workspaceId", desk.people.workspace.id));
        Connected.bean(Clocks.class).shift(Duration.ofDays(1));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).reason).isEmpty();
        assertThat(desk.publication(pin).dueAt).isNotNull();
        Connected.bean(Clocks.class).shift(Duration.ofDays(1));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.publication(pin).dueAt).isNull();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    @Test
    void whatWasDeletedOnPinterestWithinADayIsSaid() {
        Connected desk = new Connected();
        Long pin = held(desk, 10);
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        String post = desk.publication(pin).publerPostId;
        desk.stage.change(world -> SandboxPost.update("state = 'published_deleted' where publerId = ?1", post));
        Connected.bean(Clocks.class).shift(Duration.ofDays(1));
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.publication(pin).reason).contains("deleted on Pinterest");
        assertThat(desk.publication(pin).dueAt).isNull();
    }
}
