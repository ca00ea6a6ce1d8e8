package pinplan.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import pinplan.database.DatabaseClock;
import pinplan.fetch.SafeFetcher;
import pinplan.fetch.WebPage;

/** Looks at pages, one at a time, with no transaction open meanwhile; several replicas share the work. */
@ApplicationScoped
public class PageChecks {
    /** Longer than any look takes: who is gone by then left it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LEFT = Duration.ofMinutes(10);

    /** A person who presses twice gets one look. */
    private static final Duration BRAKE = Duration.ofMinutes(1);

    /** Where it may be our own network that fails, a server and its pages have another try then. */
    private static final Duration HELD = Duration.ofMinutes(5);

    /** Two replicas may want one server at one moment: the one that comes second tries the next page. */
    private static final int TRIES = 3;

    private static final String DUE = "select d.id from destination d left join page_host h on h.host = d.host"
            + " where d.check_at <= :now and d.link <> '' and (h.free_at is null or h.free_at <= :now)"
            + " order by d.check_at limit 1 for no key update of d skip locked";

    /** Of two that are due somebody may wait for one: nothing was due before it. */
    public static final Instant FIRST = Instant.EPOCH;

    private final EntityManager database;
    private final DatabaseClock clock;
    private final SafeFetcher fetcher;
    private final LinkChecks config;

    PageChecks(EntityManager database, DatabaseClock clock, SafeFetcher fetcher, LinkChecks config) {
        this.database = database;
        this.clock = clock;
        this.fetcher = fetcher;
        this.config = config;
    }

    /** A page that this process may look at now. */
    private record Claim(Long id, String host, String link) {}

    /** Nobody else may see a page as taken that was not. */
    private static final class Taken extends RuntimeException {
        Taken() {
            super(null, null, false, false);
        }
    }

    public boolean on() {
        return config.check();
    }

    /**
     * Looks at one page that is due.
     *
     * @param wanted whether any pin needs it still
     * @param troubled told, in the transaction that writes it down, of a page that is in trouble
     * @return false where none is due, or its server is asked by somebody else
     */
    public boolean one(Predicate<Destination> wanted, Consumer<Destination> troubled) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                Claim claim = QuarkusTransaction.requiringNew().call(() -> claim(wanted));
                if (claim == null) {
                    return false;
                }
                if (claim.link != null) {
                    settle(claim, fetcher.check(claim.link), troubled);
                }
                return true;
            } catch (Taken again) {
                // The next one is on another server, since this one is taken now.
            }
        }
        return false;
    }

    /** What became of asking for it now. */
    public enum Answer {
        CHECKED,
        JUST_NOW,
        /** Its server is being asked, or has its rest: the next turn is this page's. */
        SOON,
        /** Too many are being looked at. */
        BUSY,
        /** No server answers, so that it may be our own network. */
        UNSURE,
        NEVER
    }

    /** Looks at this page, since a person wants to know. */
    public Answer now(Long id, Consumer<Destination> troubled) {
        if (!on()) {
            return Answer.NEVER;
        }
        Object found = QuarkusTransaction.requiringNew().call(() -> {
            Destination page = locked(id);
            Instant now = clock.read();
            if (!page.health().checkable()) {
                return Answer.NEVER;
            }
            if (page.health().checkedAt() != null
                    && page.health().checkedAt().plus(BRAKE).isAfter(now)) {
                return Answer.JUST_NOW;
            }
            boolean free = PageHost.claim(page.host(), now, now.plus(LEASE));
            page.health().askAt(free ? now.plus(LEFT) : now);
            return free ? new Claim(id, page.host(), page.health().link()) : Answer.SOON;
        });
        if (found instanceof Claim claim) {
            return settle(claim, fetcher.look(claim.link), troubled);
        }
        return (Answer) found;
    }

    private Claim claim(Predicate<Destination> wanted) {
        Instant now = clock.read();
        List<?> due = database.createNativeQuery(DUE).setParameter("now", now).getResultList();
        if (due.isEmpty()) {
            return null;
        }
        Destination page = locked(((Number) due.get(0)).longValue());
        if (!wanted.test(page)) {
            page.health().rest();
            return new Claim(page.id, page.host(), null);
        }
        if (!PageHost.claim(page.host(), now, now.plus(LEASE))) {
            throw new Taken();
        }
        page.health().askAt(now.plus(LEFT));
        return new Claim(page.id, page.host(), page.health().link());
    }

    private Answer settle(Claim claim, WebPage found, Consumer<Destination> troubled) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.read();
            Destination page = locked(claim.id);
            if (found.unasked()) {
                page.health().askAt(now.plus(BRAKE));
                PageHost.left(claim.host, now);
                return Answer.BUSY;
            }
            if (found.silent() && OwnNetwork.suspected(claim.host, now)) {
                page.health().askAt(now.plus(HELD));
                PageHost.left(claim.host, now.plus(HELD));
                OwnNetwork.askAnother(claim.host, now, now.plus(HELD));
                return Answer.UNSURE;
            }
            page.checked(found, now);
            if (page.health().troubled()) {
                troubled.accept(page);
            }
            if (found.barred()) {
                PageHost.left(claim.host, now.plus(config.rest()));
                return Answer.NEVER;
            }
            PageHost.asked(claim.host, page.health().verdict(), config.rest(), now);
            return Answer.CHECKED;
        });
    }

    private static Destination locked(Long id) {
        Destination page = Destination.findById(id);
        Destination.getEntityManager().refresh(page, LockModeType.PESSIMISTIC_WRITE);
        return page;
    }
}
