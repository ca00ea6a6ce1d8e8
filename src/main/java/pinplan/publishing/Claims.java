package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import pinplan.database.DatabaseClock;
import pinplan.database.DatabaseMemory;
import pinplan.pin.Content;
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

    /** Publer names the account of what it refuses, and not more: one pin of each account, and not too many. */
    private static final int COMPANIONS = 9;

    private static final String DUE = " p.state = 'PENDING' and not p.look_first and p.due_at <= :now"
            + " and p.prepared_at is not null and not exists"
            + " (select 1 from workspace w where w.id = p.workspace_id and w.paused_at is not null)"
            + " and p.workspace_id not in (:closed)";

    /** An edit that holds the pin wins, and the order is met again later. */
    private static final String FIRST = " order by p.due_at, p.id limit 1 for update of p, i skip locked";

    private static final String SELECT = "select p.id from publication p join pin i on i.id = p.pin_id where";

    /** What is near its time goes before all others. */
    private static final String URGENT = SELECT + DUE + " and p.publish_at <= :near" + FIRST;

    static final String NEXT = SELECT + DUE + " and p.due_at >= :mark and p.workspace_id not in (:waiting)" + FIRST;

    private static final String ALONG = SELECT
            + " p.id in (select distinct on (q.publer_account_id) q.id from publication q"
            + " where q.workspace_id = :workspace and q.publer_account_id <> :account and q.state = 'PENDING'"
            + " and not q.look_first and not q.alone and not q.publish_now and q.due_at <= :now"
            + " and q.prepared_at is not null and q.publish_at > :apart"
            + " order by q.publer_account_id, q.due_at, q.id)"
            + " and p.state = 'PENDING' and not p.look_first and not p.alone and not p.publish_now and p.due_at <= :now"
            + " and p.prepared_at is not null and p.publish_at > :apart order by p.due_at, p.id limit " + COMPANIONS
            + " for update of p, i skip locked";

    private final DatabaseClock clock;
    private final DatabaseMemory memory;
    private final KeyBox box;
    private final LowWater lowWater;

    Claims(DatabaseClock clock, DatabaseMemory memory, KeyBox box, LowWater lowWater) {
        this.clock = clock;
        this.memory = memory;
        this.box = box;
        this.lowWater = lowWater;
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

    @Transactional
    Taken next(Round round) {
        // The monotonic clock first: what the database will believe of this deadline is never earlier than the truth.
        long deadline = System.nanoTime() + Attempt.DEADLINE.toNanos();
        Instant now = clock.read();
        Optional<Long> first = first(round, now);
        return first.isEmpty()
                ? Taken.NOTHING
                : about(first.get(), () -> claim(Publication.findById(first.get()), round, now, deadline));
    }

    private Optional<Long> first(Round round, Instant now) {
        List<Long> urgent = ids(due(URGENT, round, now).setParameter("near", now.plus(NEAR)));
        List<Long> ids = urgent.isEmpty()
                ? ids(due(NEXT, round, now)
                        .setParameter("mark", lowWater.mark(now))
                        .setParameter("waiting", round.waiting()))
                : urgent;
        return ids.stream().findFirst();
    }

    private static Query due(String sql, Round round, Instant now) {
        return Panache.getEntityManager()
                .createNativeQuery(sql)
                .setParameter("now", now)
                .setParameter("closed", round.closed());
    }

    private static List<Long> ids(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Whatever goes wrong, it is this one's trouble; what the database refuses too, not only what the code does. */
    private static <T> T about(long id, Supplier<T> step) {
        try {
            T done = step.get();
            Publication.flush();
            return done;
        } catch (Stuck known) {
            throw known;
        } catch (RuntimeException unforeseen) {
            throw new Stuck(id, unforeseen);
        }
    }

    private Taken claim(Publication first, Round round, Instant now, long deadline) {
        round.turn(first.workspace.id);
        Connection connection = Connection.of(first.workspace.id).orElse(null);
        Ready ready = ready(first, connection, now);
        if (ready == null) {
            return Taken.PUT_OFF;
        }
        Reserve reserve = first.publishAt.isBefore(now.plus(NEAR)) ? Reserve.DUE : Reserve.AHEAD;
        if (!connection.lane().spend(now, reserve)) {
            waitForTheLane(first, connection.lane(), reserve, now);
            round.full(first.workspace.id, reserve == Reserve.AHEAD);
            return Taken.PUT_OFF;
        }
        if (Punctuality.late(first, now)) {
            first.movedTo(ready.minute, now);
        }
        List<Ready> all = new ArrayList<>(List.of(ready));
        if (!first.publishNow && !first.alone() && first.publishAt.isAfter(now.plus(ALONE))) {
            all.addAll(along(first, connection, now));
        }
        String body = PostDraft.body(all.stream().map(Ready::post).toList());
        String endpoint = first.publishNow ? "POST /posts/schedule/publish" : "POST /posts/schedule";
        List<Intent> intents = all.stream()
                // In one order, as all who lock several pins.
                .sorted(Comparator.comparing(each -> each.publication.pin.id))
                .map(each -> about(
                        each.publication.id,
                        () -> new Intent(
                                each.publication.id, each.publication.sending(endpoint, body, all.size() > 1, now).id)))
                .toList();
        return new Taken(
                true,
                new Claimed(first.workspace.id, intents, connection.access(box), first.publishNow, body, deadline));
    }

    /** What else is due for the workspace, one of each other account, as far as it is ready. */
    private List<Ready> along(Publication first, Connection connection, Instant now) {
        List<Long> ids = ids(Panache.getEntityManager()
                .createNativeQuery(ALONG)
                .setParameter("workspace", first.workspace.id)
                .setParameter("account", first.publerAccountId)
                .setParameter("now", now)
                .setParameter("apart", now.plus(ALONE)));
        List<Ready> ready = new ArrayList<>();
        for (long id : ids) {
            Ready each = about(id, () -> ready(Publication.findById(id), connection, now));
            if (each != null) {
                ready.add(each);
            }
        }
        return ready;
    }

    /** Null when it has to wait, or must not be sent at all. */
    private Ready ready(Publication publication, Connection connection, Instant now) {
        if (publication.mayBeForgotten(memory.since(now))) {
            publication.lookFirst(memory.looksCountFrom(now, Publication.SHOWS));
            return null;
        }
        if (!LastCheck.passes(publication, now)) {
            return null;
        }
        if (connection == null) {
            publication.waits(Fault.CONFIGURATION, "This workspace is not connected to Publer.", now.plusSeconds(60));
            return null;
        }
        Content content = publication.revision.content;
        Map<Long, String> media = PublerMediaId.known(content, connection.publerWorkspaceId());
        if (media.size() < PublerMediaId.uploads(content).size()) {
            publication.preparedAt = null;
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
        Instant soon = now.plusSeconds(60);
        Instant free = lane.freeAt(now, reserve);
        boolean paused = lane.paused(now);
        publication.waits(
                paused ? Fault.CONFIGURATION : null,
                paused ? lane.pauseReason() : Waiting.ROOM,
                free.isAfter(soon) ? soon : free.isBefore(now) ? now.plusSeconds(1) : free);
    }
}
