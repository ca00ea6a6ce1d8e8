package pinplan.pin;

import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import pinplan.team.Deed;
import pinplan.team.Member;
import pinplan.team.Right;
import pinplan.team.Topic;

/**
 * Where a pin stands: whose it is, what people agreed to, how its order fares, and what the rules say of that in small words. The
 * verbs that change it are {@link Pin}'s.
 */
@MappedSuperclass
public abstract class PinState extends PinBody {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    protected Member author;

    @Embedded
    protected Standing standing = Standing.DRAFT;

    @Embedded
    protected Order order = Order.NONE;

    @Enumerated(EnumType.STRING)
    protected PinStatus status = PinStatus.DRAFT;

    /** Somebody has to look at its order, though the status does not say so. */
    protected boolean attention;

    @ManyToOne(fetch = FetchType.LAZY)
    protected Revision revision;

    protected int edition = 1;

    protected Instant updatedAt;
    protected Instant deletedAt;

    @Transient
    private LastLine told = LastLine.NONE;

    // ---- the rules' small words ----

    static Actor require(Actor by, Right right) {
        Refused.when(!by.may(right), "You may not " + right.words() + ".");
        return by;
    }

    /** An approved pin is moved or withdrawn by those who approve, or by its author. */
    public boolean movableBy(Actor by) {
        boolean agreed = standing.approved() || order.underWay();
        return by.may(Right.EDIT) && (!agreed || by.may(Right.APPROVE) || by.is(author));
    }

    /** Once it may be out, nothing of it changes here. */
    public boolean changeable() {
        return status != PinStatus.PUBLISHED && status != PinStatus.PUBLISHING && status != PinStatus.OUTCOME_UNKNOWN;
    }

    /** It failed, and what people agreed to is what it would be ordered by again. */
    public boolean retryable() {
        return status == PinStatus.FAILED && editorial() == Editorial.APPROVED;
    }

    /** Approved, and neither out nor maybe so. */
    public boolean publishable() {
        boolean mayBeOut = status == PinStatus.PUBLISHED || order.underWay() && status != PinStatus.SCHEDULED;
        return editorial() == Editorial.APPROVED && !mayBeOut;
    }

    void requireMover(Actor by) {
        require(by, Right.EDIT);
        Refused.when(!movableBy(by), "Only its author or an approver may move or withdraw an approved pin.");
    }

    void refuseIfGone() {
        refuse(!changeable(), "can't be changed");
    }

    void refuse(boolean wrong, String why) {
        Refused.when(wrong, "A pin that is “%s” %s.".formatted(status.word(), why));
    }

    void backToDraft() {
        standing = Standing.DRAFT;
        timing.waits();
    }

    void touch(Instant now) {
        edition++;
        updatedAt = now;
        settleStatus();
    }

    void settleStatus() {
        status = PinStatus.of(editorial(), order);
    }

    @PostLoad
    void remember() {
        told = LastLine.of(timing, standing);
    }

    /** Its time and how people stand with it, where that is not what the last line of its history left. */
    List<Change> untold() {
        LastLine before = told;
        remember();
        return before.to(told);
    }

    /** What somebody did about it that is no line of its history. */
    public Deed deed(Topic topic, String words, Actor by, Instant now) {
        Deed deed = Deed.of(workspace, by.member(), topic, words, now)
                .onPin(id, name(), campaign() == null ? null : campaign().id);
        return by.guest() == null ? deed : deed.byGuest(by.guest().name());
    }

    // ---- reading ----

    public Member author() {
        return author;
    }

    public Standing standing() {
        return standing;
    }

    public Editorial editorial() {
        return standing.editorial();
    }

    public Publishing publishing() {
        return order.publishing();
    }

    public PinStatus status() {
        return status;
    }

    public boolean attention() {
        return attention;
    }

    public Revision revision() {
        return revision;
    }

    public String approvedFingerprint() {
        return standing.approvedFingerprint();
    }

    public String postLink() {
        return order.postLink();
    }

    public int edition() {
        return edition;
    }

    public boolean deleted() {
        return deletedAt != null;
    }
}
