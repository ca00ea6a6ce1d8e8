package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import pinplan.team.Member;

/** One line of a publication's way beside its attempts: what was found out about it, or decided, and by whom. */
@Entity
@Immutable
public class Step extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    public Publication publication;

    /** Null: Pinplan itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    public String sentence;
    public Instant takenAt;

    static void take(Publication publication, Member by, String sentence, Instant now) {
        Step step = new Step();
        step.publication = publication;
        step.member = by;
        step.sentence = sentence.length() > MOST ? sentence.substring(0, MOST - 1) + "…" : sentence;
        step.takenAt = now;
        step.persist();
    }

    private static final int MOST = 4000;

    public static List<Step> of(Publication publication) {
        return list("from Step s left join fetch s.member where s.publication = ?1 order by s.id", publication);
    }
}
