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

    /** As it ships with the tags that are asked for now. */
    static PinLink of(Workspace workspace, PinFields fields, Long pin) {
        return exactly(workspace, fields.link(), finalLink(workspace, fields, pin));
    }

    static PinLink exactly(Workspace workspace, String typed, String ships) {
        PinLink link = new PinLink();
        link.typed = typed;
        link.ships = ships;
        link.destination = typed.isEmpty() ? null : Destination.wanted(workspace, typed);
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

    static void refuseIfTooLong(String ships) {
        Errors errors = new Errors();
        PinLimits.finalLink(ships, errors);
        if (errors.any()) {
            throw new Refused("link", errors.of("link"));
        }
    }

    /** What was said of the page before holds while it is the same. */
    PinLink after(PinLink before) {
        if (leadsWhere(before)) {
            spacingReason = before.spacingReason;
        }
        return this;
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
