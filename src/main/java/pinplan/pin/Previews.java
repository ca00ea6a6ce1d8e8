package pinplan.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pinplan.media.Media;
import pinplan.media.MediaLimits;
import pinplan.media.MediaWords;

/** Makes a preview of a pin, or of what is typed about it. Templates ask {@code inject:previews}. */
@Named("previews")
@ApplicationScoped
public class Previews {
    private final MediaLimits limits;

    @Inject
    Previews(MediaLimits limits) {
        this.limits = limits;
    }

    /** @param base of the addresses of its pictures: empty for members */
    public Preview of(Pin pin, String base) {
        List<Preview.Slide> slides = new ArrayList<>();
        pin.shots()
                .forEach(shot -> slides.add(slide(
                        slides.size() + 1,
                        shot.media,
                        shot.face(),
                        base.isEmpty() ? shot.coverWords() : shot.coverKind(),
                        shot.altText,
                        base)));
        return new Preview(
                pin.id.toString(),
                slides,
                FeedTitle.of(pin.title()),
                pin.description(),
                Preview.host(pin.link()),
                pin.account() == null ? "" : pin.account().name,
                limits.tallest());
    }

    /** As it stands in the form. */
    public Preview of(PinView view) {
        if (view.form == null) {
            return of(view.pin, "");
        }
        return new Preview(
                view.pin == null ? "new" : "form-" + view.pin.id,
                view.shots.stream()
                        .map(shot -> slide(
                                shot.number(),
                                shot.media(),
                                shot.face(),
                                shot.media().video() ? view.cover.words() : "",
                                shot.altText(),
                                ""))
                        .toList(),
                FeedTitle.of(view.form.title),
                view.form.description,
                Preview.host(view.form.link),
                view.choices.account(),
                limits.tallest());
    }

    private static Preview.Slide slide(int number, Media media, Media face, String cover, String altText, String base) {
        return new Preview.Slide(
                number,
                media.video(),
                base + (face.video() ? MediaWords.thumb(face, 504) : MediaWords.whole(face)),
                base + MediaWords.file(media),
                media.width,
                media.height,
                altText.isBlank() ? "Picture %d, without alt text".formatted(number) : altText,
                media.video() ? clock(media.durationMillis) : "",
                cover);
    }

    private static String clock(long millis) {
        Duration length = Duration.ofMillis(millis);
        return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
