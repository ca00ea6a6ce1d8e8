package pinplan.calendar;

import java.util.Locale;

/** The ways to look at the calendar. */
public enum View {
    MONTH,
    WEEK,
    DAY,
    LIST,
    BOARD,
    TIMELINE;

    /** An unknown view is the month. */
    static View of(String name) {
        for (View view : values()) {
            if (view.key().equals(name)) {
                return view;
            }
        }
        return MONTH;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return name().charAt(0) + key().substring(1);
    }

    /** The key that leads there: its first, or c for the campaigns of the timeline, since t is today. */
    public String letter() {
        return this == TIMELINE ? "c" : key().substring(0, 1);
    }
}
