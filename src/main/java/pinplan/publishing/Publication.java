package pinplan.publishing;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import pinplan.database.DatabaseMemory;
import pinplan.pin.Pin;
import pinplan.pin.PlannedTime;
import pinplan.pin.Publishing;
import pinplan.publer.Connection;
import pinplan.publer.Evidence;
import pinplan.publer.Place;
import pinplan.publer.PublerPost;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** Our order to publish one approved revision at one minute. Every change of its state is a verb here. */
@Entity
public class Publication extends Ordered {
    static final Duration STRAGGLER = Times.inForce().straggler();
    /** The longest that something sent takes until a complete listing has it. */
    static final Duration SHOWS = STRAGGLER.plus(Times.inForce().listed());

    private static final Duration LAST_CALL = Times.inForce().lastCall();

    /** The pin first, then its publication, and several pins in the order of their numbers: so does everybody. */
    static final String LOCK = "select p.id from publication p join pin i on i.id = p.pin_id where p.id" + Batch.IN
            + " order by i.id for no key update of i, p";

    public Instant dueAt;
    public int tries;

    public Instant preparedAt;
    public String publerPostId;
    public String postLink;
    public boolean recallWanted;
    /** It had to be found out once, and goes with a request of its own. */
    private boolean alone;

    @Enumerated(EnumType.STRING)
    public Fault fault;

    public String reason = "";

    @Embedded
    Handover handover = new Handover();

    @Embedded
    private Oblivion oblivion = new Oblivion();

    @Embedded
    Looks looks = new Looks();

    @Embedded
    private Outlook outlook = new Outlook();

    /** Publer holds it back for good: once it is taken back there, it ends refused with this sentence. */
    public String refusal;

    @Embedded
    public Drift drift = new Drift();

    /** What people wanted of it that came too late, and nobody has said yet that they saw that; null: nothing. */
    private String overtaken;

    public Instant settledAt;

    @Enumerated(EnumType.STRING)
    private Publishing state;

    /** Since when nobody knows whether it is out; null: that is known. */
    private Instant doubtfulSince;

    /** What waits for nothing but its hand-over. Written past what is read: a claim may be at it. */
    private static final String HAND_OVER =
            "update publication set due_at = greatest(?2, coalesce(publish_at - ?3 * interval '1 minute', ?2))"
                    + " where workspace_id = ?1 and state = 'PENDING' and due_at > ?2 and fault is null"
                    + " and not publish_now and not look_first and not recall_wanted";

    // ---- finding ----

    public static Publication in(Workspace workspace, Long id) {
        return Publication.<Publication>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** For a transaction that has not read it yet. Null when it is no longer there. */
    static Publication locked(Long id) {
        return locked(List.of(id)).stream().findFirst().orElse(null);
    }

    /** For a transaction that has read none of them yet; those that are still there. */
    static List<Publication> locked(Collection<Long> ids) {
        Query lock = getEntityManager().createNativeQuery(LOCK);
        Batch.set(lock, ids).getResultList();
        return list("from Publication p join fetch p.pin i where p.id" + Batch.IN + " order by i.id", Batch.of(ids));
    }

    /** The living order of a pin whose row the caller holds, or null. */
    static Publication living(Pin pin) {
        Publication publication = find(
                        "pin = ?1 and state not in ?2",
                        pin,
                        List.of(Publishing.PUBLISHED, Publishing.REJECTED, Publishing.CANCELLED))
                .firstResult();
        if (publication != null) {
            getEntityManager().refresh(publication, LockModeType.PESSIMISTIC_WRITE);
        }
        return publication;
    }

    /** The same of many, by their pins. */
    static Map<Long, Publication> living(Collection<Pin> pins) {
        return getEntityManager()
                .createQuery(
                        "from Publication p where p.pin in ?1 and p.state not in ?2 order by p.id", Publication.class)
                .setParameter(1, pins)
                .setParameter(2, List.of(Publishing.PUBLISHED, Publishing.REJECTED, Publishing.CANCELLED))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(publication -> publication.pin.id, Function.identity()));
    }

    /** When its request left, as far as we know. */
    Instant sentAt() {
        Instant sent = handover.sentAt();
        return sent == null ? publishAt : sent;
    }

    /** Newest first. */
    public static List<Publication> of(Pin pin) {
        return list("pin = ?1 order by id desc", pin);
    }

