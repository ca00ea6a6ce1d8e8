package pinplan.pin;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import pinplan.board.Account;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** The minutes of a Publer account: two of its pins never share one, also across workspaces. */
public final class Minutes {
    static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** The name of no minute. */
    private static final long EVERY_MINUTE = -1;

    private static final Long NO_PIN = -1L;

    /** Each is asked for by itself, and who plans so densely has to look at the day anyway. */
    private static final int NEAR = 30;

    /** A pin in one of these has its minute. */
    static final List<PinStatus> HOLDERS = List.of(
            PinStatus.IN_REVIEW,
            PinStatus.APPROVED,
            PinStatus.SCHEDULED,
            PinStatus.PUBLISHING,
            PinStatus.PUBLISHED,
            PinStatus.OUTCOME_UNKNOWN);

    private Minutes() {}

    static void refuseUnlessFree(Pin pin) {
        refuseUnlessFree(pin, pin.publishAt());
    }

    static void refuseUnlessFree(Pin pin, Instant minute) {
        if (minute == null || pin.account() == null) {
            return;
        }
        reserve(pin, minute);
        refuseIfTaken(pin, minute);
    }

    /** For whoever has reserved the minute, or all of its account. */
    static void refuseIfTaken(Pin pin, Instant minute) {
        if (pin.account() == null) {
            return;
        }
        Pin other = sharing(pin, minute, HOLDERS);
        if (other != null) {
            throw new Refused("publishTime", taken(pin, minute, other));
        }
        String held = holder(pin, minute);
        if (held != null) {
            throw new Refused("publishTime", held);
        }
    }

    /** That its minute is another pin's, or may become that; null when nothing. What has it has to fear no draft. */
    public static String warning(Pin pin) {
        if (pin.publishAt() == null || pin.account() == null) {
            return null;
        }
        Pin other = sharing(pin, pin.publishAt(), HOLDERS);
        if (other != null) {
            return taken(pin, pin.publishAt(), other);
        }
        other = HOLDERS.contains(pin.status()) ? null : sharing(pin, pin.publishAt(), List.of(PinStatus.values()));
        return other == null
                ? null
                : "%s (%s) is planned for this minute of %s too. Two pins of one account never share one: the first to be submitted has it.%s"
                        .formatted(
                                which(pin, other),
                                other.status().word(),
                                pin.account().name,
                                next(pin, pin.publishAt()));
    }

    private static String taken(Pin pin, Instant minute, Pin other) {
        return "%s of %s has this minute. Two pins of one account never share one: choose another.%s"
                .formatted(which(pin, other), pin.account().name, next(pin, minute));
    }

    private static String which(Pin pin, Pin other) {
        boolean ours = other.workspace().id.equals(pin.workspace().id);
        return ours ? "“" + other.name() + "”" : "A pin of another workspace";
    }

    private static String next(Pin pin, Instant minute) {
        LocalDateTime next = nextFree(pin, minute);
        if (next == null) {
            return "";
        }
        boolean sameDay = next.toLocalDate().equals(LocalDate.ofInstant(minute, pin.workspace().zone));
        return " The next free one is %s%s."
                .formatted(sameDay ? "" : Formats.day(next.toLocalDate()) + ", ", Formats.clock(next.toLocalTime()));
    }

    /**
     * The first minute after that one which no other pin of its account has or is planned for, by the workspace's clock; null
     * where none is near.
     */
    public static LocalDateTime nextFree(Pin pin, Instant minute) {
        Long id = pin.id == null ? NO_PIN : pin.id;
        for (int later = 1; later <= NEAR; later++) {
            Instant next = minute.plus(later, ChronoUnit.MINUTES);
            if (!wanted(pin.workspace(), pin.account(), id, next) && !held(pin, next) && !foreign(pin, next)) {
                return LocalDateTime.ofInstant(next, pin.workspace().zone);
            }
        }
        return null;
    }

