package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.media.Refusal;
import pinplan.team.Viewer;
import pinplan.web.Errors;

/**
 * Takes in what came with a form: each file, what was chosen in the library, and the picture behind an Image URL. Good ones
 * stay chosen whatever follows.
 */
@ApplicationScoped
class Arrivals {
    /** More at once is a mistake: a pin takes five. */
    private static final int MOST_FILES = 20;

    private final Intake intake;
    private final FetchPace pace;
    private final Viewer viewer;

    Arrivals(Intake intake, FetchPace pace, Viewer viewer) {
        this.intake = intake;
        this.pace = pace;
        this.viewer = viewer;
    }

    /** Reads files and may fetch from elsewhere: never inside a transaction. */
    void take(Composed composed, Errors errors) {
        files(composed, errors);
        chosen(composed, errors);
        cover(composed, errors);
        address(composed.form(), errors);
    }

    private void cover(Composed composed, Errors errors) {
        PinForm form = composed.form();
        Media film = composed.frame() == null ? null : film(form);
        if (film != null) {
            picture(composed.frame(), "coverTime", errors)
                    .ifPresent(frame -> form.cover = form.cover.showing(film, frame));
        }
        if (composed.image() != null) {
            picture(composed.image(), TypedCover.FILE, errors).ifPresent(image -> form.cover = form.cover.being(image));
        }
    }

    /** The first one, which the page shows; null: there is none. */
    private Media film(PinForm form) {
        return Media.in(viewer.workspace(), form.media.shots).stream()
                .filter(Media::video)
                .min(Comparator.comparing(film -> form.media.shots.indexOf(film.id)))
                .orElse(null);
    }

    private Optional<Media> picture(FormValue file, String field, Errors errors) {
        try {
            Media taken = upload(file);
            if (!taken.video()) {
                return Optional.of(taken);
            }
            errors.add(field, "“%s” is a video; a cover is a picture.".formatted(file.getFileName()));
        } catch (Refusal refusal) {
            errors.add(field, "“%s”: %s".formatted(file.getFileName(), refusal.getMessage()));
        }
        return Optional.empty();
    }

    private Media upload(FormValue file) throws Refusal {
        return intake.upload(
                viewer.workspace(), viewer.member(), file.getFileItem().getFile(), file.getFileName());
    }

    /** What is taken over from the page behind the link. */
    void take(Taking taking, PinForm form, Errors errors) {
        try {
            switch (taking.what()) {
                case TITLE -> form.title = taking.value().strip();
                case DESCRIPTION -> form.description = taking.value().strip();
                case PICTURE -> form.add(fetched(true, taking.value(), ""), taking.value());
                case PICTURE_THERE -> form.add(fetched(false, taking.value(), ""), taking.value());
            }
        } catch (Refused tooMany) {
            errors.add("media", tooMany.getMessage());
        } catch (Refusal refusal) {
            errors.add("media", "“%s”: %s".formatted(taking.value(), refusal.getMessage()));
        }
    }

    private void files(Composed composed, Errors errors) {
        if (composed.files().size() > MOST_FILES) {
            errors.add(
                    "media",
                    "These are %d files; a pin has at most %d photos. Choose fewer."
                            .formatted(composed.files().size(), PinLimits.PHOTOS));
            return;
        }
        List<String> refused = new ArrayList<>();
        for (FormValue file : composed.files()) {
            try {
                composed.form().add(upload(file), file.getFileName());
            } catch (Refusal refusal) {
                refused.add("“%s”: %s".formatted(file.getFileName(), refusal.getMessage()));
            }
        }
        if (!refused.isEmpty()) {
            errors.add("media", String.join(" ", refused));
        }
    }

    private void chosen(Composed composed, Errors errors) {
        Long chosen = composed.button().chosen();
        if (chosen == null) {
            return;
        }
        // Its connection is given back before anything is fetched.
        QuarkusTransaction.requiringNew().run(() -> {
            Media media = Media.in(viewer.workspace(), chosen);
            if (media.binned()) {
                errors.add("media", "“%s” is in the bin. Take it out of there first.".formatted(media.called()));
            } else {
                composed.form().add(media, media.called());
            }
        });
    }

    private void address(PinForm form, Errors errors) {
        if (form.imageUrl.isEmpty()) {
            if (!form.thumbnailUrl.isEmpty()) {
                errors.add("thumbnailUrl", "A thumbnail belongs to an image elsewhere: give its Image URL too.");
            }
            return;
        }
        if (form.fetchesImage() && !form.thumbnailUrl.isEmpty()) {
            errors.add(
                    "thumbnailUrl",
                    "A picture in the library has its own thumbnail: take this away, or leave the picture there.");
            return;
        }
        try {
            form.add(fetched(form.fetchesImage(), form.imageUrl, form.thumbnailUrl), form.imageUrl);
            form.imageUrl = "";
            form.thumbnailUrl = "";
        } catch (Refused tooMany) {
            errors.add(tooMany.field(), tooMany.getMessage());
        } catch (Refusal refusal) {
            boolean thumbnail = refusal.field() == Refusal.Field.THUMBNAIL_URL;
            errors.add(thumbnail ? "thumbnailUrl" : "imageUrl", refusal.getMessage());
        }
    }

    private Media fetched(boolean kept, String address, String thumbnail) throws Refusal {
        return pace.keep(
                viewer.member().id,
                () -> kept
                        ? intake.copy(viewer.workspace(), viewer.member(), address)
                        : intake.external(viewer.workspace(), viewer.member(), address, thumbnail));
    }
}
