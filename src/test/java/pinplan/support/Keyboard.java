package pinplan.support;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a page without a mouse: Tab until the thing is reached, which must be seen to be. */
public final class Keyboard {
    private static final int FAR = 150;
    private static final String REACHED = """
            () => {
              const at = document.activeElement;
              const words = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
                && box.bottom > 0 && box.top < innerHeight && box.width > 0;
              return [words.replace(/\\s+/g, ' ').trim(), seen];
            }""";

    private final Page page;
    private FileChooser asked;

    public Keyboard(Page page) {
        this.page = page;
        // From the start: a browser that is told too late shows a dialog of its own.
        page.onFileChooser(chooser -> asked = chooser);
    }

    /** Goes on to the next thing that is called so. */
    public Keyboard to(String words) {
        List<Object> passed = new ArrayList<>();
        for (int steps = 0; steps < FAR; steps++) {
            page.keyboard().press("Tab");
            List<?> reached = (List<?>) page.evaluate(REACHED);
            if (reached.get(0).equals(words)) {
                if (!reached.get(1).equals(true)) {
                    throw new AssertionError("“%s” has the focus, and nobody sees it.".formatted(words));
                }
                return this;
            }
            passed.add(reached.get(0));
        }
        throw new AssertionError("No way to “%s” by Tab, only to %s".formatted(words, passed));
    }

    public Keyboard type(String words) {
        page.keyboard().type(words);
        return this;
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses Enter on the link or button that is called so, and waits for the page that it leads to. */
    public Keyboard open(String words) {
        to(words);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return this;
    }

    /** What a file field has the browser ask for, answered. */
    public Keyboard file(String field, Path... files) {
        to(field);
        asked = null;
        page.keyboard().press("Enter");
        page.waitForCondition(() -> asked != null);
        asked.setFiles(files);
        return this;
    }
}
