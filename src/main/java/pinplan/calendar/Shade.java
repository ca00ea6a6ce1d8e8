package pinplan.calendar;

/**
 * A chip's colour and what it stands for.
 *
 * @param name empty where it stands for nothing
 * @param filter shows only those that have it, by its value
 */
record Shade(String name, String css, Filter filter, String value) {
    static final Shade NONE = new Shade("", "c-none", null, "");
}
