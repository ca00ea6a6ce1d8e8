package pinplan.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.support.Hostile;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** Settings, Words: snippets and templates are kept, changed and deleted. */
@QuarkusTest
class WordsPagesTest {
    private static final String HERE = "/settings/words";

    private final People people = People.fresh();
    private final Pages creator = people.as(Role.CREATOR);

    private Page snippet(String name, String text) {
        return creator.get(HERE)
                .follow("New snippet")
                .form("Save snippet")
                .fill("Name", name)
                .fill("Text", text)
                .submit();
    }

    private Page template(String name, String title, String description, String altText) {
        return creator.get(HERE)
                .follow("New template")
                .form("Save template")
                .fill("Name", name)
                .fill("Title", title)
                .fill("Description", description)
                .fill("Alt text", altText)
                .submit();
    }

    @Test
    void aSnippetIsKeptChangedAndDeleted() {
        assertThat(creator.get(HERE).says("None yet.")).isTrue();
        Page page = snippet("Hashtags", "\r\n#lemon 🍋\r\n#tart ");
        assertThat(page.path).isEqualTo(HERE);
        assertThat(page.document.select(".words .told").last().wholeText()).isEqualTo("\n#lemon 🍋\n#tart ");
        Page form = page.follow("Hashtags");
        assertThat(form.value("Text").replaceFirst("^\n", "")).isEqualTo("\n#lemon 🍋\n#tart ");
        page = form.form("Save snippet").fill("Name", "All the hashtags").submit();
        assertThat(page.says("All the hashtags")).isTrue();
        page = page.follow("All the hashtags").form("Delete").submit();
        assertThat(page.heading()).isEqualTo("Delete All the hashtags?");
        page = page.form("Delete").submit();
        assertThat(page.path).isEqualTo(HERE);
        assertThat(page.document.select(".words li")).isEmpty();
        assertThat(people.as(Role.ADMIN).get("/activity").text())
                .contains("added the snippet", "changed the snippet", "deleted the snippet", "All the hashtags");
    }

