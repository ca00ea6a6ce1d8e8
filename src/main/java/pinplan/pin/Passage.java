package pinplan.pin;

/**
 * The part of a text that is another one than in its other version, with a few words around it: what a reviewer of a long
 * text looks for.
 */
public record Passage(String lead, String changed, String tail) {
    private static final int AROUND = 40;
    private static final int MOST = 240;
    private static final String MORE = "…";

    static Passage all(String text) {
        return new Passage("", text, "");
    }

    static Passage of(String text, String other) {
        int begin = begin(text, other);
        int end = end(text, other, begin);
        int from = word(text, Math.max(0, begin - AROUND));
        int until = Math.min(text.length(), end + AROUND);
        return new Passage(
                (from > 0 ? MORE : "") + text.substring(from, begin),
                clipped(text.substring(begin, end)),
                text.substring(end, whole(text, until)) + (until < text.length() ? MORE : ""));
    }

    /** The first word that differs. */
    private static int begin(String text, String other) {
        int most = Math.min(text.length(), other.length());
        int at = 0;
        while (at < most && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        while (!(between(text, at) && between(other, at))) {
            at--;
        }
        return at;
    }

    /** After the last one. */
    private static int end(String text, String other, int begin) {
        int most = Math.min(text.length(), other.length()) - begin;
        int same = 0;
        while (same < most && text.charAt(text.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        while (!(between(text, text.length() - same) && between(other, other.length() - same))) {
            same--;
        }
        return text.length() - same;
    }

    /** Whether a word ends or begins there. */
    private static boolean between(String text, int at) {
        return at == 0
                || at == text.length()
                || Character.isWhitespace(text.charAt(at - 1))
                || Character.isWhitespace(text.charAt(at));
    }

    /** Not in the middle of a word, where one begins soon. */
    private static int word(String text, int from) {
        int at = text.indexOf(' ', from);
        return from == 0 ? 0 : at >= 0 && at < from + AROUND / 2 ? at + 1 : whole(text, from);
    }

    /** Not in the middle of a character. */
    private static int whole(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at + 1 : at;
    }

    private static String clipped(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int word = text.lastIndexOf(' ', MOST);
        return text.substring(0, word > MOST - AROUND ? word : whole(text, MOST)) + MORE;
    }
}
