package pinplan.web;

/** A cell of a file that people open in a spreadsheet. */
public final class Cell {
    /** What begins with one of these is a formula there. */
    private static final String FORMULAS = "=+-@\t\r";

    private Cell() {}

    /** A text that stays a text. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
