package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import pinplan.publer.Evidence;

/** One create that was sent, or was about to be. Written and committed before the first byte leaves. */
@Entity
public class Attempt extends PanacheEntityBase {
    public enum Outcome {
        ACCEPTED("accepted"),
        NO_EFFECT("had no effect"),
        THROTTLED("was put off"),
        DENIED("was denied"),
        REFUSED("was refused"),
        UNKNOWN("outcome unknown"),
        ABSENT("proved to have had no effect");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static final Duration DEADLINE = Times.inForce().sendDeadline();

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    public Publication publication;

    public String endpoint;
    public String body;
    public String bodyHash;
    public Instant startedAt;
    public Instant deadlineAt;
    /** Until then it may still take effect at Publer; before that the database does not let it be called absent. */
    public Instant arrivesUntil;

    public Instant endedAt;
    public Instant resolvedAt;
    /** Whether it is still unresolved. The database allows one such attempt per publication. */
    public boolean isOpen = true;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    public Integer httpStatus;
    public String answer;

    static Attempt begin(Publication publication, String endpoint, String body, Instant now) {
        Attempt attempt = new Attempt();
        attempt.id = UUID.randomUUID();
        attempt.publication = publication;
        attempt.endpoint = endpoint;
        attempt.body = body;
        attempt.bodyHash = hash(body);
        attempt.startedAt = now;
        attempt.deadlineAt = now.plus(DEADLINE);
        attempt.arrivesUntil = attempt.deadlineAt.plus(Publication.STRAGGLER);
        return attempt;
    }

    static Attempt open(Publication publication) {
        return find("publication = ?1 and isOpen", publication).firstResult();
    }

    /** With their publications and pins, for whoever holds these. */
    static List<Attempt> all(Collection<UUID> ids) {
        return list("from Attempt a join fetch a.publication p join fetch p.pin where a.id" + Batch.IN, Batch.of(ids));
    }

    public static List<Attempt> of(Publication publication) {
        return list("publication = ?1 order by startedAt", publication);
    }

    void answered(Outcome outcome, Evidence evidence, Instant now) {
        this.outcome = outcome;
        endedAt = now;
        httpStatus = evidence.status() == 0 ? null : evidence.status();
        answer = evidence.body() == null ? null : evidence.body().replace("\0", "�");
        if (outcome != Outcome.ACCEPTED && outcome != Outcome.UNKNOWN && outcome != Outcome.REFUSED) {
            isOpen = false;
        }
    }

    void resolved(Outcome how, Instant now) {
        outcome = how;
        endedAt = endedAt == null ? now : endedAt;
        resolvedAt = now;
        isOpen = false;
    }

    static String hash(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
