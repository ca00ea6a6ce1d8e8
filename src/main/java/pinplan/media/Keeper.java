package pinplan.media;

import java.time.Instant;
import java.util.Optional;

/** Whoever would lose something with a media. Each of them is asked before one is thrown away, and again before its bytes go. */
public interface Keeper {
    /** Why it has to stay, in a sentence; empty where it may go. */
    Optional<String> needs(Media media, Instant now);
}
