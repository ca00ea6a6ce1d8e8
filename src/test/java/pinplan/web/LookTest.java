package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page leans on: the tags say what they must, and the colours can be read. */
class LookTest {
    private static final Path CSS = Path.of("src/main/resources/META-INF/resources/css");

    private Gallery gallery;

    @BeforeEach
    void open() throws IOException {
        var viewer = Map.of(
                "known", true,
                "workspace", Map.of("name", "Kitchen & Garden", "zone", "Europe/Paris", "paused", false),
                "member", Map.of("name", "Ada Lovelace"),
                "role", Map.of("word", "Owner"));
        var flash = new HashMap<String, Object>();
        flash.put("text", null);
        gallery = new Gallery(Map.of(
                "viewer",
                viewer,
                "flash",
                flash,
                "habits",
                Map.of("twelveHours", false),
                "bell",
                Map.of("waiting", "3", "unread", "2", "stuck", "1", "behind", "3", "newest", "7"),
                "publer",
                Map.of("sandbox", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "composer", "pieces", "sign-in"})
    void pagesRenderWithoutInlineStyleOrScript(String name) throws IOException {
        var page = gallery.page(name);
        Files.createDirectories(Path.of("target/look"));
        Files.writeString(Path.of("target/look", name + ".html"), page);
        var document = Jsoup.parse(page);
        assertThat(document.select("[style], style, script:not([src]), [onclick], [onchange]"))
                .isEmpty();
        assertThat(document.select("script[src^=http], link[href^=http], img[src^=http]"))
                .isEmpty();
        assertThat(document.select("img:not([width]), img:not([height]), img:not([alt])"))
                .isEmpty();
        assertThat(document.title()).endsWith(" · Pinplan");
    }

    @Test
    void theStatusMarkIsOneElementWhoseWholeTextIsTheWord() {
        var chip = html("{#chip href='/pins/1' title='Tart' status='In review' kind='in-review' /}");
        assertThat(chip.getElementsMatchingOwnText("^In review$")).hasSize(1);
        assertThat(chip.select(".status").text()).isEqualTo("In review");
        assertThat(chip.select(".status svg").attr("aria-hidden")).isEqualTo("true");
    }

    @Test
    void aFieldSaysWhatIsWrongWithIt() {
        var field = html(
                "{#field label='Title' name='title' value='<b>' hint='Short' max=3 required=true error='Too long.' /}");
        var input = field.selectFirst("input");
        assertThat(field.select("label").text()).isEqualTo("Title");
        assertThat(field.select("label").attr("for")).isEqualTo(input.id());
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.val()).isEqualTo("<b>");
        assertThat(input.hasAttr("maxlength")).isFalse();
        for (var said : input.attr("aria-describedby").split(" ")) {
            assertThat(field.getElementById(said)).as(said).isNotNull();
        }
        assertThat(field.getElementById("title-error").text()).isEqualTo("Too long.");
        assertThat(field.getElementById("title-count").text()).isEqualTo("3 / 3");
    }

    @Test
    void whatWasTypedStaysAsItWas() {
        var typed = "\n first\r\n<second> & third 🍋";
        var area = html("{#field kind='textarea' label='Description' name='d' value=typed max=500 /}", typed);
        // a browser drops the first of the two line breaks, jsoup does not
        assertThat(area.selectFirst("textarea").wholeText()).isEqualTo("\n" + typed);
        assertThat(area.getElementById("d-count").text()).isEqualTo("26 / 500");
    }

    @Test
    void selectsKeepTheirOptions() {
        var field =
                html("{#field kind='select' label='Board' name='board'}<option>{typed}</option>{/field}", "Recipes");
        assertThat(field.select("select#board > option").eachText()).containsExactly("Recipes");
    }

    @Test
    void everyNavigationEntryIsThereOnce() {
        var nav = Jsoup.parse(gallery.page("month")).select("nav[aria-label=Main] a");
        assertThat(nav.eachText())
                .containsExactly(
                        "Calendar",
                        "Review",
                        "Campaigns",
                        "Boards",
                        "Media",
                        "Publishing",
                        "Team",
                        "Settings",
                        "Inbox 2 unread",
                        "Your account");
        assertThat(nav.select("[aria-current=page]").eachText()).containsExactly("Calendar");
    }

    @Test
    void coloursThatCarryMeaningCanBeRead() throws IOException {
        var tokens = Files.readString(CSS.resolve("tokens.css"));
        var colour = Pattern.compile("(--[\\w-]+|\\.c-\\w+ \\{ --c): light-dark\\((#\\w{6}), (#\\w{6})\\)");
        var grounds = new HashMap<String, String[]>();
        var inks = new HashMap<String, String[]>();
        for (var found = colour.matcher(tokens); found.find(); ) {
            var name = found.group(1);
            var pair = new String[] {found.group(2), found.group(3)};
            if (List.of("--paper", "--surface", "--sunken").contains(name)) {
                grounds.put(name, pair);
            } else if (!List.of("--line", "--edge", "--on-accent").contains(name)) {
                inks.put(name, pair);
            }
        }
        assertThat(inks.keySet().stream().filter(name -> name.startsWith(".c-")))
                .hasSize(12);
        var faint = new ArrayList<String>();
        inks.forEach((ink, inkPair) -> grounds.forEach((ground, groundPair) -> {
            for (int side = 0; side < 2; side++) {
                if (contrast(inkPair[side], groundPair[side]) < 4.5) {
                    faint.add(ink + " on " + ground + (side == 0 ? " light" : " dark"));
                }
            }
        }));
        assertThat(faint).isEmpty();
    }

    private Document html(String template) {
        return Jsoup.parse(gallery.of(template, Map.of()));
    }

    private Document html(String template, String typed) {
        return Jsoup.parse(gallery.of(template, Map.of("typed", typed)));
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + .05;
        double b = luminance(other) + .05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return .2126 * linear(rgb >> 16 & 255) + .7152 * linear(rgb >> 8 & 255) + .0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= .03928 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }
}
