package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.database.DatabaseMemory;
import pinplan.database.DatabaseMemory.Reading;
import pinplan.pin.Content;
import pinplan.pin.Publishing;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.Lane;
import pinplan.publer.Reserve;

/**
 * The one transaction between "it is due" and "it is sent": takes a due order under lock, and with it what else can go
 * with the same request; checks that what would be sent is what was approved, spends a request, and writes the intent
 * down. Only then may a byte leave.
 */
@ApplicationScoped
class Claims {
    static final Duration NEAR = Times.inForce().near();
    private static final Duration ALONE = Times.inForce().alone();
    /** What waited longer since its pictures at other people's addresses were compared has them compared again. */
    private static final Duration COMPARED = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(Claims.class);

    private final DatabaseClock clock;
    private final DatabaseMemory memory;
    private final KeyBox box;
    private final Due due;

    Claims(DatabaseClock clock, DatabaseMemory memory, KeyBox box, Due due) {
        this.clock = clock;
        this.memory = memory;
        this.box = box;
        this.due = due;
    }

    /** An order and the intent to send it. */
    record Intent(long publicationId, UUID attemptId) {}

    /** What is committed and must now be sent with one request, or left to the sweep. */
    record Claimed(
            long workspaceId, List<Intent> intents, Access access, boolean now, String body, long deadlineNanos) {}

    /** What one look found: nothing due, something that had to wait, or a claim. */
    record Taken(boolean any, Claimed claim) {
        static final Taken NOTHING = new Taken(false, null);
        static final Taken PUT_OFF = new Taken(true, null);
    }

    /** Checked, and all that Publer needs for it is there. */
    private record Ready(Publication publication, PostDraft.Post post, Instant minute) {}

    /** What goes wrong is in the log, and what it went wrong with waits: it never stops the others. */
    Taken nextOrPutOff(Round round) {
        try {
            return next(round);
        } catch (Stuck stuck) {
            LOG.errorf(stuck, "A claim failed");
            return putOff(stuck) ? Taken.PUT_OFF : Taken.NOTHING;
        } catch (RuntimeException unforeseen) {
            LOG.error("Claiming failed", unforeseen);
            return Taken.NOTHING;
        }
    }