    // ---- ordering and taking back ----

    /** @param before the order that it follows on, if somebody has that; null: whichever there was */
    void begin(Publication before, Instant now) {
        // What was found out of that holds for this one: nothing of the pin was sent since that nobody knows of.
        oblivion.verified(before == null ? lastVerified() : before.verifiedAt());
        to(Publishing.PENDING, now);
    }

    /** Nobody wants it any more. What may be at Publer is recalled; what is being found out is recalled once known. */
    void takeBack(Instant now) {
        switch (state) {
            case PENDING -> {
                if (looksFirst() || mayBeForgotten(rememberedSince())) {
                    recallWanted = true;
                    lookFirst(now);
                } else {
                    cancelled("", now);
                }
            }
            case NEEDS_REVIEW -> {
                if (!asks()) {
                    cancelled("", now);
                } else if (publerPostId != null && now.isBefore(publishAt)) {
                    // Wherever it was moved to, there it is deleted.
                    recalling(now);
                } else {
                    recallWanted = true;
                    due(now);
                }
            }
            case SCHEDULED -> recalling(now);
            case SENDING, ACCEPTED, IN_DOUBT, RECALLING -> recallWanted = true;
            case PUBLISHED, REJECTED, CANCELLED -> {}
        }
    }

    // ---- sending ----

    /** Whether it may have been sent once already, in a time of which the database knows nothing. */
    boolean mayBeForgotten(Instant rememberedSince) {
        return oblivion.possible(pin.createdAt(), rememberedSince);
    }

    Instant verifiedAt() {
        return oblivion.verifiedAt();
    }

    /** The same, as far as nothing that is known says when that was. */
    boolean mayBeSentAlready() {
        return mayBeForgotten(rememberedSince()) && openAttempt() == null;
    }

    /** Once a look can tell. */
    void lookFirst(Instant now) {
        oblivion.suspected();
        due(looksCountFrom(now));
    }

    /** A complete listing does not have it. */
    void notSentYet(Instant now) {
        boolean waited = looksFirst();
        resolveAttempt(Attempt.Outcome.ABSENT, now);
        handover.forgotten();
        oblivion.excluded(now);
        if (recallWanted) {
            cancelled("", now);
            pin.orderEnded(now);
        } else if (waited) {
            waits(null, "", now);
        }
    }

    Outlook outlook() {
        return outlook;
    }

    /** What it is that asks for somebody. */
    public Fault trouble() {
        if (fault != null) {
            return fault;
        }
        // Also before anybody has looked ahead.
        Obstacle obstacle = state() == Publishing.PENDING ? Obstacle.to(pin) : null;
        return obstacle == null ? outlook.fault() : obstacle.fault();
    }

    Attempt sending(Place to, String endpoint, String body, boolean withOthers, Instant now) {
        Attempt attempt = intend(endpoint, body, now);
        handover.begun(to, attempt.deadlineAt, withOthers);
        looks.anew();
        // What was changed is of an earlier post.
        drift.forgotten();
        publerPostId = null;
        because(null, "");
        // If nobody comes back with an answer, it is swept up as in doubt.
        due(attempt.deadlineAt.plus(Times.inForce().answer()));
        to(Publishing.SENDING, now);
        return attempt;
    }

    void accepted(String job, Instant now) {
        handover.accepted(job);
        looks.overtaken();
        due(now.plus(Backoff.JOB.after(0)));
        to(Publishing.ACCEPTED, now);
    }

    /** A person was asked meanwhile, and it stays so until the job, or a list, says more. */
    void acceptedAfterAll(String job, Instant now) {
        handover.accepted(job);
        looks.overtaken();
        due(now);
    }

    /** Nothing of it arrived: wait and send again, unless it was taken back meanwhile. */
    void pendingAgain(Fault why, String sentence, Instant next, Instant now) {
        handover.forgotten();
        looks.notMissed();
        if (recallWanted) {
            cancelled("", now);
            return;
        }
        because(why, sentence);
        due(next);
        to(Publishing.PENDING, now);
    }

    /**
     * A failure without effect: again after a while, but not for ever, and not until it is too late to help. Where that
     * call is over already, because we were down, every try is better than none.
     */
    void tryLater(Fault why, String sentence, Instant now) {
        tries++;
        Instant next = now.plus(untilResend());
        Instant lastCall = publishAt.minus(LAST_CALL);
        boolean tooLate = now.isBefore(lastCall) && next.isAfter(lastCall);
        if (tries >= Times.inForce().tries() || tooLate) {
            needsReview(false, why, sentence, now);
        } else {
            pendingAgain(why, sentence, next, now);
        }
    }

