package pinplan.pin;

import java.util.List;
import pinplan.media.Media;
import pinplan.team.Workspace;

/**
 * The cover of a film as a page shows it.
 *
 * @param film null: there is none yet
 * @param picture null: none is chosen, or only a moment
 * @param library pictures that it may be instead, where it can be changed
 */
public record CoverView(TypedCover typed, Media film, Media picture, List<Media> library) {
    /** Two rows; any other can be uploaded again, and is the same one then. */
    private static final int OFFERED = 12;

    static CoverView of(TypedCover typed, List<Media> shown, Workspace workspace, boolean changes) {
        Media film = shown.stream().filter(Media::video).findFirst().orElse(null);
        if (film == null) {
            return new CoverView(typed, null, null, List.of());
        }
        List<Media> offered = changes ? Media.latestPictures(workspace, OFFERED) : List.of();
        return new CoverView(typed, film, Media.picture(workspace, typed.pictureId()), offered);
    }

    /** What is seen of the film where it does not play. */
    Media face(Media video) {
        return picture == null ? video : picture;
    }

    /** Empty where none is chosen. */
    public String words() {
        boolean timed = typed.by().equals(TypedCover.TIME);
        return Moment.words(picture, timed ? Moment.millis(typed.time()) : null);
    }

    /** Whether its picture was taken out of the film. */
    public boolean framed() {
        return by(TypedCover.TIME) && picture != null;
    }

    public boolean by(String what) {
        return typed.by().equals(what);
    }

    /** Whether it is this picture, chosen as one of its own. */
    public boolean chosen(Media one) {
        return typed.image().equals(one.id.toString());
    }

    /** One that is chosen and older than those that are offered; null: none. */
    public Media older() {
        return by(TypedCover.IMAGE) && picture != null && library.stream().noneMatch(this::chosen) ? picture : null;
    }
}
