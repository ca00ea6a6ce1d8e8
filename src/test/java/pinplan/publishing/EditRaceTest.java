package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.pin.Refused;
import pinplan.publer.sandbox.Sandbox;
import pinplan.team.Workspace;

/**
 * Two replicas claim while somebody changes the pin in the same moment. Either the change wins and nothing is sent, or the
 * claim wins with what was approved and the change is refused or takes it back. Never is anything sent that was not
 * approved when it was claimed.
 */
@QuarkusTest
class EditRaceTest {
    private static final int ROUNDS = Integer.getInteger("pinplan.rounds", 200);
    private static final long SEED = Long.getLong("pinplan.seed", 3);
    /** A request of the budget in each round, and few enough pins in a day. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(120);

    private static final long A_MOMENT = 500_000;
    private static final long WIDEST_MICROS = 12_000;

    private static final List<String> FORGET = List.of(
            "update attempt set is_open = false where publication_id in (select id from publication where pin_id = ?1)",
            "update publication set state = 'CANCELLED', due_at = null where pin_id = ?1");

    /** What somebody does to a pin that is approved with its first text. */
    private enum Change {
        EDITED,
        WITHDRAWN,
        EDITED_AND_AGREED_AGAIN,
        MOVED
    }

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private final Random random = new Random(SEED);
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private int sent;
    private int notSent;
    private int sentNewText;

    @AfterEach
    void backToNow() {
        threads.shutdown();
        Connected.bean(Clocks.class).reset();
    }

    @Test
    void nothingIsSentThatWasNotApprovedAtThatMoment() throws Exception {
        System.out.printf("%d rounds with seed %d%n", ROUNDS, SEED);
        Connected desk = new Connected();
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id).dailyCap = 1000);
        for (int round = 0; round < ROUNDS; round++) {
            Connected.bean(Clocks.class).shift(BETWEEN_ROUNDS);
            race(desk, Change.values()[random.nextInt(Change.values().length)], "round %d".formatted(round));
        }
        assertThat(sent).as("claims that came first").isPositive();
        assertThat(notSent).as("changes that came first").isPositive();
        assertThat(sentNewText).as("changes that were agreed on").isPositive();
        Files.writeString(Path.of("target", "edit-race.md"), """

                ## A change in the same moment as two claims

                | Rounds | Seed | Sent as first approved | Sent as approved anew | Not sent | Sent without approval |
                | ---: | ---: | ---: | ---: | ---: | ---: |
                | %d | %d | %d | %d | %d | 0 |
                """.formatted(
                        ROUNDS, SEED, sent - sentNewText, sentNewText, notSent));
    }

    private void race(Connected desk, Change change, String round) throws Exception {
        Instant at = desk.in(60);
        Long pin = desk.approvedPin(at);
        String first = title(pin);
        String second = first.replace("Tart", "Unseen");
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}

        CyclicBarrier start = new CyclicBarrier(3);
        AtomicBoolean changed = new AtomicBoolean();
        long delay = random.nextLong(WIDEST_MICROS);
        List<Future<Void>> all = new ArrayList<>();
        for (int replica = 0; replica < 2; replica++) {
            all.add(threads.submit(after(start, 0, () -> claimAll(changed))));
        }
        all.add(threads.submit(after(start, delay, () -> {
            try {
                change(desk, pin, change, second, at);
            } finally {
                changed.set(true);
            }
        })));
        for (Future<Void> each : all) each.get();
        check(pin, change, first, second, round);
        forget(pin);
    }

    /** Nothing was really sent, and nobody shall look for it. */
    private static void forget(Long pin) {
        for (String sql : FORGET) {
            Connected.change(() -> Pin.getEntityManager()
                    .createNativeQuery(sql)
                    .setParameter(1, pin)
                    .executeUpdate());
        }
    }

    private static Callable<Void> after(CyclicBarrier start, long micros, Runnable what) {
        return () -> {
            start.await();
            LockSupport.parkNanos(micros * 1000);
            what.run();
            return null;
        };
    }

    /** As ticks do, without the call, until the change is over and nothing more is due. */
    private void claimAll(AtomicBoolean changed) {
        Preparation preparation = Connected.bean(Preparation.class);
        Claims claims = Connected.bean(Claims.class);
        Round round = new Round();
        boolean more = true;
        while (more) {
            boolean last = changed.get();
            boolean prepared = preparation.next();
            Claims.Taken taken = claims.next(round);
            if (taken.claim() != null) {
                round.ended(taken.claim().workspaceId());
            }
            boolean found = prepared || taken.any();
            if (!found) {
                LockSupport.parkNanos(A_MOMENT);
            }
            more = found || !last;
        }
    }

    private static void change(Connected desk, Long id, Change change, String second, Instant at) {
        try {
            switch (change) {
                case EDITED ->
                    desk.change(id, pin -> pin.edit(desk.fields(second, at), desk.creator(), Connected.now()));
                case WITHDRAWN -> desk.change(id, pin -> pin.withdraw(desk.creator(), Connected.now()));
                case MOVED ->
                    desk.change(
                            id,
                            pin -> pin.schedule(pin.planned().local().plusMinutes(1), desk.creator(), Connected.now()));
                case EDITED_AND_AGREED_AGAIN -> {
                    desk.change(id, pin -> pin.edit(desk.fields(second, at), desk.creator(), Connected.now()));
                    desk.change(id, pin -> pin.submit(desk.creator(), Connected.now()));
                    desk.change(id, pin -> pin.approve(pin.revision().fingerprint, desk.approver(), Connected.now()));
                }
            }
        } catch (Refused claimedAlready) {
            // that is the other way in which it may end
        }
    }

    private void check(Long id, Change change, String first, String second, String round) {
        QuarkusTransaction.requiringNew().run(() -> {
            Pin pin = Pin.findById(id);
            List<Attempt> attempts = Attempt.list("publication.pin = ?1", pin);
            assertThat(attempts).as(round).hasSizeLessThanOrEqualTo(1);
            if (attempts.isEmpty()) {
                notSent++;
                return;
            }
            sent++;
            Attempt attempt = attempts.get(0);
            boolean newText = attempt.body.contains(second);
            assertThat(attempt.body.contains(first) || newText).as(round).isTrue();
            if (newText) {
                sentNewText++;
                assertThat(change).as(round).isEqualTo(Change.EDITED_AND_AGREED_AGAIN);
            }
            // What is sent is what its order says, and that is a revision that somebody approved.
            Publication order = attempt.publication;
            assertThat(attempt.body).as(round).contains("\"title\":\"" + order.revision.content.title() + "\"");
            boolean stillWanted = pin.approvedFingerprint() != null
                    && pin.approvedFingerprint().equals(order.revision.fingerprint)
                    && order.publishAt.equals(pin.publishAt());
            assertThat(order.state()).as(round).isEqualTo(Publishing.SENDING);
            assertThat(order.recallWanted)
                    .as("%s: what is no longer wanted is taken back", round)
                    .isEqualTo(!stillWanted);
        });
    }

    private static String title(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).title());
    }
}
