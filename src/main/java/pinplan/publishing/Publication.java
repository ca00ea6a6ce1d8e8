package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.pin.Refused;
import pinplan.pin.Revision;
import pinplan.publer.PublerPost;
import pinplan.team.Workspace;

/** Our order to publish one approved revision at one minute. Every change of its state is a verb here. */
@Entity
public class Publication extends PanacheEntity {
    /** A request whose connection is closed takes effect within this time or never. */
    static final Duration STRAGGLER = Duration.ofMinutes(5);

    /** So long before its time a person hears that it could not be handed over. */
    private static final Duration LAST_CALL = Duration.ofMinutes(15);

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    @ManyToOne(fetch = FetchType.LAZY)
    public Revision revision;

    public String publerAccountId;
    public Instant publishAt;
    public ZoneId zone;
    public boolean publishNow;
    public Instant dueAt;
    public int tries;
    public int looks;
    public Instant preparedAt;
    public Instant sendDeadlineAt;
    public String jobId;
    public Instant jobEndedAt;
    public String publerPostId;
    public String postLink;
    public Instant absentSince;
    public boolean recallWanted;
    public boolean refused;

    @Enumerated(EnumType.STRING)
    public Fault fault;

    public String reason = "";
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

    /** The pin first, then its publication: everyone takes the two locks in this order. */
    static Publication locked(Long id) {
        Publication publication = findById(id);
        getEntityManager().refresh(publication.pin, LockModeType.PESSIMISTIC_WRITE);
        getEntityManager().refresh(publication, LockModeType.PESSIMISTIC_WRITE);
        return publication;
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

    /** Newest first. */
    public static List<Publication> of(Pin pin) {
        return list("pin = ?1 order by id desc", pin);
    }

    // ---- ordering and taking back ----

    static Publication order(Pin pin, Instant now) {
        if (holdsMinute(pin)) {
            throw new Refused(
                    "publishTime",
                    "Publer still holds another pin of %s in this minute. Choose another minute."
                            .formatted(pin.account().name));
        }
        Publication publication = new Publication();
        publication.workspace = pin.workspace();
        publication.pin = pin;
        publication.revision = pin.revision();
        publication.publerAccountId = pin.account().publerId;
        publication.publishAt = pin.publishAt();
        publication.zone = pin.workspace().zone;
        publication.publishNow = pin.publishNow();
        publication.orderedAt = now;
        publication.dueAt = publication.handOverAt(now);
        publication.to(Publishing.PENDING, now);
        publication.persist();
        return publication;
    }

    /** Also what is just being taken back holds its minute until Publer let go of it. */
    private static boolean holdsMinute(Pin pin) {
        return count(
                        "publerAccountId = ?1 and publishAt = ?2 and state not in ?3",
                        pin.account().publerId,
                        pin.publishAt(),
                        List.of(Publishing.REJECTED, Publishing.CANCELLED))
                > 0;
    }

    private Instant handOverAt(Instant now) {
        if (publishNow) {
            return publishAt;
        }
        Integer horizon = workspace.horizonMinutes;
        Instant at = horizon == null ? now : publishAt.minus(Duration.ofMinutes(horizon));
        return at.isBefore(now) ? now : at;
    }

    boolean stillWhat(Pin wanted) {
        return revision.id.equals(wanted.revision().id) && publishAt.equals(wanted.publishAt());
    }

    /** Nobody wants it any more. What may be at Publer is recalled; what is being found out is recalled once known. */
    void takeBack(Instant now) {
        switch (state) {
            case PENDING -> cancelled("", now);
            case NEEDS_REVIEW -> {
                if (doubt) {
                    recallWanted = true;
                } else {
                    cancelled("", now);
                }
            }
            case SCHEDULED -> recalling(now);
            case SENDING, ACCEPTED, IN_DOUBT -> recallWanted = true;
            case RECALLING, PUBLISHED, REJECTED, CANCELLED -> {}
        }
    }

    // ---- sending ----

    Attempt sending(String endpoint, String body, Instant now) {
        Attempt attempt = Attempt.begin(this, endpoint, body, now);
        looks = 0;
        jobId = null;
        jobEndedAt = null;
        absentSince = null;
        refused = false;
        sendDeadlineAt = attempt.deadlineAt;
        fault = null;
        reason = "";
        // If nobody comes back with an answer, it is swept up as in doubt.
        due(attempt.deadlineAt.plusSeconds(30));
        to(Publishing.SENDING, now);
        return attempt;
    }

    void accepted(String job, Instant now) {
        jobId = job;
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

    /** A failure without effect: again after a while, but not for ever, and not until it is too late to help. */
    void tryLater(Fault why, String sentence, Instant now) {
        tries++;
        Instant next = now.plus(Backoff.resend(tries));
        Instant lastCall = publishAt.minus(LAST_CALL);
        boolean tooLate = orderedAt.isBefore(lastCall) && next.isAfter(lastCall);
        if (tries >= Backoff.TRIES || tooLate) {
            needsReview(false, why, sentence, now);
        } else {
            pendingAgain(why, sentence, next, now);
        }
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

    // ---- what was found out ----

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
            rejected(
                    Fault.ACCOUNT,
                    "Publer holds it back: the account needs attention (%s).".formatted(post.state()),
                    now);
        } else {
            held(post, now);
        }
    }

    private void held(PublerPost post, Instant now) {
        fault = null;
        reason = post.is("scheduled_pending") ? "Publer holds it until someone approves it there." : "";
        if (state != Publishing.SCHEDULED) {
            looks = 0;
            Instant watchFrom = publishAt.plus(Backoff.WATCH.after(0));
            due(watchFrom.isBefore(now) ? now.plusSeconds(5) : watchFrom);
            to(Publishing.SCHEDULED, now);
        }
        if (recallWanted) {
            recalling(now);
        }
    }

    private void published(Instant now) {
        fault = null;
        reason = "";
        dueAt = null;
        doubt = false;
        state = Publishing.PUBLISHED;
        settledAt = now;
        pin.published(postLink, now);
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
        pendingAgain(null, "", now, now);
    }

    /** Publer said no for a reason that passes by itself. */
    void pendingAgainAfterRefusal(Instant next, Instant now) {
        resolveAttempt(Attempt.Outcome.REFUSED, now);
        pendingAgain(Fault.LIMIT, reason, next, now);
    }

    void recalling(Instant now) {
        recallWanted = true;
        looks = 0;
        due(now);
        to(Publishing.RECALLING, now);
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

    void lookAgain(Instant now) {
        due(now);
    }

    /** Somebody looked at Publer: it is not there. */
    void notThere(Instant now) {
        requireDoubt();
        provedAbsent(now);
    }

    /** Somebody saw it on Pinterest. */
    void isOut(String link, Instant now) {
        requireDoubt();
        resolveAttempt(Attempt.Outcome.ACCEPTED, now);
        postLink = link.isEmpty() ? postLink : link;
        published(now);
    }

    /** Somebody looked, and it shall not go out. */
    void givenUp(Instant now) {
        requireDoubt();
        cancelled("", now);
    }

    private void requireDoubt() {
        if (!asks()) {
            throw new Refused("", "Its outcome is known by now.");
        }
    }

    private void resolveAttempt(Attempt.Outcome how, Instant now) {
        Attempt open = id == null ? null : Attempt.open(this);
        if (open != null) {
            open.resolved(how, now);
        }
    }

    void due(Instant at) {
        dueAt = at;
    }

    private void to(Publishing next, Instant now) {
        state = next;
        if (next != Publishing.NEEDS_REVIEW) {
            doubt = false;
        }
        settledAt = now;
        pin.publishing(next, doubt, now);
    }

    // ---- reading ----

    public Publishing state() {
        return state;
    }

    public boolean doubt() {
        return doubt;
    }

    public boolean late(Instant now) {
        return publishAt.isBefore(now);
    }
}
