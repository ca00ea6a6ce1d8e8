package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.database.DatabaseMemory;
import pinplan.pin.Minutes;
import pinplan.pin.Pin;
import pinplan.pin.Planned;
import pinplan.pin.Publishing;
import pinplan.pin.Revision;
import pinplan.publer.PublerPost;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** Our order to publish one approved revision at one minute. Every change of its state is a verb here. */
@Entity
public class Publication extends PanacheEntity {
    static final Duration STRAGGLER = Times.inForce().straggler();
    /** The longest that something sent takes until a complete listing has it. */
    static final Duration SHOWS = STRAGGLER.plus(Times.inForce().listed());

    static final Duration NEIGHBOURHOOD = Times.inForce().neighbourhood();
    private static final Duration JOB_ENDS_AT_LAST = Times.inForce().jobAtLast();
    private static final Duration LISTED_AT_LAST = Times.inForce().listed();
    private static final Duration LATEST = Times.inForce().latest();
    private static final Duration LAST_CALL = Times.inForce().lastCall();
    private static final Duration A_DAY = Duration.ofDays(1);

    /** States at Publer in which a post waits for its time, and what they mean for people. */
    private static final Map<String, String> HELD = Map.of(
            "scheduled", "",
            "scheduled_approved", "",
            "scheduled_pending", "Publer holds it until someone approves it there.");

    /** A link that does not come within so many looks is asked for hourly. */
    private static final int LINK_SOON = 6;

    /** What holds no minute. */
    private static final List<Publishing> NOWHERE = List.of(Publishing.REJECTED, Publishing.CANCELLED);

    /** What counts against the account's day. */
    private static final String IN_A_DAY = " in (SENDING, ACCEPTED, IN_DOUBT, SCHEDULED, PUBLISHED)";

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    @ManyToOne(fetch = FetchType.LAZY)
    public Revision revision;

    public String publerAccountId;
    /** When it goes out, or went. */
    public Instant publishAt;
    /** When people wanted it out: a late one goes out at another minute, and its lateness is counted from here. */
    public Instant wantedAt;

    public ZoneId zone;
    public boolean publishNow;
    public Instant dueAt;
    public int tries;
    public int looks;
    /** Grows with each look that is begun: whoever comes back from an earlier one came too late. */
    long turn;

    /** It may have been sent in a time that the database forgot: somebody looks before it is sent. */
    boolean lookFirst;

    private Instant verifiedAt;
    public Instant preparedAt;
    public Instant sendDeadlineAt;
    public String jobId;
    public Instant jobEndedAt;
    public String publerPostId;
    public String postLink;
    public Instant absentSince;
    public boolean recallWanted;
    public boolean refused;
    /** Whether its last request carried others too: what names nobody there need not be about this one. */
    private boolean shared;
    /** It had to be found out once, and goes with a request of its own. */
    private boolean alone;

    @Enumerated(EnumType.STRING)
    public Fault fault;

    public String reason = "";
    /** Posts that the last look saw in its place and could not call ours; apart by commas. */
    private String candidates = "";

    @Embedded
    private Outlook outlook = new Outlook();

    /** Publer holds it back for good: once it is taken back there, it ends refused with this sentence. */
    public String refusal;

    @Embedded
    public Drift drift = new Drift();

    public Instant orderedAt;
    public Instant settledAt;

    @Enumerated(EnumType.STRING)
    private Publishing state;

    private boolean doubt;

    // ---- finding ----

