package pinplan.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How soon a member wants to have something by mail. The inbox has it at once, whatever is chosen here. */
public enum Pace {
    NOW("At once"),
    BATCHED("Collected for five minutes"),
    DIGEST("Once a day, at 8 in the morning"),
    OFF("Not by mail");

    /** Whoever decides on many pins is done with them by then, and whoever is asked something does not wait long. */
    private static final Duration GATHERED = Duration.ofMinutes(5);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final String words;

    Pace(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * When a mail goes out whose first line happened then.
     *
     * @param zone where the member is
     */
    Instant due(Instant first, ZoneId zone) {
        return switch (this) {
            case NOW -> first;
            case BATCHED -> first.plus(GATHERED);
            case DIGEST -> morningAfter(first.atZone(zone)).toInstant();
            case OFF -> Instant.MAX;
        };
    }

    private static ZonedDateTime morningAfter(ZonedDateTime at) {
        ZonedDateTime morning = at.toLocalDate().atTime(MORNING).atZone(at.getZone());
        return morning.isAfter(at)
                ? morning
                : at.toLocalDate().plusDays(1).atTime(MORNING).atZone(at.getZone());
    }
}
