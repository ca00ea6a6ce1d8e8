package pinplan.pin;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import pinplan.campaign.Campaign;
import pinplan.link.Destination;
import pinplan.link.LinkRules;
import pinplan.link.Tagged;
import pinplan.link.Tagging;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/**
 * Where a pin leads: as it was typed, as it ships, and which page that is. What ships is made once, from what the pin and its
 * place are called then: another name of a board or other tags change nothing that people agreed to.
 */
@Embeddable
public class PinLink {
    @Column(name = "link")
    private String typed = "";

    @Column(name = "final_link")
    private String ships = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "destination_id")
    private Destination destination;

    /** Why it is closer to others of its page than the rule says. */
    private String spacingReason = "";

    protected PinLink() {}

    static PinLink none() {
        return new PinLink();
    }

    /** Where that pin leads once these are saved: as now where it stays, else with the tags that are asked for by then. */
    PinLink next(Pin pin, PinFields fields) {
        return staysWith(pin, fields) ? this : tagged(pin, fields);
    }

    /** Whether nothing that it is made of changes: then what was agreed to stays, whatever tags are asked for by now. */
    boolean staysWith(Pin pin, PinFields fields) {
        Workspace workspace = pin.workspace();
        return typed.equals(fields.link())
                && finalLink(workspace, pin.fields(), pin.id).equals(finalLink(workspace, fields, pin.id));
    }

    /** With the tags that are asked for now; refused before anything of the pin changes. */
    PinLink tagged(Pin pin, PinFields fields) {
        PinLink leads = exactly(pin.workspace(), fields.link(), finalLink(pin.workspace(), fields, pin.id));
        Errors errors = new Errors();
        PinLimits.finalLink(leads.ships, errors);
        if (errors.any()) {
            throw new Refused("link", errors.of("link"));
        }
        return leads;
    }

    /** What was said of the page before holds while it is the same. */
    PinLink exactly(Workspace workspace, String typed, String ships) {
        PinLink link = new PinLink();
        link.typed = typed;
        link.ships = ships;
        link.destination = typed.isEmpty() ? null : Destination.wanted(workspace, typed);
        link.spacingReason = link.leadsWhere(this) ? spacingReason : "";
        return link;
    }

    /** As it stands in a form: nothing is made of it yet. */
    static PinLink typed(Workspace workspace, String typed, String spacingReason) {
        PinLink link = new PinLink();
        link.typed = typed;
        link.ships = typed;
        link.destination = Destination.of(workspace, typed);
        link.spacingReason = spacingReason;
        return link;
    }

    /** @param pin null while it has no number yet */
    public static String finalLink(Workspace workspace, PinFields fields, Long pin) {
        return tagging(workspace, fields.campaign())
                .on(
                        fields.link(),
                        new Tagged(
                                fields.campaign() == null ? null : fields.campaign().name,
                                fields.board() == null ? null : fields.board().name,
                                fields.account() == null ? null : fields.account().name,
                                pin == null ? null : pin.toString()));
    }

    private static Tagging tagging(Workspace workspace, Campaign campaign) {
        return campaign != null && campaign.ownTags
                ? campaign.tagging
                : LinkRules.of(workspace).tagging();
    }

    private boolean leadsWhere(PinLink other) {
        return destination != null && other.destination != null && Objects.equals(destination.id, other.destination.id);
    }

    void closer(String reason) {
        spacingReason = reason;
    }

    public String typed() {
        return typed;
    }

    public String ships() {
        return ships;
    }

    /** Null: nowhere. */
    public Destination destination() {
        return destination;
    }

    /** Whether that page is not as it should be. */
    public boolean troubled() {
        return destination != null && destination.health().troubled();
    }

    public String spacingReason() {
        return spacingReason;
    }
}
