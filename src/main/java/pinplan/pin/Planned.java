package pinplan.pin;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import pinplan.team.Workspace;

/**
 * What is still ahead of a workspace, as rows: for what concerns all of it at once, be it a hundred thousand.
 *
 * @param account the Publer account's own id; null while it has none
 */
public record Planned(
        long id,
        String title,
        String link,
        LocalDateTime chosen,
        ZoneId zone,
        Instant at,
        boolean now,
        PinStatus status,
        String account) {
    private static final String SELECT =
            "select new pinplan.pin.Planned(p.id, p.title, p.link.typed, p.timing.plannedFor, p.timing.plannedZone, p.timing.publishAt, p.timing.publishNow, p.status, a.publerId) ";
    private static final String AHEAD =
            "from Pin p left join p.account a where p.workspace = ?1 and p.timing.publishAt > ?2 and p.deletedAt is null and p.status <> ?3";

    private static final Set<PinStatus> SHIFT = Set.of(
            PinStatus.DRAFT, PinStatus.IN_REVIEW, PinStatus.CHANGES_REQUESTED, PinStatus.APPROVED, PinStatus.ON_HOLD);

    /** A time of one account. */
    public record Minute(String account, Instant at) {}

    public static boolean any(Workspace workspace, Instant now) {
        return !ahead(workspace, now, 1).isEmpty();
    }

    /** The next first. */
    public static List<Planned> ahead(Workspace workspace, Instant now) {
        return ahead(workspace, now, Integer.MAX_VALUE);
    }

    /** Of every workspace: those whose instant is not what the clocks of their zone make of their time. */
    static List<Long> offTheClock(Instant now) {
        return Panache.getEntityManager()
                .createQuery(
                        SELECT
                                + "from Pin p left join p.account a where p.timing.publishAt > ?1 and p.deletedAt is null and p.status <> ?2",
                        Planned.class)
                .setParameter(1, now)
                .setParameter(2, PinStatus.PUBLISHED)
                .setHint(HibernateHints.HINT_FETCH_SIZE, 500)
                .getResultStream()
                .filter(each -> !new PlannedTime(each.chosen, each.zone).means(each.at))
                .map(Planned::id)
                .toList();
    }

    private record Told(Long id, PlannedTime time, Instant at, boolean warned) {
        static Told of(Object[] row) {
            return new Told(
                    (Long) row[0], new PlannedTime((LocalDateTime) row[1], (ZoneId) row[2]), (Instant) row[3], (Boolean)
                            row[4]);
        }
    }

    /** Of every workspace, and whether its time is ahead or not: whoever looks for warnings finds what the clocks do by now. */
    static void warnAnew() {
        Long[] otherwise = toldOtherwise().toArray(Long[]::new);
        EntityManager entities = Panache.getEntityManager();
        entities.createNativeQuery("select id from pin where id = any(?1) order by id for update")
                .setParameter(1, otherwise)
                .getResultList();
        // Somebody may have given one another time meanwhile, or another replica have done this.
        Set<Long> still = Set.copyOf(toldOtherwise());
        entities.createNativeQuery("update pin set clock_warning = not clock_warning where id = any(?1)")
                .setParameter(1, Stream.of(otherwise).filter(still::contains).toArray(Long[]::new))
                .executeUpdate();
    }

    private static List<Long> toldOtherwise() {
        return Panache.getEntityManager()
                .createQuery(
                        "select p.id, p.timing.plannedFor, p.timing.plannedZone, p.timing.publishAt, p.timing.clockWarning"
                                + " from Pin p where p.timing.plannedFor is not null and p.status <> ?1",
                        Object[].class)
                .setParameter(1, PinStatus.PUBLISHED)
                .setHint(HibernateHints.HINT_FETCH_SIZE, 500)
                .getResultStream()
                .map(Told::of)
                .filter(each -> each.time.warns(each.at) != each.warned)
                .map(Told::id)
                .toList();
    }

    private static List<Planned> ahead(Workspace workspace, Instant now, int most) {
        return Panache.getEntityManager()
                .createQuery(SELECT + AHEAD + " order by p.timing.publishAt, p.id", Planned.class)
                .setParameter(1, workspace)
                .setParameter(2, now)
                .setParameter(3, PinStatus.PUBLISHED)
                .setMaxResults(most)
                .getResultList();
    }

    /** The minutes of these accounts that pins have, of whichever workspace: for whoever has reserved them. */
    public static List<Minute> taken(Collection<String> accounts, Instant now) {
        return accounts.isEmpty()
                ? List.of()
                : Panache.getEntityManager()
                        .createQuery(
                                "select new pinplan.pin.Planned$Minute(a.publerId, p.timing.publishAt) from Pin p join p.account a"
                                        + " where a.publerId in ?1 and p.timing.publishAt > ?2"
                                        + " and p.deletedAt is null and p.status in ?3",
                                Minute.class)
                        .setParameter(1, accounts)
                        .setParameter(2, now)
                        .setParameter(3, Minutes.HOLDERS)
                        .getResultList();
    }

    Minute minute() {
        return new Minute(account, at);
    }

    public String name() {
        return Called.by(title, link);
    }

    /** As people saw it while the workspace was in this zone. */
    public PlannedTime in(ZoneId before) {
        return zone.equals(before) ? new PlannedTime(chosen, zone) : PlannedTime.at(at, before);
    }

    /** Whether nobody else may have its minute. */
    boolean holdsItsMinute() {
        return Minutes.HOLDERS.contains(status);
    }

    /** Whether it asks for a minute of its own when it is moved. */
    boolean needsRoom() {
        return account != null && status != PinStatus.DRAFT && status != PinStatus.CHANGES_REQUESTED;
    }

    /** Whether its instant can be another. */
    public boolean shifts() {
        return !now && SHIFT.contains(status);
    }
}