    /** This minute, or the first after it that no other pin of the account has. */
    public static Instant firstFree(Pin pin, Instant from) {
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        while (true) {
            reserve(pin, minute);
            if (free(pin, minute)) {
                return minute;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
    }

    /** For what has no time of day yet: one of that day at which people are at work, and no other pin of the account goes out. */
    public static LocalDateTime suggested(Pin pin, LocalDate day, Instant now) {
        return suggested(
                pin.workspace(),
                pin.account(),
                day,
                now,
                minute -> wanted(pin.workspace(), pin.account(), pin.id, minute)
                        || pin.account() != null && held(pin, minute));
    }

    /** The same for a pin that is not there yet. @param account null while it has none: then no other pin of the workspace */
    static LocalDateTime suggested(Workspace workspace, Account account, LocalDate day, Instant now) {
        Set<Planned.Minute> held = account == null
                ? Set.of()
                : held(List.of(account.publerId), now).keySet();
        return suggested(
                workspace,
                account,
                day,
                now,
                minute -> wanted(workspace, account, NO_PIN, minute)
                        || account != null && held.contains(new Planned.Minute(account.publerId, minute)));
    }

    private static LocalDateTime suggested(
            Workspace workspace, Account account, LocalDate day, Instant now, Predicate<Instant> wanted) {
        ZoneId zone = workspace.zone;
        Instant morning = day.atTime(MORNING).atZone(zone).toInstant();
        Instant soon = now.plus(PinReadiness.LEAD).plus(PinReadiness.LEAD);
        boolean today = day.equals(LocalDate.ofInstant(now, zone));
        Instant from = today && morning.isBefore(soon) ? soon : morning;
        LocalDateTime quiet = LocalDateTime.ofInstant(quietMinute(from, wanted), zone);
        if (account == null && !quiet.toLocalDate().equals(day)) {
            // Others may still be of other accounts.
            quiet = LocalDateTime.ofInstant(quietMinute(from, minute -> false), zone);
        }
        if (!quiet.toLocalDate().equals(day)) {
            throw new Refused("publishDate", "No quarter of an hour is left on that day. Choose a time.");
        }
        return quiet;
    }

    /** The first quarter of an hour from then on that none wants. */
    private static Instant quietMinute(Instant from, Predicate<Instant> wanted) {
        long quarter = QUARTER.toSeconds();
        Instant minute = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond() + quarter - 1, quarter) * quarter);
        while (wanted.test(minute)) {
            minute = minute.plus(QUARTER);
        }
        return minute;
    }

    /** By another pin, be it only a draft. Which account it will be of may not be known yet: then by any of the workspace. */
    private static boolean wanted(Workspace workspace, Account account, Long except, Instant minute) {
        String same = "timing.publishAt = ?1 and id <> ?2 and deletedAt is null";
        return account == null
                ? Pin.count(same + " and workspace = ?3", minute, except, workspace) > 0
                : Pin.count(same + " and account.publerId = ?3", minute, except, account.publerId) > 0;
    }

    /** Also of what was made in Publer itself: a person may plan beside that, but nothing is put there. */
    static boolean free(Pin pin, Instant minute) {
        return sharing(pin, minute, HOLDERS) == null && !held(pin, minute) && !foreign(pin, minute);
    }

    private static boolean foreign(Pin pin, Instant minute) {
        return Arc.container().select(HeldMinutes.class).stream().anyMatch(orders -> orders.foreign(pin, minute));
    }

    /** Also what is just being taken back holds its minute until Publer let go of it. */
    private static boolean held(Pin pin, Instant minute) {
        return holder(pin, minute) != null;
    }

    /** Why not; null: it is not held. */
    private static String holder(Pin pin, Instant minute) {
        return Arc.container().select(HeldMinutes.class).stream()
                .map(orders -> orders.hold(pin.account().publerId, minute, pin))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All that orders hold even if their pins move on now, and for which pin. */
    static Map<Planned.Minute, Long> held(Collection<String> publerAccountIds, Instant from) {
        Map<Planned.Minute, Long> all = new HashMap<>();
        if (!publerAccountIds.isEmpty()) {
            Arc.container().select(HeldMinutes.class).stream()
                    .forEach(orders -> all.putAll(orders.held(publerAccountIds, from)));
        }
        return all;
    }

    private static Pin sharing(Pin pin, Instant minute, List<PinStatus> statuses) {
        return Pin.<Pin>find(
                        "timing.publishAt = ?1 and account.publerId = ?2 and id <> ?3 and deletedAt is null and status in ?4",
                        minute,
                        pin.account().publerId,
                        pin.id == null ? NO_PIN : pin.id,
                        statuses)
                .firstResult();
    }

    /** Two transactions that want the same minute of an account take turns, and with one that wants all of them. */
    static void reserve(Pin pin, Instant minute) {
        if (pin.account() == null) {
            return;
        }
        Panache.getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock_shared(hashtextextended(?1, ?3)),"
                        + " pg_advisory_xact_lock(hashtextextended(?1, ?2))")
                .setParameter(1, pin.account().publerId)
                .setParameter(2, minute.getEpochSecond())
                .setParameter(3, EVERY_MINUTE)
                .getSingleResult();
    }

    /** All minutes of these accounts: so many one by one would be more than PostgreSQL keeps in mind. The pins' rows come first. */
    public static void reserveAll(Collection<String> publerAccountIds) {
        publerAccountIds.stream()
                .distinct()
                .sorted()
                .forEach(account -> Panache.getEntityManager()
                        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, ?2))")
                        .setParameter(1, account)
                        .setParameter(2, EVERY_MINUTE)
                        .getSingleResult());
    }
}
