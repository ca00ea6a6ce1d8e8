package pinplan.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import pinplan.campaign.Moment;
import pinplan.campaign.MomentFields;
import pinplan.campaign.UndoableMoments;
import pinplan.team.Deed;
import pinplan.team.Topic;
import pinplan.team.Viewer;

/** Changes of moments and notes, each a change of its own with its undo. */
@ApplicationScoped
class MomentChanges implements UndoableMoments {
    private final Viewer viewer;
    private final Clock clock;

    MomentChanges(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @Override
    public String edit(Moment moment, MomentFields fields) {
        return changed(ChangeSet.Kind.EDIT, moment, () -> moment.edit(fields));
    }

    @Override
    public String delete(Moment moment) {
        return changed(ChangeSet.Kind.DELETE, moment, () -> moment.delete(clock.instant()));
    }

    private String changed(ChangeSet.Kind kind, Moment moment, Runnable act) {
        ChangedMoment before = ChangedMoment.before(moment);
        act.run();
        return Undo.address(
                ChangeSet.moment(viewer.workspace(), viewer.member(), kind, before.after(), clock.instant()).id);
    }

    /** @return what became of it, in words */
    String undo(ChangeSet done) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            ChangeSet changes = ChangeSet.in(viewer.workspace(), done.id);
            Moment back = changes.takeMomentBack(viewer.member(), now);
            String kind = back.kind.word().toLowerCase(Locale.ROOT);
            String words = changes.kind() == ChangeSet.Kind.DELETE
                    ? "took back the deletion of the "
                    : "took back the change of the ";
            Deed.of(viewer, Topic.CAMPAIGNS, words + kind, now).on(back.name).record();
            return "“" + back.name + "” put back.";
        });
    }
}
