package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import pinplan.board.Account;
import pinplan.database.DatabaseClock;
import pinplan.database.DatabaseMemory;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.Reserve;
import pinplan.web.Ticks;

/**
 * Reads each account's coming weeks now and then, also where no pin of ours is due: what somebody made in Publer itself
 * stands on the calendar before we plan beside it, and what an older copy of the database may have forgotten is found, or
 * not, soon after each start. Nothing else waits for it, so everything else goes before it.
 */
@ApplicationScoped
public class Survey {
    private static final String NAME = "survey";
    /** Slow answers of many accounts must not make the application look dead: three of these is trouble. */
    private static final Duration USUALLY = Duration.ofMinutes(5);

    private static final int AT_ONCE = 20;

    private static final Duration EVERY = Times.inForce().survey();
    /** What could not be read to its end is not asked for again at once. */
    private static final Duration SOON = Duration.ofMinutes(10);
    /** What went out more than a year ago is no calendar's matter. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final Logger LOG = Logger.getLogger(Survey.class);

    private static final String NEXT = "insert into survey (account_id, due_at)"
            + " select account.id, ?2 from account"
            + " join publer_connection c on c.workspace_id = account.workspace_id"
            + " left join survey last on last.account_id = account.id"
            + " where account.retired_at is null and (last.due_at is null or last.due_at <= ?1 or last.due_at > ?2)"
            + " order by last.due_at nulls first, account.id limit 1"
            // another replica may have taken it; one far ahead means that a clock was set back since
            + " on conflict (account_id) do update set due_at = excluded.due_at"
            + " where survey.due_at <= ?1 or survey.due_at > ?2"
            + " returning account_id";

    private final DatabaseClock clock;
    private final DatabaseMemory memory;
    private final KeyBox box;
    private final PublerPosts posts;
    private final Ticks ticks;

    /** Since when the database remembers, when each account that needs it was last made due for that. */
    private Instant remembered;

    Survey(DatabaseClock clock, DatabaseMemory memory, KeyBox box, PublerPosts posts, Ticks ticks) {
        this.clock = clock;
        this.memory = memory;
        this.box = box;
        this.posts = posts;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, USUALLY);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        remember();
        boolean more = true;
        for (int i = 0; i < AT_ONCE && more; i++) {
            more = next();
            ticks.beat(NAME, clock.now());
        }
    }

    /** Behind a start, or a switch-over, may be an older copy. */
    private void remember() {
        Instant since = QuarkusTransaction.requiringNew().call(() -> {
            DatabaseMemory.Reading reading = memory.read();
            if (!reading.rememberedSince().equals(remembered)) {
                Forgotten.soon(memory.looksCountFrom(reading.now(), Publication.SHOWS), reading.rememberedSince());
            }
            return reading.rememberedSince();
        });
        remembered = since;
    }

    private record Errand(
            Long accountId, Long workspaceId, String publerAccountId, Access access, Forgotten forgotten) {
        /** What orders wait for goes before what nobody waits for. */
        Reserve reserve() {
            return forgotten.any() ? Reserve.AUDIT : Reserve.SURVEY;
        }
    }

    private boolean next() {
        Instant now = clock.now();
        Optional<Long> account = QuarkusTransaction.requiringNew().call(() -> take(now));
        if (account.isEmpty()) {
            return false;
        }
        try {
            Errand errand = QuarkusTransaction.requiringNew().call(() -> errand(account.get(), now));
            if (errand != null) {
                look(errand, now);
            }
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "What account %d has at Publer could not be read", account.get());
        }
        return true;
    }

    private static Optional<Long> take(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .setParameter(2, now.plus(EVERY))
                .getResultList();
        return ids.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    private Errand errand(Long accountId, Instant now) {
        Account account = Account.findById(accountId);
        Connection connection = Connection.of(account.workspace.id).orElse(null);
        if (connection == null) {
            return null;
        }
        try {
            return new Errand(
                    accountId,
                    account.workspace.id,
                    account.publerId,
                    connection.access(box),
                    Forgotten.of(account, now));
        } catch (KeyBox.Unreadable sealed) {
            // Settings says so already.
            return null;
        }
    }

    private void look(Errand errand, Instant now) {
        Listing all = Listing.NOTHING;
        for (Days days : errand.forgotten.weeks(now)) {
            all = all.complete() ? all.and(read(errand, days, now)) : all;
        }
        if (all.complete() && errand.forgotten.any()) {
            lookedFor(errand, all, now);
        }
        boolean whole = all.complete();
        QuarkusTransaction.requiringNew().run(() -> {
            if (whole) {
                forgetOld(errand.accountId, now.minus(KEPT));
            } else {
                due(errand.accountId, now.plus(SOON));
            }
        });
    }

    private void lookedFor(Errand errand, Listing all, Instant now) {
        Set<String> ours =
                QuarkusTransaction.requiringNew().call(() -> Sighting.ours(errand.publerAccountId, all.ids()));
        errand.forgotten.lookedFor(all.except(ours), errand.access.place(), now);
    }

    private Listing read(Errand errand, Days days, Instant now) {
        Listing listing = posts.between(errand.access, errand.publerAccountId, days, errand.reserve());
        if (listing.complete()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> new Sighting(
                                    errand.workspaceId, errand.access, errand.publerAccountId, days, listing, now)
                            .keep(clock.read()));
        }
        return listing;
    }

    private static void due(Long accountId, Instant at) {
        Panache.getEntityManager()
                .createNativeQuery("update survey set due_at = ?1 where account_id = ?2")
                .setParameter(1, at)
                .setParameter(2, accountId)
                .executeUpdate();
    }

    private static void forgetOld(Long accountId, Instant before) {
        ForeignPost.forget(Account.findById(accountId), before);
        Panache.getEntityManager()
                .createNativeQuery("delete from foreign_look where account_id = ?1 and on_day < cast(?2 as date)")
                .setParameter(1, accountId)
                .setParameter(2, Days.day(before).toString())
                .executeUpdate();
    }
}
