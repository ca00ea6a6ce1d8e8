package pinplan.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import pinplan.pin.Change;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.Telling;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Topic;
import pinplan.web.Whereabouts;

/** Writes down what happens, in the transaction in which it happens. */
@ApplicationScoped
class Recorder {
    void hear(@Observes PinEvent event) {
        Pin pin = event.pin;
        boolean quoted = Telling.quoted(event);
        Activity line = new Activity();
        line.workspace = event.workspace;
        line.topic = topic(event.kind);
        line.pinId = pin.id;
        line.campaignId = pin.campaign() == null ? null : pin.campaign().id;
        line.thing = pin.name();
        line.actorId = event.actor == null ? null : event.actor.id;
        line.who = event.by() == null ? "" : event.by();
        line.words = Telling.told(event);
        line.note = quoted ? event.note : "";
        line.differences = differences(event.changes);
        line.happenedAt = event.happenedAt;
        write(line);
    }

    void hear(@Observes Deed deed) {
        Activity line = new Activity();
        line.workspace = deed.workspace();
        line.topic = deed.topic();
        line.pinId = deed.pin();
        line.campaignId = deed.campaign();
        line.thing = deed.thing();
        line.actorId = deed.by() == null ? null : deed.by().id;
        line.who = deed.by() != null ? deed.by().name : deed.guest().isEmpty() ? "" : deed.guest() + " (guest)";
        line.words = deed.words();
        line.differences = deed.differences();
        line.happenedAt = deed.at();
        write(line);
    }

    private static void write(Activity line) {
        line.address = Whereabouts.here();
        line.persist();
    }

    private static List<Difference> differences(List<Change> changes) {
        return changes.stream()
                .map(change -> new Difference(change.field(), change.before(), change.after()))
                .toList();
    }

    private static Topic topic(PinEvent.Kind kind) {
        return switch (kind) {
            case SUBMITTED,
                    AGREED,
                    APPROVED,
                    APPROVAL_VOIDED,
                    REVIEW_ENDED,
                    TAKEN_OVER,
                    CHANGES_REQUESTED,
                    WITHDRAWN,
                    HELD,
                    RELEASED,
                    OVERDUE,
                    ASKED_ANEW,
                    ASKED_AGAIN,
                    PUT_OFF,
                    ESCALATED,
                    CALMED,
                    MOVED_BACK -> Topic.REVIEW;
            case PUBLISH_NOW,
                    RETRIED,
                    POSTPONED,
                    HANDED_OVER,
                    RECALLED,
                    ABSENT,
                    OVERTAKEN,
                    PUBLISHED,
                    FAILED,
                    OUTCOME_UNKNOWN,
                    RESOLVED,
                    ATTENTION,
                    EASED -> Topic.PUBLISHING;
            default -> Topic.PINS;
        };
    }
}
