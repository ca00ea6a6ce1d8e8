package pinplan.publishing;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.database.Clocks;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Shot;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxAccount;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.publer.sandbox.SandboxWorld;
import pinplan.publer.sandbox.Stage;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.team.Role;

/** A workspace that is connected to a sandbox world of its own, with one account and one board, and pins that are approved. */
final class Connected {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final People people = People.fresh();
    final Stage stage;
    private final String key = Sandbox.newKey();
    final String publerAccount;
    final Media picture;
    private final Long boardId;

    Connected() {
        Instant now = now();
        String[] ids = new String[2];
        QuarkusTransaction.requiringNew().run(() -> {
            SandboxWorld world = bean(Sandbox.class).create(key, "Test");
            SandboxAccount account = world.account("Lemon & Thyme");
            ids[0] = account.publerId;
            ids[1] = account.board("Cakes").albumId;
            connect(key, world);
        });
        stage = bean(Sandbox.class).world(key);
        publerAccount = ids[0];
        boardId = QuarkusTransaction.requiringNew().call(() -> board(publerAccount, ids[1], now));
        picture = uploaded();
    }

    private void connect(String key, SandboxWorld world) {
        Connection.connect(
                people.workspace.id,
                OwnAddress.SANDBOX,
                key,
                world.publerWorkspaceId,
                world.name,
                bean(KeyBox.class),
                now());
    }

    /** Somebody chooses a Publer workspace that has nothing of ours. */
    void connectAnother() {
        String other = Sandbox.newKey();
        change(() -> connect(other, bean(Sandbox.class).create(other, "Another")));
    }

    /** The one that it was connected to at first. */
    void connectAgain() {
        stage.change(world -> connect(key, world));
    }

    /** One more account, with a board. */
    Board anotherBoard() {
        String[] ids = new String[2];
        stage.change(world -> {
            SandboxAccount account = world.account("Branch " + NUMBER.incrementAndGet());
            ids[0] = account.publerId;
            ids[1] = account.board("Cakes").albumId;
        });
        return QuarkusTransaction.requiringNew().call(() -> Board.findById(board(ids[0], ids[1], now())));
    }

    private Long board(String publerAccount, String publerBoard, Instant now) {
        Account account = new Account();
        account.workspace = people.workspace;
        account.publerId = publerAccount;
        account.name = "Lemon & Thyme";
        account.seenAt = now;
        account.persist();
        Board board = new Board();
        board.workspace = people.workspace;
        board.account = account;
        board.publerId = publerBoard;
        board.name = "Cakes";
        board.seenAt = now;
        board.persist();
        return board.id;
    }

    private Media uploaded() {
        try {
            Path file = Files.createTempFile("tart", ".jpg");
            Files.write(file, Pictures.jpeg(1000, 1500));
            return bean(Intake.class).upload(people.workspace, people.member(Role.CREATOR), file, "tart.jpg");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Actor creator() {
        return new Actor(people.member(Role.CREATOR), Role.CREATOR);
    }

    Actor approver() {
        return new Actor(people.member(Role.APPROVER), Role.APPROVER);
    }

    PinFields fields(String title, Instant at) {
        return fields(title, at, Board.findById(boardId));
    }

    private PinFields fields(String title, Instant at, Board board) {
        return new PinFields(
                title,
                "Twelve slices, no oven.",
                "https://example.org/" + title.toLowerCase().replaceAll("[^a-z0-9]+", "-"),
                board.account,
                board,
                null,
                at == null ? null : PlannedTime.at(at, people.workspace.zone).local(),
                List.of(new Shot(picture, "A slice")));
    }

    /** So many minutes from now, on the minute. */
    Instant in(int minutes) {
        return now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes));
    }

    Long approvedPin(int minutesAhead) {
        return approvedPin(in(minutesAhead));
    }

    Long approvedPin(Instant at) {
        return approvedPin(at, boardId);
    }

    Long approvedPin(Instant at, Long board) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PinFields fields = fields("Tart " + NUMBER.incrementAndGet(), at, Board.findById(board));
            Pin pin = Pin.create(people.workspace, fields, creator(), now());
            pin.submit(creator(), now());
            pin.approve(pin.revision().fingerprint, approver(), now());
            return pin.id;
        });
    }

    PinStatus status(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).status());
    }

    Publication publication(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Publication.of(Pin.<Pin>findById(pin)).get(0));
    }

    /** Does this to the pin as one transaction does. */
    void change(Long pin, Consumer<Pin> verb) {
        change(() -> verb.accept(Pin.locked(people.workspace, pin)));
    }

    static void change(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    /** An approver decides about the pin's newest order. */
    void decide(Long pin, Consumer<Verdict> verdict) {
        Long order = publication(pin).id;
        change(() -> verdict.accept(new Verdict(Publication.locked(order), approver(), now())));
    }

    /** What our requests made and the other end still has. */
    List<SandboxLog.Post> posts() {
        return log().creates(publerAccount);
    }

    SandboxLog log() {
        return stage.log();
    }

    /** Lets time pass in steps, short ones first, with the ticks that a running application would have had. */
    void pass(Duration time) {
        Instant from = now();
        Instant until = from.plus(time);
        while (now().isBefore(until)) {
            Duration step = now().isBefore(from.plus(CLOSELY)) ? SHORT_STEP : LONG_STEP;
            Duration left = Duration.between(now(), until);
            bean(Clocks.class).shift(left.compareTo(step) < 0 ? left : step);
            tick();
        }
    }

    private static final Duration CLOSELY = Duration.ofMinutes(2);
    private static final Duration SHORT_STEP = Duration.ofSeconds(10);
    private static final Duration LONG_STEP = Duration.ofSeconds(60);

    static void tick() {
        bean(Dispatcher.class).tick();
        bean(Reconciler.class).tick();
    }

    /** Of its Publer account only: what other tests left behind would have to wait for room. */
    void survey() {
        change(() -> Panache.getEntityManager()
                .createNativeQuery("insert into survey (account_id, due_at) select id, ?1 from account"
                        + " where publer_id <> ?2 on conflict (account_id) do update set due_at = excluded.due_at")
                .setParameter(1, now().plus(Duration.ofMinutes(59)))
                .setParameter(2, publerAccount)
                .executeUpdate());
        bean(Survey.class).tick();
    }

    static Instant now() {
        return bean(Clock.class).instant();
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
