package pinplan.web;

import java.util.List;
import java.util.Optional;

/** A browser as a person would call it: "Firefox on Windows". Guessed from what it says of itself, which is much and for machines. */
final class BrowserName {
    /** A mark and the name that it stands for. Browsers name those too that they wish to be taken for: the first one counts. */
    private record Mark(String text, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox", "Firefox"),
            new Mark("FxiOS", "Firefox"),
            new Mark("CriOS", "Chrome"),
            new Mark("Chrome", "Chrome"),
            new Mark("Safari", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "an iPhone"),
            new Mark("iPad", "an iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Macintosh", "a Mac"),
            new Mark("Linux", "Linux"));

    private BrowserName() {}

    /** Empty: it says nothing that is known here. */
    static String of(String said) {
        String text = said == null ? "" : said;
        Optional<String> system = first(SYSTEMS, text);
        return first(BROWSERS, text)
                .or(() -> system.map(known -> "A browser"))
                .map(browser -> browser + system.map(known -> " on " + known).orElse(""))
                .orElse("");
    }

    private static Optional<String> first(List<Mark> marks, String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.text()))
                .findFirst()
                .map(Mark::name);
    }
}
