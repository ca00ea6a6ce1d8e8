package pinplan.publishing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Duration;
import java.time.Instant;
import pinplan.publer.Place;

/** The last request by which a publication was handed over to Publer, and the job that came of it. */
@Embeddable
class Handover {
    private static final Duration JOB_ENDS_AT_LAST = Times.inForce().jobAtLast();
    private static final Duration LISTED_AT_LAST = Times.inForce().listed();

    /** Null: there was none, or nothing of it arrived. */
    private Instant sendDeadlineAt;

    /** Null: Publer named none. */
    private String jobId;

    private Instant jobEndedAt;

    /** Whether it carried others too: what names nobody there need not be about this one. */
    private boolean shared;

    /** Publer said no; that it has made nothing is still to be seen. */
    private boolean refused;

    /** Where it went. Null: it did not, or nobody wrote it down. */
    @Embedded
    private Place place;

    void begun(Place to, Instant deadline, boolean withOthers) {
        forgotten();
        place = to;
        sendDeadlineAt = deadline;
        shared = withOthers;
        refused = false;
    }

    /** Nothing of it arrived. */
    void forgotten() {
        sendDeadlineAt = null;
        jobId = null;
        jobEndedAt = null;
        place = null;
    }

    /** Where it is looked for first counts as where it went, if nobody wrote that down. */
    void belongsTo(Place there) {
        if (place == null) {
            place = there;
        }
    }

    /** Null: nowhere, as far as we know. */
    Place place() {
        return place;
    }

    /** Whether what is said to be out is out nowhere. */
    boolean inSandbox() {
        return place != null && place.sandbox();
    }

    /** Whether what is seen there says nothing about it. */
    boolean isElsewhere(Place there) {
        return place != null && !place.equals(there);
    }

    void accepted(String job) {
        jobId = job;
    }

    void jobEnded(Instant now) {
        jobEndedAt = now;
    }

    void refused() {
        refused = true;
    }

    /** When it left, as far as we know; null: it did not. */
    Instant sentAt() {
        return sendDeadlineAt == null ? null : sendDeadlineAt.minus(Attempt.DEADLINE);
    }

    /** From when on "it is not there" can be believed: before that a request of ours may still arrive, its job end, or its post show. */
    Instant decidableAt(Instant orderedAt) {
        Instant sent = sendDeadlineAt == null ? orderedAt : sendDeadlineAt;
        if (jobUnderWay()) {
            return sent.plus(JOB_ENDS_AT_LAST);
        }
        Instant arrived = sent.plus(Publication.STRAGGLER);
        return (jobEndedAt == null || jobEndedAt.isBefore(arrived) ? arrived : jobEndedAt).plus(LISTED_AT_LAST);
    }

    boolean jobUnderWay() {
        return jobId != null && jobEndedAt == null;
    }

    String jobId() {
        return jobId;
    }

    /** Null: not yet, as far as we know. */
    Instant jobEndedAt() {
        return jobEndedAt;
    }

    boolean shared() {
        return shared;
    }

    boolean wasRefused() {
        return refused;
    }
}
