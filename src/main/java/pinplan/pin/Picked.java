package pinplan.pin;

import pinplan.media.Media;

/**
 * One image or video of the form in its place.
 *
 * @param face what is seen of it where it does not play
 */
public record Picked(int number, boolean last, Media media, String altText, Media face) {
    public String label() {
        return label(number);
    }

    static String label(int number) {
        return number == 1 ? "Alt text" : "Alt text, image " + number;
    }

    /** For a sentence. */
    public String said() {
        return "alt text " + number;
    }

    public String field() {
        return "altText" + number;
    }
}
