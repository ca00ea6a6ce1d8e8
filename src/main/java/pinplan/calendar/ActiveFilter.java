package pinplan.calendar;

/**
 * A filter that is on.
 *
 * @param css the class of its colour, or empty
 * @param without the address of the same view without it
 */
public record ActiveFilter(String parameter, String word, String value, String css, String without) {
    public String words() {
        return word + ": " + value;
    }
}
