package pinplan.pin;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * A title as Pinterest's feed cuts it, in characters as people count them: code points. The page counts the same while one
 * types, in feedTitle.js.
 *
 * @param rest what the feed leaves out; empty where all of it shows
 */
public record FeedTitle(String kept, String rest) {
    /** How many show, and how many of a script that says more with each or is wider; of a mixture, something between. */
    static final int MOST = 40;

    static final int MOST_WIDE = 30;

    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.ARABIC);

    private static final int JOINER = 0x200D;

    public static FeedTitle of(String title) {
        int[] points = title.codePoints().toArray();
        int fits = fits(points);
        int cut = fits;
        while (cut > 0 && cut < points.length && joined(points[cut - 1], points[cut])) {
            cut--;
        }
        int end = cut == 0 ? fits : cut;
        return new FeedTitle(new String(points, 0, end), new String(points, end, points.length - end));
    }

    public int most() {
        return MOST;
    }

    public int mostWide() {
        return MOST_WIDE;
    }

    public int shown() {
        return PinLimits.count(kept);
    }

    public int all() {
        return shown() + PinLimits.count(rest);
    }

    private static int fits(int[] points) {
        int room = MOST * MOST_WIDE;
        int fits = 0;
        while (fits < points.length) {
            room -= WIDE.contains(UnicodeScript.of(points[fits])) ? MOST : MOST_WIDE;
            if (room < 0) {
                break;
            }
            fits++;
        }
        return fits;
    }

    /** Whether people see one sign in the two: an accent, a family, a skin tone. */
    private static boolean joined(int before, int after) {
        return before == JOINER
                || after == JOINER
                || after >= 0x1F3FB && after <= 0x1F3FF
                || switch (Character.getType(after)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
