package pinplan.publer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import pinplan.publer.Lane.Pause;

/** Whether a lane stands still, why, and for how long; and how near it is to that. */
@Embeddable
class Standstill {
    private static final int FAILURES_TO_PAUSE = 5;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private Instant pausedAt;
    private Instant pausedUntil;
    /** Not moved by a pause that only prolongs another. */
    private Instant standsSince;

    @Enumerated(EnumType.STRING)
    private Pause pause;

    private String pauseReason;

    /** Of the transport, in a row. */
    private int failures;

    boolean now(Instant now) {
        return pausedAt != null && (pausedUntil == null || now.isBefore(pausedUntil));
    }

    /** Whether a request of this kind has to wait for its end. */
    boolean stops(Reserve reserve, Instant now) {
        boolean mayLook = pause == Pause.UNREACHABLE && (reserve == Reserve.RECONCILE || reserve == Reserve.PERSON);
        return now(now) && !mayLook;
    }

    /** {@link Instant#MAX} when only a person can say. */
    Instant end() {
        return pausedUntil == null ? Instant.MAX : pausedUntil;
    }

    /** @param until null: until a person acts */
    void begin(Pause why, Instant until, String reason, Instant now) {
        if (pause == Pause.DENIED && now(now) && why != Pause.DENIED) {
            return;
        }
        standsSince = standsSince == null ? now : standsSince;
        pausedAt = now;
        pausedUntil = until;
        pause = why;
        pauseReason = reason;
    }

    /** Publer could not be reached. */
    void failed(String sentence, Instant now) {
        failures++;
        int beyond = failures - FAILURES_TO_PAUSE;
        if (beyond >= 0) {
            Duration wait = SHORTEST_PAUSE.multipliedBy(1L << Math.min(beyond, 4));
            begin(Pause.UNREACHABLE, now.plus(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait), sentence, now);
        }
    }

    /** As it should. */
    void answered(Instant now) {
        failures = 0;
        if (pause == Pause.UNREACHABLE) {
            over();
        } else if (!now(now)) {
            standsSince = null;
        }
    }

    void over() {
        standsSince = null;
        pausedAt = null;
        pausedUntil = null;
        pause = null;
        pauseReason = null;
        failures = 0;
    }

    Instant since() {
        return standsSince;
    }

    /** Null when there is none, or when only a person can end it. */
    Instant until() {
        return pausedUntil;
    }

    Pause kind() {
        return pause;
    }

    String reason() {
        return pauseReason;
    }
}
