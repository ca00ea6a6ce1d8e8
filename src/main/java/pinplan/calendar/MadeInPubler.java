package pinplan.calendar;

/**
 * What there is to say of a pin that somebody made in Publer itself: it is read, and can be changed only there.
 *
 * @param over whether its time has passed
 * @param href the pin on Pinterest; null while it is not out, or not known where
 */
public record MadeInPubler(boolean published, boolean over, String href) {
    /** Why it can't be moved here, or what became of it. */
    public String words() {
        if (published) {
            return "Published.";
        }
        return over ? "Not seen on Pinterest yet." : "Move or edit it in Publer.";
    }
}
