package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pinplan.database.DatabaseClock;
import pinplan.database.DatabaseMemory;
import pinplan.pin.Content;
import pinplan.pin.Editorial;
import pinplan.pin.Pin;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.Lane;
import pinplan.publer.Reserve;

/**
 * The one transaction between "it is due" and "it is sent": takes one due order under lock, checks that what would be
 * sent is what was approved, spends a request, and writes the intent down. Only then may a byte leave.
 */
@ApplicationScoped
class Claims {
    static final Duration NEAR = Times.inForce().near();

    /** Both rows at once or neither: an edit that holds the pin wins, and the order is met again at the next tick. */
    private static final String NEXT = "select p.id from publication p join pin i on i.id = p.pin_id"
            + " join workspace w on w.id = p.workspace_id"
            + " where p.state = 'PENDING' and not p.look_first and p.due_at <= ?1 and p.prepared_at is not null and w.paused_at is null"
            + " and w.id not in (?3)"
            + " order by (p.publish_at <= ?2) desc, p.due_at, p.id limit 1 for update of p, i skip locked";

    private static final List<Long> NONE = List.of(-1L);

    private final DatabaseClock clock;
    private final DatabaseMemory memory;
    private final KeyBox box;

    Claims(DatabaseClock clock, DatabaseMemory memory, KeyBox box) {
        this.clock = clock;
        this.memory = memory;
        this.box = box;
    }

    /** What is committed and must now be sent, or left to the sweep. */
    record Claimed(long publicationId, UUID attemptId, Access access, boolean now, String body, long deadlineNanos) {}

    /**
     * What one look found: nothing due, something that had to wait, or a claim.
     *
     * @param full the workspace whose request budget is spent: more of its pins need not be looked at now
     */
    record Taken(boolean any, Claimed claim, Long full) {
        static final Taken NOTHING = new Taken(false, null, null);
        static final Taken PUT_OFF = new Taken(true, null, null);
    }

    @Transactional
    Taken next(Collection<Long> full) {
        // The monotonic clock first: what the database will believe of this deadline is never earlier than the truth.
        long deadline = System.nanoTime() + Attempt.DEADLINE.toNanos();
        Instant now = clock.read();
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .setParameter(2, now.plus(NEAR))
                .setParameter(3, full.isEmpty() ? NONE : full)
                .getResultList();
        if (ids.isEmpty()) {
            return Taken.NOTHING;
        }
        long id = ((Number) ids.get(0)).longValue();
        try {
            Taken taken = claim(Publication.findById(id), now, deadline);
            // What the database refuses is this one's trouble too, not only what the code does.
            Publication.flush();
            return taken;
        } catch (RuntimeException unforeseen) {
            throw new Stuck(id, unforeseen);
        }
    }

    private Taken claim(Publication publication, Instant now, long deadline) {
        if (publication.mayBeForgotten(memory.since(now))) {
            publication.lookFirst(memory.looksCountFrom(now, Publication.SHOWS));
            return Taken.PUT_OFF;
        }
        if (!asApproved(publication, now) || !Punctuality.mayGo(publication, now) || !underTheCap(publication, now)) {
            return Taken.PUT_OFF;
        }
        Connection connection = Connection.of(publication.workspace.id).orElse(null);
        if (connection == null) {
            publication.waits(Fault.CONFIGURATION, "This workspace is not connected to Publer.", now.plusSeconds(60));
            return Taken.PUT_OFF;
        }
        Content content = publication.revision.content;
        Map<Long, String> media = PublerMediaId.known(content, connection.publerWorkspaceId());
        if (media.size() < PublerMediaId.uploads(content).size()) {
            publication.preparedAt = null;
            return Taken.PUT_OFF;
        }
        Instant minute = Punctuality.minute(publication, now);
        if (minute.isAfter(now)) {
            publication.waits(Fault.LIMIT, "It is late and goes out at the next free minute.", minute);
            return Taken.PUT_OFF;
        }
        Reserve reserve = publication.publishAt.isBefore(now.plus(NEAR)) ? Reserve.DUE : Reserve.AHEAD;
        if (!connection.lane().spend(now, reserve)) {
            waitForTheLane(publication, connection.lane(), reserve, now);
            return new Taken(true, null, publication.workspace.id);
        }
        if (Punctuality.late(publication, now)) {
            publication.movedTo(minute, now);
        }
        String body =
                PostDraft.body(content, media, publication.publishNow ? null : publication.publishAt, publication.zone);
        Attempt attempt = publication.sending(
                publication.publishNow ? "POST /posts/schedule/publish" : "POST /posts/schedule", body, now);
        Claimed claimed =
                new Claimed(publication.id, attempt.id, connection.access(box), publication.publishNow, body, deadline);
        return new Taken(true, claimed, null);
    }

    /** The approval, the fingerprint, and the board and account that it names, once more and under lock. */
    private static boolean asApproved(Publication publication, Instant now) {
        Pin pin = publication.pin;
        String approved = pin.approvedFingerprint();
        boolean same = pin.editorial() == Editorial.APPROVED
                && approved != null
                && approved.equals(publication.revision.fingerprint)
                && approved.equals(publication.revision.content.fingerprint())
                && approved.equals(pin.content().fingerprint());
        if (!same) {
            List<String> fields = pin.content().differences(publication.revision.content);
            publication.rejected(
                    Fault.TEXT,
                    "Not sent: what would go out is not what was approved%s."
                            .formatted(fields.isEmpty() ? "" : " (" + String.join(", ", fields) + ")"),
                    now);
            return false;
        }
        if (!pin.account().live()) {
            publication.rejected(
                    Fault.ACCOUNT, "Not sent: %s is no longer connected in Publer.".formatted(pin.account().name), now);
            return false;
        }
        if (!pin.board().live()) {
            publication.rejected(
                    Fault.BOARD, "Not sent: the board “%s” is no longer there.".formatted(pin.board().name), now);
            return false;
        }
        return true;
    }

    private static boolean underTheCap(Publication publication, Instant now) {
        int cap = publication.workspace.dailyCap;
        long others = Publication.othersInTheDay(publication.publerAccountId, publication.publishAt, publication.pin);
        if (others >= cap) {
            publication.needsReview(
                    false,
                    Fault.LIMIT,
                    "The account already has %d pins in the 24 hours up to this time; %d are allowed."
                            .formatted(others, cap),
                    now);
            return false;
        }
        return true;
    }

    static void waitForTheLane(Publication publication, Lane lane, Reserve reserve, Instant now) {
        Instant soon = now.plusSeconds(60);
        Instant free = lane.freeAt(now, reserve);
        boolean paused = lane.paused(now);
        publication.waits(
                paused ? Fault.CONFIGURATION : null,
                paused ? lane.pauseReason() : "Waiting for room in Publer's request limit.",
                free.isAfter(soon) ? soon : free.isBefore(now) ? now.plusSeconds(1) : free);
    }
}
