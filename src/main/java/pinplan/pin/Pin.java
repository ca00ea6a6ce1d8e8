package pinplan.pin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import pinplan.pin.PinEvent.Kind;
import pinplan.team.Right;
import pinplan.team.Workspace;

/** The unit of everything: what people made, where they stand with it, how its order fares, and every verb on it. */
@Entity
public class Pin extends PinState {
    private UUID sheet;

    /** The number of the first of those that were made from one another; null: none was. */
    private Long familyId;

    @Column(updatable = false)
    private Instant createdAt;

    // ---- finding ----

    public static Pin in(Workspace workspace, Long id) {
        return found(workspace, id, LockModeType.NONE);
    }

    /** For who asks what became of it. */
    public static Pin evenDeleted(Workspace workspace, Long id) {
        return ever(workspace, id).orElseThrow(NotFoundException::new);
    }

    /** The same, where it may be a number that no pin of theirs ever had. */
    public static Optional<Pin> ever(Workspace workspace, Long id) {
        return find("workspace = ?1 and id = ?2", workspace, id).firstResultOptional();
    }

    /** Those of them that are there, the first that was made first. */
    public static List<Pin> in(Workspace workspace, List<Long> ids) {
        return list("workspace = ?1 and id in ?2 and deletedAt is null order by id", workspace, ids);
    }

    /** Those of them that are in review, with all that a reviewer sees: the first to go out first, those without a time last. */
    public static List<Pin> inReview(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "from Pin p join fetch p.author join fetch p.revision left join fetch p.account"
                                + " left join fetch p.board left join fetch p.campaign left join fetch p.link.destination left join fetch p.shots s"
                                + " left join fetch s.media left join fetch s.cover where p.id in ?1 and p.status = ?2"
                                + " order by p.timing.publishAt nulls last, p.id",
                        ids,
                        PinStatus.IN_REVIEW);
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

    // ---- content ----

    public static Pin create(Workspace workspace, PinFields fields, Actor by, Instant now) {
        return create(workspace, fields, false, by, now);
    }

    /** As it stands in a form. */
    static Pin typed(Workspace workspace, PinFields fields, Actor by, Instant now) {
        return create(workspace, fields, true, by, now);
    }

    private static Pin create(Workspace workspace, PinFields fields, boolean typed, Actor by, Instant now) {
        by = require(by, Right.EDIT);
        Pin pin = new Pin();
        pin.workspace = workspace;
        pin.author = by.member();
        pin.createdAt = now;
        pin.updatedAt = now;
        pin.take(fields, PinLink.none());
        NewTime time = NewTime.of(pin, fields.plannedFor(), by);
        pin.plan(typed ? time.asTyped() : time, pin.link, now);
        pin.persist();
        // Only now it has the number that its link may say.
        pin.link = pin.link.tagged(pin, fields);
        PinEvent.record(pin, Kind.CREATED, by, "", now);
        return pin;
    }

    /**
     * As it would be, to be asked what stands in its way: it is nowhere.
     *
     * @param id of the pin that it would be; null: of none yet
     */
    static Pin imagined(Workspace workspace, Long id, PinFields fields, String spacingReason) {
        Pin pin = new Pin();
        pin.workspace = workspace;
        // Whoever looks for others than this one asks by its number.
        pin.id = id == null ? -1L : id;
        pin.take(fields, PinLink.typed(workspace, fields.link(), spacingReason));
        if (fields.plannedFor() != null) {
            PlannedTime time = new PlannedTime(fields.plannedFor(), workspace.zone);
            pin.timing.chosen(time, time.instant());
        }
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
                ? link.next(this, fields)
                : link.exactly(workspace, fields.link(), restored.content.link());
        boolean timeMoved = movedBy(fields);
        if (timeMoved) {
            requireMover(by);
            plan(NewTime.of(this, fields.plannedFor(), by).asTyped(), leads, now);
        }
        boolean othersDecide = !was.sameCampaign(fields)
                && standing.sentOn()
                && Agreement.sought().othersDecide(this, fields.campaign());
        take(fields, leads);
        List<String> changed = new ArrayList<>(content().differences(before));
        if (othersDecide) {
            changed.add("Campaign");
        }
        touch(now);
        if (changed.isEmpty()) {
            Kind moved = timing.planned() ? Kind.SCHEDULED : Kind.UNSCHEDULED;
            if (timeMoved) {
                tellChange(moved, by, timing.note(), was, now);
                askWhoAgreed(by, now);
            } else if (!Change.between(was, fields()).isEmpty() || !was.sameCampaign(fields)) {
                tellChange(Kind.EDITED, by, Change.told(was, fields()), was, now);
            }
            askAgainForTheTime(by, now);
            return;
        }
        String fieldsChanged = String.join(", ", changed);
        Kind ended = standing.approved() ? Kind.APPROVAL_VOIDED : standing.sentOn() ? Kind.REVIEW_ENDED : null;
        if (standing.editorial() != Editorial.CHANGES_REQUESTED) {
            backToDraft();
        }
        order = order.forgottenIfEnded();
        settleStatus();
        tellChange(
                ended != null ? ended : restored == null ? Kind.EDITED : Kind.RESTORED,
                by,
                restored == null ? fieldsChanged : restored.told(fieldsChanged, ended != null),
                was,
                now);
        revise(before, restored, by, now);
    }

