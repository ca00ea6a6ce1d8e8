package pinplan.pin;

import java.util.Locale;

/** Which of three versions stays where two people changed the same. None is chosen beforehand: any would be lost by habit. */
public enum Pick {
    YOURS("Yours"),
    THEIRS("Theirs"),
    BEFORE("Neither: as it was before");

    private final String words;

    Pick(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As it stands in the form. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null for what is none. */
    static Pick of(String value) {
        for (Pick pick : values()) {
            if (pick.value().equals(value)) {
                return pick;
            }
        }
        return null;
    }
}
