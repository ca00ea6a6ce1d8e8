package pinplan.calendar;

/**
 * A filter that is on.
 *
 * @param words Board: Easter recipes
 * @param css the class of its colour, or empty
 * @param without the address of the same view without it
 */
public record ActiveFilter(Filter filter, String words, String css, String without) {}
