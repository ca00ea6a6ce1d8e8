package pinplan.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** One line of a pin's history. Fired as an event in the transaction that wrote it. */
@Entity
@Immutable
public class PinEvent extends PanacheEntity {
    public enum Kind {
        CREATED("created"),
        EDITED("edited"),
        RESTORED("restored"),
        SUBMITTED("submitted for review"),
        AGREED("agreed, and others are asked too"),
        APPROVED("approved"),
        APPROVAL_VOIDED("changed after approval, so the approval no longer holds:"),
        REVIEW_ENDED("changed during its review, so it is a draft again:"),
        TAKEN_OVER("agreed to what was changed at Publer:"),
        CHANGES_REQUESTED("requested changes"),
        SCHEDULED("scheduled"),
        UNSCHEDULED("took the time away"),
        MOVED_BACK("took a move back, so what was agreed to before holds again"),
        PUBLISH_NOW("asked to publish now"),
        WITHDRAWN("withdrew"),
        HELD("put on hold"),
        RELEASED("released from hold"),
        OVERDUE("passed its time before it was approved"),
        ASKED_ANEW("changed the policy, so it is asked for anew"),
        ASKED_AGAIN("asked whoever had agreed again, as its time is another:"),
        PUT_OFF("was not approved in time and moved to"),
        ESCALATED("is due within a day and not approved, so admins and owners are asked too"),
        CALMED("is not due within a day any more, so only those of its step are asked"),
        CLOSER("said why it may be this close to others of its page:"),
        RETRIED("asked to try again"),
        POSTPONED("was late and goes out at"),
        HANDED_OVER("was handed over to Publer"),
        RECALLED("was taken back from Publer"),
        ABSENT("was not at Publer, so there was nothing to take back"),
        OVERTAKEN("went out before this reached Publer, and is again what went out:"),
        PUBLISHED("was published"),
        FAILED("failed"),
        OUTCOME_UNKNOWN("has an unknown outcome"),
        RESOLVED("no longer has an unknown outcome"),
        ATTENTION("needs attention:"),
        EASED("needs no attention any more"),
        DELETED("deleted"),
        UNDELETED("took the deletion back"),
        CLOCK_TIME_KEPT("changed the time zone and kept its clock time"),
        INSTANT_KEPT("changed the time zone and kept its instant"),
        ZONE_UNDONE("took the change of the time zone back"),
        CLOCK_RULES_CHANGED("keeps its clock time, as the clocks go by other rules there now"),
        CLOCK_RULES_LEFT("did not follow, though the clocks go by other rules there now");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final ThreadLocal<List<PinEvent>> TOGETHER = new ThreadLocal<>();

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Null: Pinplan itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member actor;

    /** Null: no guest. */
    public Long guestId;

    public String guestName = "";

    @ManyToOne(fetch = FetchType.LAZY)
    public Revision revision;

    public String note = "";

    /** What a request for changes points at. */
    @Embedded
    public Pointer pointer = new Pointer();

    /** The pin's edition since then; null for what happened before that was written down. */
    public Integer edition;

    public Instant happenedAt;

    /** Field by field; only for who hears of it while it happens. */
    @Transient
    public List<Change> changes = List.of();

    /** Whether people stand otherwise with it than before. Only for who hears of it while it happens. */
    public boolean changesStatus() {
        return changes.stream().anyMatch(change -> change.field().equals(LastLine.STATUS));
    }

    /** Who did it; null: Pinplan itself. */
    public String by() {
        return actor != null ? actor.name : guestId != null ? guestName + " (guest)" : null;
    }

    static void record(Pin pin, Kind kind, Actor by, String note, Instant now) {
        record(pin, kind, by, note, Pointer.none(), List.of(), now);
    }

    static void record(Pin pin, Kind kind, Actor by, String note, List<Change> changes, Instant now) {
        record(pin, kind, by, note, Pointer.none(), changes, now);
    }

    static void record(Pin pin, Kind kind, Actor by, String note, Pointer pointer, List<Change> changes, Instant now) {
        PinEvent event = new PinEvent();
        event.workspace = pin.workspace();
        event.pin = pin;
        event.kind = kind;
        event.actor = by == null ? null : by.member();
        if (by != null && by.guest() != null) {
            event.guestId = by.guest().id();
            event.guestName = by.guest().name();
        }
        event.revision = pin.revision();
        event.note = note == null ? "" : note;
        event.pointer = pointer;
        event.edition = pin.edition();
        event.happenedAt = now;
        event.changes = Stream.concat(changes.stream(), pin.untold().stream()).toList();
        if (TOGETHER.get() == null) {
            event.persist();
        } else {
            TOGETHER.get().add(event);
        }
        CDI.current().getBeanManager().getEvent().select(PinEvent.class).fire(event);
    }

    /** What happened to many pins in one go, in its order; fired once all of it is done. */
    public record Together(List<PinEvent> events) {}

    /** For thousands: rows of one kind go to the database in one round trip where no others are between them. */
    public static void together(Runnable act) {
        List<PinEvent> events = new ArrayList<>();
        TOGETHER.set(events);
        try {
            act.run();
        } finally {
            TOGETHER.remove();
        }
        events.forEach(event -> event.persist());
        CDI.current().getBeanManager().getEvent().select(Together.class).fire(new Together(events));
    }

    public static List<PinEvent> of(Pin pin) {
        return list("from PinEvent e left join fetch e.actor where e.pin = ?1 order by e.id desc", pin);
    }

    /** Of these kinds, about these revisions of one pin: the first first. */
    static List<PinEvent> of(List<Revision> revisions, List<Kind> kinds) {
        return revisions.isEmpty()
                ? List.of()
                : list(
                        "from PinEvent e left join fetch e.actor where e.pin = ?1 and e.revision in ?2 and e.kind in ?3"
                                + " order by e.id",
                        revisions.get(0).pin,
                        revisions,
                        kinds);
    }

    /** Whether who had agreed to this pin was asked again at that moment, by what came after this edition. */
    public static boolean askedAgain(Pin pin, Instant at, int since) {
        return count("pin = ?1 and kind = ?2 and happenedAt = ?3 and edition > ?4", pin, Kind.ASKED_AGAIN, at, since)
                > 0;
    }

    /** Whether it was its time that put this pin on hold last, and not somebody. */
    static boolean late(Pin pin) {
        return late(PinEvent.<PinEvent>find(
                        "pin = ?1 and (kind = ?2 or kind = ?3) order by id desc", pin, Kind.OVERDUE, Kind.HELD)
                .page(0, 1)
                .list());
    }

    /** The same of one whose history this is, the latest first. */
    static boolean late(List<PinEvent> events) {
        return events.stream()
                .map(event -> event.kind)
                .filter(kind -> kind == Kind.OVERDUE || kind == Kind.HELD)
                .findFirst()
                .filter(kind -> kind == Kind.OVERDUE)
                .isPresent();
    }
}