    private boolean putOff(Stuck stuck) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> Publication.locked(stuck.publicationIds()).stream()
                            .filter(publication -> publication.state() == Publishing.PENDING)
                            .forEach(publication -> stuck.putOff(publication, clock.read())));
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.error("Putting a publication off failed", unforeseen);
            return putOffUnread(stuck);
        }
    }

    private boolean putOffUnread(Stuck stuck) {
        try {
            QuarkusTransaction.requiringNew().run(() -> stuck.putOffUnread(clock.read()));
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.error("Putting a publication off failed again", unforeseen);
            return false;
        }
    }

    /** In a transaction of its own: what it gives back is committed. While another one is on its way there, the next may look already. */
    Taken next(Round round) {
        // The monotonic clock first: what the database will believe of this deadline is never earlier than the truth.
        long deadline = System.nanoTime() + Attempt.DEADLINE.toNanos();
        try (Round.Turn turn = round.turn()) {
            Taken taken = QuarkusTransaction.requiringNew().call(() -> next(turn, deadline));
            turn.ends(taken.claim() != null);
            return taken;
        }
    }

    private Taken next(Round.Turn turn, long deadline) {
        Reading reading = memory.read();
        return turn.find(round -> due.first(round, reading.now().plus(NEAR), reading.now()))
                .map(first -> claim(first, reading, turn, deadline))
                .orElse(Taken.NOTHING);
    }

    private Taken claim(Due.First first, Reading reading, Round.Turn turn, long deadline) {
        List<Long> ids = List.of(first.publicationId());
        return about(ids, () -> {
            // Before anything is counted: what another replica claims of the same account counts too.
            Lane lane = Lane.lockedOf(first.workspaceId());
            return claim(Circumstances.of(ids, reading), lane, turn, deadline);
        });
    }

    /** Whatever goes wrong, it is the trouble of one of these; what the database refuses too, not only what the code does. */
    private static <T> T about(List<Long> ids, Supplier<T> step) {
        try {
            T done = step.get();
            Publication.flush();
            return done;
        } catch (Stuck known) {
            throw known;
        } catch (RuntimeException unforeseen) {
            throw new Stuck(ids, unforeseen);
        }
    }

    private Taken claim(Circumstances circumstances, Lane lane, Round.Turn turn, long deadline) {
        Publication first = circumstances.orders().get(0);
        Instant now = circumstances.now();
        Ready ready = ready(first, circumstances);
        if (ready == null) {
            return Taken.PUT_OFF;
        }
        Connection connection = circumstances.connection();
        if (lane == null || lane.id != connection.laneId()) {
            // Connected anew in this very moment.
            first.due(now.plusSeconds(1));
            return Taken.PUT_OFF;
        }
        Access access = access(first, connection, now);
        if (access == null) {
            return Taken.PUT_OFF;
        }
        Reserve reserve = first.publishAt.isBefore(now.plus(NEAR)) ? Reserve.DUE : Reserve.AHEAD;
        if (!lane.spend(now, reserve)) {
            waitForTheLane(first, lane, reserve, now);
            turn.full(reserve == Reserve.AHEAD);
            return Taken.PUT_OFF;
        }
        if (Punctuality.late(first, now)) {
            first.movedTo(ready.minute, now);
        }
        List<Ready> all = new ArrayList<>(List.of(ready));
        if (!first.publishNow && !first.alone() && first.publishAt.isAfter(now.plus(ALONE))) {
            all.addAll(along(first, circumstances));
        }
        String body = PostDraft.body(all.stream().map(Ready::post).toList());
        String endpoint = first.publishNow ? "POST /posts/schedule/publish" : "POST /posts/schedule";
        List<Publication> orders = all.stream().map(Ready::publication).toList();
        List<Intent> intents = about(
                orders.stream().map(order -> order.id).toList(),
                () -> orders.stream()
                        .map(order -> new Intent(
                                order.id, order.sending(connection.place(), endpoint, body, all.size() > 1, now).id))
                        .toList());
        return new Taken(true, new Claimed(first.workspace.id, intents, access, first.publishNow, body, deadline));
    }

    /** Null where the key can't be read: that is for whoever runs the server, and no fault of the pin. */
    private Access access(Publication publication, Connection connection, Instant now) {
        try {
            return connection.access(box);
        } catch (KeyBox.Unreadable sealed) {
            publication.waits(Fault.CONFIGURATION, sealed.getMessage(), now.plusSeconds(60));
            return null;
        }
    }

    /** What else is due for the workspace, one of each other account, as far as it is ready. */
    private List<Ready> along(Publication first, Circumstances its) {
        Instant now = its.now();
        List<Long> ids = due.along(first, now.plus(ALONE), now);
        if (ids.isEmpty()) {
            return List.of();
        }
        Circumstances circumstances = about(ids, () -> Circumstances.of(ids, its.reading()));
        return circumstances.orders().stream()
                .map(order -> about(List.of(order.id), () -> ready(order, circumstances)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null when it has to wait, or must not be sent at all. */
    private Ready ready(Publication publication, Circumstances circumstances) {
        Instant now = circumstances.now();
        if (publication.mayBeForgotten(circumstances.reading().rememberedSince())) {
            publication.lookFirst(now);
            return null;
        }
        if (!LastCheck.passes(publication, circumstances)) {
            return null;
        }
        if (circumstances.connection() == null) {
            publication.waits(Fault.CONFIGURATION, "This workspace is not connected to Publer.", now.plusSeconds(60));
            return null;
        }
        Content content = publication.revision.content;
        Map<Long, AtPubler> media = PublerMediaId.finished(content, circumstances.there());
        boolean compared = content.pictures().stream().noneMatch(Content.Picture::external)
                || publication.preparedAt.isAfter(now.minus(COMPARED));
        if (media.size() < PublerMediaId.uploads(content).size() || !compared) {
            publication.mediaMissing();
            return null;
        }
        Instant minute = Punctuality.minute(publication, now);
        if (minute.isAfter(now)) {
            publication.waits(Fault.LIMIT, "It is late and goes out at the next free minute.", minute);
            return null;
        }
        Instant at = publication.publishNow ? null : publication.publishAt;
        return new Ready(publication, PostDraft.of(content, media, at, publication.zone), minute);
    }

    private static void waitForTheLane(Publication publication, Lane lane, Reserve reserve, Instant now) {
        Obstacle obstacle = Obstacle.of(lane, now);
        publication.waits(obstacle.fault(), obstacle.words(), lane.worthAskingAt(now, reserve));
    }
}