    public static Publication in(Workspace workspace, Long id) {
        return Publication.<Publication>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The pin first, then its publication: everyone takes the two locks in this order. Null when it is no longer there. */
    static Publication locked(Long id) {
        Publication publication = findById(id);
        if (publication == null) {
            return null;
        }
        getEntityManager().refresh(publication.pin, LockModeType.PESSIMISTIC_WRITE);
        getEntityManager().refresh(publication, LockModeType.PESSIMISTIC_WRITE);
        return publication;
    }

    /** As {@link #locked(Long)}, for a transaction that has read none of them yet; those that are still there. */
    static List<Publication> locked(Collection<Long> ids) {
        // In one order, as all who lock several pins.
        Pin.find("id in (select p.pin.id from Publication p where p.id" + Batch.IN + ") order by id", Batch.of(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        return Publication.<Publication>find("id" + Batch.IN + " order by pin.id", Batch.of(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** With all of them that is sent, for whoever holds their rows; what is due first comes first. */
    static List<Publication> whole(Collection<Long> ids) {
        return list(
                "from Publication p join fetch p.workspace join fetch p.revision join fetch p.pin i"
                        + " left join fetch i.account left join fetch i.board left join fetch i.shots s"
                        + " left join fetch s.media left join fetch s.cover where p.id" + Batch.IN
                        + " order by p.dueAt, p.id",
                Batch.of(ids));
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

    /** Others of the account and day that Publer holds, or may hold unknown to us, or published not long ago. */
    static List<Publication> heldAround(Look look) {
        Instant day = look.at().truncatedTo(ChronoUnit.DAYS);
        return list(
                "publerAccountId = ?1 and publishAt >= ?2 and publishAt < ?3 and id <> ?4"
                        + " and (state = ?5 or state = ?6 and lookFirst or state = ?7 and dueAt is not null)",
                look.account(),
                day,
                day.plus(A_DAY),
                look.turn().id(),
                Publishing.SCHEDULED,
                Publishing.PENDING,
                Publishing.PUBLISHED);
    }

    /** Others of the workspace that went with the same request and wait for the same job. */
    static List<Publication> ofTheSameJob(Look look) {
        return list(
                "state = ?1 and jobId = ?2 and jobEndedAt is null and id <> ?3"
                        + " and workspace = (select p.workspace from Publication p where p.id = ?3) order by pin.id",
                Publishing.ACCEPTED,
                look.jobId(),
                look.turn().id());
    }

    /** When its request left, as far as we know. */
    Instant sentAt() {
        return sendDeadlineAt == null ? publishAt : sendDeadlineAt.minus(Attempt.DEADLINE);
    }

    /** Newest first. */
    public static List<Publication> of(Pin pin) {
        return list("pin = ?1 order by id desc", pin);
    }

    // ---- ordering and taking back ----

    /** Never throws: it may be the machine that orders, and nobody would see a refusal. */
    static Publication order(Pin pin, Instant now) {
        Publication publication = new Publication();
        publication.workspace = pin.workspace();
        publication.pin = pin;
        publication.revision = pin.revision();
        publication.publerAccountId = pin.account().publerId;
        publication.publishAt = pin.publishAt();
        publication.wantedAt = pin.publishAt();
        publication.zone = pin.workspace().zone;
        publication.publishNow = pin.publishNow();
        publication.orderedAt = now;
        if (holdsMinute(publication.publerAccountId, publication.publishAt, pin)) {
            publication.rejected(
                    Fault.LIMIT,
                    "Publer still holds another pin of %s in this minute.".formatted(pin.account().name),
                    now);
        } else {
            publication.dueAt = publication.handOverAt(now);
            publication.begin(now);
        }
        publication.persist();
        Step.reached(publication, now);
        return publication;
    }

    void begin(Instant now) {
        to(Publishing.PENDING, now);
    }

    /** Whether an order for another pin has this minute of the account, be it only until Publer let go of it. */
    static boolean holdsMinute(String publerAccountId, Instant minute, Pin except) {
        return count(
                        "publerAccountId = ?1 and publishAt = ?2 and pin <> ?3 and state not in ?4",
                        publerAccountId,
                        minute,
                        except,
                        NOWHERE)
                > 0;
    }

    /** All of these accounts from now on that would stay held if their pins moved on, with their pins: as {@link #takeBack} has it. */
    static Map<Planned.Minute, Long> heldMinutes(Collection<String> publerAccountIds, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select p.publerAccountId, p.publishAt, i.id from Publication p join p.pin i"
                                + " where p.publerAccountId in ?1 and p.publishAt > ?2 and p.state not in ?3 and (p.state <> PENDING"
                                + " or p.recallWanted or i.deletedAt is not null or i.timing.publishAt is null"
                                + " or i.timing.publishAt <> p.publishAt"
                                + " or i.createdAt < ?4 and (p.verifiedAt is null or p.verifiedAt < ?4))",
                        Object[].class)
                .setParameter(1, publerAccountIds)
                .setParameter(2, now)
                .setParameter(3, NOWHERE)
                .setParameter(4, DatabaseMemory.of(now))
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new Planned.Minute((String) row[0], (Instant) row[1]), row -> (Long) row[2]));
    }

    /** How many other pins of the account go out, or went, in the 24 hours up to this time. */
    static long othersInTheDay(String publerAccountId, Instant upTo, Pin except) {
        return count(
                "publerAccountId = ?1 and publishAt > ?2 and publishAt <= ?3 and pin <> ?4 and state" + IN_A_DAY,
                publerAccountId,
                upTo.minus(A_DAY),
                upTo,
                except);
    }

    /** The same for each of these, by its id; of which nothing is said there are none. */
    static Map<Long, Long> othersInTheDay(Collection<Publication> orders) {
        TypedQuery<Object[]> counts = getEntityManager()
                .createQuery(
                        "select p.id, count(*) from Publication p join Publication q"
                                + " on q.publerAccountId = p.publerAccountId and q.publishAt > p.publishAt - 24 hour"
                                + " and q.publishAt <= p.publishAt and q.pin <> p.pin and q.state" + IN_A_DAY
                                + " where p.id" + Batch.IN + " group by p.id",
                        Object[].class);
        Object[] ids = Batch.of(orders.stream().map(order -> order.id).toList());
        for (int i = 0; i < ids.length; i++) {
            counts.setParameter(i + 1, ids[i]);
        }
        return counts.getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    private Instant handOverAt(Instant now) {
        Integer horizon = workspace.horizonMinutes;
        // What goes out at once has the minute that has begun.
        Instant at = publishNow ? publishAt : horizon == null ? now : publishAt.minus(Duration.ofMinutes(horizon));
        return at.isBefore(now) ? now : at;
    }

    boolean stillWhat(Pin wanted) {
        return revision.id.equals(wanted.revision().id) && publishAt.equals(wanted.publishAt());
    }

    /** Nobody wants it any more. What may be at Publer is recalled; what is being found out is recalled once known. */
    void takeBack(Instant now) {
        switch (state) {
            case PENDING -> {
                if (mayBeForgotten(rememberedSince(now))) {
                    recallWanted = true;
                    lookFirst(now);
                } else {
                    cancelled("", now);
                }
            }
            case NEEDS_REVIEW -> {
                if (doubt) {
                    recallWanted = true;
                } else {
                    cancelled("", now);
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
        return pin.createdAt().isBefore(rememberedSince)
                && (verifiedAt == null || verifiedAt.isBefore(rememberedSince));
    }

    void lookFirst(Instant now) {
        lookFirst = true;
        due(now);
    }

    /** A complete listing does not have it. */
    void notSentYet(Instant now) {
        lookFirst = false;
        verifiedAt = now;
        if (recallWanted) {
            cancelled("", now);
            pin.orderEnded(now);
        } else {
            waits(null, "", now);
        }
    }

    /** Asked ahead of its time whether it would publish. */
    void foreseen(Preflight.Line obstacle, Instant now) {
        if (outlook.foreseen(obstacle, now)) {
            tell(
                    null,
                    outlook.good() ? "Checked ahead: it would publish." : "Checked ahead: " + outlook.obstacle(),
                    now);
        }
    }

    Outlook outlook() {
        return outlook;
    }

    /** What it is that asks for somebody. */
    public Fault trouble() {
        return fault == null ? outlook.fault() : fault;
    }

    Attempt sending(String endpoint, String body, boolean withOthers, Instant now) {
        Attempt attempt = intend(endpoint, body, now);
        shared = withOthers;
        turn++;
        looks = 0;
        jobId = null;
        jobEndedAt = null;
        absentSince = null;
        refused = false;
        publerPostId = null;
        sendDeadlineAt = attempt.deadlineAt;
        fault = null;
        reason = "";
        // If nobody comes back with an answer, it is swept up as in doubt.
        due(attempt.deadlineAt.plus(Times.inForce().answer()));
        to(Publishing.SENDING, now);
        return attempt;
    }

    void accepted(String job, Instant now) {
        jobId = job;
        turn++;
        looks = 0;
        due(now.plus(Backoff.JOB.after(0)));
        to(Publishing.ACCEPTED, now);
    }

    /** Nothing of it arrived: wait and send again, unless it was taken back meanwhile. */
    void pendingAgain(Fault why, String sentence, Instant next, Instant now) {
        sendDeadlineAt = null;
        jobId = null;
        jobEndedAt = null;
        absentSince = null;
        if (recallWanted) {
            cancelled("", now);
            return;
        }
        fault = why;
        reason = sentence;
        due(next);
        to(Publishing.PENDING, now);
    }

    /** Whether it is so late that a person decides if it should still go out; then it says so. */
    boolean overslept(Instant now) {
        Duration late = Duration.between(wantedAt, now);
        if (late.compareTo(LATEST) <= 0) {
            return false;
        }
        needsReview(
                false,
                Fault.LIMIT,
                "It was not sent in time and is now %d minutes late. Decide whether it should still go out."
                        .formatted(late.toMinutes()),
                now);
        return true;
    }

    /** Late: it goes out now, in this minute, and its pin says so. */
    void movedTo(Instant minute, Instant now) {
        pin.postpone(minute, now);
        publishAt = minute;
        publishNow = true;
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

    /**
     * It could not be claimed. Where others were claimed with it and nobody knows whose trouble it is, each goes by itself
     * from then on: that costs requests, not pins.
     */
    void putOff(Stuck stuck, Instant now) {
        if (stuck.amongSeveral()) {
            alone = true;
        } else {
            tryLater(Fault.UNKNOWN, Stuck.SENTENCE, now);
        }
    }

    /** These may be it, and nobody but a person can say so. */
    void resembles(List<PublerPost> posts) {
        candidates = posts.stream().map(PublerPost::id).collect(Collectors.joining(","));
    }

    void waits(Fault why, String sentence, Instant until) {
        fault = why;
        reason = sentence;
        due(until);
    }

    void inDoubt(String sentence, Instant firstLook, Instant now) {
        fault = Fault.UNKNOWN;
        reason = sentence;
        looks = 0;
        absentSince = null;
        due(firstLook);
        to(Publishing.IN_DOUBT, now);
    }

    /** Whoever was sending it never came back with an answer. */
    void abandoned(Instant now) {
        inDoubt("The application was stopped while this was being sent.", now, now);
    }

    // ---- what was found out ----

    /** The job names the post it made. Proof is the listing, but there it is found by this id. */
    void isPost(String id) {
        if (!anotherHas(id)) {
            publerPostId = id;
        }
    }

    /** Exactly one matching post was seen. What its state says is what the pin is. */
    void seen(PublerPost post, Instant now) {
        publerPostId = post.id();
        postLink = post.postLink() == null ? postLink : post.postLink();
        absentSince = null;
        resolveAttempt(Attempt.Outcome.ACCEPTED, now);
        if (post.is("published")) {
            published(now);
        } else if (post.is("failed")) {
            String said = post.error() == null ? "Publer could not publish it and gave no reason." : post.error();
            rejected(Fault.of(said), said, now);
        } else if (post.is("scheduled_reauth") || post.is("scheduled_locked") || post.is("scheduled_declined")) {
            // Put right at Publer it would still go out, whatever people decided here meanwhile: so it is taken back
            // first.
            refusal = "Publer holds it back: the account needs attention (%s).".formatted(post.state());
            toRecalling(now);
        } else {
            held(post, now);
        }
    }

    private void held(PublerPost post, Instant now) {
        fault = null;
        reason = HELD.getOrDefault(
                post.state(), "Publer says that it is “%s”, which Pinplan does not know.".formatted(post.state()));
        if (state != Publishing.SCHEDULED) {
            looks = 0;
            due(Audit.next(publishAt, now));
            to(Publishing.SCHEDULED, now);
        }
        if (drift.compare(post, this)) {
            String changed = drift.words();
            tell(null, changed == null ? "At Publer it is as approved." : "Changed at Publer: " + changed, now);
        }
        if (recallWanted) {
            recalling(now);
        }
    }

    private void published(Instant now) {
        fault = null;
        reason = "";
        looks = 0;
        doubt = false;
        state = Publishing.PUBLISHED;
        settledAt = now;
        lookAfterIt(now);
        pin.published(postLink, now);
        Step.reached(this, now);
    }

    /** Its link may come later than the news that it is out; and a day later it may have been deleted again. */
    void lookAfterIt(Instant now) {
        Instant aDayLater = settledAt.plus(A_DAY);
        if (publerPostId == null || !now.isBefore(aDayLater)) {
            due(null);
        } else {
            due(
                    postLink != null
                            ? aDayLater
                            : now.plus(looks < LINK_SOON ? Backoff.WATCH.after(looks++) : Audit.SELDOM));
        }
    }

    /** Nobody could look: once more in a while, but not for ever. */
    void lookAfterItLater(Instant now) {
        due(now.isBefore(settledAt.plus(A_DAY.multipliedBy(2))) ? now.plus(Audit.SELDOM) : null);
    }

    /** Publer knows its address by now. */
    void linked(String link, Instant now) {
        postLink = link;
        pin.published(link, now);
        tell(null, "On Pinterest at " + link, now);
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
        if (recallWanted) {
            cancelled("", now);
            return;
        }
        fault = why;
        reason = sentence;
        dueAt = null;
        to(Publishing.REJECTED, now);
    }

    /** @param unknown whether the pin may be out; then someone goes on looking now and then */
    void needsReview(boolean unknown, Fault why, String sentence, Instant now) {
        if (recallWanted && !unknown) {
            cancelled("", now);
            return;
        }
        fault = why;
        reason = sentence;
        doubt = unknown;
        due(unknown ? now.plus(STRAGGLER) : null);
        to(Publishing.NEEDS_REVIEW, now);
    }

    void provedAbsent(Instant now) {
        resolveAttempt(Attempt.Outcome.ABSENT, now);
        alone = true;
        verifiedAt = now;
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
            looks = 0;
            absentSince = null;
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
        fault = null;
        reason = sentence;
        dueAt = null;
        to(Publishing.CANCELLED, now);
    }

    // ---- what a person decides where the machine may not ----

    /** Whether somebody has to say what happened. */
    public boolean asks() {
        return doubt || state == Publishing.IN_DOUBT;
    }

    /** From when on "it is not there" can be believed: before that a request of ours may still arrive, its job end, or its post show. */
    public Instant decidableAt() {
        Instant sent = sendDeadlineAt == null ? orderedAt : sendDeadlineAt;
        if (jobId != null && jobEndedAt == null) {
            return sent.plus(JOB_ENDS_AT_LAST);
        }
        Instant arrived = sent.plus(STRAGGLER);
        return (jobEndedAt == null || jobEndedAt.isBefore(arrived) ? arrived : jobEndedAt).plus(LISTED_AT_LAST);
    }

    /** Publer lists it, whatever it does with it. */
    public boolean listed() {
        return state == Publishing.NEEDS_REVIEW && publerPostId != null && absentSince == null;
    }

    /** Publer holds something else than what was approved, and nobody has said yet what to do about it. */
    public boolean drifts() {
        return drift.words() != null && state == Publishing.SCHEDULED;
    }

    /** What a person may say it is: seen in its place, and not another order's by now. */
    public List<String> adoptable() {
        return asks() && !candidates.isEmpty()
                ? Stream.of(candidates.split(",")).filter(id -> !anotherHas(id)).toList()
                : List.of();
    }

    /** Somebody saw it on Pinterest. */
    void sawItOut(String link, Instant now) {
        resolveAttempt(Attempt.Outcome.ACCEPTED, now);
        postLink = link.isEmpty() ? postLink : link;
        published(now);
    }

    /** What somebody made of it at Publer is what is approved by now. */
    void agreed() {
        revision = pin.revision();
        drift.agreed();
    }

    private void resolveAttempt(Attempt.Outcome how, Instant now) {
        Attempt open = openAttempt();
        if (open != null) {
            open.resolved(how, now);
        }
    }

    void due(Instant at) {
        dueAt = at;
    }

    private void to(Publishing next, Instant now) {
        state = next;
        candidates = "";
        outlook.over();
        lookFirst = false;
        if (next != Publishing.NEEDS_REVIEW) {
            doubt = false;
        }
        settledAt = now;
        pin.publishing(next, doubt, now);
        if (id != null) {
            Step.reached(this, now);
        }
    }

    // ---- what only the database knows, and chance; a simulation answers it from memory ----

    /** Those of the same Publer account, other than this one, that have one of these posts or may still find theirs. */
    List<Publication> neighbours(Collection<String> postIds) {
        return list(
                "publerAccountId = ?1 and id <> ?2 and (publerPostId in ?3 or publerPostId is null and state in ?4"
                        + " and publishAt between ?5 and ?6)",
                publerAccountId,
                id,
                postIds,
                List.of(Publishing.SENDING, Publishing.ACCEPTED, Publishing.IN_DOUBT, Publishing.NEEDS_REVIEW),
                publishAt.minus(NEIGHBOURHOOD),
                publishAt.plus(NEIGHBOURHOOD));
    }

    /** Whether this post was already found to be another order of ours. */
    boolean anotherHas(String postId) {
        return count("publerAccountId = ?1 and publerPostId = ?2 and id <> ?3", publerAccountId, postId, id) > 0;
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

    /** One more line of its timeline. */
    void tell(Member by, String sentence, Instant now) {
        Step.take(this, by, sentence, now);
    }

    /** This minute, or the first after it that the account has free. */
    Instant freeMinute(Instant from) {
        return Minutes.firstFree(pin, from);
    }

    Instant rememberedSince(Instant now) {
        return DatabaseMemory.of(now);
    }

    Duration untilResend() {
        return Backoff.resend(tries, ThreadLocalRandom.current());
    }

    // ---- reading ----

    public Publishing state() {
        return state;
    }

    boolean shared() {
        return shared;
    }

    boolean alone() {
        return alone;
    }

    public boolean doubt() {
        return doubt;
    }

    public boolean late(Instant now) {
        return publishAt.isBefore(now);
    }
}
