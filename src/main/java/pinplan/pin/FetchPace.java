package pinplan.pin;

import jakarta.inject.Singleton;
import java.time.Clock;

/** How often a member may have pictures fetched: few are fetched at one time, for all. */
@Singleton
class FetchPace extends Pace {
    /** One every ten seconds. */
    static final int MOST = 60;

    FetchPace(Clock clock) {
        super(
                "imageUrl",
                "%d pictures are being fetched for you already.",
                "%d pictures were fetched for you within %d minutes",
                MOST,
                clock);
    }
}
