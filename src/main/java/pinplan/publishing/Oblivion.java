package pinplan.publishing;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That a publication may have been sent in a time that the database forgot: then somebody looks before it is sent. */
@Embeddable
class Oblivion {
    private boolean lookFirst;

    /** When a list, or a person, last said that Publer does not have it; null: never. */
    private Instant verifiedAt;

    /** @param madeAt before that nothing of it can have been sent */
    boolean possible(Instant madeAt, Instant rememberedSince) {
        return madeAt.isBefore(rememberedSince) && (verifiedAt == null || verifiedAt.isBefore(rememberedSince));
    }

    void suspected() {
        lookFirst = true;
    }

    void excluded(Instant now) {
        verified(now);
        over();
    }

    void verified(Instant at) {
        verifiedAt = at;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }

    void over() {
        lookFirst = false;
    }

    boolean lookFirst() {
        return lookFirst;
    }
}