    /** With a request of its own, from then on. */
    void goesAlone() {
        alone = true;
    }

    /** Its media are at Publer. */
    void prepared(Instant now) {
        preparedAt = now;
        waits(null, "", now);
    }

    /** They were, and are no more. */
    void mediaMissing() {
        preparedAt = null;
    }

    /** The workspace hands over at another time from now on. */
    static void handOverAnew(Workspace workspace, Instant now) {
        getEntityManager()
                .createNativeQuery(HAND_OVER)
                .setParameter(1, workspace.id)
                .setParameter(2, now)
                .setParameter(3, workspace.horizonMinutes)
                .executeUpdate();
    }

    void waits(Fault why, String sentence, Instant until) {
        because(why, sentence);
        due(until);
    }

    void inDoubt(String sentence, Instant firstLook, Instant now) {
        because(Fault.UNKNOWN, sentence);
        looks.again();
        due(firstLook);
        to(Publishing.IN_DOUBT, now);
    }

    /** Whoever was sending it never came back with an answer. */
    void abandoned(Instant now) {
        inDoubt("It was being sent, and no answer to that was recorded.", now, now);
    }

    // ---- what was found out ----

    /** The job names the post it made. Proof is the listing, but there it is found by this id. */
    void isPost(String id) {
        if (!anotherHas(id)) {
            publerPostId = id;
        }
    }

    /** Publer has it as this post, whatever it does with it. */
    void found(PublerPost post, Instant now) {
        publerPostId = post.id();
        postLink = post.postLink() == null ? postLink : post.postLink();
        looks.seen(now);
        resolveAttempt(Attempt.Outcome.ACCEPTED, now);
    }

    /** It should be out for long, and Publer still lists it: that a person decides stays so. */
    void stillListed(PublerPost post, Instant now) {
        looks.seen(now);
        publerPostId = post.id();
        if (reason.startsWith(Listing.UNREAD)) {
            reason = Findings.NOT_PUBLISHED;
        }
    }

    /** Publer has it more than once, and what is too much is on its way out, or there to stay. */
    void doubled(Fault why, String sentence) {
        fault = why;
        reason = sentence;
    }

    /** Why nobody knows whether it is gone. */
    void recallUnread(Listing listing) {
        looks.notMissed();
        reason = listing.problem();
    }

    /** Put right at Publer it would still go out, whatever people decided here meanwhile: so it is taken back first. */
    void heldBack(String sentence, Instant now) {
        refusal = sentence;
        toRecalling(now);
    }

    /** Publer holds it until its time; or, where a sentence says why, for longer than that. */
    void held(String sentence, Instant now) {
        because(sentence.isEmpty() ? null : Fault.HELD, sentence);
        if (state != Publishing.SCHEDULED) {
            looks.countAnew();
            due(Audit.next(publishAt, now));
            to(Publishing.SCHEDULED, now);
        }
    }

    void published(Instant now) {
        because(null, "");
        looks.countAnew();
        doubtfulSince = null;
        state = Publishing.PUBLISHED;
        settledAt = now;
        due(Watch.afterwards(this, now));
        tooLate(pin.wentOut(revision, PlannedTime.at(publishAt, zone), publishAt, now), now);
        String otherThan = Waiting.otherThanApproved(this);
        pin.published(postLink, otherThan, now);
        Step.reached(this, now);
        if (!otherThan.isEmpty()) {
            tell(null, "It went out " + otherThan, now);
        }
    }

    private void tooLate(List<String> changes, Instant now) {
        if (!changes.isEmpty()) {
            overtaken = "It went out before Publer had the change of %s.".formatted(String.join(", ", changes));
        } else if (recallWanted) {
            overtaken = "It went out before it could be taken back.";
        }
        if (overtaken != null) {
            tell(null, overtaken, now);
        }
    }

    /** Whether its address is made up, as nothing is out on Pinterest. */
    public boolean inSandbox() {
        return handover.inSandbox();
    }

    /** Publer knows its address by now. */
    void linked(String link, Instant now) {
        postLink = link;
        pin.published(link, "", now);
        tell(null, (inSandbox() ? "In the sandbox it has the address " : "On Pinterest at ") + link, now);
    }

