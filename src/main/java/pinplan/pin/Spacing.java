package pinplan.pin;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pinplan.link.Destination;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/**
 * How close a time is to those of other pins that lead to the same page. Days are counted by the workspace's clock, with the
 * time of day: a week after Sunday 09:00 is Sunday 09:00, whatever the clocks did in between.
 *
 * @param days what the rule says
 * @param near those that are closer, the first first
 * @param next the first time from then on that is close to none
 */
public record Spacing(int days, List<Near> near, LocalDateTime next) {
    /** Other pins that have a time and are not failed: of a draft nobody knows yet whether it goes out. */
    private static final Set<PinStatus> PLANNED = Set.copyOf(Minutes.HOLDERS);
    /** More to one page are more than anybody plans. */
    private static final int MOST = 1000;

    /** What was planned while the workspace had another zone is told by its clock. */
    private static final int ZONES = 2;

    private static final Spacing FREE = new Spacing(0, List.of(), null);

    /** @param relation as people say it: 4 days after */
    public record Near(Pin pin, LocalDateTime at, String relation) {
        boolean planned() {
            return PLANNED.contains(pin.status());
        }

        public String words() {
            return "%s “%s”".formatted(relation, pin.name());
        }

        public String when() {
            return Formats.day(at.toLocalDate()) + ", " + Formats.clock(at.toLocalTime());
        }
    }

    /**
     * @param destination null: nowhere
     * @param at null: no time yet
     * @param but the pin that is asked about; null: a new one
     */
    static Spacing of(Workspace workspace, Destination destination, LocalDateTime at, Long but) {
        if (destination == null || at == null || destination.spacingDays() == 0) {
            return FREE;
        }
        int days = destination.spacingDays();
        Long id = but == null ? -1L : but;
        List<Pin> others = Pin.<Pin>find(
                        "from Pin p left join fetch p.board where p.link.destination = ?1 and p.id <> ?2"
                                + " and p.deletedAt is null and p.timing.plannedFor > ?3 and p.timing.plannedFor < ?4"
                                + " order by p.timing.plannedFor",
                        destination,
                        id,
                        at.minusDays(days + ZONES),
                        at.plusDays(days + ZONES))
                .page(0, MOST)
                .list();
        List<Near> near = others.stream()
                .filter(other -> close(local(other), at, days))
                .map(other -> near(other, at))
                .toList();
        return near.isEmpty()
                ? new Spacing(days, near, at)
                : new Spacing(days, near, free(taken(destination, id, at), at, days));
    }

    /** Of those that are too close to another, by the pin's id. Few are, so only of what may be so is asked more. */
    @SuppressWarnings("unchecked")
    public static Map<Long, Spacing> tooClose(Collection<Pin> pins) {
        List<Long> suspects = Pin.getEntityManager()
                .createNativeQuery("""
                        select p.id from pin p join destination d on d.id = p.destination_id
                        where p.id = any(:pins) and d.spacing_days > 0 and exists (select from pin o
                          where o.destination_id = d.id and o.id <> p.id and o.deleted_at is null
                          and o.planned_for > p.planned_for - make_interval(days => d.spacing_days + :zones)
                          and o.planned_for < p.planned_for + make_interval(days => d.spacing_days + :zones))""")
                .setParameter("pins", pins.stream().map(pin -> pin.id).toArray(Long[]::new))
                .setParameter("zones", ZONES)
                .getResultList();
        Map<Long, Spacing> close = new HashMap<>();
        for (Pin pin : pins) {
            Spacing spacing = suspects.contains(pin.id) ? of(pin) : FREE;
            if (!spacing.near.isEmpty()) {
                close.put(pin.id, spacing);
            }
        }
        return close;
    }

    static Spacing of(Pin pin) {
        return of(
                pin.workspace(),
                pin.leads().destination(),
                pin.planned() == null ? null : pin.planned().local(),
                pin.id);
    }

    private static LocalDateTime local(Pin pin) {
        return pin.planned().local();
    }

    /** All times from shortly before on, in their order. */
    private static List<LocalDateTime> taken(Destination destination, Long but, LocalDateTime at) {
        return Pin.getEntityManager()
                .createQuery(
                        "select p.timing.plannedFor from Pin p where p.link.destination = :destination and p.id <> :but"
                                + " and p.deletedAt is null and p.timing.plannedFor > :from order by p.timing.plannedFor",
                        LocalDateTime.class)
                .setParameter("destination", destination)
                .setParameter("but", but)
                .setParameter("from", at.minusDays(destination.spacingDays()))
                .setMaxResults(MOST)
                .getResultList();
    }

    private static boolean close(LocalDateTime one, LocalDateTime other, int days) {
        return one.plusDays(days).isAfter(other) && other.plusDays(days).isAfter(one);
    }

    /** They come in their order, so one that was passed is never close again. */
    private static LocalDateTime free(List<LocalDateTime> taken, LocalDateTime from, int days) {
        LocalDateTime free = from;
        for (LocalDateTime one : taken) {
            if (close(one, free, days)) {
                free = one.plusDays(days);
            }
        }
        return free;
    }

    private static Near near(Pin other, LocalDateTime at) {
        LocalDateTime theirs = local(other);
        Duration time = Duration.between(theirs, at);
        String relation =
                time.isZero() ? "at the same time as" : apart(time.abs()) + (time.isNegative() ? " before" : " after");
        return new Near(other, theirs, relation);
    }

    static String apart(Duration time) {
        long days = time.toDays();
        long hours = time.toHoursPart();
        if (days > 0) {
            return many(days, "day");
        }
        return hours > 0 ? many(hours, "hour") : many(time.toMinutesPart(), "minute");
    }

    private static String many(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** Why a pin can't be sent on unless somebody says why it may; null: it can. */
    String refusal() {
        return near.stream()
                .filter(Near::planned)
                .findFirst()
                .map(one -> "It would go out %s, to the same page; the rule is %s."
                        .formatted(one.words(), many(days, "day")))
                .orElse(null);
    }

    /** 4 days after “Lemon tart”, to the same page; the rule is 7 days. Null: it is close to none. */
    public String warning() {
        return near.isEmpty()
                ? null
                : "%s%s, to the same page; the rule is %s."
                        .formatted(
                                capital(near.get(0).words()),
                                near.size() == 1 ? "" : " and close to %d more".formatted(near.size() - 1),
                                many(days, "day"));
    }

    /** Where only the time to the closest is known. */
    public static String warning(Duration apart, int days) {
        return "%s another pin to the same page; the rule is %s."
                .formatted(apart.isZero() ? "At the same time as" : capital(apart(apart)) + " from", many(days, "day"));
    }

    public String nextWords() {
        return next == null ? "" : Formats.day(next.toLocalDate()) + ", " + Formats.clock(next.toLocalTime());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
