package pinplan.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import pinplan.media.Keeper;
import pinplan.media.Media;

/** A comment that points at a picture means nothing without it. */
@ApplicationScoped
class PointedMedia implements Keeper {
    @Override
    public Optional<String> needs(Media media, Instant now) {
        return Comment.<Comment>find("pointer.picture = ?1 and pin.deletedAt is null", media)
                .firstResultOptional()
                .map(comment -> "a comment on “%s” points at it.".formatted(comment.pin.name()));
    }
}
