package pinplan.pin;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Whoever orders pins says which minutes of an account its orders still hold, though their pins may have moved on. */
public interface HeldMinutes {
    /** @param except the pin whose own orders do not count */
    boolean hold(String publerAccountId, Instant minute, Pin except);

    /** All that they hold from then on even if their pins move on now, and for which pin. */
    Map<Planned.Minute, Long> held(Collection<String> publerAccountIds, Instant from);
}