    private void tellChange(Kind kind, Actor by, String note, PinFields was, Instant now) {
        PinEvent.record(this, kind, by, note, Change.between(was, fields()), now);
    }

    /** Once somebody was asked about it. Only after its event: whoever hears of that asks who agreed to what it was before. */
    private void revise(Content before, Revision restored, Actor by, Instant now) {
        if (revision != null && !content().fingerprint().equals(before.fingerprint())) {
            revision = Revision.of(this, restored, by.member(), now);
        }
    }

    // ---- agreeing ----

    public void submit(Actor by, Instant now) {
        require(by, Right.EDIT);
        Refused.when(
                standing.sentOn() || order.underWay(),
                "This pin is %s already.".formatted(status.word().toLowerCase(Locale.ROOT)));
        link = link.tagged(this, fields());
        PinReadiness.refuseUnlessReady(this, now);
        revision = sentBy(by, now);
        standing = Standing.IN_REVIEW;
        ask(Kind.SUBMITTED, "", by, now);
    }

    private void ask(Kind kind, String note, Actor by, Instant now) {
        order = order.forgottenIfEnded();
        touch(now);
        // Asked first, told then: whoever hears of it can find out who is asked.
        boolean waived = Agreement.sought().ask(this, by, now);
        PinEvent.record(this, kind, by, note, now);
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

    /** @param seen what the approver was looking at, as their form carries it */
    public void approve(String seen, Actor by, Instant now) {
        require(by, Right.APPROVE);
        Refused.when(
                !standing.inReview(),
                "Only a pin that is in review can be approved; this one is “%s”.".formatted(status.word()));
        Seen.read(seen).refuseUnlessStill(this);
        requireIndependent(by);
        refuseIfPassed(now);
        Minutes.refuseUnlessFree(this);
        PinReadiness.refuseIfRetired(this);
        Agreement.Given given = Agreement.sought().give(this, by, now);
        if (given.last()) {
            agreed(given.note(), by, now);
        } else {
            tell(Kind.AGREED, by, given.note(), now);
        }
    }

    private void agreed(String note, Actor by, Instant now) {
        standing = Standing.approved(revision.fingerprint);
        timing.approved();
        tell(Kind.APPROVED, by, note, now);
    }

    /**
     * An approver agrees to what somebody made of it elsewhere: that is what is approved from now on. Publer has it already,
     * so nothing is ordered anew.
     */
    public void takeOver(PinFields theirs, Actor by, Instant now) {
        require(by, Right.APPROVE);
        requireIndependent(by);
        Refused.when(
                !Agreement.sought().alone(this, by),
                "Not your word alone is asked for such a pin. Put back what was approved, or withdraw it and submit it anew.");
        PinLimits.refuseBeyond(theirs, workspace, "What it is there can't be a pin here: ");
        Content before = content();
        PinFields was = fields();
        // Word for word: that is what is out there.
        boolean sameLink = theirs.link().equals(link.ships());
        take(theirs, sameLink ? link : link.exactly(workspace, theirs.link(), theirs.link()));
        String changed = String.join(", ", content().differences(before));
        revision = Revision.of(this, null, by.member(), now);
        standing = standing.agreeingTo(revision.fingerprint);
        timing.approved();
        touch(now);
        tellChange(Kind.TAKEN_OVER, by, changed, was, now);
    }

    private void requireIndependent(Actor by) {
        Refused.when(
                !mayAgree(by),
                by.guest() == null
                        ? "Nobody approves their own pin. Ask a colleague to look at it."
                        : "The person who gave you this link wrote this pin, so someone else decides.");
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
        Refused.when(
                !standing.goesOn() || order.underWay(),
                "Changes can be requested while a pin is in review; this one is “%s”.".formatted(status.word()));
        Refused.when(by.guest() != null && !(mayAgree(by) && mayDecide(by)), "Someone else decides on it now.");
        if (note.isBlank()) {
            throw new Refused("note", "Say what should change.");
        }
        PinLimits.refuseBeyond("note", "The note", note.strip(), PinLimits.NOTE);
        standing = Standing.CHANGES_REQUESTED;
        touch(now);
        PinEvent.record(this, Kind.CHANGES_REQUESTED, by, note.strip(), pointer, List.of(), now);
    }

    /** Makes a draft of it again; keeps the time, voids the approval. What Publer already holds is recalled. */
    public void withdraw(Actor by, Instant now) {
        requireMover(by);
        refuse(!withdrawable(), "can't be withdrawn");
        Refused.when(
                editorial() == Editorial.DRAFT, "It is withdrawn already: what Publer has of it is being taken back.");
        backToDraft();
        order = order.forgottenIfEnded();
        tell(Kind.WITHDRAWN, by, "", now);
    }

    /** Withdrawn then, it is a draft only once that is settled. */
    public boolean mayBeAtPubler() {
        return order.underWay();
    }

    public boolean withdrawable() {
        return status != PinStatus.PUBLISHED && (standing.editorial() != Editorial.DRAFT || order.underWay());
    }

    /** @param why may be empty */
    public void hold(String why, Actor by, Instant now) {
        require(by, Right.APPROVE);
        refuse(!standing.goesOn() || order.underWay(), "can't be put on hold");
        PinLimits.refuseBeyond("why", "The reason", why.strip(), PinLimits.NOTE);
        standing = standing.held();
        tell(Kind.HELD, by, why.strip(), now);
    }

    public void release(Actor by, Instant now) {
        require(by, Right.APPROVE);
        Refused.when(!standing.onHold(), "This pin is not on hold.");
        refuseIfPassed(now);
        Minutes.refuseUnlessFree(this);
        PinReadiness.refuseUnlessSpaced(this, link, timing.local(workspace.zone));
        standing = standing.released();
        tell(Kind.RELEASED, by, "", now);
    }

    private void refuseIfPassed(Instant now) {
        if (timing.planned() && !publishAt().isAfter(now)) {
            throw new Refused("publishDate", "Its time has passed. It needs a new time first.");
        }
    }

    /** Its time came before its approval: nothing is sent. It gets another time where people want that, or waits, flagged. */
    public void passed(Instant now) {
        LocalDateTime later = Agreement.sought().later(this, now);
        if (later == null) {
            standing = Standing.IN_REVIEW.held();
            tell(Kind.OVERDUE, null, timing.note(), now);
            return;
        }
        Instant minute = Minutes.firstFree(this, new PlannedTime(later, workspace.zone).instant());
        PlannedTime put = PlannedTime.at(minute, workspace.zone);
        timing.chosen(put, put.instant());
        tell(Kind.PUT_OFF, null, timing.note(), now);
        askWhoAgreed(null, now);
    }

    /** It is asked for by other steps. */
    public void askedAnew(Actor by, Instant now) {
        tell(Kind.ASKED_ANEW, by, "", now);
    }

    /** Its time is near, and more people are asked. */
    public void escalated(Instant now) {
        PinEvent.record(this, Kind.ESCALATED, null, timing.note(), now);
    }

    /** It was moved away from there, and they are not asked any more. */
    public void calmed(Instant now) {
        PinEvent.record(this, Kind.CALMED, null, timing.note(), now);
    }

    // ---- time ----

    /** Gives a time, or another one. A time is outside the fingerprint: an approval stays, as far as people want that. */
    public void schedule(LocalDateTime at, Actor by, Instant now) {
        requireMover(by);
        refuseIfGone();
        if (at == null) {
            throw new Refused("publishDate", "Choose a date and a time.");
        }
        schedule(NewTime.of(this, at, by), by, now);
    }

    private void schedule(NewTime next, Actor by, Instant now) {
        plan(next, link, now);
        tell(Kind.SCHEDULED, by, timing.note(), now);
        askWhoAgreed(by, now);
        askAgainForTheTime(by, now);
    }

    /** Those of its review who said yes to another time than it has now. */
    private void askWhoAgreed(Actor by, Instant now) {
        if (standing.asks() && publishAt() != null && Agreement.sought().askAgain(this, by, now)) {
            tell(Kind.ASKED_AGAIN, by, timing.note(), now);
        }
    }

    private void askAgainForTheTime(Actor by, Instant now) {
        if (!standing.approved() || publishAt() == null) {
            return;
        }
        if (!Agreement.sought().holds(this, timing.approvedFor(), publishAt())) {
            standing = standing.askedAgain();
            ask(Kind.APPROVAL_VOIDED, "Publish time", by, now);
        } else if (timing.approvedFor() == null) {
            timing.approved();
        }
    }

    public void unschedule(Actor by, Instant now) {
        requireMover(by);
        refuseIfGone();
        timing.none();
        tell(Kind.UNSCHEDULED, by, "", now);
    }

    /** @param at null: without a time */
    public void scheduleOrNot(LocalDateTime at, Actor by, Instant now) {
        if (at == null) {
            unschedule(by, now);
        } else {
            schedule(at, by, now);
        }
    }

    /**
     * Takes a move back, and with it that an approval was void by it, or somebody's word before everybody had agreed. What was on hold is on hold again, at its time as it was:
     * nothing goes out of that, so the time may have passed and its minute may be another's by now, which its release asks about.
     *
     * @param time null: without one
     * @param at which instant that was: of two with one name it is the same again
     * @param since its edition then
     */
    public void moveBack(PlannedTime time, Instant at, Standing was, int since, Actor by, Instant now) {
        requireMover(by);
        refuseIfGone();
        // Whatever else it became since, the move was not the reason.
        boolean asked = standing.asks();
        if (was.onHold()) {
            waitAt(time, at);
        } else {
            plan(NewTime.of(this, time, at, by), link, now);
        }
        if (asked
                && (was.approved()
                        ? approvedAgain(was, by, now)
                        : Agreement.sought().resume(this, since, now))) {
            tell(Kind.MOVED_BACK, by, timing.note(), now);
            return;
        }
        tell(time == null ? Kind.UNSCHEDULED : Kind.SCHEDULED, by, timing.note(), now);
        askWhoAgreed(by, now);
        askAgainForTheTime(by, now);
    }

    private boolean approvedAgain(Standing was, Actor by, Instant now) {
        if (!outlived(was)) {
            return false;
        }
        standing = was;
        // It is an agreed pin again, which not everybody may move.
        requireMover(by);
        Agreement.sought().takeBack(this, now);
        return true;
    }

    private void waitAt(PlannedTime time, Instant at) {
        standing = standing.onHold() ? standing : standing.held();
        if (time == null) {
            timing.none();
        } else {
            timing.chosen(time, at);
        }
    }

    /** Whether what was agreed to then is what it is now, for the time that it has again. */
    private boolean outlived(Standing was) {
        return content().fingerprint().equals(was.approvedFingerprint())
                && Agreement.sought().holds(this, timing.approvedFor(), publishAt());
    }

    /** Skips the wait, never the approval. */
    public void publishNow(Actor by, Instant now) {
        requireMover(by);
        Refused.when(
                !publishable(),
                "Only an approved pin can be published now; this one is “%s”.".formatted(status.word()));
        Instant minute = agreedMinute(now);
        PinReadiness.refuseUnlessSpaced(this, link, LocalDateTime.ofInstant(minute, workspace.zone));
        timing.now(minute, workspace.zone);
        order = order.forgottenIfEnded();
        tell(Kind.PUBLISH_NOW, by, "", now);
    }

    /** The next that is free, if the approval is for that one too. */
    private Instant agreedMinute(Instant from) {
        Instant minute = Minutes.firstFree(this, from);
        Refused.when(
                !Agreement.sought().holds(this, timing.approvedFor(), minute),
                "Its time was agreed on too. Move it, and the new time is asked for.");
        return minute;
    }

    /** After a failure that was no refusal of its content: order the same revision again, at its time where it still can be. */
    public void retry(Actor by, Instant now) {
        require(by, Right.OPERATE);
        Refused.when(!retryable(), "Only an approved pin that failed can be tried again.");
        if (!timing.planned() || publishAt().isBefore(now.plus(PinReadiness.LEAD))) {
            timing.now(agreedMinute(now), workspace.zone);
        } else if (!PinReadiness.wouldGoOut(this, now)) {
            timing.makesRoom(agreedMinute(publishAt()), workspace.zone);
        }
        order = order.forgotten();
        tell(Kind.RETRIED, by, timing.note(), now);
    }

    /** @param leads where it leads from then on */
    private void plan(NewTime next, PinLink leads, Instant now) {
        if (next.changesNothing()) {
            return;
        }
        if (next.time() == null) {
            timing.none();
            return;
        }
        next.refuseUnlessPossible(leads, standing.sentOn() || order.underWay(), now);
        // Only then: what is refused has not left its place.
        timing.chosen(next.time(), next.instant());
        standing = next.releases() ? standing.released() : standing;
        order = order.forgottenIfEnded();
    }

    /** Why it may be closer to others of its page than the rule says. */
    public void closer(String reason, Actor by, Instant now) {
        require(by, Right.EDIT);
        if (reason.equals(link.spacingReason())) {
            return;
        }
        refuseIfGone();
        link.closer(reason);
        if (standing.sentOn() && reason.isEmpty() && timing.planned()) {
            PinReadiness.refuseUnlessSpaced(this, link, timing.local(workspace.zone));
        }
        tell(Kind.CLOSER, by, reason, now);
    }

    // ---- another zone, other rules of the clocks ----

    /**
     * Its workspace went to another zone. Its clock time stays, so its instant moves: not where that would surprise.
     *
     * @param free whether its minute there is known to be free; else that is asked
     */
    public void keepClockTime(PlannedTime there, boolean free, Actor by, Instant now) {
        shift(there, there.instant(), free, Kind.CLOCK_TIME_KEPT, by, now);
    }

    /** Its workspace went to another zone. Its instant stays, whatever becomes of it, and its clock time is said there. */
    public void keepInstant(Actor by, Instant now) {
        require(by, Right.ADMINISTER);
        timing.toldIn(workspace.zone);
        tell(Kind.INSTANT_KEPT, by, timing.note(), now);
    }

    /** Its workspace is back in the zone in which this was chosen. */
    public void restoreTime(PlannedTime time, Instant at, boolean free, Actor by, Instant now) {
        shift(time, at, free, Kind.ZONE_UNDONE, by, now);
    }

    private void shift(PlannedTime time, Instant at, boolean free, Kind kind, Actor by, Instant now) {
        require(by, Right.ADMINISTER);
        refuseToShift(at, free, now);
        timing.shifts(time, at);
        tell(kind, by, timing.note(), now);
    }

    /** The clocks go by other rules than when its instant was reckoned; nobody chose anything else. */
    void followClockRules(Instant now) {
        PlannedTime time = chosen();
        if (deletedAt != null || time == null || time.means(publishAt())) {
            return;
        }
        try {
            Minutes.reserve(this, time.instant());
            refuseToShift(time.instant(), false, now);
            timing.shifts(time, time.instant());
            updatedAt = now;
            PinEvent.record(this, Kind.CLOCK_RULES_CHANGED, null, timing.note(), now);
        } catch (Refused refused) {
            PinEvent.record(this, Kind.CLOCK_RULES_LEFT, null, refused.getMessage(), now);
        }
    }

    /** Not what Publer may have or what failed at its time, and by the rules that hold for a move; whoever asks has reserved the minutes. */
    private void refuseToShift(Instant at, boolean free, Instant now) {
        if (at.equals(publishAt())) {
            return;
        }
        refuse(
                publishNow() || order.underWay() || !changeable() || status == PinStatus.FAILED,
                "goes out when it would have");
        Refused.when(at.isBefore(now.plus(PinReadiness.LEAD)), "Its clock time would have passed there.");
        if (standing.sentOn() && !free) {
            Minutes.refuseIfTaken(this, at);
        }
    }

    public void delete(Actor by, Instant now) {
        requireMover(by);
        refuse(!deletable(), withdrawable() ? "can't be deleted. Withdraw it first" : "can't be deleted");
        backToDraft();
        deletedAt = now;
        tell(Kind.DELETED, by, "", now);
    }

    /**
     * Takes the deletion back. Where people stood with it is as it was, on hold too; only where it could not go out, or would be
     * tried again unasked, since its time has passed, its minute is another's by now or it had failed, it is a draft.
     */
    public void undelete(Standing was, PinStatus then, Actor by, Instant now) {
        require(by, Right.EDIT);
        Refused.when(deletedAt == null, "It is not deleted.");
        isThereAgain();
        if (!was.goesOn() || then != PinStatus.FAILED && PinReadiness.wouldGoOut(this, now)) {
            standing = was;
        }
        requireMover(by);
        order = order.forgottenIfEnded();
        tell(Kind.UNDELETED, by, "", now);
    }

    private void isThereAgain() {
        deletedAt = null;
        // Its form may have made another pin since.
        sheet = null;
    }

    public boolean deletable() {
        return !order.underWay() && status != PinStatus.PUBLISHED;
    }

    // ---- what publishing reports ----

    /** @param doubt whether it is unknown if the pin is out */
    public void publishing(Publishing state, boolean doubt, Instant now) {
        reported(state, doubt, "", now);
    }

    private void reported(Publishing state, boolean doubt, String note, Instant now) {
        Order before = order;
        order = order.reported(state, doubt);
        settleStatus();
        updatedAt = now;
        boolean eased = attention && state != before.publishing();
        attention &= !eased;
        Kind news = order.since(before);
        if (news != null || eased) {
            PinEvent.record(this, news == null ? Kind.EASED : news, null, note, now);
        }
    }

    /** Nobody moved it: it was late, and goes out at this minute, which is free. */
    public void postpone(Instant minute, Instant now) {
        timing.now(minute, workspace.zone);
        updatedAt = now;
        PinEvent.record(this, Kind.POSTPONED, null, timing.note(), now);
    }

    /**
     * It is out as this revision and in that minute, and can't be changed any more: so that is what it is, whatever people made of
     * it meanwhile. That stays among its revisions; where what went out is not here any more, the pin stays as people made it.
     *
     * @return what of it came too late; empty: nothing
     */
    public List<String> wentOut(Revision as, PlannedTime time, Instant at, Instant now) {
        PinFields was = fields();
        List<String> late = new ArrayList<>(as.content.differences(content()));
        boolean moved = !at.equals(publishAt());
        boolean deleted = deletedAt != null;
        if (late.isEmpty() && !moved && !deleted && !standing.asks()) {
            return late;
        }
        if (!late.isEmpty()) {
            as.again().ifPresent(fields -> take(fields, link.exactly(workspace, fields.link(), as.content.link())));
        }
        if (moved) {
            timing.moves(time, at);
            late.add("Publish time");
        }
        if (deleted) {
            isThereAgain();
        }
        revision = as;
        standing = Standing.approved(as.fingerprint);
        Agreement.sought().takeBack(this, now);
        touch(now);
        String told = !late.isEmpty() ? String.join(", ", late) : deleted ? "The deletion" : "The review";
        tellChange(Kind.OVERTAKEN, null, told, was, now);
        return late;
    }

    /** @param note what people should know of how it went out; may be empty */
    public void published(String link, String note, Instant now) {
        order = order.seenAt(link);
        reported(Publishing.PUBLISHED, false, note, now);
    }

    /** @param why somebody has to look at its order, though the status does not say so; empty: nobody has to */
    public void attention(String why, Instant now) {
        boolean before = attention;
        attention = !why.isEmpty();
        if (attention != before) {
            updatedAt = now;
            PinEvent.record(this, attention ? Kind.ATTENTION : Kind.EASED, null, why, now);
        }
    }

    /** Its order ended without a trace at Publer: whatever is wanted now can be ordered. */
    public void orderEnded(Instant now) {
        if (editorial() == Editorial.APPROVED && timing.planned()) {
            PinEvent.record(this, Kind.ABSENT, null, "", now);
        }
    }

    private void tell(Kind kind, Actor by, String note, Instant now) {
        touch(now);
        PinEvent.record(this, kind, by, note, now);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
