package pinplan.pin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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
    private final Viewer viewer;

    Arrivals(Intake intake, Viewer viewer) {
        this.intake = intake;
        this.viewer = viewer;
    }

    /** Reads files and may fetch from elsewhere: never inside a transaction. */
    void take(Composed composed, Errors errors) {
        files(composed, errors);
        chosen(composed, errors);
        address(composed.form(), errors);
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
                composed.form()
                        .add(
                                intake.upload(
                                        viewer.workspace(),
                                        viewer.member(),
                                        file.getFileItem().getFile(),
                                        file.getFileName()),
                                file.getFileName());
            } catch (Refusal refusal) {
                refused.add("“%s”: %s".formatted(file.getFileName(), refusal.getMessage()));
            }
        }
        if (!refused.isEmpty()) {
            errors.add("media", String.join(" ", refused));
        }
    }

    private void chosen(Composed composed, Errors errors) {
        if (composed.adds() == null) {
            return;
        }
        Media media = Media.in(viewer.workspace(), composed.adds());
        if (media.binned()) {
            errors.add("media", "“%s” is in the bin. Take it out of there first.".formatted(media.called()));
        } else {
            composed.form().add(media, media.called());
        }
    }

    private void address(PinForm form, Errors errors) {
        if (form.imageUrl.isEmpty()) {
            if (!form.thumbnailUrl.isEmpty()) {
                errors.add("thumbnailUrl", "A thumbnail belongs to an image elsewhere: give its Image URL too.");
            }
            return;
        }
        try {
            form.add(
                    intake.external(viewer.workspace(), viewer.member(), form.imageUrl, form.thumbnailUrl),
                    form.imageUrl);
            form.imageUrl = "";
            form.thumbnailUrl = "";
        } catch (Refusal refusal) {
            boolean thumbnail = refusal.field() == Refusal.Field.THUMBNAIL_URL;
            errors.add(thumbnail ? "thumbnailUrl" : "imageUrl", refusal.getMessage());
        }
    }
}
