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
import java.util.List;
import pinplan.web.Errors;
import pinplan.words.Token;

/** What a pin needs before it may go on: its place, its picture, a time that is far enough ahead, a minute of its own. */
public final class PinReadiness {
    /** Publer wants a minute; the other two are for the way there. */
    public static final Duration LEAD = Duration.ofMinutes(3);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** The name of no minute. */
    private static final long EVERY_MINUTE = -1;

    static final List<PinStatus> HOLDS_ITS_MINUTE = List.of(
            PinStatus.IN_REVIEW,
            PinStatus.APPROVED,
            PinStatus.SCHEDULED,
            PinStatus.PUBLISHING,
            PinStatus.PUBLISHED,
            PinStatus.OUTCOME_UNKNOWN);

    private PinReadiness() {}

    /** Everything that is still missing for a submission, field by field. */
    public static Errors missing(Pin pin, Instant now) {
        Errors errors = new Errors();
        if (pin.shots().isEmpty()) {
            errors.add("media", "Add an image or a video.");
        }
        if (pin.account() == null) {
            errors.add("account", "Choose an account.");
        }
        if (pin.board() == null) {
            errors.add("board", "Choose a board.");
        } else if (!pin.board().live()) {
            errors.add(
                    "board", "“%s” is no longer there at Pinterest. Choose another board.".formatted(pin.board().name));
        }
        words(pin, errors);
        if (pin.publishAt() != null && pin.publishAt().isBefore(now.plus(LEAD))) {
            errors.add("publishDate", tooSoon(pin.planned(), now));
        }
        String close = pin.leads().spacingReason().isEmpty() ? Spacing.of(pin).refusal() : null;
        if (close != null) {
            errors.add("spacingReason", close + " Choose another time, or say why it may be closer.");
        }
        return errors;
    }

    /** A token that nobody filled would be read by everybody. */
    private static void words(Pin pin, Errors errors) {
        filled("title", "The title", pin.title(), errors);
        filled("description", "The description", pin.description(), errors);
        for (int place = 1; place <= pin.shots().size(); place++) {
            filled("altText" + place, "The alt text", pin.shots().get(place - 1).altText, errors);
        }
    }

    private static void filled(String field, String what, String text, Errors errors) {
        List<String> open = Token.open(text);
        if (!open.isEmpty()) {
            errors.add(field, "%s still says %s. Write what it stands for.".formatted(what, String.join(", ", open)));
        }
    }

    static void refuseUnlessReady(Pin pin, Instant now) {
        Errors errors = missing(pin, now);
        errors.byField().entrySet().stream().findFirst().ifPresent(e -> {
            throw new Refused(e.getKey(), e.getValue());
        });
        refuseUnlessFree(pin);
    }

    static void refuseIfRetired(Pin pin) {
        if (!pin.board().live()) {
            throw new Refused(
                    "board",
                    "The board “%s” is no longer there at Pinterest. Request changes.".formatted(pin.board().name));
        }
    }

    /** Pins to one page keep their distance, unless somebody said why this one need not. */
    static void refuseUnlessSpaced(Pin pin, PinLink leads, LocalDateTime at) {
        if (!leads.spacingReason().isEmpty()) {
            return;
        }
        String close =
                Spacing.of(pin.workspace(), leads.destination(), at, pin.id).refusal();
        if (close != null) {
            throw new Refused("publishDate", close + " Choose another time, or say on its page why it may be closer.");
        }
    }

    static void refuseTooSoon(PlannedTime time, Instant now) {
        if (time.instant().isBefore(now.plus(LEAD))) {
            throw new Refused("publishDate", tooSoon(time, now));
        }
    }

    private static String tooSoon(PlannedTime time, Instant now) {
        return time.instant().isBefore(now)
                ? "This time has passed. Choose one at least 3 minutes ahead."
                : "This is less than 3 minutes ahead. Choose a later time.";
    }

    /** Two pins of one Publer account never share a minute, also across workspaces. */
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
        Pin other = sharing(pin, minute, HOLDS_ITS_MINUTE);
        if (other != null) {
            throw new Refused("publishTime", taken(pin, other));
        }
        if (held(pin, minute)) {
            throw new Refused(
                    "publishTime",
                    "Publer still holds another pin of %s in this minute. Choose another minute."
                            .formatted(pin.account().name));
        }
    }

    /** Whether, once agreed on, its time is still ahead and its minute its own. */
    static boolean wouldGoOut(Pin pin, Instant now) {
        if (pin.publishAt() == null || pin.account() == null) {
            return true;
        }
        reserve(pin, pin.publishAt());
        return !pin.publishAt().isBefore(now.plus(LEAD))
                && sharing(pin, pin.publishAt(), HOLDS_ITS_MINUTE) == null
                && !held(pin, pin.publishAt());
    }

    /** For a draft: the warning that its minute is wanted by another pin too; null when nothing. */
    public static String minuteWarning(Pin pin) {
        if (pin.publishAt() == null || pin.account() == null) {
            return null;
        }
        Pin other = sharing(pin, pin.publishAt(), List.of(PinStatus.values()));
        return other == null ? null : taken(pin, other);
    }

    private static String taken(Pin pin, Pin other) {
        boolean ours = other.workspace().id.equals(pin.workspace().id);
        return "%s of %s has this minute. Two pins of one account never share one: choose another."
                .formatted(ours ? "“" + other.name() + "”" : "A pin of another workspace", pin.account().name);
    }

    /** This minute, or the first after it that no other pin of the account has. */
    public static Instant freeMinute(Pin pin, Instant from) {
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        while (true) {
            reserve(pin, minute);
            if (sharing(pin, minute, HOLDS_ITS_MINUTE) == null && !held(pin, minute)) {
                return minute;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
    }

    /** For what has no time of day yet: one of that day at which people are at work, and no other pin of the account goes out. */
    public static LocalDateTime suggested(Pin pin, LocalDate day, Instant now) {
        ZoneId zone = pin.workspace().zone;
        Instant morning = day.atTime(MORNING).atZone(zone).toInstant();
        Instant soon = now.plus(LEAD).plus(LEAD);
        boolean today = day.equals(LocalDate.ofInstant(now, zone));
        LocalDateTime quiet =
                LocalDateTime.ofInstant(quietMinute(pin, today && morning.isBefore(soon) ? soon : morning), zone);
        if (!quiet.toLocalDate().equals(day)) {
            throw new Refused("publishDate", "No quarter of an hour is left on that day. Choose a time.");
        }
        return quiet;
    }

    /** The first quarter of an hour from then on that none wants, be it only a draft. */
    private static Instant quietMinute(Pin pin, Instant from) {
        long quarter = QUARTER.toSeconds();
        Instant minute = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond() + quarter - 1, quarter) * quarter);
        while (pin.account() != null
                && (sharing(pin, minute, List.of(PinStatus.values())) != null || held(pin, minute))) {
            minute = minute.plus(QUARTER);
        }
        return minute;
    }

    /** Also what is just being taken back holds its minute until Publer let go of it. */
    private static boolean held(Pin pin, Instant minute) {
        return Arc.container().select(HeldMinutes.class).stream()
                .anyMatch(orders -> orders.hold(pin.account().publerId, minute, pin));
    }

    private static Pin sharing(Pin pin, Instant minute, List<PinStatus> statuses) {
        return Pin.<Pin>find(
                        "timing.publishAt = ?1 and account.publerId = ?2 and id <> ?3 and deletedAt is null and status in ?4",
                        minute,
                        pin.account().publerId,
                        pin.id == null ? -1L : pin.id,
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