    /** It was published, and somebody deleted it since. */
    void deletedThere(Instant now) {
        reason = "It was published, and has been deleted on Pinterest since.";
        tell(null, reason, now);
        due(null);
    }

    /** Published as far as anyone sees, though nothing was sent. */
    void sampled(String mark, Instant at) {
        published(at);
        reason = mark;
    }

    void rejected(Fault why, String sentence, Instant now) {
        resolveAttempt(Attempt.Outcome.REFUSED, now);
        if (why == Fault.MEDIA) {
            uploadsAnew();
        }
        if (recallWanted) {
            cancelled("", now);
            return;
        }
        because(why, sentence);
        dueAt = null;
        to(Publishing.REJECTED, now);
    }

    /** @param unknown whether the pin may be out; then someone goes on looking now and then */
    void needsReview(boolean unknown, Fault why, String sentence, Instant now) {
        if (recallWanted && !unknown) {
            cancelled("", now);
            return;
        }
        because(why, sentence);
        due(unknown ? now.plus(STRAGGLER) : null);
        to(Publishing.NEEDS_REVIEW, unknown, now);
    }

    void provedAbsent(Instant now) {
        resolveAttempt(Attempt.Outcome.ABSENT, now);
        goesAlone();
        oblivion.excluded(now);
        pendingAgain(null, "", now, now);
    }

    /** Publer said no for a reason that passes by itself. */
    void pendingAgainAfterRefusal(Instant next, Instant now) {
        resolveAttempt(Attempt.Outcome.REFUSED, now);
        pendingAgain(Fault.LIMIT, reason, next, now);
    }

    void recalling(Instant now) {
        recallWanted = true;
        toRecalling(now);
    }

    private void toRecalling(Instant now) {
        if (state != Publishing.RECALLING) {
            looks.again();
            due(now);
            to(Publishing.RECALLING, now);
        }
    }

    /** Taken back: it is not at Publer any more. */
    void gone(Instant now) {
        if (refusal != null) {
            rejected(Fault.ACCOUNT, refusal, now);
        } else {
            cancelled("", now);
        }
    }

    void cancelled(String sentence, Instant now) {
        resolveAttempt(Attempt.Outcome.ABSENT, now);
        because(null, sentence);
        dueAt = null;
        to(Publishing.CANCELLED, now);
    }

    // ---- what a person decides where the machine may not ----

    /** Whether somebody has to say what happened. */
    public boolean asks() {
        return doubtfulSince != null;
    }

    /** Since when it is so that somebody may have to hear of it: a doubt is one, whoever is finding out by now. */
    Instant standsSince() {
        return asks() ? doubtfulSince : settledAt;
    }

    /** From when on "it is not there" can be believed: before that a request of ours may still arrive, its job end, or its post show. */
    public Instant decidableAt() {
        return handover.decidableAt(orderedAt);
    }

    /** When Publer's list had it, where a person decides and no later list says otherwise; else null. */
    public Instant listedAt() {
        return state == Publishing.NEEDS_REVIEW ? looks.seenAt : null;
    }

    /** Where nobody can look, people's word has to do. */
    public boolean lookable() {
        return Connection.of(workspace.id)
                .filter(connection -> !handover.isElsewhere(connection.place()))
                .isPresent();
    }

    /** Publer has it, and as it is there it may not go out as it was approved. */
    boolean wrongThere() {
        return state == Publishing.SCHEDULED && (fault == Fault.HELD || fault == Fault.UNKNOWN);
    }

    /** Publer holds something else than what was approved, and nobody has said yet what to do about it. */
    public boolean drifts() {
        return drift.words() != null && state == Publishing.SCHEDULED;
    }

    /** It went out other than approved, or than people wanted by then, and nobody has said yet that they saw it. */
    public boolean outUnseen() {
        return state == Publishing.PUBLISHED && (drift.words() != null || overtaken != null);
    }

    /** Null: nothing came too late, or somebody saw that. */
    public String overtaken() {
        return overtaken;
    }

    /** Somebody saw how it went out. */
    void outSeen(Instant now) {
        overtaken = null;
        letBe(now);
    }

    /** What a person may say it is: seen in its place, and not another order's by now. */
    public List<String> adoptable() {
        return asks()
                ? looks.candidates().stream().filter(id -> !anotherHas(id)).toList()
                : List.of();
    }

