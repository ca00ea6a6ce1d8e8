package pinplan.pin;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Whoever orders pins says which minutes of an account its orders still hold, though their pins may have moved on. */
public interface HeldMinutes {
    /** An order that its pin has left may have been sent before the database was put back to an older copy. */
    String UNSURE = "It is still being made sure that Publer has nothing in this minute. Try again in a minute.";

    /**
     * @param except the pin whose own orders do not count
     * @return why the minute is not to be had; null: it is
     */
    String hold(String publerAccountId, Instant minute, Pin except);

    /** Whether Publer, when it was last read, had a pin in it that was made there: it refuses a second. */
    boolean foreign(Pin pin, Instant minute);

    /** All that they hold from then on even if their pins move on now, and for which pin. */
    Map<Planned.Minute, Long> held(Collection<String> publerAccountIds, Instant from);
}
