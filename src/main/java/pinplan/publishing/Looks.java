package pinplan.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import pinplan.publer.PublerPost;

/** What looks at Publer found so far of a publication: how many there were, that it is missing, what may be it. */
@Embeddable
class Looks {
    /** Since it came into its state, or since the last of them found something. */
    @Column(name = "looks")
    private int count;

    /** Grows with each look that is begun: whoever comes back from an earlier one came too late. */
    long turn;

    /** Since when complete listings do not have it; null: nothing says so. */
    Instant absentSince;

    /** When a complete listing had it; null: none had, or a later one has not. */
    Instant seenAt;

    /** Posts that the last look saw in its place and could not call ours; apart by commas. */
    private String candidates = "";

    /** Somebody wants to hear what the next one finds. */
    @Column(name = "look_asked")
    private boolean asked;

    void askedFor() {
        asked = true;
    }

    /** Whether somebody wants to hear it; whoever asks this tells them. */
    boolean answers() {
        boolean did = asked;
        asked = false;
        return did;
    }

    int count() {
        return count;
    }

    /** @return how many there were before */
    int another() {
        return count++;
    }

    void countAnew() {
        count = 0;
    }

    void again() {
        count = 0;
        notMissed();
    }

    /** Something happened to it: who is looking by now knows nothing of that. */
    void overtaken() {
        turn++;
        count = 0;
    }

    /** Another request is on its way: what was seen is of an earlier one. */
    void anew() {
        overtaken();
        notMissed();
        seenAt = null;
    }

    /** A complete listing has it. */
    void seen(Instant now) {
        seenAt = now;
        notMissed();
    }

    /** A complete listing does not have it. @return whether that is believed: one that is old enough had it neither */
    boolean missed(Instant now) {
        seenAt = null;
        if (absentSince == null) {
            absentSince = now;
            return false;
        }
        return !now.isBefore(believedFrom());
    }

    void notMissed() {
        absentSince = null;
    }

    boolean missing() {
        return absentSince != null;
    }

    /** From when on another complete listing without it is believed. */
    Instant believedFrom() {
        return absentSince.plus(Findings.TWO_LOOKS);
    }

    /** These may be it, and nobody but a person can say so. */
    void resembles(List<PublerPost> posts) {
        candidates = posts.stream().map(PublerPost::id).collect(Collectors.joining(","));
    }

    List<String> candidates() {
        return candidates.isEmpty() ? List.of() : List.of(candidates.split(","));
    }
}
