package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.pin.Publishing;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.Job;
import pinplan.publer.KeyBox;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PublerGateway;
import pinplan.publer.Reserve;
import pinplan.web.Ticks;

/** Finds out what happened: follows jobs, looks for what is unknown, watches what Publer holds, sees recalls through. */
@ApplicationScoped
public class Reconciler {
    private static final int AT_ONCE = 100;
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    /** Whoever takes a look has this long; then another may, and what the first one still finds decides nothing. */
    private static final Duration TURN = Duration.ofSeconds(90);

    private static final String NEXT = "select p.id from publication p where p.due_at <= ?1 and (p.state in"
            + " ('SENDING', 'ACCEPTED', 'IN_DOUBT', 'SCHEDULED', 'RECALLING', 'NEEDS_REVIEW', 'PUBLISHED')"
            + " or p.state = 'PENDING' and p.look_first) order by p.due_at limit 1 for update skip locked";

    private final DatabaseClock clock;
    private final KeyBox box;
    private final PublerGateway publer;
    private final PublerPosts posts;
    private final Ticks ticks;

    Reconciler(DatabaseClock clock, KeyBox box, PublerGateway publer, PublerPosts posts, Ticks ticks) {
        this.clock = clock;
        this.box = box;
        this.publer = publer;
        this.posts = posts;
        this.ticks = ticks;
    }

    /** Who looked when: a publication, and which of its looks this is. */
    private record Turn(long id, long number) {}

    /** What there is to look at; a copy, since nothing of the database is held while Publer is asked. */
    private record Look(
            Turn turn,
            Publishing state,
            Access access,
            String account,
            Instant at,
            String jobId,
            boolean jobEnded,
            String postId) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        for (int i = 0; i < AT_ONCE && lookAtNext(); i++) {}
        ticks.beat("reconciler", clock.now());
    }

    /** One look takes its time: each begins with the clock of its own begin, and believes nothing newer than that. */
    private boolean lookAtNext() {
        Instant now = clock.now();
        Optional<Long> id = QuarkusTransaction.requiringNew().call(() -> take(now));
        if (id.isEmpty()) {
            return false;
        }
        try {
            Look look = QuarkusTransaction.requiringNew().call(() -> prepare(id.get(), now));
            if (look != null) {
                look(look, now);
            }
        } catch (RuntimeException unforeseen) {
            // Its turn is used up: it is looked at again after the others.
            LOG.errorf(unforeseen, "Looking at publication %d failed", id.get());
        }
        return true;
    }

    private Optional<Long> take(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        long id = ((Number) ids.get(0)).longValue();
        Panache.getEntityManager()
                .createNativeQuery("update publication set due_at = ?1, turn = turn + 1 where id = ?2")
                .setParameter(1, now.plus(TURN))
                .setParameter(2, id)
                .executeUpdate();
        return Optional.of(id);
    }

    private Look prepare(long id, Instant now) {
        Publication publication = Publication.locked(id);
        if (publication == null) {
            return null;
        }
        if (publication.state() == Publishing.SENDING) {
            publication.inDoubt("The application was stopped while this was being sent.", now, now);
        }
        Connection connection = Connection.of(publication.workspace.id).orElse(null);
        if (connection == null) {
            Findings.ofNoLook(publication, "This workspace is not connected to Publer.", now);
            return null;
        }
        Access access;
        try {
            access = connection.access(box);
        } catch (KeyBox.Unreadable sealed) {
            Findings.ofNoLook(publication, sealed.getMessage(), now);
            return null;
        }
        return new Look(
                new Turn(id, publication.turn),
                publication.state(),
                access,
                publication.publerAccountId,
                publication.publishAt,
                publication.jobId,
                publication.jobEndedAt != null,
                publication.publerPostId);
    }

    private void look(Look look, Instant now) {
        switch (look.state()) {
            case ACCEPTED -> {
                if (look.jobEnded() || askJob(look, now)) {
                    list(look, now);
                }
            }
            case IN_DOUBT, NEEDS_REVIEW -> {
                if (look.jobId() != null && !look.jobEnded()) {
                    askJob(look, now);
                }
                list(look, now);
            }
            case SCHEDULED, PENDING, PUBLISHED -> audit(look, now);
            case RECALLING -> recall(look, now);
            default -> {}
        }
    }

    /** @return whether the job has ended without a refusal, so that the listing is worth reading at once */
    private boolean askJob(Look look, Instant now) {
        long lane = look.access().laneId();
        Outcome<Job> outcome =
                Lane.take(lane, clock.now(), Reserve.RECONCILE) ? publer.job(look.access(), look.jobId()) : null;
        if (outcome != null) {
            Lane.heard(lane, outcome, clock.now());
        }
        Job job = outcome == null ? null : outcome.value().orElse(null);
        return found(look.turn(), publication -> Findings.ofJob(publication, job, now))
                .orElse(false);
    }

    private void list(Look look, Instant now) {
        listed(
                look.turn(),
                look.access(),
                posts.around(look.access(), look.account(), look.at(), Reserve.RECONCILE),
                now);
    }

    /** One listing serves every pin of this account and day that Publer holds, or may hold unknown to us. */
    private void audit(Look look, Instant now) {
        List<Turn> others = QuarkusTransaction.requiringNew().call(() -> others(look));
        boolean urgent =
                look.state() == Publishing.PENDING || look.state() == Publishing.SCHEDULED && !now.isBefore(look.at());
        Listing listing =
                posts.around(look.access(), look.account(), look.at(), urgent ? Reserve.RECONCILE : Reserve.AUDIT);
        listed(look.turn(), look.access(), listing, now);
        if (listing.complete()) {
            others.forEach(other -> listed(other, look.access(), listing, now));
        }
    }

    private static List<Turn> others(Look look) {
        Instant day = look.at().truncatedTo(ChronoUnit.DAYS);
        return Publication.<Publication>list(
                        "publerAccountId = ?1 and publishAt >= ?2 and publishAt < ?3 and id <> ?4"
                                + " and (state = ?5 or state = ?6 and lookFirst or state = ?7 and dueAt is not null)",
                        look.account(),
                        day,
                        day.plus(1, ChronoUnit.DAYS),
                        look.turn().id(),
                        Publishing.SCHEDULED,
                        Publishing.PENDING,
                        Publishing.PUBLISHED)
                .stream()
                .map(other -> new Turn(other.id, other.turn))
                .toList();
    }

    private void listed(Turn turn, Access access, Listing listing, Instant now) {
        found(turn, publication -> Findings.ofListing(publication, listing, now))
                .ifPresent(surplus -> surplus.forEach(id -> delete(access, id)));
    }

    private void recall(Look look, Instant now) {
        if (look.postId() != null) {
            delete(look.access(), look.postId());
        }
        Listing listing = posts.around(look.access(), look.account(), look.at(), Reserve.RECONCILE);
        found(look.turn(), publication -> Recall.of(publication, listing, now))
                .ifPresent(more -> more.forEach(id -> delete(look.access(), id)));
    }

    private void delete(Access access, String postId) {
        if (Lane.take(access.laneId(), clock.now(), Reserve.RECONCILE)) {
            Lane.heard(access.laneId(), publer.delete(access, List.of(postId)), clock.now());
        }
    }

    /** Settles what a look found, under lock. Empty when it came too late: another has looked since, or it is not there. */
    private static <T> Optional<T> found(Turn turn, Function<Publication, T> what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(Publication.locked(turn.id()))
                        .filter(publication -> publication.turn == turn.number())
                        .map(what));
    }
}
