package pinplan.pin;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pinplan.media.Media;
import pinplan.web.Errors;
import pinplan.web.Ids;

/**
 * What stands for a film before it plays, as it was chosen: nothing, one of its moments, or a picture of its own.
 *
 * @param by empty, {@link #TIME} or {@link #IMAGE}
 * @param time as it was typed
 * @param frame out of which film the page took a picture, when, and the picture: {@code 76-3500-77}; empty: none
 * @param image the number of the picture; empty: none
 */
public record TypedCover(String by, String time, String frame, String image) {
    private static final Pattern FRAME = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([0-9]{1,18})");

    static final TypedCover NONE = new TypedCover("", "", "", "");
    static final String TIME = "time";
    static final String IMAGE = "image";
    /** The control beside which it is said what is wrong with a picture of its own. */
    static final String FILE = "coverFile";

    /** Players may see a little more than a film's header says. */
    private static final long MORE = 500;

    static TypedCover of(Shot shot) {
        if (shot.coverMillis == null) {
            return shot.cover == null ? NONE : new TypedCover(IMAGE, "", "", shot.cover.id.toString());
        }
        String frame = shot.cover == null ? "" : frame(shot.media, shot.coverMillis, shot.cover);
        return new TypedCover(TIME, FilmTime.of(shot.coverMillis), frame, "");
    }

    private static String frame(Media film, long millis, Media picture) {
        return film.id + "-" + millis + "-" + picture.id;
    }

    /** Who types a time where none was means it, even without choosing so besides; the page chooses where it takes a frame. */
    TypedCover meant(TypedCover before) {
        boolean typed = !time.isEmpty() && frame.isEmpty();
        return typed && by.isEmpty() && before.by.isEmpty() ? new TypedCover(TIME, time, frame, image) : this;
    }

    /** Whether a file with it is meant: where a picture of its own is chosen, or nothing but that file is new. */
    boolean takesFile(TypedCover before, boolean framed) {
        return by.equals(IMAGE) || !framed && by.equals(before.by) && key().equals(before.key());
    }

    TypedCover showing(Media film, Media picture) {
        Long millis = FilmTime.millis(time);
        return new TypedCover(by, time, millis == null ? "" : frame(film, millis, picture), image);
    }

    TypedCover being(Media picture) {
        return new TypedCover(IMAGE, time, frame, picture.id.toString());
    }

    TypedCover withoutFrame() {
        return new TypedCover(by, time, "", image);
    }

    /** What it says, whatever else stands in its fields. */
    String key() {
        return switch (by) {
            case TIME -> by + " " + moment() + " " + (frameId() == null ? "" : frame);
            case IMAGE -> by + " " + image;
            default -> "";
        };
    }

    /** As people read it; what is none stays as it was typed. */
    String moment() {
        Long millis = FilmTime.millis(time);
        return millis == null ? time : FilmTime.of(millis);
    }

    /** The number of the picture that was taken at the time that is typed now; null: none was. */
    Long frameId() {
        Long millis = FilmTime.millis(time);
        Matcher parts = FRAME.matcher(frame);
        return millis != null && parts.matches() && millis.equals(Long.valueOf(parts.group(2)))
                ? Long.valueOf(parts.group(3))
                : null;
    }

    /** Whether it is a frame, and of another film than these. */
    boolean framesAnother(Collection<Long> films) {
        return by.equals(TIME) && frameId() != null && strangeTo(films);
    }

    /** Whether the last frame was taken out of another film than these. */
    boolean strangeTo(Collection<Long> films) {
        Matcher parts = FRAME.matcher(frame);
        return parts.matches() && !films.contains(Long.valueOf(parts.group(1)));
    }

    /** The number of the picture that it is; null: it is none. */
    Long pictureId() {
        if (by.equals(IMAGE)) {
            return Ids.read(image);
        }
        return by.equals(TIME) ? frameId() : null;
    }

    /**
     * The film with it; whatever can't be understood is said in the errors.
     *
     * @param here its picture among others, where it may be shown
     */
    Shot of(Shot film, Map<Long, Media> here, Errors errors) {
        if (by.equals(IMAGE)) {
            return image.isEmpty()
                    ? said(film, FILE, "Choose the picture: upload one, or take one of the library.", errors)
                    : pictured(film, null, FILE, here, errors);
        }
        if (!by.equals(TIME)) {
            return film;
        }
        Long millis = FilmTime.millis(time);
        if (millis == null) {
            return said(film, "coverTime", "Type a moment of the film, such as 0:03.5.", errors);
        }
        if (millis > film.media.durationMillis + (frameId() == null ? 0 : MORE)) {
            String end = "The film ends at %s.".formatted(FilmTime.of(film.media.durationMillis));
            return said(film, "coverTime", end, errors);
        }
        return frameId() == null ? film.covered(null, millis) : pictured(film, millis, "coverTime", here, errors);
    }

    private Shot pictured(Shot film, Long millis, String field, Map<Long, Media> here, Errors errors) {
        Media picture = here.get(pictureId());
        return picture == null || picture.video() || picture.external()
                ? said(film, field, "The picture of the cover is not there any more. Choose it again.", errors)
                : film.covered(picture, millis);
    }

    private static Shot said(Shot film, String field, String words, Errors errors) {
        errors.add(field, words);
        return film;
    }
}
