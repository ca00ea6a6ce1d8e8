package pinplan.campaign;

import java.util.Locale;

/** The palette that campaigns choose from. Each is a class in the style sheet, with a light and a dark value. */
public enum Colour {
    BERRY,
    BRICK,
    AMBER,
    OLIVE,
    FERN,
    PINE,
    TEAL,
    LAKE,
    INDIGO,
    PLUM,
    COCOA,
    SLATE;

    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    public String css() {
        return "c-" + name().toLowerCase(Locale.ROOT);
    }
}
