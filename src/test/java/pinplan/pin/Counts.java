package pinplan.pin;

import java.util.List;

/** Texts and how many characters they have: the server and the page count them alike. */
public final class Counts {
    public static final List<Case> ALL = List.of(
            new Case("plain", "No-bake lemon tart", 18),
            new Case("an emoji is one", "🍋", 1),
            new Case("a family is four and three joiners", "👨\u200d👩\u200d👧\u200d👦", 7),
            new Case("a flag is two", "🇩🇪", 2),
            new Case("a flag of tags", "🏴\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f", 7),
            new Case("a skin tone is one more", "👍🏽", 2),
            new Case("a variation selector too", "❤\ufe0f", 2),
            new Case("CJK", "檸檬タルト레몬", 7),
            new Case("CJK beyond the first plane", "𠮷野家", 3),
            new Case("composed", "Crème", 5),
            new Case("decomposed", "Cre\u0300me", 6),
            new Case("marks upon marks", "e\u0301\u0323\u0301", 4),
            new Case("Arabic with marks", "مَرحبا", 6),
            new Case("written from right to left", "\u202eabc\u202c", 5),
            new Case("half a pair", "a\ud83cb", 3),
            new Case("the other half", "a\udf4bb", 3),
            new Case("halves in the wrong order", "\udf4b\ud83c", 2),
            new Case("what is not seen", "a\u200bb\ufeffc", 5));

    /** Of a text of many lines: a line break is one, however it was sent. */
    public static final List<Case> LINES = List.of(
            new Case("LF", "a\nb\n", 4),
            new Case("CRLF", "a\r\nb\r\n", 4),
            new Case("both", "a\r\n\nbc", 5),
            new Case("blanks at the ends stay", " a \n ", 5));

    /** Of a text of one line: the blanks around it go. */
    public static final List<Case> LINE = List.of(
            new Case("blanks", "  a b  ", 3),
            new Case("a tab", "\ta", 1),
            new Case("wide blanks", "\u3000a\u2003", 1),
            new Case("a blank that keeps words together is none", "\u00a0a\u00a0", 3),
            new Case("nor is a figure's", "\u2007a\u202f", 3),
            new Case("nor is what marks the order of bytes", "\ufeffa", 2));

    private Counts() {}

    public record Case(String name, String text, int points) {
        /** In the middle so long that it is refused with the count. */
        Case beyond(int most) {
            int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            return new Case(name, text.substring(0, half) + "x".repeat(most) + text.substring(half), most + points);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
