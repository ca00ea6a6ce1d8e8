package pinplan.pin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One thing that a person takes over from the page behind the link, by its own button.
 *
 * @param value as it was offered
 */
record Taking(What what, String value) {
    /** Null: nothing is taken over. */
    static Taking of(Map<String, List<String>> all) {
        return Arrays.stream(What.values())
                .filter(what -> all.containsKey(what.field))
                .map(what -> new Taking(what, Composed.text(all, what.field)))
                .findFirst()
                .orElse(null);
    }

    enum What {
        TITLE("takeTitle"),
        DESCRIPTION("takeDescription"),
        /** Into the library. */
        PICTURE("takePicture"),
        /** From where it is: Publer fetches it. */
        PICTURE_THERE("leavePicture");

        final String field;

        What(String field) {
            this.field = field;
        }
    }
}
