package pinplan.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;

/**
 * A pin as people made it: what it says and shows, where it leads, and where and when it is wanted. It knows no rule of who
 * may change that, and nothing of what becomes of it: that is {@link Pin}'s.
 */
@MappedSuperclass
public abstract class PinBody extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    protected Workspace workspace;

    private String title = "";
    private String description = "";

    @Embedded
    protected PinLink link = PinLink.none();

    @ManyToOne(fetch = FetchType.LAZY)
    private Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    private Board board;

    @ManyToOne(fetch = FetchType.LAZY)
    private Campaign campaign;

    @ElementCollection
    @CollectionTable(name = "pin_media", joinColumns = @JoinColumn(name = "pin_id"))
    @OrderColumn(name = "position")
    private List<Shot> shots = new ArrayList<>();

    @Embedded
    protected Timing timing = new Timing();

    void take(PinFields fields, PinLink leads) {
        title = fields.title();
        description = fields.description();
        link = leads;
        account = fields.account();
        board = fields.board();
        campaign = fields.campaign();
        if (!Shot.same(shots, fields.shots())) {
            shots.clear();
            shots.addAll(fields.shots());
        }
    }

    /** Whether saving these would change anything but the time. */
    public boolean edits(PinFields fields) {
        return !fields().sameButForTime(fields);
    }

    boolean movedBy(PinFields fields) {
        return !Objects.equals(timing.local(workspace.zone), fields.plannedFor());
    }

    public Content content() {
        return Content.of(this);
    }

    /** For a change of some of them. */
    public PinFields fields() {
        return new PinFields(
                title,
                description,
                link.typed(),
                account,
                board,
                campaign,
                timing.local(workspace.zone),
                List.copyOf(shots));
    }

    public Workspace workspace() {
        return workspace;
    }

    public String title() {
        return title;
    }

    /** What a list shows, also when nobody gave it a title yet. */
    public String name() {
        return Called.by(title, link.typed());
    }

    /** The same for where it is read far from its picture: one without a title is told from others by its time. */
    public String fullName() {
        return Called.apart(title, link.typed(), timing.publishAt(), workspace.zone);
    }

    public String description() {
        return description;
    }

    /** As it was typed. */
    public String link() {
        return link.typed();
    }

    /** What ships, and which page that is. */
    public PinLink leads() {
        return link;
    }

    public Account account() {
        return account;
    }

    public Board board() {
        return board;
    }

    public Campaign campaign() {
        return campaign;
    }

    public List<Shot> shots() {
        return shots;
    }

    /** In the zone that the workspace has now; null while it has no time. */
    public PlannedTime planned() {
        return timing.in(workspace.zone);
    }

    /** In the zone that the workspace had when it was chosen. */
    public PlannedTime chosen() {
        return timing.chosen();
    }

    public Instant publishAt() {
        return timing.publishAt();
    }

    public boolean publishNow() {
        return timing.publishNow();
    }
}
