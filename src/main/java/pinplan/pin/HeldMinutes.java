package pinplan.pin;

import java.time.Instant;

/** Whoever orders pins says which minutes of an account its orders still hold, though their pins may have moved on. */
public interface HeldMinutes {
    /** @param except the pin whose own orders do not count */
    boolean hold(String publerAccountId, Instant minute, Pin except);
}