    @Test
    void aTemplateIsKeptChangedAndDeleted() {
        Page page = template("Recipe", "{campaign}: ", "From {link host},\r\n{date}.", "");
        assertThat(page.path).isEqualTo(HERE);
        assertThat(page.document.select(".words dd").eachText())
                .containsExactly("{campaign}:", "From {link host}, {date}.");
        Page form = page.follow("Recipe");
        assertThat(form.value("Description")).isEqualTo("From {link host},\n{date}.");
        form.form("Save template").fill("Alt text", "{board}").submit();
        page = creator.get(HERE);
        assertThat(page.document.select(".words dd").eachText()).contains("{board}");
        page.follow("Recipe").form("Delete").submit().form("Delete").submit();
        assertThat(creator.get(HERE).document.select(".words li")).isEmpty();
        assertThat(people.as(Role.ADMIN).get("/activity").text())
                .contains("added the template", "changed the template", "deleted the template", "Recipe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name | '' | Give it a name.",
                "Name | rECIPE | Another template has this name.",
                "Title | {colour} of {board} | There is no {colour}. There are {campaign}, {board}, {account}, {link host}, {date}.",
                "Description | {Board} | There is no {Board}. There are {campaign}, {board}, {account}, {link host}, {date}.",
                "Alt text | {} | There is no {}. There are {campaign}, {board}, {account}, {link host}, {date}.",
            })
    void whatIsWrongWithATemplateIsSaidBesideItsField(String field, String typed, String sentence) {
        template("Recipe", "A", "B", "C");
        Page page = creator.get(HERE)
                .follow("New template")
                .form("Save template")
                .fill("Name", "Another")
                .fill("Title", "Kept title")
                .fill("Description", "Kept")
                .fill("Alt text", "Kept too")
                .fill(field, typed)
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error(field)).isEqualTo(sentence);
        assertThat(page.value(field)).isEqualTo(typed);
        if (!field.equals("Description")) {
            assertThat(page.value("Description")).isEqualTo("Kept");
        }
    }

    @Test
    void limitsAreCountedInCodePoints() {
        Page page = template("🍋".repeat(100), "🍋".repeat(100), "🍋".repeat(500), "🍋".repeat(500));
        assertThat(page.path).isEqualTo(HERE);
        page = template("🍋".repeat(101), "🍋".repeat(101), "🍋".repeat(501), "🍋".repeat(501));
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Name")).isEqualTo("Use at most 100 characters; this has 101.");
        assertThat(page.error("Title")).isEqualTo("Use at most 100 characters; this has 101.");
        assertThat(page.error("Description")).isEqualTo("Use at most 500 characters; this has 501.");
        assertThat(page.error("Alt text")).isEqualTo("Use at most 500 characters; this has 501.");
        assertThat(page.value("Alt text")).isEqualTo("🍋".repeat(501));
        assertThat(snippet("Long", "x\r\n".repeat(400)).path).isEqualTo(HERE);
        assertThat(snippet("Longer", "x\r\n".repeat(400) + "y").error("Text"))
                .isEqualTo("Use at most 800 characters; this has 801.");
    }

    @Test
    void nothingAtAllIsNoTemplateAndNoSnippet() {
        assertThat(template("Empty", " ", "", "\n").error("Title")).isEqualTo("Fill in at least one of the three.");
        assertThat(snippet("Empty", "\n ").error("Text")).isEqualTo("Type the text that is to be put in.");
        for (String kind : new String[] {"snippets", "templates"}) {
            assertThat(creator.sending()
                            .contentType("application/x-www-form-urlencoded")
                            .post(HERE + "/" + kind)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aStaleFormKeepsWhatWasTypedAndSaysWhatDiffers() {
        snippet("Hashtags", "#a");
        template("Recipe", "A", "", "");
        Page list = creator.get(HERE);
        Page mySnippet = list.follow("Hashtags");
        Page myTemplate = list.follow("Recipe");
        list.follow("Hashtags").form("Save snippet").fill("Text", "#theirs").submit();
        list.follow("Recipe").form("Save template").fill("Title", "Theirs").submit();
        Page clash = mySnippet.form("Save snippet").fill("Text", "#mine").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.value("Text")).isEqualTo("#mine");
        assertThat(clash.says("Text: it is now “#theirs”.")).isTrue();
        assertThat(clash.form("Save snippet").submit().says("#mine")).isTrue();
        clash = myTemplate.form("Save template").fill("Title", "Mine").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.says("Title: it is now “Theirs”.")).isTrue();
        assertThat(clash.form("Save template").submit().says("Mine")).isTrue();
    }

    @Test
    void whatWasDeletedMeanwhileLosesNothingThatIsTyped() {
        snippet("Hashtags", "#lemon");
        Page mine = creator.get(HERE).follow("Hashtags");
        creator.get(mine.path).form("Delete").submit().form("Delete").submit();
        Page again = mine.form("Save snippet").fill("Text", "#lemon #tart").submit();
        assertThat(again.status).isEqualTo(409);
        assertThat(again.says("Somebody deleted this snippet while you were writing."))
                .isTrue();
        assertThat(again.value("Text")).isEqualTo("#lemon #tart");
        assertThat(again.form("Save snippet").submit().says("“Hashtags” is saved."))
                .isTrue();

        template("Recipe", "Title", "", "");
        Page theirs = creator.get(HERE).follow("Recipe");
        creator.get(theirs.path).form("Delete").submit().form("Delete").submit();
        Page anew = theirs.form("Save template").fill("Title", "Typed").submit();
        assertThat(anew.status).isEqualTo(409);
        assertThat(anew.value("Title")).isEqualTo("Typed");
        assertThat(anew.form("Save template").submit().says("“Recipe” is saved."))
                .isTrue();
        assertThat(creator.get(theirs.path).status).isEqualTo(404);
    }

    @Test
    void whoMayNotWritePinsHasNoUseForThem() {
        snippet("Hashtags", "#a");
        Pages viewer = people.as(Role.VIEWER);
        assertThat(viewer.get(HERE).status).isEqualTo(403);
        assertThat(viewer.get("/settings").document.select("nav.tabs a:contains(Words)"))
                .isEmpty();
        Pages strangers = People.fresh().as(Role.OWNER);
        assertThat(strangers.get(HERE).says("Hashtags")).isFalse();
        String path = creator.get(HERE).document.select(".words li a").attr("href");
        assertThat(strangers.get(path).status).isEqualTo(404);
        assertThat(strangers
                        .sending()
                        .formParam("name", "x")
                        .formParam("text", "y")
                        .post(path)
                        .statusCode())
                .isEqualTo(404);
        assertThat(strangers.sending().post(path + "/delete").statusCode()).isEqualTo(404);
    }

    @Test
    void anyonesWordsAreOnlyWords() {
        for (String hostile : Hostile.STRINGS) {
            snippet(hostile, hostile);
        }
        Page list = creator.get(HERE);
        assertThat(list.document.select("main script, main img, main li svg")).isEmpty();
        assertThat(list.document.select(".words .told").eachText()).contains("{inject:viewer.member.passwordHash}");
        Page composer = creator.get("/pins/new");
        assertThat(composer.document.select("#snippet script, #snippet img")).isEmpty();
        assertThat(composer.document.select("#snippet option").eachAttr("data-text"))
                .contains("</textarea><script>alert(1)</script>", "{#include layouts/app /}");
    }
}
