package pinplan.pin;

import jakarta.inject.Singleton;
import java.time.Clock;

/** How often a member may have pages looked at. */
@Singleton
class LookPace extends Pace {
    /** More than some people plan in that time, and too few to find out what else is on a network. */
    static final int MOST = 20;

    LookPace(Clock clock) {
        super(
                "link",
                "%d pages are being looked at for you already.",
                "%d pages were looked at for you within %d minutes",
                MOST,
                clock);
    }
}
