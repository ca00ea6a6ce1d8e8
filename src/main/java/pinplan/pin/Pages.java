package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import pinplan.link.Destination;
import pinplan.link.PageChecks;
import pinplan.team.Workspace;

/** What pins have to do with the checks of pages: which are needed, and when. */
@ApplicationScoped
class Pages {
    /** Time enough to mend a page, or to choose another. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Of pins later than that nobody needs to hear at once: the page is looked at again by then. */
    private static final Duration NEXT = Duration.ofDays(7);

    /** A page that a whole campaign leads to is told of by its next few pins. */
    private static final int MOST_TOLD = 5;

    private static final String DUE = "update destination set check_at = :first where id in (select page.id"
            + " from pin join destination page on page.id = pin.destination_id"
            + " where pin.publish_at > :now and pin.publish_at <= :until and pin.deleted_at is null"
            + " and page.link <> '' and (page.check_at is null or page.check_at > :first)"
            + " and (page.checked_at is null or page.checked_at < pin.publish_at - make_interval(secs => :ahead))"
            + " for no key update of page skip locked)";

    private final PageChecks checks;
    private final EntityManager database;
    private final Event<PageTroubled> troubled;
    private final Clock clock;

    Pages(PageChecks checks, EntityManager database, Event<PageTroubled> troubled, Clock clock) {
        this.troubled = troubled;
        this.checks = checks;
        this.database = database;
        this.clock = clock;
    }

    /** Pins that go out within a day lead to pages that were looked at since that day began, whatever else is due. */
    void aheadOf(Instant now) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(DUE)
                        .setParameter("now", now)
                        .setParameter("first", PageChecks.FIRST)
                        .setParameter("until", now.plus(AHEAD))
                        .setParameter("ahead", (double) AHEAD.toSeconds())
                        .executeUpdate());
    }

    /** Looks at one that is due; false where none is. */
    boolean one() {
        return checks.one(this::needed, this::tell);
    }

    /** Nothing that is read for it keeps a connection while it is looked at. */
    PageChecks.Answer now(Workspace workspace, Long id) {
        QuarkusTransaction.requiringNew().run(() -> Destination.in(workspace, id));
        return checks.now(id, this::tell);
    }

    /** Of whom the receiver told before it knows. */
    private void tell(Destination page) {
        Instant now = page.health().checkedAt();
        Pin.<Pin>find(
                        "link.destination = ?1 and deletedAt is null and timing.publishAt > ?2 and timing.publishAt <= ?3"
                                + " order by timing.publishAt",
                        page,
                        now,
                        now.plus(NEXT))
                .page(0, MOST_TOLD)
                .list()
                .forEach(pin -> troubled.fire(new PageTroubled(
                        pin,
                        page.health().trouble(pin.workspace().zone),
                        page.health().troubledSince(),
                        now)));
    }

    private boolean needed(Destination page) {
        return Pin.count(
                        "link.destination = ?1 and deletedAt is null and (timing.publishAt is null or timing.publishAt > ?2)",
                        page,
                        clock.instant())
                > 0;
    }
}
