package pinplan.review;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Revision;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** One asking for agreement to a revision, by the steps that held when it began. Whoever changes it holds its pin's row. */
@Entity
public class Review extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Pin pin;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Revision revision;

    @JdbcTypeCode(SqlTypes.JSON)
    Steps steps;

    /** Which of them is being taken, from 0. */
    int step;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Member askedBy;

    Instant askedAt;
    int putOff;
    Instant escalatedAt;
    Instant endedAt;

    @Version
    int version;

    static Review open(Pin pin) {
        return find("pin = ?1 and endedAt is null", pin).firstResult();
    }

    /** The latest one that is open or was agreed to, and not taken back; null: nobody was ever asked. */
    static Review latest(Pin pin) {
        return find(
                        "from Review r join fetch r.askedBy where r.pin = ?1"
                                + " and (r.endedAt is null or exists (from Decision d where d.review = r)) order by r.id desc",
                        pin)
                .firstResult();
    }

    /** The one by which what was sent last was approved; null: there is none. */
    static Review agreed(Pin pin) {
        return Review.<Review>list(
                        "from Review r where r.pin = ?1 and r.revision = ?2 and r.endedAt is not null"
                                + " and exists (from Decision d where d.review = r) order by r.endedAt desc",
                        pin,
                        pin.revision())
                .stream()
                .filter(Review::complete)
                .findFirst()
                .orElse(null);
    }

    static List<Review> open(List<Pin> pins) {
        return pins.isEmpty() ? List.of() : list("pin in ?1 and endedAt is null", pins);
    }

    static Review begin(Pin pin, Steps steps, Member by, Instant now) {
        update("endedAt = ?1, version = version + 1 where pin = ?2 and endedAt is null", now, pin);
        Review review = new Review();
        review.workspace = pin.workspace();
        review.pin = pin;
        review.revision = pin.revision();
        review.steps = steps.asked();
        review.askedBy = by;
        review.askedAt = now;
        review.persist();
        return review;
    }

    /** By other steps: whoever agreed by the old ones is asked again. */
    void beginAgain(Steps steps, Instant now) {
        begin(pin, steps, askedBy, now);
    }

    /** At another time, which whoever moved it there does not agree to themself. It stays as late and as urgent as it was. */
    void beginAgain(Member mover, Instant now) {
        Review again = begin(pin, steps, mover, now);
        again.putOff = putOff;
        again.escalatedAt = escalatedAt;
    }

    /** The one that a move ended to begin this one; null: there was none, or somebody had a say since. */
    Review before() {
        if (!Decision.of(List.of(this)).isEmpty()) {
            return null;
        }
        return Review.<Review>find(
                        "pin = ?1 and revision = ?2 and endedAt = ?3 order by id desc", pin, revision, askedAt)
                .firstResultOptional()
                .filter(before -> before.steps.equals(steps) && before.step < steps.count())
                .orElse(null);
    }

    /** As if this one had not been: it is as late and as urgent as this one became. */
    void giveWayTo(Review before, Instant now) {
        end(now);
        flush();
        before.endedAt = null;
        before.putOff = putOff;
        before.escalatedAt = escalatedAt;
    }

    /** Of one with decisions. Whoever waived it was the only one who was asked. */
    private boolean complete() {
        return step == steps.count() || step == 0 && !steps.steps().get(0).everyone();
    }

    /**
     * Whether each who agreed has agreed to that time too.
     *
     * @param approvedFor the time of the last word, as far as the clocks have moved it since
     */
    boolean holds(Policy policy, Instant approvedFor, Instant at) {
        List<Decision> decisions = Decision.of(List.of(this));
        // Their numbers need not follow each other: each instance takes its own.
        Instant last = Collections.max(decisions, Comparator.comparing(decision -> decision.decidedAt)).publishAt;
        Duration shifted = last == null || approvedFor == null ? Duration.ZERO : Duration.between(last, approvedFor);
        return decisions.stream()
                .map(decision -> decision.publishAt == null ? null : decision.publishAt.plus(shifted))
                .allMatch(agreedFor -> policy.outlives(agreedFor, at));
    }

    /** Whether what was agreed to so far holds for the time that the pin has by now. */
    boolean outlives(Policy policy) {
        return Decision.of(List.of(this)).stream()
                .allMatch(decision -> policy.outlives(decision.publishAt, pin.publishAt()));
    }

    /** Takes this seat. Whether it was the last that was asked for. */
    boolean take(Seat seat, Actor by, Instant now) {
        Decision.keep(this, seat, by, now);
        if (steps.steps().get(step).everyone() && Seat.leftIn(this)) {
            return false;
        }
        step++;
        if (step == steps.count()) {
            end(now);
        }
        return endedAt != null;
    }

    /** Whoever submitted it is asked, and so has agreed. */
    void waive(Actor by, Instant now) {
        Decision.keep(this, new Seat(by.member(), null, null), by, now);
        end(now);
    }

    /** Whether it takes more than one person's word. */
    boolean takesSeveral() {
        return steps.count() > 1 || steps.steps().get(0).everyone();
    }

    void end(Instant now) {
        endedAt = now;
    }

    /** A day later at its time of day, as often as that is wanted; null: not any more. */
    LocalDateTime later(Policy policy, Instant now) {
        if (policy.late != Late.NEXT_DAY || putOff >= policy.lateTimes) {
            return null;
        }
        putOff++;
        LocalDateTime at = pin.planned().local();
        LocalDateTime today = LocalDateTime.ofInstant(now, workspace.zone);
        while (!at.isAfter(today)) {
            at = at.plusDays(1);
        }
        return at;
    }
}
