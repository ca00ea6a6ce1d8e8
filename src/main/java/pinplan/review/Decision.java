package pinplan.review;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import pinplan.pin.Actor;
import pinplan.team.Member;

/** Somebody agreed to what they saw. */
@Entity
@Immutable
public class Decision extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Review review;

    /** Of its review's, from 0. */
    int step;

    /** Null: a guest. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    public Long guestId;
    public String guestName = "";

    /** Who was asked; null: the member themself. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member insteadOf;

    /** Nobody was left to ask, or a guest was and did not come: somebody had to say so. */
    boolean confirms;

    public String fingerprint;

    /** When the pin was to go out then; null: it had no time. */
    Instant publishAt;

    public Instant decidedAt;

    public String by() {
        return member == null ? guestName + " (guest)" : member.name;
    }

    /** In place of Mia; empty for one's own. */
    public String place() {
        return insteadOf == null ? "" : "in place of " + insteadOf.name;
    }

    static void keep(Review review, Seat seat, Actor by, Instant now) {
        Decision decision = new Decision();
        decision.review = review;
        decision.step = review.step;
        decision.member = by.member();
        if (by.guest() != null) {
            decision.guestId = by.guest().id();
            decision.guestName = by.guest().name();
        }
        decision.insteadOf = seat.insteadOf();
        decision.confirms = seat.barred() == Seat.Barred.NOBODY || seat.barred() == Seat.Barred.GUEST;
        decision.fingerprint = review.revision.fingerprint;
        decision.publishAt = review.pin.publishAt();
        decision.decidedAt = now;
        decision.persist();
    }

    static List<Decision> of(List<Review> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : list(
                        "from Decision d left join fetch d.member left join fetch d.insteadOf where d.review in ?1 order by d.id",
                        reviews);
    }
}
