package pinplan.calendar;

import java.util.Locale;

/** How much room a chip takes. */
public enum Density {
    COMFORTABLE,
    COMPACT;

    /** An unknown one is the comfortable. */
    static Density of(String name) {
        return COMPACT.key().equals(name) ? COMPACT : COMFORTABLE;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Density other() {
        return this == COMPACT ? COMFORTABLE : COMPACT;
    }

    /** What leads to it is called so. */
    public String words() {
        return this == COMPACT ? "Compact chips" : "Comfortable chips";
    }
}
