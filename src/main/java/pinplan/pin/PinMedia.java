package pinplan.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pinplan.media.Keeper;
import pinplan.media.Media;
import pinplan.media.MediaUse;

/** A media is in use while a pin that is not deleted shows it, and needed as long as one may show it again. */
@ApplicationScoped
class PinMedia implements MediaUse, Keeper {
    /** A little longer than a deletion can be undone. */
    private static final Duration COMES_BACK = Duration.ofMinutes(35);

    private static final int NAMED = 3;

    private final EntityManager database;

    PinMedia(EntityManager database) {
        this.database = database;
    }

    @Override
    public String unused() {
        return "not exists (select from pin_media join pin on pin.id = pin_media.pin_id"
                + " where (pin_media.media_id = media.id or pin_media.cover_id = media.id) and pin.deleted_at is null)";
    }

    @Override
    public Optional<String> needs(Media media, Instant now) {
        String shows =
                "exists (select from pin_media where pin_media.pin_id = pin.id and (media_id = :media or cover_id = :media))";
        return told(media, now, "it is used in %s. Take it out of there first.", "deleted_at is null and " + shows)
                .or(() -> told(media, now, "it is used in %s, whose deletion can still be undone.", shows))
                .or(
                        () -> told(
                                media,
                                now,
                                "it is used in an earlier revision of %s, which can be restored.",
                                "id in (select pin_id from revision where content -> 'pictures' @>"
                                        + " jsonb_build_array(jsonb_build_object('mediaId', :media)) or content -> 'pictures' @>"
                                        + " jsonb_build_array(jsonb_build_object('cover', jsonb_build_object('mediaId', :media))))"))
                .or(() -> told(
                        media,
                        now,
                        "somebody points at it in the history of %s.",
                        "id in (select pin_id from pin_event where picture_id = :media)"));
    }

    @SuppressWarnings("unchecked")
    private Optional<String> told(Media media, Instant now, String sentence, String condition) {
        List<Object[]> pins = database.createNativeQuery(
                        "select title, link from pin where (deleted_at is null or deleted_at > :since) and " + condition
                                + " order by id desc")
                .setParameter("since", now.minus(COMES_BACK))
                .setParameter("media", media.id)
                .setMaxResults(NAMED)
                .getResultList();
        return pins.isEmpty() ? Optional.empty() : Optional.of(sentence.formatted(names(pins)));
    }

    private static String names(List<Object[]> pins) {
        return pins.stream()
                .map(pin -> "“" + Called.by((String) pin[0], (String) pin[1]) + "”")
                .collect(Collectors.joining(", "));
    }
}
