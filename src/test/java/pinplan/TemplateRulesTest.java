package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no template does: run or style from within itself, load from elsewhere, skip escaping, reach into another feature. */
class TemplateRulesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern INCLUDE = Pattern.compile("\\{#include\\s+([\\w$]+)/([\\w$-]+)");

    @Test
    void noScriptOrStyleIsInline() throws IOException {
        none("<script(?![^>]*\\bsrc=)[^>]*>", "an inline script");
        none("<style[\\s>]", "an inline style");
        none("<[^>]*\\sstyle\\s*=", "a style attribute");
        none("<[^>]*\\son[a-z]+\\s*=\\s*[\"'{]", "an event attribute");
        none("javascript:", "a script address");
    }

    @Test
    void nothingIsLoadedFromAnotherHost() throws IOException {
        none(
                "<(?:script|link|img|iframe|source|video|audio|form|use)\\b[^>]*\\b(?:src|href|srcset|action)=[\"'](?:https?:)?//",
                "a foreign address");
    }

    @Test
    void everythingIsEscaped() throws IOException {
        none("\\.raw\\b|\\.safe\\b", "unescaped output");
    }

    @Test
    void aTemplateIncludesOnlyItsOwnAndOthersCardsAndPanels() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : templates()) {
            String home = TEMPLATES.relativize(file).getName(0).toString();
            Matcher include = INCLUDE.matcher(Files.readString(file));
            while (include.find()) {
                String folder = include.group(1);
                boolean fine = folder.equals(home)
                        || folder.equals("layouts")
                        || folder.equals("tags")
                        || include.group(2).matches("(?i).*(card|panel)");
                if (!fine) {
                    found.add(file + " includes " + folder + "/" + include.group(2));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static void none(String pattern, String what) throws IOException {
        Pattern bad = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        for (Path file : templates()) {
            Matcher matcher = bad.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(file + ": " + what + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
