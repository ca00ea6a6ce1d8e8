package pinplan.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.PinEvent.Kind;
import pinplan.team.Deed;
import pinplan.team.Member;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** The unit of everything: title, description, link, board, media with alt text, and a time. */
@Entity
public class Pin extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Member author;

    private String title = "";
    private String description = "";

    @Embedded
    private PinLink link = PinLink.none();

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
    private Timing timing = new Timing();

    private UUID sheet;

    /** The number of the first of those that were made from one another; null: none was. */
    private Long familyId;

    @Enumerated(EnumType.STRING)
    private Editorial editorial = Editorial.DRAFT;

    @Enumerated(EnumType.STRING)
    private Editorial heldFrom;

    @Enumerated(EnumType.STRING)
    private Publishing publishing;

    private boolean doubt;

    @Enumerated(EnumType.STRING)
    private PinStatus status = PinStatus.DRAFT;

    @ManyToOne(fetch = FetchType.LAZY)
    private Revision revision;

    private String approvedFingerprint;
    /** Its time then. Means nothing while it is not approved. */
    private Instant approvedFor;

    private String postLink;
    private int edition = 1;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;
    private Instant deletedAt;

    /** As the last line of its history left it, so that the next one can say what is not so any more. */
    @Transient
    private String toldStatus = "";

    @Transient
    private String toldTime = "";

    // ---- finding ----

    public static Pin in(Workspace workspace, Long id) {
        return found(workspace, id, LockModeType.NONE);
    }

    /** For who asks what became of it. */
    public static Pin evenDeleted(Workspace workspace, Long id) {
        return found("workspace = ?1 and id = ?2", workspace, id, LockModeType.NONE);
    }

    /** Those of them that are there, the first that was made first. */
    public static List<Pin> in(Workspace workspace, List<Long> ids) {
        return list("workspace = ?1 and id in ?2 and deletedAt is null order by id", workspace, ids);
    }

    /** For every change: edits, approvals and the claim of the publisher take turns on this row. */
    public static Pin locked(Workspace workspace, Long id) {
        return found(workspace, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** To take a deletion back. */
    public static Pin lockedEvenDeleted(Workspace workspace, Long id) {
        return found("workspace = ?1 and id = ?2", workspace, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Pin found(Workspace workspace, Long id, LockModeType lock) {
        return found("workspace = ?1 and id = ?2 and deletedAt is null", workspace, id, lock);
    }

    private static Pin found(String which, Workspace workspace, Long id, LockModeType lock) {
        Pin pin = Pin.<Pin>find(which, workspace, id)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
        if (lock != LockModeType.NONE) {
            // What was read before the lock may be old by now.
            getEntityManager().refresh(pin);
        }
        return pin;
    }

    /** For what the machine does to a pin of any workspace. */
    static Pin lockedAnywhere(Long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The pin that this form made already; null for none. Who asks for the same form next waits until this transaction ended. */
    static Pin madeWith(Workspace workspace, UUID sheet) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, ?2))")
                .setParameter(1, sheet.toString())
                .setParameter(2, workspace.id)
                .getSingleResult();
        return Pin.<Pin>find("workspace = ?1 and sheet = ?2 and deletedAt is null", workspace, sheet)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Submitted pins whose time came before anyone approved them. */
    public static List<Pin> overdue(Instant now, int most) {
        return Pin.<Pin>find(
                        "editorial = ?1 and timing.publishAt <= ?2 and deletedAt is null order by timing.publishAt",
                        Editorial.IN_REVIEW,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
                .list();
    }

    /** The first to go out first. */
    public static List<Pin> inReview(Workspace workspace, int most) {
        return Pin.<Pin>find(
                        "from Pin p left join fetch p.board where p.workspace = ?1 and p.status = ?2 and p.deletedAt is null"
                                + " order by p.timing.publishAt nulls last, p.id",
                        workspace,
                        PinStatus.IN_REVIEW)
                .page(0, most)
                .list();
    }

    /** Those of them that are in review, with all that a reviewer sees: the first to go out first, those without a time last. */
    public static List<Pin> inReview(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "from Pin p join fetch p.author join fetch p.revision left join fetch p.account"
                                + " left join fetch p.board left join fetch p.campaign left join fetch p.shots s"
                                + " left join fetch s.media left join fetch s.cover where p.id in ?1 and p.status = ?2"
                                + " order by p.timing.publishAt nulls last, p.id",
                        ids,
                        PinStatus.IN_REVIEW);
    }

    // ---- content ----

    public static Pin create(Workspace workspace, PinFields fields, Actor by, Instant now) {
        by = require(by, Right.EDIT);
        Pin pin = new Pin();
        pin.workspace = workspace;
        pin.author = by.member();
        pin.createdAt = now;
        pin.updatedAt = now;
        pin.take(fields, PinLink.none());
        pin.plan(fields.plannedFor(), pin.link, now);
        pin.persist();
        // Only now it has the number that its link may say.
        pin.link = pin.tagged(fields);
        PinEvent.record(pin, Kind.CREATED, by, "", now);
        return pin;
    }

    /** One more that began as this one did; a family counts as one idea, whatever becomes of each. */
    Pin another(PinFields fields, Actor by, Instant now) {
        Pin pin = create(workspace, fields, by, now);
        familyId = familyId == null ? id : familyId;
        pin.familyId = familyId;
        return pin;
    }

    /** All others that were made from it, or that it was made from; the first to go out first. */
    public List<Pin> family(int most) {
        return familyId == null
                ? List.of()
                : Pin.<Pin>find(
                                "from Pin p left join fetch p.board where p.familyId = ?1 and p.id <> ?2 and p.deletedAt is null"
                                        + " order by p.timing.publishAt nulls last, p.id",
                                familyId,
                                id)
                        .page(0, most)
                        .list();
    }

    void madeWith(UUID sheet) {
        this.sheet = sheet;
    }

    /** Saves what a person typed. What reaches Pinterest changed? Then an approval, or a review under way, is void. */
    public void edit(PinFields fields, Actor by, Instant now) {
        change(fields, null, by, now);
    }

    /** Makes it again what it was then, by the rules that hold for an edit. Its campaign and its time stay. */
    public void restore(Revision then, Actor by, Instant now) {
        require(by, Right.EDIT);
        refuseIfGone();
        change(then.restored(), then, by, now);
    }

    /** @param restored which revision it is made again; null: none */
    private void change(PinFields fields, Revision restored, Actor by, Instant now) {
        require(by, Right.EDIT);
        refuseIfGone();
        Content before = content();
        PinFields was = fields();
        PinLink leads = restored == null
                ? leading(fields)
                : PinLink.exactly(workspace, fields.link(), restored.content.link())
                        .after(link);
        boolean timeMoved = movedBy(fields);
        if (timeMoved) {
            requireMover(by);
            plan(fields.plannedFor(), leads, now);
        }
        boolean othersDecide = differs(campaign, fields.campaign())
                && sentOn()
                && Agreement.sought().othersDecide(this, fields.campaign());
        take(fields, leads);
        List<String> changed = new ArrayList<>(content().differences(before));
        if (othersDecide) {
            changed.add("Campaign");
        }
        String fieldsChanged = String.join(", ", changed);
        touch(now);
        if (!changed.isEmpty()) {
            boolean wasApproved = approved();
            if (editorial != Editorial.CHANGES_REQUESTED) {
                backToDraft();
            }
            forgetEndedOrder();
            settleStatus();
            PinEvent.record(
                    this,
                    wasApproved ? Kind.APPROVAL_VOIDED : restored == null ? Kind.EDITED : Kind.RESTORED,
                    by,
                    restored == null ? fieldsChanged : restored.told(fieldsChanged, wasApproved),
                    Change.between(was, fields()),
                    now);
            revise(before, restored, by, now);
        } else {
            settleStatus();
            PinEvent.record(
                    this,
                    timeMoved ? moveKind() : Kind.EDITED,
                    by,
                    timeMoved ? timeNote() : "",
                    Change.between(was, fields()),
                    now);
            askAgainForTheTime(by, now);
        }
    }

    /** Once somebody was asked about it. Only after its event: whoever hears of that asks who agreed to what it was before. */
    private void revise(Content before, Revision restored, Actor by, Instant now) {
        if (revision != null && !content().fingerprint().equals(before.fingerprint())) {
            revision = Revision.of(this, restored, by.member(), now);
        }
    }

    /** Whether saving these would change anything but the time. */
    public boolean edits(PinFields fields) {
        return !title.equals(fields.title())
                || !description.equals(fields.description())
                || !link.typed().equals(fields.link())
                || differs(account, fields.account())
                || differs(board, fields.board())
                || differs(campaign, fields.campaign())
                || !sameShots(fields.shots());
    }

    boolean movedBy(PinFields fields) {
        return !Objects.equals(timing.local(workspace.zone), fields.plannedFor());
    }

    private static boolean differs(PanacheEntity mine, PanacheEntity other) {
        return !Objects.equals(mine == null ? null : mine.id, other == null ? null : other.id);
    }

    /** Whether nothing that its link is made of changes: then what was agreed to stays, whatever tags are asked for by now. */
    boolean keepsLink(PinFields fields) {
        return link.typed().equals(fields.link())
                && PinLink.finalLink(workspace, fields(), id).equals(PinLink.finalLink(workspace, fields, id));
    }

    /** Where it leads from then on; refused before anything of it changes. */
    private PinLink leading(PinFields fields) {
        return id != null && keepsLink(fields) ? link : tagged(fields);
    }

    /** With the tags that are asked for now. */
    private PinLink tagged(PinFields fields) {
        PinLink leads = PinLink.of(workspace, fields, id).after(link);
        PinLink.refuseIfTooLong(leads.ships());
        return leads;
    }

    private void take(PinFields fields, PinLink leads) {
        title = fields.title();
        description = fields.description();
        link = leads;
        account = fields.account();
        board = fields.board();
        campaign = fields.campaign();
        if (!sameShots(fields.shots())) {
            shots.clear();
            shots.addAll(fields.shots());
        }
    }

    private boolean sameShots(List<Shot> others) {
        if (shots.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!shots.get(i).same(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    // ---- agreeing ----

    public void submit(Actor by, Instant now) {
        require(by, Right.EDIT);
        if (sentOn() || underWay()) {
            throw new Refused(
                    "", "This pin is %s already.".formatted(status.word().toLowerCase(java.util.Locale.ROOT)));
        }
        link = tagged(fields());
        PinReadiness.refuseUnlessReady(this, now);
        revision = sentBy(by, now);
        editorial = Editorial.IN_REVIEW;
        approvedFingerprint = null;
        forgetEndedOrder();
        touch(now);
        // Asked first, told then: whoever hears of it can find out who is asked.
        boolean waived = Agreement.sought().ask(this, by, now);
        PinEvent.record(this, Kind.SUBMITTED, by, "", now);
        if (waived) {
            agreed("nobody else is asked here", by, now);
        }
    }

    /** What they made of it themself since it was sent last; else one of their own, as who sends it on is not who agrees to it. */
    private Revision sentBy(Actor by, Instant now) {
        boolean theirs = revision != null
                && by.is(revision.madeBy)
                && revision.fingerprint.equals(content().fingerprint())
                && !revision.sent();
        return theirs ? revision : Revision.of(this, null, by.member(), now);
    }

    /** @param seen the fingerprint of what the approver was looking at */
    public void approve(String seen, Actor by, Instant now) {
        require(by, Right.APPROVE);
        if (editorial != Editorial.IN_REVIEW) {
            throw new Refused(
                    "", "Only a pin that is in review can be approved; this one is “%s”.".formatted(status.word()));
        }
        if (!revision.fingerprint.equals(seen) || !content().fingerprint().equals(seen)) {
            throw new Refused(
                    "", "This pin was changed while you were looking at it. Look at it again before you decide.");
        }
        requireIndependent(by);
        PinReadiness.refuseUnlessFree(this);
        PinReadiness.refuseIfRetired(this);
        Agreement.Given given = Agreement.sought().give(this, by, now);
        if (given.last()) {
            agreed(given.note(), by, now);
        } else {
            touch(now);
            PinEvent.record(this, Kind.AGREED, by, given.note(), now);
        }
    }

    private void agreed(String note, Actor by, Instant now) {
        editorial = Editorial.APPROVED;
        approve(revision.fingerprint);
        touch(now);
        PinEvent.record(this, Kind.APPROVED, by, note, now);
    }

    private void approve(String fingerprint) {
        approvedFingerprint = fingerprint;
        approvedFor = publishAt();
    }

    /**
     * An approver agrees to what somebody made of it elsewhere: that is what is approved from now on. Publer has it already,
     * so nothing is ordered anew.
     */
    public void takeOver(PinFields theirs, Actor by, Instant now) {
        require(by, Right.APPROVE);
        requireIndependent(by);
        if (!Agreement.sought().alone(this, by)) {
            throw new Refused(
                    "",
                    "Not your word alone is asked for such a pin. Put back what was approved, or withdraw it and submit it anew.");
        }
        Errors errors = new Errors();
        PinLimits.check(theirs, workspace, errors);
        if (errors.any()) {
            throw new Refused("", "What it is there can't be a pin here: " + String.join(" ", errors.all()));
        }
        Content before = content();
        PinFields was = fields();
        // Word for word: that is what is out there.
        boolean sameLink = theirs.link().equals(link.ships());
        take(
                theirs,
                sameLink
                        ? link
                        : PinLink.exactly(workspace, theirs.link(), theirs.link())
                                .after(link));
        String changed = String.join(", ", content().differences(before));
        revision = Revision.of(this, null, by.member(), now);
        approve(revision.fingerprint);
        touch(now);
        PinEvent.record(this, Kind.TAKEN_OVER, by, changed, Change.between(was, fields()), now);
    }

    private void requireIndependent(Actor by) {
        if (!mayAgree(by)) {
            throw new Refused(
                    "",
                    by.guest() == null
                            ? "Nobody approves their own pin. Ask a colleague to look at it."
                            : "Who gave you this link wrote it themself, so somebody else decides.");
        }
    }

    /** Whether it waits for this person. */
    public boolean mayDecide(Actor by) {
        return status == PinStatus.IN_REVIEW
                && by.may(Right.APPROVE)
                && Agreement.sought().waitsFor(this, by);
    }

    /** Four eyes: neither the author nor whoever submitted this revision, unless the workspace says so. */
    public boolean mayAgree(Actor by) {
        return by.may(Right.APPROVE)
                && (workspace.authorsMayApprove
                        || !by.speaksFor(author) && (revision == null || !by.speaksFor(revision.madeBy)));
    }

    public void requestChanges(String note, Actor by, Instant now) {
        requestChanges(note, Pointer.none(), by, now);
    }

    public void requestChanges(String note, Pointer pointer, Actor by, Instant now) {
        require(by, Right.APPROVE);
        if (editorial != Editorial.IN_REVIEW && editorial != Editorial.APPROVED || underWay()) {
            throw new Refused(
                    "",
                    "Changes can be requested while a pin is in review; this one is “%s”.".formatted(status.word()));
        }
        if (by.guest() != null && !(mayAgree(by) && mayDecide(by))) {
            throw new Refused("", "Somebody else decides on it now.");
        }
        if (note.isBlank()) {
            throw new Refused("note", "Say what should change.");
        }
        editorial = Editorial.CHANGES_REQUESTED;
        approvedFingerprint = null;
        touch(now);
        PinEvent.record(this, Kind.CHANGES_REQUESTED, by, note.strip(), pointer, List.of(), now);
    }

    /** Makes a draft of it again; keeps the time, voids the approval. What Publer already holds is recalled. */
    public void withdraw(Actor by, Instant now) {
        require(by, Right.EDIT);
        requireMover(by);
        if (!withdrawable()) {
            throw new Refused("", "A pin that is “%s” can't be withdrawn.".formatted(status.word()));
        }
        backToDraft();
        forgetEndedOrder();
        touch(now);
        PinEvent.record(this, Kind.WITHDRAWN, by, "", now);
    }

    public boolean withdrawable() {
        return status != PinStatus.PUBLISHED && (editorial != Editorial.DRAFT || underWay());
    }

    public void hold(String note, Actor by, Instant now) {
        require(by, Right.APPROVE);
        if (editorial != Editorial.IN_REVIEW && editorial != Editorial.APPROVED || underWay()) {
            throw new Refused("", "A pin that is “%s” can't be put on hold.".formatted(status.word()));
        }
        holdFrom(editorial, now);
        PinEvent.record(this, Kind.HELD, by, note.strip(), now);
    }

    public void release(Actor by, Instant now) {
        require(by, Right.APPROVE);
        if (editorial != Editorial.ON_HOLD) {
            throw new Refused("", "This pin is not on hold.");
        }
        if (timing.planned() && !publishAt().isAfter(now)) {
            throw new Refused("publishDate", "Its time has passed. Give it a new time first.");
        }
        PinReadiness.refuseUnlessFree(this);
        PinReadiness.refuseUnlessSpaced(this, link, timing.local(workspace.zone));
        editorial = heldFrom;
        heldFrom = null;
        touch(now);
        PinEvent.record(this, Kind.RELEASED, by, "", now);
    }

    /** Its time came before its approval: nothing is sent. It gets another time where people want that, or waits, flagged. */
    public void passed(Instant now) {
        LocalDateTime later = Agreement.sought().later(this, now);
        if (later == null) {
            holdFrom(Editorial.IN_REVIEW, now);
            PinEvent.record(this, Kind.OVERDUE, null, timeNote(), now);
            return;
        }
        Instant minute = PinReadiness.freeMinute(this, new PlannedTime(later, workspace.zone).instant());
        timing.chosen(new PlannedTime(LocalDateTime.ofInstant(minute, workspace.zone), workspace.zone));
        touch(now);
        PinEvent.record(this, Kind.PUT_OFF, null, timeNote(), now);
    }

    /** It is asked for by other steps. */
    public void askedAnew(Actor by, Instant now) {
        touch(now);
        PinEvent.record(this, Kind.ASKED_ANEW, by, "", now);
    }

    /** Its time is near, and more people are asked. */
    public void escalated(Instant now) {
        PinEvent.record(this, Kind.ESCALATED, null, timeNote(), now);
    }

    private void holdFrom(Editorial from, Instant now) {
        heldFrom = from;
        editorial = Editorial.ON_HOLD;
        touch(now);
    }

    // ---- time ----

    /** Gives a time, or another one. A time is outside the fingerprint: an approval stays, as far as people want that. */
    public void schedule(LocalDateTime at, Actor by, Instant now) {
        require(by, Right.EDIT);
        requireMover(by);
        refuseIfGone();
        if (at == null) {
            throw new Refused("publishDate", "Choose a date and a time.");
        }
        plan(at, now);
        boolean waitedForATime = editorial == Editorial.ON_HOLD && heldFrom == Editorial.IN_REVIEW;
        if (waitedForATime) {
            editorial = heldFrom;
            heldFrom = null;
        }
        forgetEndedOrder();
        touch(now);
        PinEvent.record(this, Kind.SCHEDULED, by, timeNote(), now);
        askAgainForTheTime(by, now);
    }

    private void askAgainForTheTime(Actor by, Instant now) {
        if (!approved() || publishAt() == null) {
            return;
        }
        if (Agreement.sought().outlives(this, approvedFor, publishAt())) {
            approvedFor = approvedFor == null ? publishAt() : approvedFor;
            return;
        }
        boolean held = editorial == Editorial.ON_HOLD;
        editorial = held ? Editorial.ON_HOLD : Editorial.IN_REVIEW;
        heldFrom = held ? Editorial.IN_REVIEW : null;
        approvedFingerprint = null;
        forgetEndedOrder();
        touch(now);
        boolean waived = Agreement.sought().ask(this, by, now);
        PinEvent.record(this, Kind.APPROVAL_VOIDED, by, "Publish time", now);
        if (waived) {
            agreed("nobody else is asked here", by, now);
        }
    }

    public void unschedule(Actor by, Instant now) {
        require(by, Right.EDIT);
        requireMover(by);
        refuseIfGone();
        plan(null, now);
        touch(now);
        PinEvent.record(this, Kind.UNSCHEDULED, by, "", now);
    }

    /** @param at null: without a time */
    public void scheduleOrNot(LocalDateTime at, Actor by, Instant now) {
        if (at == null) {
            unschedule(by, now);
        } else {
            schedule(at, by, now);
        }
    }

    /** Skips the wait, never the approval. */
    public void publishNow(Actor by, Instant now) {
        require(by, Right.EDIT);
        requireMover(by);
        boolean mayBeOut = status == PinStatus.PUBLISHED || underWay() && status != PinStatus.SCHEDULED;
        if (editorial != Editorial.APPROVED || mayBeOut) {
            throw new Refused(
                    "", "Only an approved pin can be published now; this one is “%s”.".formatted(status.word()));
        }
        Instant minute = agreedMinute(now);
        PinReadiness.refuseUnlessSpaced(this, link, LocalDateTime.ofInstant(minute, workspace.zone));
        timing.now(minute, workspace.zone);
        forgetEndedOrder();
        touch(now);
        PinEvent.record(this, Kind.PUBLISH_NOW, by, "", now);
    }

    /** The next that is free, if the approval is for that one too. */
    private Instant agreedMinute(Instant now) {
        Instant minute = PinReadiness.freeMinute(this, now);
        if (!Agreement.sought().outlives(this, approvedFor, minute)) {
            throw new Refused("", "Its time was agreed on too. Move it, and the new time is asked for.");
        }
        return minute;
    }

    /** After a failure that was no refusal of its content: order the same revision again. */
    public void retry(Actor by, Instant now) {
        require(by, Right.OPERATE);
        if (status != PinStatus.FAILED || editorial != Editorial.APPROVED) {
            throw new Refused("", "Only an approved pin that failed can be tried again.");
        }
        if (!timing.planned() || publishAt().isBefore(now.plus(PinReadiness.LEAD))) {
            timing.now(agreedMinute(now), workspace.zone);
        }
        publishing = null;
        touch(now);
        PinEvent.record(this, Kind.RETRIED, by, timeNote(), now);
    }

    private void plan(LocalDateTime at, Instant now) {
        plan(at, link, now);
    }

    /** @param leads where it leads from then on */
    private void plan(LocalDateTime at, PinLink leads, Instant now) {
        if (Objects.equals(at, timing.local(workspace.zone))) {
            return;
        }
        if (at == null) {
            timing.none();
            return;
        }
        PlannedTime time = new PlannedTime(at, workspace.zone);
        PinReadiness.refuseTooSoon(time, now);
        if (sentOn() || underWay()) {
            PinReadiness.refuseUnlessFree(this, time.instant());
            PinReadiness.refuseUnlessSpaced(this, leads, at);
        }
        // Only then: what is refused has not left its place.
        timing.chosen(time);
    }

    /** Why it may be closer to others of its page than the rule says. */
    public void closer(String reason, Actor by, Instant now) {
        require(by, Right.EDIT);
        if (reason.equals(link.spacingReason())) {
            return;
        }
        refuseIfGone();
        link.closer(reason);
        if (sentOn() && reason.isEmpty() && timing.planned()) {
            PinReadiness.refuseUnlessSpaced(this, link, timing.local(workspace.zone));
        }
        touch(now);
        PinEvent.record(this, Kind.CLOSER, by, reason, now);
    }

    // ---- another zone, other rules of the clocks ----

    /** Its workspace went to another zone. Its clock time stays, so its instant moves: not where that would surprise. */
    public void keepClockTime(PlannedTime before, Actor by, Instant now) {
        require(by, Right.ADMINISTER);
        PlannedTime time = new PlannedTime(before.local(), workspace.zone);
        refuseToShift(time.instant(), now);
        shift(time, time.instant());
        touch(now);
        PinEvent.record(this, Kind.CLOCK_TIME_KEPT, by, timeNote(), now);
    }

    /** Its workspace went to another zone. Its instant stays, whatever becomes of it, and its clock time is said there. */
    public void keepInstant(Actor by, Instant now) {
        require(by, Right.ADMINISTER);
        timing.toldIn(workspace.zone);
        touch(now);
        PinEvent.record(this, Kind.INSTANT_KEPT, by, timeNote(), now);
    }

    /** Its workspace is back in the zone in which this was chosen. */
    public void restoreTime(PlannedTime time, Instant at, Actor by, Instant now) {
        require(by, Right.ADMINISTER);
        refuseToShift(at, now);
        shift(time, at);
        touch(now);
        PinEvent.record(this, Kind.ZONE_UNDONE, by, timeNote(), now);
    }

    /** The clocks go by other rules than when its instant was reckoned; nobody chose anything else. */
    void followClockRules(Instant now) {
        PlannedTime time = chosen();
        if (deletedAt != null || time == null || time.means(publishAt())) {
            return;
        }
        try {
            PinReadiness.reserve(this, time.instant());
            refuseToShift(time.instant(), now);
            shift(time, time.instant());
            updatedAt = now;
            PinEvent.record(this, Kind.CLOCK_RULES_CHANGED, null, timeNote(), now);
        } catch (Refused refused) {
            PinEvent.record(this, Kind.CLOCK_RULES_LEFT, null, refused.getMessage(), now);
        }
    }

    /** The clocks moved it, not people: what was approved moves along. */
    private void shift(PlannedTime time, Instant at) {
        boolean asApproved = publishAt().equals(approvedFor);
        timing.moves(time, at);
        approvedFor = asApproved ? at : approvedFor;
    }

    /** Not what Publer may have or what failed at its time, and by the rules that hold for a move; whoever asks has reserved the minutes. */
    private void refuseToShift(Instant at, Instant now) {
        if (at.equals(publishAt())) {
            return;
        }
        if (publishNow() || underWay() || !changeable() || status == PinStatus.FAILED) {
            throw new Refused("", "A pin that is “%s” goes out when it would have.".formatted(status.word()));
        }
        if (at.isBefore(now.plus(PinReadiness.LEAD))) {
            throw new Refused("", "Its clock time would have passed there.");
        }
        if (sentOn()) {
            PinReadiness.refuseIfTaken(this, at);
        }
    }

    public void delete(Actor by, Instant now) {
        require(by, Right.EDIT);
        requireMover(by);
        if (!deletable()) {
            throw new Refused(
                    "",
                    "A pin that is “%s” can't be deleted.%s"
                            .formatted(status.word(), withdrawable() ? " Withdraw it first." : ""));
        }
        backToDraft();
        deletedAt = now;
        touch(now);
        PinEvent.record(this, Kind.DELETED, by, "", now);
    }

    /**
     * Takes the deletion back. Where people stood with it is as it was; only where it could not go out, or would be tried
     * again unasked, since its time has passed, its minute is another's by now or it had failed, it is a draft.
     */
    public void undelete(Standing was, Actor by, Instant now) {
        require(by, Right.EDIT);
        if (deletedAt == null) {
            throw new Refused("", "It is not deleted.");
        }
        deletedAt = null;
        // Its form may have made another pin since.
        sheet = null;
        if (!agreedOn(was) || was.status() != PinStatus.FAILED && PinReadiness.wouldGoOut(this, now)) {
            editorial = was.editorial();
            heldFrom = was.heldFrom();
            approvedFingerprint = was.approvedFingerprint();
        }
        requireMover(by);
        forgetEndedOrder();
        touch(now);
        PinEvent.record(this, Kind.UNDELETED, by, "", now);
    }

    private static boolean agreedOn(Standing standing) {
        return standing.editorial() != Editorial.DRAFT && standing.editorial() != Editorial.CHANGES_REQUESTED;
    }

    public Standing standing() {
        return new Standing(editorial, heldFrom, approvedFingerprint, status);
    }

    public boolean deletable() {
        return !underWay() && status != PinStatus.PUBLISHED;
    }

    // ---- what publishing reports ----

    /** @param doubt whether it is unknown if the pin is out */
    public void publishing(Publishing state, boolean doubt, Instant now) {
        boolean news = publishing != state || this.doubt != doubt;
        boolean takenBack = state == Publishing.CANCELLED && underWay();
        publishing = state;
        this.doubt = doubt;
        settleStatus();
        updatedAt = now;
        if (news) {
            Kind kind = takenBack ? Kind.RECALLED : milestone();
            if (kind != null) {
                PinEvent.record(this, kind, null, "", now);
            }
        }
    }

    /** Nobody moved it: it was late, and goes out at this minute, which is free. */
    public void postpone(Instant minute, Instant now) {
        timing.now(minute, workspace.zone);
        updatedAt = now;
        PinEvent.record(this, Kind.POSTPONED, null, timeNote(), now);
    }

    public void published(String link, Instant now) {
        postLink = link;
        publishing(Publishing.PUBLISHED, false, now);
    }

    /** Its order ended without a trace at Publer: whatever is wanted now can be ordered. */
    public void orderEnded(Instant now) {
        if (editorial == Editorial.APPROVED && timing.planned()) {
            PinEvent.record(this, Kind.RECALLED, null, "", now);
        }
    }

    private Kind milestone() {
        return switch (status) {
            case SCHEDULED -> Kind.HANDED_OVER;
            case PUBLISHED -> Kind.PUBLISHED;
            case FAILED -> Kind.FAILED;
            case OUTCOME_UNKNOWN -> Kind.OUTCOME_UNKNOWN;
            default -> null;
        };
    }

    // ---- the rules' small words ----

    private static Actor require(Actor by, Right right) {
        if (!by.may(right)) {
            throw new Refused("", "You may not " + right.words() + ".");
        }
        return by;
    }

    /** An approved pin is moved or withdrawn by those who approve, or by its author. */
    public boolean movableBy(Actor by) {
        boolean agreed = approved() || underWay();
        return by.may(Right.EDIT) && (!agreed || by.may(Right.APPROVE) || by.is(author));
    }

    /** Once it may be out, nothing of it changes here. */
    public boolean changeable() {
        return status != PinStatus.PUBLISHED && status != PinStatus.PUBLISHING && status != PinStatus.OUTCOME_UNKNOWN;
    }

    private void requireMover(Actor by) {
        if (!movableBy(by)) {
            throw new Refused("", "Only its author or an approver may move or withdraw an approved pin.");
        }
    }

    private void refuseIfGone() {
        if (!changeable()) {
            throw new Refused("", "A pin that is “%s” can't be changed.".formatted(status.word()));
        }
    }

    /** Somebody was asked to agree to it, or has. */
    boolean sentOn() {
        return editorial != Editorial.DRAFT && editorial != Editorial.CHANGES_REQUESTED;
    }

    private boolean approved() {
        return editorial == Editorial.APPROVED || heldFrom == Editorial.APPROVED;
    }

    /** Whether Publer may know of it: then a change is a recall, not just a change. */
    private boolean underWay() {
        return publishing != null
                && publishing.living()
                && publishing != Publishing.PENDING
                && status != PinStatus.FAILED;
    }

    private void backToDraft() {
        editorial = Editorial.DRAFT;
        heldFrom = null;
        approvedFingerprint = null;
        timing.waits();
    }

    /** A refused or withdrawn order says nothing about what the pin is from now on. */
    private void forgetEndedOrder() {
        if (publishing == Publishing.REJECTED
                || publishing == Publishing.CANCELLED
                || publishing == Publishing.NEEDS_REVIEW && !doubt) {
            publishing = null;
        }
    }

    private void touch(Instant now) {
        edition++;
        updatedAt = now;
        settleStatus();
    }

    private void settleStatus() {
        status = PinStatus.of(editorial, publishing, doubt);
    }

    private Kind moveKind() {
        return timing.planned() ? Kind.SCHEDULED : Kind.UNSCHEDULED;
    }

    private String timeNote() {
        return timing.note();
    }

    @PostLoad
    void remember() {
        toldStatus = agreement();
        toldTime = timeNote();
    }

    /** Its time and how people stand with it, where that is not what the last line of its history left. */
    List<Change> untold() {
        List<Change> changes = new ArrayList<>();
        Change.add(changes, "Time", toldTime, timeNote());
        Change.add(changes, "Status", toldStatus, agreement());
        remember();
        return changes;
    }

    /** As people stand with it: what publishing makes of it is told by lines of its own, some of them later. */
    private String agreement() {
        return PinStatus.of(editorial, null, false).word();
    }

    /** What somebody did about it that is no line of its history. */
    public Deed deed(Topic topic, String words, Actor by, Instant now) {
        Deed deed = Deed.of(workspace, by.member(), topic, words, now)
                .onPin(id, name(), campaign == null ? null : campaign.id);
        return by.guest() == null ? deed : deed.byGuest(by.guest().name());
    }

    // ---- reading ----

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

    public Instant createdAt() {
        return createdAt;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Member author() {
        return author;
    }

    public String title() {
        return title;
    }

    /** What a list shows, also when nobody gave it a title yet. */
    public String name() {
        return title.isBlank() ? "Untitled pin" : title;
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

    public Editorial editorial() {
        return editorial;
    }

    /** What it goes back to when it is released; null when it is not on hold. */
    public Editorial heldFrom() {
        return heldFrom;
    }

    public Publishing publishing() {
        return publishing;
    }

    public PinStatus status() {
        return status;
    }

    public Revision revision() {
        return revision;
    }

    public String approvedFingerprint() {
        return approvedFingerprint;
    }

    public String postLink() {
        return postLink;
    }

    public int edition() {
        return edition;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public boolean deleted() {
        return deletedAt != null;
    }
}
