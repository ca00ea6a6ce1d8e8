package pinplan.pin;

import pinplan.media.Media;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/**
 * What stands for a film before it plays, as it was chosen: nothing, one of its moments, or a picture of its own.
 *
 * @param by empty, {@link #TIME} or {@link #IMAGE}
 * @param time as it was typed
 * @param frame the picture that the page took out of the film, and when: {@code 3500-77}; empty: none
 * @param image the number of the picture; empty: none
 */
public record TypedCover(String by, String time, String frame, String image) {
    static final TypedCover NONE = new TypedCover("", "", "", "");
    static final String TIME = "time";
    static final String IMAGE = "image";
    /** The control beside which it is said what is wrong with a picture of its own. */
    static final String FILE = "coverFile";

    static TypedCover of(Shot shot) {
        if (shot.coverMillis == null) {
            return shot.cover == null ? NONE : new TypedCover(IMAGE, "", "", shot.cover.id.toString());
        }
        String frame = shot.cover == null ? "" : shot.coverMillis + "-" + shot.cover.id;
        return new TypedCover(TIME, Moment.of(shot.coverMillis), frame, "");
    }

    /** Who types a time where none was means it, even without choosing so besides. */
    TypedCover meant(TypedCover before) {
        return by.isEmpty() && before.by.isEmpty() && !time.isEmpty() ? new TypedCover(TIME, time, frame, image) : this;
    }

    TypedCover showing(Media picture) {
        Long millis = Moment.millis(time);
        return new TypedCover(by, time, millis == null ? "" : millis + "-" + picture.id, image);
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
        Long millis = Moment.millis(time);
        return millis == null ? time : Moment.of(millis);
    }

    /** The number of the picture that was taken at the time that is typed now; null: none was. */
    String frameId() {
        Long millis = Moment.millis(time);
        return millis != null && frame.startsWith(millis + "-") ? frame.substring(frame.indexOf('-') + 1) : null;
    }

    /** The number of the picture that it is; null or empty: it is none. */
    String pictureId() {
        return by.equals(TIME) ? frameId() : by.equals(IMAGE) ? image : null;
    }

    /** The film with it; whatever can't be understood is said in the errors. */
    Shot of(Shot film, Workspace workspace, Errors errors) {
        if (by.equals(IMAGE)) {
            return image.isEmpty()
                    ? said(film, FILE, "Choose the picture: upload one, or take one of the library.", errors)
                    : pictured(film, null, FILE, workspace, errors);
        }
        if (!by.equals(TIME)) {
            return film;
        }
        Long millis = Moment.millis(time);
        if (millis == null) {
            return said(film, "coverTime", "Type a moment of the film, such as 0:03.5.", errors);
        }
        if (frameId() != null) {
            return pictured(film, millis, "coverTime", workspace, errors);
        }
        if (millis > film.media.durationMillis) {
            String end = "The film ends at %s.".formatted(Moment.of(film.media.durationMillis));
            return said(film, "coverTime", end, errors);
        }
        return film.covered(null, millis);
    }

    private Shot pictured(Shot film, Long millis, String field, Workspace workspace, Errors errors) {
        Media picture = CoverView.usable(workspace, pictureId());
        return picture == null
                ? said(film, field, "The picture of the cover is not there any more. Choose it again.", errors)
                : film.covered(picture, millis);
    }

    private static Shot said(Shot film, String field, String words, Errors errors) {
        errors.add(field, words);
        return film;
    }
}
