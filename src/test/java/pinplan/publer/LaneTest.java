package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The budget and the pause in the database, with several threads at one row. */
@QuarkusTest
class LaneTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    @Inject
    KeyBox box;

    private long lane() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Lane.of(box.digest("lane-test-" + COUNT.incrementAndGet())).id);
    }

    private static <T> T with(long id, Function<Lane, T> what) {
        return QuarkusTransaction.requiringNew().call(() -> what.apply(Lane.findById(id)));
    }

    private static boolean paused(long id) {
        return with(id, lane -> lane.paused(START));
    }

    private static Instant freeAt(long id, Instant now) {
        return with(id, lane -> lane.freeAt(now, Reserve.PERSON));
    }

    private static Instant pausedUntil(long id) {
        return with(id, Lane::pausedUntil);
    }

    private static String reason(long id) {
        return with(id, Lane::pauseReason);
    }

    private static String error(long id) {
        return with(id, Lane::lastError);
    }

    private static <T> Outcome<T> denied(int status, String request) {
        return new Outcome.Denied<>(
                "Invalid API key", new Evidence(request, status, "{}", null, null, null, Duration.ZERO));
    }

    private static <T> Outcome<T> answered(Integer remaining) {
        return new Outcome.Answered<>(null, new Evidence("GET /posts", 200, "{}", 100, remaining, null, Duration.ZERO));
    }

    @Test
    void eightThreadsNeverSpendMoreThanNinetyInAnyTwoMinutes() throws Exception {
        long lane = lane();
        AtomicLong millis = new AtomicLong();
        List<Instant> spent = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int t = 0; t < 8; t++) {
            threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    // Each asks at its own moment, and the moments of different threads are out of order.
                    Instant now = START.plusMillis(millis.addAndGet(700));
                    if (Lane.take(lane, now, Reserve.RECONCILE)) {
                        spent.add(now);
                    }
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        List<Instant> sorted = spent.stream().sorted().toList();
        assertThat(sorted.size()).isBetween(150, 480);
        for (Instant first : sorted) {
            assertThat(sorted.stream()
                            .filter(at -> !at.isBefore(first) && !at.isAfter(first.plusSeconds(120)))
                            .count())
                    .isLessThanOrEqualTo(90);
        }
    }

    @Test
    void onlyTheBurstAtOneMoment() throws Exception {
        long lane = lane();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicLong got = new AtomicLong();
        for (int i = 0; i < 60; i++) {
            threads.submit(() -> {
                if (Lane.take(lane, START, Reserve.PERSON)) {
                    got.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(got).hasValue(20);
    }

    @Test
    void aRequestThatWasRolledBackIsNotSpent() {
        long lane = lane();
        for (int i = 0; i < 30; i++) {
            QuarkusTransaction.begin();
            assertThat(Lane.<Lane>findById(lane).spend(START, Reserve.AHEAD)).isTrue();
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void aWrongKeyStopsTheLaneUntilAPersonActs() {
        long lane = lane();
        Lane.heard(lane, denied(403, "POST /posts/schedule"), START);
        Instant later = START.plus(Duration.ofDays(9));
        assertThat(Lane.take(lane, later, Reserve.PERSON)).isFalse();
        assertThat(freeAt(lane, later)).isEqualTo(Instant.MAX);
        assertThat(reason(lane)).isEqualTo("Invalid API key");
        with(lane, l -> {
            l.resume();
            return null;
        });
        assertThat(Lane.take(lane, later, Reserve.PERSON)).isTrue();
        assertThat(error(lane)).isEqualTo("Invalid API key");
    }

    @Test
    void aMissingThingIsNoMatterOfTheKey() {
        long lane = lane();
        Lane.heard(lane, denied(404, "GET /workspaces/x/media_options"), START);
        assertThat(paused(lane)).isFalse();
        Lane.heard(lane, denied(404, "POST /posts/schedule"), START);
        assertThat(paused(lane)).isTrue();
    }

    @Test
    void tooManyRequestsPauseAsLongAsPublerSays() {
        long lane = lane();
        Lane.heard(lane, throttled(START.plusSeconds(40)), START);
        assertThat(Lane.take(lane, START.plusSeconds(39), Reserve.RECONCILE)).isFalse();
        assertThat(Lane.take(lane, START.plusSeconds(40), Reserve.RECONCILE)).isTrue();
        Lane.heard(lane, throttled(null), START.plusSeconds(60));
        assertThat(Lane.take(lane, START.plusSeconds(179), Reserve.RECONCILE)).isFalse();
        assertThat(Lane.take(lane, START.plusSeconds(180), Reserve.RECONCILE)).isTrue();
    }

    /** The clock that judges it is the one that keeps it: one of ten minutes before or after makes no long pause, and none of none. */
    @ParameterizedTest
    @ValueSource(ints = {-600, 600})
    void byAClockThatGoesWrongItIsTwoMinutes(int wrong) {
        long lane = lane();
        Instant now = START.plusSeconds(wrong);
        Lane.heard(lane, throttled(START.plusSeconds(40)), now);
        assertThat(Lane.take(lane, now.plusSeconds(119), Reserve.RECONCILE)).isFalse();
        assertThat(Lane.take(lane, now.plusSeconds(120), Reserve.RECONCILE)).isTrue();
    }

    private static Outcome<?> throttled(Instant reset) {
        return new Outcome.Throttled<>(new Evidence("GET /posts", 429, "{}", null, null, reset, Duration.ZERO));
    }

    @Test
    void fiveFailuresInARowPauseItAndAListingReopensIt() {
        long lane = lane();
        Outcome<?> broken = new Outcome.Unknown<>("It broke.", Evidence.none("GET /posts", Duration.ZERO));
        for (int i = 0; i < 4; i++) {
            Lane.heard(lane, broken, START);
        }
        assertThat(paused(lane)).isFalse();
        Lane.heard(lane, broken, START);
        assertThat(pausedUntil(lane)).isEqualTo(START.plusSeconds(30));
        assertThat(Lane.take(lane, START, Reserve.DUE)).isFalse();
        assertThat(Lane.take(lane, START, Reserve.RECONCILE)).isTrue();
        for (int i = 0; i < 9; i++) {
            Lane.heard(lane, broken, START);
        }
        assertThat(pausedUntil(lane)).isEqualTo(START.plusSeconds(300));
        Lane.heard(lane, answered(null), START);
        assertThat(Lane.take(lane, START, Reserve.DUE)).isTrue();
    }

    @Test
    void whatOthersUseOfTheKeyIsSeen() {
        long lane = lane();
        Lane.heard(lane, answered(10), START);
        assertThat(Lane.take(lane, START, Reserve.PERSON)).isFalse();
        assertThat(Lane.take(lane, START.plusSeconds(2), Reserve.PERSON)).isTrue();
    }

    @Test
    void aConnectionKeepsItsKeySealed() {
        String key = "canary-" + COUNT.incrementAndGet() + "-0123456789";
        Long workspace = QuarkusTransaction.requiringNew().call(LaneTest::workspace);
        QuarkusTransaction.requiringNew()
                .run(() -> Connection.connect(
                        workspace, "https://app.publer.com/api/v1/", key, "61a7", "Ours", box, START));
        Connection connection = QuarkusTransaction.requiringNew().call(() -> {
            Connection found = Connection.of(workspace).orElseThrow();
            assertThat(found.access(box).key()).isEqualTo(key);
            assertThat(found.access(box).baseUrl()).isEqualTo("https://app.publer.com/api/v1");
            assertThat(found.lane().keyDigest()).isEqualTo(box.digest(key));
            return found;
        });
        assertThat(connection.keyLast4()).isEqualTo("6789");
        assertThat(connection.toString()).doesNotContain("canary");
        String row = QuarkusTransaction.requiringNew().call(() -> (String) Connection.getEntityManager()
                .createNativeQuery(
                        "select c::text || encode(sealed_key, 'escape') from publer_connection c where workspace_id = ?1")
                .setParameter(1, workspace)
                .getSingleResult());
        assertThat(row).doesNotContain("canary");
    }

    private static Long workspace() {
        return ((Number) Connection.getEntityManager()
                        .createNativeQuery(
                                "insert into workspace (id, name, zone, created_at)"
                                        + " values (nextval('workspace_seq'), 'Lane test', 'UTC', timestamptz 'epoch') returning id")
                        .getSingleResult())
                .longValue();
    }
}
