package pinplan.media;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pinplan.team.Member;

/** Where media go that nobody needs: back from there for a while, then for good. */
@ApplicationScoped
class Bin {
    private static final Logger LOG = Logger.getLogger(Bin.class);
    static final Duration KEPT = Duration.ofDays(30);

    /** The rest follows with the next tick. */
    private static final int AT_ONCE = 500;

    private final List<Keeper> keepers;
    private final MediaStore store;

    @Inject
    Bin(@All List<Keeper> keepers, MediaStore store) {
        this.keepers = keepers;
        this.store = store;
    }

    /**
     * @param media locked, so that nobody begins to show it meanwhile
     * @return why it stays; empty: it is in the bin
     */
    Optional<String> take(Media media, Member by, Instant now) {
        Optional<String> needed = needed(media, now);
        if (needed.isEmpty()) {
            media.throwAway(by, now);
        }
        return needed;
    }

    private Optional<String> needed(Media media, Instant now) {
        return keepers.stream()
                .flatMap(keeper -> keeper.needs(media, now).stream())
                .findFirst();
    }

    /** Each by itself: one that can't be emptied holds up no other. */
    void empty(Instant now) {
        Instant then = now.minus(KEPT);
        QuarkusTransaction.requiringNew().call(() -> Media.binnedBefore(then, AT_ONCE)).stream()
                .forEach(media -> emptyOne(media, then, now));
    }

    private void emptyOne(Media media, Instant then, Instant now) {
        try {
            if (QuarkusTransaction.requiringNew().call(() -> emptied(media.id, then, now))) {
                store.forget(media);
            }
        } catch (RuntimeException trouble) {
            LOG.warnf(trouble, "Media %d stays in the bin until the next time", media.id);
        }
    }

    /** Whether its bytes are to go now. What is needed after all comes back. */
    private boolean emptied(long id, Instant then, Instant now) {
        Media there = Media.findById(id);
        if (there == null) {
            return false;
        }
        Media media = there.lock();
        if (!media.binned() || media.emptied() || !media.binnedAt().isBefore(then)) {
            return false;
        }
        if (needed(media, now).isPresent()) {
            media.takeBack();
            return false;
        }
        media.empty(now);
        return true;
    }
}
