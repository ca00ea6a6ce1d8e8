package pinplan.support;

import java.util.List;

/** What a page is looked at on. {@link Browser#mustBeAccessible} looks at it in light and in dark. */
public record Screen(int width, int height, boolean runsScript) {
    public static final Screen WIDE = new Screen(1440, 1000, true);
    public static final Screen PHONE = new Screen(390, 844, true);

    public static List<Screen> all() {
        return List.of(WIDE, PHONE);
    }

    public Screen withoutScript() {
        return new Screen(width, height, false);
    }

    @Override
    public String toString() {
        return width + (runsScript ? "" : "-no-script");
    }
}
