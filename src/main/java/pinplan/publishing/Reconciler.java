package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
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
public class Reconciler implements Inquiry.Publer, Inquiry.Records {
    private static final int AT_ONCE = 100;
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    /** Whoever takes a look has this long for each of its steps; then another may, and what the first one still finds decides nothing. */
    private static final Duration TURN = Duration.ofSeconds(90);

    private static final String NEXT = "select p.id from publication p where p.due_at <= ?1 and (p.state in"
            + " ('SENDING', 'ACCEPTED', 'IN_DOUBT', 'SCHEDULED', 'RECALLING', 'NEEDS_REVIEW', 'PUBLISHED')"
            + " or p.state = 'PENDING' and p.look_first)"
            // These are told by what is being read.
            + " and not (p.publer_account_id = any(?2) and (p.state = 'SCHEDULED' and p.absent_since is not null"
            + " or p.state = 'PENDING' and p.publer_post_id is null))"
            + " order by p.due_at limit 1 for update skip locked";

    private final DatabaseClock clock;
    private final KeyBox box;
    private final PublerGateway publer;
    private final PublerPosts posts;
    private final Ticks ticks;
    private final Readings readings;

    Reconciler(
            DatabaseClock clock,
            KeyBox box,
            PublerGateway publer,
            PublerPosts posts,
            Ticks ticks,
            ManagedExecutor threads) {
        this.clock = clock;
        this.box = box;
        this.publer = publer;
        this.posts = posts;
        this.ticks = ticks;
        readings = new Readings(threads);
    }

    /** While weeks to come are being read, others become due. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        boolean more = true;
        for (int i = 0; i < AT_ONCE && (more || readings.waited()); i++) {
            more = lookAtNext();
            ticks.beat("reconciler", clock.now());
        }
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
                new Inquiry(this, this).look(look, now);
            }
        } catch (RuntimeException unforeseen) {
            failed(id.get(), unforeseen);
        }
        return true;
    }

    /** Its turn is used up: it is looked at again after the others. */
    private static void failed(long id, RuntimeException unforeseen) {
        LOG.errorf(unforeseen, "Looking at publication %d failed", id);
    }

    private Optional<Long> take(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .setParameter(2, readings.accounts())
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
            publication.abandoned(now);
        }
        Connection connection = Connection.of(publication.workspace.id).orElse(null);
        if (connection == null) {
            return noLook(publication, "This workspace is not connected to Publer.", now);
        }
        if (publication.handover.isElsewhere(connection.place())) {
            return noLook(publication, Waiting.elsewhere(connection), now);
        }
        Access access;
        try {
            access = connection.access(box);
        } catch (KeyBox.Unreadable sealed) {
            return noLook(publication, sealed.getMessage(), now);
        }
        return Look.at(publication, access, now);
    }

    private static Look noLook(Publication publication, String why, Instant now) {
        Findings.ofNoLook(publication, why, now);
        publication.attend(now);
        return null;
    }

    // ---- Publer, as an inquiry may ask it: each request is paid from the lane, and each ending is heard there ----

    @Override
    public Outcome<Job> job(Look look) {
        long lane = look.access().laneId();
        if (!Lane.take(lane, clock.now(), Reserve.RECONCILE)) {
            return null;
        }
        Outcome<Job> outcome = publer.job(look.access(), look.jobId());
        Lane.heard(lane, outcome, clock.now());
        return outcome;
    }

    @Override
    public Listing around(Look look, boolean urgent) {
        return posts.around(look.access(), look.account(), look.at(), reserve(urgent), () -> keep(look.turn()));
    }

    @Override
    public void ahead(Look look, boolean urgent, Consumer<Listing> then) {
        List<Days> weeks = look.elsewhere(clock.now());
        readings.begin(look.account(), () -> {
            try {
                then.accept(posts.weeks(
                        look.access(), look.account(), weeks, look.postId(), reserve(urgent), () -> keep(look.turn())));
            } catch (RuntimeException unforeseen) {
                failed(look.turn().id(), unforeseen);
            }
        });
    }

    private static Reserve reserve(boolean urgent) {
        return urgent ? Reserve.RECONCILE : Reserve.AUDIT;
    }

    /** However slowly a look goes on, its turn does not end; one that ended, or whose publication is due anew, stays so. */
    private void keep(Turn turn) {
        Instant now = clock.now();
        QuarkusTransaction.requiringNew()
                .run(() -> Publication.update(
                        "dueAt = ?1 where id = ?2 and looks.turn = ?3 and dueAt > ?4 and dueAt < ?1",
                        now.plus(TURN),
                        turn.id(),
                        turn.number(),
                        now));
    }

    @Override
    public void delete(Look look, String postId) {
        long lane = look.access().laneId();
        if (Lane.take(lane, clock.now(), Reserve.RECONCILE)) {
            Lane.heard(lane, publer.delete(look.access(), List.of(postId)), clock.now());
        }
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    // ---- the records: each finding is settled under lock, in a transaction of its own ----

    @Override
    public List<Turn> companions(Look look) {
        return turns(() -> Neighbours.heldAround(look, clock.now()));
    }

    @Override
    public List<Turn> missing(Look look) {
        return turns(() ->
                look.forgotten() ? Neighbours.forgotten(look, clock.now()) : Neighbours.missing(look, clock.now()));
    }

    @Override
    public List<Turn> fellows(Look look) {
        return turns(() -> Neighbours.ofTheSameJob(look));
    }

    private static List<Turn> turns(Supplier<List<Publication>> others) {
        return QuarkusTransaction.requiringNew()
                .call(() -> others.get().stream()
                        .map(other -> new Turn(other.id, other.looks.turn))
                        .toList());
    }

    @Override
    public <T> Optional<T> settle(Turn turn, Function<Publication, T> finding) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(Publication.locked(turn.id()))
                        .filter(turn::isOf)
                        .map(publication -> {
                            T found = finding.apply(publication);
                            publication.attend(clock.read());
                            return found;
                        }));
    }

    @Override
    public void listed(Look look, Listing listing, Instant begin) {
        if (listing.complete()) {
            QuarkusTransaction.requiringNew().run(() -> {
                Publication publication = Publication.findById(look.turn().id());
                if (publication != null) {
                    new Sighting(
                                    publication.workspace.id,
                                    look.access(),
                                    look.account(),
                                    Days.of(look.at()),
                                    listing,
                                    begin)
                            .keep(clock.read());
                }
            });
        }
    }
}
