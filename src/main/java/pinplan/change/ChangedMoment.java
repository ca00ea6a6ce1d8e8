package pinplan.change;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import pinplan.campaign.Moment;
import pinplan.campaign.MomentFields;
import pinplan.pin.Refused;

/** A moment or a note that was changed or deleted: what it was before. */
@Entity
public class ChangedMoment extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    private Moment moment;

    private int version;
    private int versionBefore;

    @Embedded
    private MomentFields fields;

    static ChangedMoment before(Moment moment) {
        ChangedMoment changed = new ChangedMoment();
        changed.moment = moment;
        changed.versionBefore = moment.version;
        changed.fields = MomentFields.of(moment);
        return changed;
    }

    /** It is changed now. */
    ChangedMoment after() {
        flush();
        version = moment.version;
        persist();
        return this;
    }

    /** Only where nothing that came later is lost by it. */
    Moment undo(ChangeSet.Kind kind) {
        Moment was = Moment.lockedEvenDeleted(moment.workspace, moment.id);
        if (was.version != version) {
            throw new Refused("", "It was changed since.");
        }
        if (kind == ChangeSet.Kind.DELETE) {
            was.undelete();
        } else {
            was.edit(fields);
        }
        flush();
        // It is again what the change before this one made of it: that one can be undone next.
        update("version = ?1 where moment = ?2 and version = ?3", was.version, was, versionBefore);
        return was;
    }

    String name() {
        return fields.name();
    }
}