    /** Somebody looked, and did not see it: it is looked for once more before anything follows from that. */
    void saidAbsent(Instant now) {
        if (!looks.candidates().isEmpty()) {
            // None of these is it: nobody asks for them again.
            oblivion.excluded(now);
        }
        goesAlone();
        looks.overtaken();
        looks.notMissed();
        because(null, "");
        to(Publishing.PENDING, now);
        lookFirst(now);
    }

    /** Somebody saw it on Pinterest. */
    void sawItOut(String link, Instant now) {
        resolveAttempt(Attempt.Outcome.ACCEPTED, now);
        postLink = link.isEmpty() ? postLink : link;
        published(now);
        attend(now);
    }

    /** What somebody made of it at Publer is what is approved by now. */
    void agreed(Instant now) {
        revision = pin.revision();
        drift.forgotten();
        attend(now);
    }

    /** Somebody saw what it is there, and lets it be. */
    void letBe(Instant now) {
        drift.letBe();
        attend(now);
    }

    /** Its pin asks for somebody where that is so, and no more where it is not. */
    void attend(Instant now) {
        pin.attention(Attention.to(this, now), now);
    }

    private void resolveAttempt(Attempt.Outcome how, Instant now) {
        Attempt open = openAttempt();
        if (open != null) {
            open.resolved(how, now);
        }
    }

    private void because(Fault why, String sentence) {
        fault = why;
        reason = sentence;
    }

    void due(Instant at) {
        dueAt = at;
    }

    private void to(Publishing next, Instant now) {
        to(next, next == Publishing.IN_DOUBT, now);
    }

    private void to(Publishing next, boolean unknown, Instant now) {
        state = next;
        looks.resembles(List.of());
        outlook.over();
        oblivion.over();
        doubtfulSince = unknown ? Objects.requireNonNullElse(doubtfulSince, now) : null;
        settledAt = now;
        pin.publishing(next, unknown, now);
        if (id != null) {
            Step.reached(this, now);
        }
    }

    // ---- what only the database knows, and chance; a simulation answers it from memory ----

    List<Publication> neighbours(Collection<String> postIds) {
        return Neighbours.of(this, postIds);
    }

    List<Publication> nameless(Instant from, Instant to) {
        return Neighbours.nameless(this, from, to);
    }

    /** Whether this post was already found to be another order of ours. */
    boolean anotherHas(String postId) {
        return Neighbours.have(this, postId);
    }

    Attempt intend(String endpoint, String body, Instant now) {
        Attempt attempt = Attempt.begin(this, endpoint, body, now);
        attempt.persist();
        return attempt;
    }

    /** The one attempt whose outcome is not known, or null. */
    Attempt openAttempt() {
        return id == null ? null : Attempt.open(this);
    }

    /** Publer may have lost what it was given for it. */
    void uploadsAnew() {
        PublerMediaId.forget(revision.content, handover.place());
    }

    /** One more line of its timeline. */
    void tell(Member by, String sentence, Instant now) {
        Step.take(this, by, sentence, now);
    }

    /** The same, with what Publer answered, word for word. */
    void heard(String sentence, Evidence evidence, Instant now) {
        Step.heard(this, sentence, evidence, now);
    }

    Instant rememberedSince() {
        return DatabaseMemory.inUse().read().rememberedSince();
    }

    /** When Publer last surely had none of the pin's orders; null: nobody knows. */
    Instant lastVerified() {
        return getEntityManager()
                .createQuery("select max(p.oblivion.verifiedAt) from Publication p where p.pin = ?1", Instant.class)
                .setParameter(1, pin)
                .getSingleResult();
    }

    /** A look before that may miss what was sent a moment before the database forgot it. */
    Instant looksCountFrom(Instant now) {
        return DatabaseMemory.inUse().looksCountFrom(now, SHOWS);
    }

    Duration untilResend() {
        return Backoff.resend(tries, ThreadLocalRandom.current());
    }

    // ---- reading ----

    public Publishing state() {
        return state;
    }

    public String jobId() {
        return handover.jobId();
    }

    /** Whether it may have been sent in a time that the database forgot, and somebody looks before it is sent. */
    boolean looksFirst() {
        return oblivion.lookFirst();
    }

    boolean alone() {
        return alone;
    }
}
