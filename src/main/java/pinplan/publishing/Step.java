package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import pinplan.publer.Evidence;
import pinplan.team.Member;

/** One line of a publication's way beside its attempts: what was found out about it, or decided, and by whom. */
@Entity
@Immutable
public class Step extends PanacheEntity {
    private static final int MOST = 4000;

    @ManyToOne(fetch = FetchType.LAZY)
    public Publication publication;

    /** Null: Pinplan itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    public String sentence;

    /** The request of ours that told it, and how Publer answered; null: none did. */
    public String request;

    public Integer httpStatus;

    /** Word for word, as far as an {@link Evidence} keeps it; null: nothing. */
    public String answer;

    public Instant takenAt;

    static void take(Publication publication, Member by, String sentence, Instant now) {
        made(publication, by, sentence, now).persist();
    }

    static void heard(Publication publication, String sentence, Evidence evidence, Instant now) {
        Step step = made(publication, null, sentence, now);
        step.request = evidence.request();
        step.httpStatus = evidence.status();
        step.answer = evidence.body();
        step.persist();
    }

    private static Step made(Publication publication, Member by, String sentence, Instant now) {
        Step step = new Step();
        step.publication = publication;
        step.member = by;
        step.sentence = sentence.length() > MOST ? sentence.substring(0, MOST - 1) + "…" : sentence;
        step.takenAt = now;
        return step;
    }

    /** The publication came into the state it is in. A request of ours tells itself: that one is an attempt. */
    static void reached(Publication publication, Instant now) {
        String sentence = switch (publication.state()) {
            case SENDING -> "";
            case PENDING -> publication.reason.isEmpty() ? "" : "To be sent: " + publication.reason;
            case ACCEPTED -> "Publer took it as job %s.".formatted(publication.jobId());
            case IN_DOUBT -> "Its outcome is unknown, and nothing is sent until it is known: " + publication.reason;
            case SCHEDULED ->
                "Seen at Publer as post %s, to be published on %s."
                        .formatted(publication.publerPostId, Waiting.at(publication, publication.publishAt));
            case PUBLISHED ->
                publication.postLink == null ? "Seen published." : "Seen published: " + publication.postLink;
            case NEEDS_REVIEW -> "A person has to decide: " + publication.reason;
            case REJECTED -> "It failed: " + publication.reason;
            case RECALLING -> "It is being taken back from Publer.";
            case CANCELLED -> "It was withdrawn.";
        };
        if (!sentence.isEmpty()) {
            publication.tell(null, sentence, now);
        }
    }

    public static List<Step> of(Publication publication) {
        return list("from Step s left join fetch s.member where s.publication = ?1 order by s.id", publication);
    }
}
