package pinplan.web;

/** Reads one field of a form, and says beside it what is wrong. Nothing is cut: too long is told with the count. */
public record Typed(String field, String text, Errors errors) {

    /** One line, without the blanks around it. */
    public static Typed line(String field, String raw, Errors errors) {
        return new Typed(field, raw == null ? "" : raw.strip(), errors);
    }

    /** As many as one likes, as they were typed. */
    public static Typed lines(String field, String raw, Errors errors) {
        return new Typed(field, raw == null ? "" : raw.replace("\r\n", "\n"), errors).storable();
    }

    /** Without what surrounds it. */
    public Typed stripped() {
        return new Typed(field, text.strip(), errors);
    }

    public Typed required(String sentence) {
        if (text.isEmpty()) {
            errors.add(field, sentence);
        }
        return plain();
    }

    public Typed atMost(int characters) {
        int length = text.codePointCount(0, text.length());
        if (length > characters) {
            errors.add(field, "Use at most " + characters + " characters; this has " + length + ".");
        }
        return this;
    }

    /** A line end in a name would reach mail headers and logs, a NUL not even the database. */
    public Typed plain() {
        if (text.chars().anyMatch(Character::isISOControl)) {
            errors.add(field, "This holds a character that can't be kept, such as a line end. Type it again.");
        }
        return this;
    }

    /** Of many lines only what the database can't hold is refused. */
    private Typed storable() {
        if (text.indexOf('\0') >= 0) {
            errors.add(field, "This holds a character that can't be kept. Type it again.");
        }
        return this;
    }

    public Typed email() {
        required("Type an email address.").atMost(254);
        if (!text.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            errors.add(field, "This is not an email address, such as name@example.org.");
        }
        return this;
    }

    /** A whole number within bounds; anything else is said, and the lower bound stands in. */
    public int number(int from, int to) {
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        errors.add(field, "Type a whole number from " + from + " to " + to + ".");
        return from;
    }
}
