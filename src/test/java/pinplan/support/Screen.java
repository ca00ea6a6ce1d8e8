package pinplan.support;

import java.util.List;

/** What a page is looked at on. */
public record Screen(int width, int height, boolean isDark, boolean runsScript) {
    public static final Screen WIDE = new Screen(1440, 1000, false, true);
    public static final Screen PHONE = new Screen(390, 844, false, true);

    /** Both widths, light and dark. */
    public static List<Screen> all() {
        return List.of(WIDE, WIDE.dark(), PHONE, PHONE.dark());
    }

    public Screen dark() {
        return new Screen(width, height, true, runsScript);
    }

    public Screen withoutScript() {
        return new Screen(width, height, isDark, false);
    }

    @Override
    public String toString() {
        return width + (isDark ? "-dark" : "-light") + (runsScript ? "" : "-no-script");
    }
}
