package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.board.Board;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.team.Workspace;

/** Pins of several accounts go with one request; what befalls it concerns each of them, and none for long. */
@QuarkusTest
class TogetherTest {
    /** What Publer says no to, whoever sends it. */
    private static final Set<Fault> NEVER = EnumSet.of(Fault.FAILURE_OBJECT, Fault.FAILURE_ARRAY);

    private static final int ACCOUNTS = 3;

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private Connected desk;
    private final List<Board> boards = new ArrayList<>();

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    /** One pin for each account, ready to be sent. */
    private List<Long> pins(int minutesAhead) {
        if (desk == null) {
            desk = new Connected();
            Stream.generate(desk::anotherBoard).limit(ACCOUNTS).forEach(boards::add);
        }
        Instant at = desk.in(minutesAhead);
        List<Long> pins =
                boards.stream().map(board -> desk.approvedPin(at, board.id)).toList();
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}
        return pins;
    }

    private List<Integer> sent() {
        return desk.log().createRequests().stream()
                .map(request -> request.body().split("album_id", -1).length - 1)
                .sorted()
                .toList();
    }

    private void onceEach(List<Long> pins) {
        Set<String> accounts =
                boards.stream().map(board -> board.account.publerId).collect(Collectors.toSet());
        assertThat(desk.log().posts())
                .filteredOn(SandboxLog.Post::made)
                .extracting(SandboxLog.Post::accountId)
                .containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(pins).extracting(desk::status).containsOnly(PinStatus.SCHEDULED);
        assertThat(pins).extracting(pin -> desk.publication(pin).publerPostId).doesNotHaveDuplicates();
    }

    @Test
    void oneOfEachAccountGoesWithARequest() {
        List<Long> first = pins(60);
        List<Long> second = pins(61);
        desk.pass(Duration.ofMinutes(2));
        assertThat(sent()).containsExactly(ACCOUNTS, ACCOUNTS);
        assertThat(Stream.concat(first.stream(), second.stream()))
                .extracting(desk::status)
                .containsOnly(PinStatus.SCHEDULED);
        assertThat(desk.log().posts()).hasSize(2 * ACCOUNTS);
    }

    @Test
    void whatIsNearItsTimeGoesAlone() {
        List<Long> pins = pins(15);
        desk.pass(Duration.ofMinutes(2));
        assertThat(sent()).containsExactly(1, 1, 1);
        onceEach(pins);
    }

    /** The docs of the benchmark tell how many. */
    @Test
    void aPinByItselfCostsNineStatementsUntilItMayBeSent() {
        pins(15);
        // Once a minute one more finds out from when on something may be due.
        assertThat(LongStream.generate(this::statementsOfAClaim).limit(2).min()).hasValue(9);
    }

    /** For this workspace. */
    private long statementsOfAClaim() {
        Round round = new Round();
        QuarkusTransaction.requiringNew()
                .run(() -> Workspace.<Workspace>list("id <> ?1", desk.people.workspace.id)
                        .forEach(other -> round.begun(other.id)));
        Statistics statistics = Panache.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        assertThat(Connected.bean(Claims.class).next(round).claim()).isNotNull();
        return statistics.getPrepareStatementCount() - before;
    }

    /** A refusal that names its account is that account's alone. */
    @Test
    void oneIsRefusedAndTheOthersAreNot() {
        List<Long> pins = pins(60);
        desk.stage.deleteBoard(boards.get(1).publerId);
        desk.pass(Duration.ofMinutes(2));
        assertThat(sent()).containsExactly(ACCOUNTS);
        assertThat(pins)
                .extracting(desk::status)
                .containsExactly(PinStatus.SCHEDULED, PinStatus.FAILED, PinStatus.SCHEDULED);
        assertThat(desk.publication(pins.get(1)).fault).isEqualTo(pinplan.publishing.Fault.BOARD);
    }

    /** One that nobody may send any more stays behind. */
    @Test
    void whatIsNotApprovedStaysBehind() {
        List<Long> pins = pins(60);
        Connected.change(() -> Pin.update("title = 'Changed behind the back' where id = ?1", pins.get(2)));
        desk.pass(Duration.ofMinutes(2));
        assertThat(sent()).containsExactly(ACCOUNTS - 1);
        assertThat(desk.status(pins.get(2))).isEqualTo(PinStatus.FAILED);
        assertThat(desk.log().posts()).hasSize(ACCOUNTS - 1);
    }

    /** One that the database refuses waits, and does not hold back those that would go with it. */
    @Test
    void oneThatIsStuckHoldsBackNoOther() {
        List<Long> pins = pins(60);
        Connected.change(
                () -> Attempt.begin(desk.publication(pins.get(1)), "POST /posts/schedule", "{}", Connected.now())
                        .persist());
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pins.get(0))).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.status(pins.get(2))).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.publication(pins.get(1)).reason).isEqualTo(Stuck.SENTENCE);
        assertThat(desk.log().posts()).hasSize(2);
    }

    /** One that can't even be read does not hold back the one that it would go with; neither when it is to be given up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000})
    void oneThatCannotBeReadHoldsBackNoOther(int tries) {
        List<Long> pins = pins(60);
        Connected.change(() -> Stream.of(
                        "alter table revision disable trigger revision_is_immutable",
                        "update revision set content = '[]' where pin_id = " + pins.get(1),
                        "alter table revision enable trigger revision_is_immutable",
                        "update publication set tries = " + tries + " where pin_id = " + pins.get(1))
                .forEach(sql ->
                        Publication.getEntityManager().createNativeQuery(sql).executeUpdate()));
        desk.pass(Duration.ofMinutes(1));
        for (int good : new int[] {0, 2}) {
            assertThat(desk.status(pins.get(good))).isEqualTo(PinStatus.SCHEDULED);
            assertThat(desk.publication(pins.get(good)).tries).isZero();
        }
        assertThat(desk.publication(pins.get(1)).reason).isEqualTo(Stuck.SENTENCE);
        assertThat(desk.log().posts()).hasSize(2);
    }

    /** While one workspace's answer is awaited, another's pins go out. */
    @Test
    void noWorkspaceWaitsForTheAnswerOfAnother() throws Exception {
        Connected slow = new Connected();
        Connected quick = new Connected();
        slow.stage.fault(Fault.DELAY, 1);
        Long first = slow.approvedPin(60);
        Long second = quick.approvedPin(61);
        Thread tick = new Thread(Connected.bean(Dispatcher.class)::tick);
        tick.start();
        await().until(() -> quick.publication(second).state() == Publishing.ACCEPTED);
        // Two are claimed at a time, and the other may have been the first.
        await().until(() -> slow.publication(first).state() == Publishing.SENDING);
        tick.join();
        assertThat(slow.publication(first).state()).isEqualTo(Publishing.IN_DOUBT);
    }

    /** While the claim of one waits for its lane, which another replica holds, another's pins go out. */
    @Test
    void noWorkspaceWaitsForTheLaneOfAnother() throws Exception {
        Connected held = new Connected();
        Connected free = new Connected();
        Long first = held.approvedPin(60);
        Long second = free.approvedPin(61);
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}
        Thread tick = new Thread(Connected.bean(Dispatcher.class)::tick);
        Connected.change(() -> {
            Lane.locked(Connection.of(held.people.workspace.id).orElseThrow().laneId());
            tick.start();
            await().until(() -> free.publication(second).state() == Publishing.ACCEPTED);
            assertThat(held.publication(first).state()).isEqualTo(Publishing.PENDING);
        });
        tick.join();
        assertThat(held.publication(first).state()).isEqualTo(Publishing.ACCEPTED);
    }

    /** What a claim passes over, since somebody holds the pin, is theirs: it keeps no lock that they may wait for. */
    @Test
    void aClaimHoldsNothingOfWhatItPassesOver() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}
        Long order = desk.publication(pin).id;
        Connected.change(() -> Publication.update("dueAt = ?1 where id = ?2", Instant.EPOCH, order));
        Connected.change(() -> {
            Pin.locked(desk.people.workspace, pin);
            Connected.change(() -> {
                Instant now = Connected.now();
                Due due = Connected.bean(Due.class);
                assertThat(due.first(new Round(), now.plus(Duration.ofHours(2)), now)
                                .map(Due.First::publicationId))
                        .isNotEqualTo(Optional.of(order));
                Connected.change(() -> assertThat(Publication.getEntityManager()
                                .createNativeQuery(
                                        "select id from publication where id = :order for update skip locked")
                                .setParameter("order", order)
                                .getResultList())
                        .hasSize(1));
            });
        });
    }

    /** However long it takes to make others ready: what becomes due meanwhile goes out. */
    @Test
    void nothingThatIsDueWaitsForUploads() throws Exception {
        Connected quick = new Connected();
        Long due = quick.approvedPin(60);
        Preparation preparation = Connected.bean(Preparation.class);
        while (preparation.next()) {}
        Connected.change(() -> Publication.getEntityManager()
                .createNativeQuery(
                        "update publication set due_at = clock_timestamp() + interval '3 seconds' where pin_id = "
                                + due)
                .executeUpdate());
        List<Connected> slow = List.of(new Connected(), new Connected());
        List<Long> uploaded = new ArrayList<>();
        for (Connected each : slow) {
            each.stage.fault(Fault.DELAY, 1, Operation.UPLOAD);
            uploaded.add(each.approvedPin(60));
        }
        Thread tick = new Thread(Connected.bean(Dispatcher.class)::tick);
        tick.start();
        await().until(() -> quick.publication(due).state() == Publishing.ACCEPTED);
        for (int i = 0; i < slow.size(); i++) {
            assertThat(slow.get(i).publication(uploaded.get(i)).preparedAt).isNull();
        }
        tick.join();
    }

    /** One answer about their job is an answer for all of them: no request is spent on asking once more. */
    @Test
    void theirJobIsAskedForOnce() {
        List<Long> pins = pins(60);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.log().requests(Operation.JOB)).hasSizeLessThanOrEqualTo(2);
        desk.pass(Duration.ofMinutes(1));
        onceEach(pins);
    }

    /** The mark was found out before somebody pressed the button, in a minute that had begun before it. */
    @Test
    void whatGoesOutAtOnceWaitsForNoSweep() {
        desk = new Connected();
        Instant minute = Connected.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        Connected.bean(Clocks.class)
                .shift(Duration.between(Connected.now(), minute).plusSeconds(30));
        Connected.tick();
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(15));
        Long pin = desk.approvedPin(90);
        desk.change(pin, each -> each.publishNow(desk.creator(), Connected.now()));
        Connected.tick();
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.ACCEPTED);
        assertThat(desk.publication(pin).publishAt).isEqualTo(minute);
    }

    /** What lies before the mark waits for the next sweep, and not longer. */
    @Test
    void whatWasWrittenDownLateIsFoundByTheSweep() {
        desk = new Connected();
        Connected.tick();
        Long pin = desk.approvedPin(60);
        Connected.change(() -> Publication.update(
                "dueAt = ?1 where pin.id = ?2", Connected.now().minus(Duration.ofMinutes(5)), pin));
        desk.pass(Duration.ofSeconds(70));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    /** Whatever befalls the request: in the end each pin is there once, or a person sees why it is not. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBefallsTheRequest(Fault fault) {
        if (fault.usual().isEmpty()) {
            return;
        }
        List<Long> pins = pins(60);
        desk.stage.fault(fault, 1);
        desk.pass(Duration.ofMinutes(20));
        if (NEVER.contains(fault)) {
            assertThat(pins).extracting(desk::status).containsOnly(PinStatus.FAILED);
            assertThat(desk.log().posts()).isEmpty();
        } else if (Set.of(Fault.UNAUTHORIZED, Fault.FORBIDDEN).contains(fault)) {
            assertThat(desk.log().posts()).isEmpty();
        } else {
            onceEach(pins);
        }
    }
}
