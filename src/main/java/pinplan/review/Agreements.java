package pinplan.review;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import pinplan.campaign.Campaign;
import pinplan.pin.Actor;
import pinplan.pin.Agreement;
import pinplan.pin.Editorial;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.Refused;
import pinplan.team.Right;

/** What a pin asks before people's agreement counts, answered by the policies that they set. */
@Unremovable
@ApplicationScoped
class Agreements implements Agreement {
    @Override
    public boolean ask(Pin pin, Actor by, Instant now) {
        Policy policy = policy(pin);
        Review review = Review.begin(pin, policy.steps, by.member(), now);
        // What is held goes to somebody once it is released.
        boolean waived = policy.steps.none() && by.may(Right.APPROVE) && pin.editorial() != Editorial.ON_HOLD;
        if (waived) {
            review.waive(by, now);
        }
        return waived;
    }

    @Override
    public boolean askAgain(Pin pin, Actor by, Instant now) {
        Review review = Review.open(pin);
        boolean holds = review == null || review.outlives(policy(pin));
        if (!holds) {
            review.beginAgain(by == null ? review.askedBy : by.member(), now);
        }
        return !holds;
    }

    @Override
    public boolean resume(Pin pin, int since, Instant now) {
        Review review = Review.open(pin);
        Review before = review == null || !PinEvent.askedAgain(pin, review.askedAt, since) ? null : review.before();
        boolean holds = before != null && before.outlives(policy(pin));
        if (holds) {
            review.giveWayTo(before, now);
        }
        return holds;
    }

    @Override
    public void takeBack(Pin pin, Instant now) {
        Review review = Review.open(pin);
        if (review != null) {
            review.end(now);
        }
    }

    @Override
    public boolean waitsFor(Pin pin, Actor by) {
        return seat(pin, by) != null;
    }

    @Override
    public Given give(Pin pin, Actor by, Instant now) {
        Seat seat = seat(pin, by);
        if (seat == null) {
            Course course = Course.of(pin);
            throw new Refused(
                    "",
                    course == null
                            ? "Nobody was asked to approve it. Withdraw it and submit it again."
                            : course.whyNot(by));
        }
        Review review = Review.open(pin);
        String which =
                review.steps.count() == 1 ? "" : "step %d of %d".formatted(review.step + 1, review.steps.count());
        boolean last = review.take(seat, by, now);
        return new Given(
                last,
                String.join(
                        ", ",
                        java.util.stream.Stream.of(
                                        last ? "" : which,
                                        seat.words(),
                                        by.guest() == null
                                                ? ""
                                                : "by the link “" + by.guest().link() + "”")
                                .filter(words -> !words.isEmpty())
                                .toList()));
    }

    private static Policy policy(Pin pin) {
        return Policy.of(pin.workspace(), pin.campaign());
    }

    private static Seat seat(Pin pin, Actor by) {
        return by.guest() == null ? Seat.of(pin, by.member()) : Seat.of(Review.open(pin), by.guest());
    }

    @Override
    public boolean alone(Pin pin, Actor by) {
        Steps steps = policy(pin).steps.asked();
        return steps.count() == 1 && steps.steps().get(0).isTakenBy(by);
    }

    @Override
    public boolean holds(Pin pin, Instant approvedFor, Instant at) {
        if (at == null || at.equals(approvedFor)) {
            return true;
        }
        Policy policy = policy(pin);
        if (!policy.outlives(approvedFor, at)) {
            return false;
        }
        // Where no days are counted, all have agreed to the same or to any.
        Review review = policy.moves.counted() ? Review.agreed(pin) : null;
        return review == null || review.holds(policy, approvedFor, at);
    }

    @Override
    public boolean outlives(Pin pin, Instant seenFor, Instant at) {
        return policy(pin).outlives(seenFor, at);
    }

    @Override
    public boolean othersDecide(Pin pin, Campaign there) {
        return !policy(pin).steps.equals(Policy.of(pin.workspace(), there).steps);
    }

    @Override
    public LocalDateTime later(Pin pin, Instant now) {
        Review review = Review.open(pin);
        return review == null ? null : review.later(policy(pin), now);
    }
}
