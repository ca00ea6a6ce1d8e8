package pinplan.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.pin.PageTroubled;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinStatus;
import pinplan.review.Comment;
import pinplan.review.Said;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Right;
import pinplan.web.Letterbox;

/** Hears what happens, in the transaction in which it happens, and tells who should know. */
@ApplicationScoped
class Notifier {
    /** After these somebody who was asked may be asked no more. */
    private static final Set<PinEvent.Kind> SETTLING = EnumSet.of(
            PinEvent.Kind.AGREED,
            PinEvent.Kind.APPROVED,
            PinEvent.Kind.CHANGES_REQUESTED,
            PinEvent.Kind.ASKED_ANEW,
            PinEvent.Kind.ASKED_AGAIN,
            PinEvent.Kind.CALMED,
            PinEvent.Kind.REVIEW_ENDED,
            PinEvent.Kind.MOVED_BACK,
            PinEvent.Kind.OVERTAKEN,
            PinEvent.Kind.WITHDRAWN,
            PinEvent.Kind.DELETED);

    /** After these it is approved once more, though it was not a moment ago. */
    private static final Set<PinEvent.Kind> HOLDING =
            EnumSet.of(PinEvent.Kind.APPROVED, PinEvent.Kind.MOVED_BACK, PinEvent.Kind.OVERTAKEN);

    /** What people do to a pin that Publer has already. */
    private static final Set<PinEvent.Kind> CHANGING = EnumSet.of(
            PinEvent.Kind.EDITED,
            PinEvent.Kind.RESTORED,
            PinEvent.Kind.APPROVAL_VOIDED,
            PinEvent.Kind.SCHEDULED,
            PinEvent.Kind.UNSCHEDULED,
            PinEvent.Kind.MOVED_BACK,
            PinEvent.Kind.WITHDRAWN,
            PinEvent.Kind.HELD,
            PinEvent.Kind.DELETED);

    private final Letterbox letterbox;

    Notifier(Letterbox letterbox) {
        this.letterbox = letterbox;
    }

    void hear(@Observes PinEvent event) {
        Pin pin = event.pin;
        if (SETTLING.contains(event.kind) && pin.revision() != null) {
            Notification.settle(pin, event.happenedAt);
        }
        if (pin.revision() != null) {
            Notification.mended(pin, event.happenedAt);
        }
        if (HOLDING.contains(event.kind) && pin.approvedFingerprint() != null) {
            Notification.holdsAgain(pin, event.happenedAt);
        }
        switch (event.kind) {
            case SUBMITTED -> tell(News.SUBMITTED, event, Asked.about(pin));
            // Those of the next step, or by another policy, or of a pin that is back; whoever is still asked knows.
            case AGREED, ASKED_ANEW, UNDELETED ->
                tell(News.SUBMITTED, event, without(Asked.before(pin), Asked.about(pin)));
            case ASKED_AGAIN, RELEASED, MOVED_BACK -> tellAsked(event);
            case SCHEDULED -> {
                // A new time is a way off hold.
                if (event.changesStatus()) {
                    tellAsked(event);
                }
            }
            case ESCALATED -> tell(News.ESCALATED, event, without(Asked.before(pin), Asked.about(pin)));
            case PUT_OFF -> tell(News.PUT_OFF, event, both(Asked.about(pin), makers(pin)));
            case APPROVED -> tell(News.APPROVED, event, makers(pin));
            case CHANGES_REQUESTED -> tell(News.CHANGES_REQUESTED, event, makers(pin));
            case APPROVAL_VOIDED -> {
                Set<Long> knew = both(approvers(event), makers(pin));
                tell(News.APPROVAL_VOIDED, event, knew);
                // Where only its time is another, it is asked for again at once.
                tell(News.SUBMITTED, event, without(knew, Asked.about(pin)));
            }
            case REVIEW_ENDED -> tell(News.REVIEW_ENDED, event, both(approvers(event), makers(pin)));
            case WITHDRAWN -> tell(News.WITHDRAWN, event, both(approvers(event), makers(pin)));
            case HELD -> tell(News.HELD, event, makers(pin));
            case OVERDUE -> tell(News.OVERDUE, event, both(Asked.before(pin), makers(pin)));
            case PUBLISHED -> tell(News.PUBLISHED, event, makers(pin));
            case FAILED -> tellTrouble(News.FAILED, event);
            case OUTCOME_UNKNOWN -> tellTrouble(News.OUTCOME_UNKNOWN, event);
            case ATTENTION -> tellTrouble(News.ATTENTION, event);
            default -> {}
        }
    }

