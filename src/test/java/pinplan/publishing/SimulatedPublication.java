package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pinplan.pin.Publishing;
import pinplan.publer.Evidence;
import pinplan.team.Member;

/** The real thing with all its rules; only what it would ask the database is answered from memory, and chance from a seed. */
class SimulatedPublication extends Publication {
    private static final Set<Publishing> LOOKING =
            EnumSet.of(Publishing.SENDING, Publishing.ACCEPTED, Publishing.IN_DOUBT, Publishing.NEEDS_REVIEW);

    final Simulation world;
    final List<String> story = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    SimulatedPublication(Simulation world) {
        this.world = world;
    }

    @Override
    List<Publication> neighbours(Collection<String> postIds) {
        return world.publications.stream()
                .filter(other -> other != this)
                .filter(other -> other.publerPostId != null
                        ? postIds.contains(other.publerPostId)
                        : LOOKING.contains(other.state()) && near(other))
                .map(Publication.class::cast)
                .toList();
    }

    @Override
    List<Publication> nameless(Instant from, Instant to) {
        return world.publications.stream()
                .filter(other -> other != this && other.publerPostId == null)
                .filter(other -> !Neighbours.NOWHERE.contains(other.state()))
                .filter(other -> !other.publishAt.isBefore(from.minus(Neighbours.NEAR)))
                .filter(other -> !other.publishAt.isAfter(to.plus(Neighbours.NEAR)))
                .map(Publication.class::cast)
                .toList();
    }

    private boolean near(Publication other) {
        return Duration.between(publishAt, other.publishAt).abs().compareTo(Neighbours.NEAR) <= 0;
    }

    @Override
    boolean anotherHas(String postId) {
        return world.publications.stream().anyMatch(other -> other != this && postId.equals(other.publerPostId));
    }

    /** Something was found out about it. */
    void looked(Instant now) {}

    /** As the unique index over open attempts does, it refuses a second one. */
    @Override
    Attempt intend(String endpoint, String body, Instant now) {
        if (openAttempt() != null) {
            throw new IllegalStateException("a second create while one is open: " + story);
        }
        Attempt attempt = Attempt.begin(this, endpoint, body, now);
        attempts.add(attempt);
        return attempt;
    }

    @Override
    Attempt openAttempt() {
        return attempts.stream().filter(attempt -> attempt.isOpen).findFirst().orElse(null);
    }

    /** It has no pictures. */
    @Override
    void uploadsAnew() {}

    @Override
    void tell(Member by, String sentence, Instant now) {
        story.add(now + " " + sentence);
    }

    @Override
    void heard(String sentence, Evidence evidence, Instant now) {
        tell(null, sentence, now);
    }

    @Override
    Instant freeMinute(Instant from) {
        return world.freeMinute(this, from);
    }

    @Override
    Instant rememberedSince() {
        return world.rememberedSince;
    }

    @Override
    Instant lastVerified() {
        return world.publications.stream()
                .filter(other -> other.pin == pin && other.verifiedAt() != null)
                .map(Publication::verifiedAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Its database never changes under it. */
    @Override
    Instant looksCountFrom(Instant now) {
        return now;
    }

    @Override
    Duration untilResend() {
        return Backoff.resend(tries, world.chance);
    }
}
