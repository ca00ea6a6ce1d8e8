package pinplan.pin;

import java.util.List;
import java.util.stream.Stream;
import pinplan.media.Media;
import pinplan.team.Workspace;

/**
 * The cover of a film as a page shows it.
 *
 * @param film null: there is none yet
 * @param picture null: none is chosen, or only a moment
 */
public record CoverView(TypedCover typed, Media film, Media picture) {
    /** Two rows; any other can be uploaded again, and is the same one then. */
    private static final int OFFERED = 12;

    static CoverView of(TypedCover typed, List<Media> shown, Workspace workspace) {
        Media film = shown.stream().filter(Media::video).findFirst().orElse(null);
        return new CoverView(typed, film, film == null ? null : Media.picture(workspace, typed.pictureId()));
    }

    /** Which pictures of the library it may be instead; the one that is chosen comes first where it is older than these. */
    public List<Media> offered() {
        List<Media> pictures = film == null ? List.of() : Media.latestPictures(film.workspace, OFFERED);
        boolean older =
                by(TypedCover.IMAGE) && picture != null && pictures.stream().noneMatch(this::chosen);
        return older ? Stream.concat(Stream.of(picture), pictures.stream()).toList() : pictures;
    }

    /** What is seen of the film where it does not play. */
    Media face(Media video) {
        return picture == null ? video : picture;
    }

    /** Empty where none is chosen. */
    public String words() {
        boolean timed = typed.by().equals(TypedCover.TIME);
        return FilmTime.words(picture, timed ? FilmTime.millis(typed.time()) : null);
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
}