    /** Each hears it once, by what concerns them most: their name, their thread, their pin. */
    void hear(@Observes Said said) {
        Comment comment = said.comment();
        Set<Long> told = new HashSet<>(said.mentioned());
        tell(News.MENTIONED, said, told);
        if (!said.anew()) {
            return;
        }
        if (comment.answers()) {
            Set<Long> participants = without(told, comment.participants());
            tell(News.ANSWERED, said, participants);
            told.addAll(participants);
        }
        tell(News.COMMENTED, said, without(told, makers(comment.pin)));
    }

    /** Each hears it once, as long as the page is not well in between. */
    void hear(@Observes PageTroubled page) {
        Notification.tell(
                News.PAGE_TROUBLED,
                page.pin(),
                null,
                null,
                "",
                page.words(),
                without(Notification.toldOfItsPage(page.pin(), page.since()), makers(page.pin())),
                letterbox.open(),
                page.at());
    }

    private void tell(News news, Said said, Collection<Long> whom) {
        Comment comment = said.comment();
        Notification.tell(news, comment.pin, comment, said.by(), said.guest(), "", whom, letterbox.open(), said.at());
    }

    /** Those who don't know it yet. Where nobody moved it, it is still whoever sent it who asks. */
    private void tellAsked(PinEvent event) {
        Pin pin = event.pin;
        if (pin.status() != PinStatus.IN_REVIEW) {
            return;
        }
        boolean moved = event.actor != null && event.kind == PinEvent.Kind.ASKED_AGAIN;
        Member by = moved ? event.actor : pin.revision().lastSent().madeBy;
        Set<Long> whom = without(Asked.before(pin), Asked.about(pin));
        Notification.tell(News.SUBMITTED, pin, null, by, "", event.note, whom, letterbox.open(), event.happenedAt);
    }

    /** Whoever may do something about it finds it in the inbox, once; only whose pin it is, or who agreed to it, has a mail. */
    private void tellTrouble(News news, PinEvent event) {
        Pin pin = event.pin;
        Set<Long> knowing = Notification.knowing(news, pin);
        Set<Long> concerned = without(knowing, both(both(makers(pin), changers(pin)), approvers(event)));
        tell(news, event, concerned);
        Set<Long> others = without(both(knowing, concerned), Membership.having(Right.OPERATE, pin.workspace()));
        Notification.tell(news, pin, null, event.actor, "", event.note, others, false, event.happenedAt);
    }

    private void tell(News news, PinEvent event, Collection<Long> whom) {
        String guest = event.guestId == null ? "" : event.by();
        Notification.tell(
                news, event.pin, null, event.actor, guest, event.note, whom, letterbox.open(), event.happenedAt);
    }

    /** Who wrote it, and who sent it to review last. */
    static Set<Long> makers(Pin pin) {
        Member sentBy = pin.revision() == null ? null : pin.revision().lastSent().madeBy;
        return Stream.of(pin.author(), sentBy)
                .filter(Objects::nonNull)
                .map(member -> member.id)
                .collect(Collectors.toSet());
    }

    /** Who agreed to it as it was sent last: it is theirs to know that it is no longer so, or does not go out. */
    private static List<Long> approvers(PinEvent event) {
        return event.revision == null
                ? List.of()
                : PinEvent.getEntityManager()
                        .createQuery(
                                "select distinct e.actor.id from PinEvent e where e.pin = ?1 and e.revision = ?2 and e.kind in ?3",
                                Long.class)
                        .setParameter(1, event.pin)
                        .setParameter(2, event.revision.lastSent())
                        .setParameter(3, List.of(PinEvent.Kind.AGREED, PinEvent.Kind.APPROVED))
                        .getResultList();
    }

    /** Who changed it after it was handed over last, or approved where nobody remembers that: Publer may not have it. */
    private static List<Long> changers(Pin pin) {
        return PinEvent.getEntityManager()
                .createQuery(
                        "select distinct e.actor.id from PinEvent e where e.pin = ?1 and e.actor is not null and e.kind in ?2"
                                + " and e.edition > coalesce((select max(h.edition) from PinEvent h where h.pin = ?1 and h.kind = HANDED_OVER),"
                                + " (select max(a.edition) from PinEvent a where a.pin = ?1 and a.kind = APPROVED), 0)",
                        Long.class)
                .setParameter(1, pin)
                .setParameter(2, CHANGING)
                .getResultList();
    }

    private static Set<Long> without(Set<Long> told, Collection<Long> others) {
        return others.stream().filter(id -> !told.contains(id)).collect(Collectors.toSet());
    }

    private static Set<Long> both(Collection<Long> some, Collection<Long> others) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
