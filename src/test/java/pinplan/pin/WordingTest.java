package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignFields;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;
import pinplan.words.Snippet;
import pinplan.words.Template;
import pinplan.words.Texts;

/** Kept words in the composer, without script, and what a campaign gives to its new drafts. */
@QuarkusTest
class WordingTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Template recipe =
            template("Recipe", "{campaign}: new", "On {board}, {date}, from {link host}", "{account}");
    private final Snippet tags = Kitchen.write(() -> Snippet.begin(kitchen.people.workspace, "Tags", "#lemon\n#tart"));

    private Template template(String name, String title, String description, String altText) {
        return Kitchen.write(
                () -> Template.begin(kitchen.people.workspace, name, new Texts(title, description, altText)));
    }

    private Campaign campaign(String name, Start start) {
        return Kitchen.write(() -> Campaign.begin(
                kitchen.people.workspace,
                new CampaignFields(name, "", "", null, null, null, Colour.FERN, null, null, start),
                Kitchen.now()));
    }

    private Campaign easter() {
        return campaign("Easter", Start.with(kitchen.recipes, "https://www.example.org/easter", recipe));
    }

    private static Form press(Page page, String button, String of, Object chosen) {
        return page.form(button).set(of, chosen.toString());
    }

    @Test
    void aTemplateFillsWhatIsEmpty() {
        Campaign easter = campaign("Easter", Start.none());
        Page page = press(
                        creator.get("/pins/new?on=2031-03-28&campaign=" + easter.id),
                        "Fill in what is empty",
                        "template",
                        recipe.id)
                .choose("Board", "Easter recipes")
                .fill("Title", "My own")
                .fill("Destination link", "https://www.example.org/tart")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.RED))
                .submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.value("Title")).isEqualTo("My own");
        assertThat(page.value("Description")).isEqualTo("On Easter recipes, 28 March 2031, from example.org");
        assertThat(page.value("Alt text")).isEqualTo("Kitchen Garden");
        // The template that was chosen is still chosen.
        assertThat(page.value("Template")).isEqualTo(recipe.id.toString());
        page = page.form("Replace what is there").submit();
        assertThat(page.value("Title")).isEqualTo("Easter: new");
        assertThat(page.value("Destination link")).isEqualTo("https://www.example.org/tart");
        page = page.form("Save draft").fill("Publish time", "09:00").submit();
        assertThat(page.heading()).isEqualTo("Easter: new");
    }

    @Test
    void whatIsNotKnownYetIsSaidAndDoesNotGoOut() {
        Page page = press(creator.get("/pins/new"), "Fill in what is empty", "template", recipe.id)
                .submit();
        assertThat(page.value("Title")).isEqualTo("{campaign}: new");
        assertThat(page.error("Title")).contains("{campaign}");
        assertThat(page.error("Description")).contains("{board}, {date}, {link host}");
        // There is no image of which it would be said.
        assertThat(page.value("Alt text")).isEmpty();
        page = page.form("Save draft").submit();
        assertThat(page.heading()).isEqualTo("{campaign}: new");
        page = page.form("Submit for review").submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Title")).isEqualTo("The title still says {campaign}. Write what it stands for.");
        assertThat(page.error("Description"))
                .isEqualTo("The description still says {board}, {date}, {link host}. Write what it stands for.");
    }

    @Test
    void whatGetsTooLongIsSaidWithTheCount() {
        Campaign longest = campaign("🍋".repeat(100), Start.none());
        Page page = press(
                        creator.get("/pins/new?campaign=" + longest.id), "Fill in what is empty", "template", recipe.id)
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.value("Title")).isEqualTo("🍋".repeat(100) + ": new");
        assertThat(page.error("Title")).isEqualTo("With these words it has 105 characters; at most 100 fit.");
    }

    @Test
    void aSnippetIsAddedAtTheEnd() {
        Page page = press(creator.get("/pins/new"), "Add to the end of the description", "snippet", tags.id)
                .fill("Title", "Tart")
                .fill("Description", "Bright.")
                .fill("Publish date", "2031-03-28")
                .submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.value("Description")).isEqualTo("Bright.\n#lemon\n#tart");
        assertThat(page.value("Publish date")).isEqualTo("2031-03-28");
        assertThat(page.value("Snippet")).isEqualTo(tags.id.toString());
        page = page.form("Add to the end of the title").submit();
        assertThat(page.value("Title")).isEqualTo("Tart #lemon #tart");
        page = press(page, "Add to the end of the alt text", "snippet", tags.id).submit();
        assertThat(page.value("Alt text")).isEqualTo("#lemon\n#tart");
        page = press(page, "Add to the end of the title", "snippet", "").submit();
        assertThat(page.value("Title")).isEqualTo("Tart #lemon #tart");
        assertThat(page.says("Choose one of these words first")).isTrue();
    }

    @Test
    void anotherWorkspacesWordsAreNotThere() {
        Pages strangers = new Kitchen().as(Role.OWNER);
        assertThat(strangers.get("/pins/wording?template=" + recipe.id).status).isEqualTo(404);
        assertThat(strangers.get("/pins/new").document.select("[data-wording]")).isEmpty();
        assertThat(strangers.get("/campaigns/" + easter().id + "/start").status).isEqualTo(404);
        Page mine = new Kitchen().as(Role.CREATOR).get("/pins/new");
        Page page = mine.form("Save draft")
                .set("action", "fill")
                .set("template", recipe.id.toString())
                .submit();
        assertThat(page.value("Title")).isEmpty();
        assertThat(page.says("Choose one of these words first")).isTrue();
    }

    @Test
    void thePageAsksForTheSameWords() {
        Response answer = creator.get("/pins/wording?template=%d&board=%d&link=https://www.example.org/x"
                        .formatted(recipe.id, kitchen.balcony.id))
                .response;
        assertThat(answer.jsonPath().getString("title.text")).isEqualTo("{campaign}: new");
        assertThat(answer.jsonPath().getString("title.note")).contains("{campaign}");
        assertThat(answer.jsonPath().getString("description.text"))
                .isEqualTo("On Balcony ideas, {date}, from example.org");
        assertThat(answer.jsonPath().getString("altText.text")).isEqualTo("Small Rooms");
        assertThat(answer.jsonPath().getString("altText.note")).isEmpty();
    }

    @Test
    void theComposerBeginsWithWhatTheCampaignGives() {
        Campaign easter = easter();
        Page page = creator.get("/campaigns/" + easter.id);
        assertThat(page.says("board “Easter recipes”, link https://www.example.org/easter, template “Recipe”"))
                .isTrue();
        page = page.follow("New pin");
        assertThat(page.value("Board")).isEqualTo(kitchen.recipes.id.toString());
        assertThat(page.value("Account")).isEqualTo(kitchen.garden.id.toString());
        assertThat(page.value("Destination link")).isEqualTo("https://www.example.org/easter");
        assertThat(page.value("Title")).isEqualTo("Easter: new");
        assertThat(page.value("Description")).isEqualTo("On Easter recipes, {date}, from example.org");
        // Nobody typed any of it.
        assertThat(page.document.select("#composer[data-unsaved]")).isEmpty();
        Page other = creator.get("/pins/new?campaign=" + easter.id + "&board=" + kitchen.balcony.id);
        assertThat(other.value("Board")).isEqualTo(kitchen.balcony.id.toString());
        assertThat(other.value("Account")).isEqualTo(kitchen.rooms.id.toString());
        assertThat(creator.get("/pins/new").value("Destination link")).isEmpty();
    }

    @Test
    void aCampaignThatIsChosenLaterGivesOnlyToWhatIsEmpty() {
        campaign("Plain", Start.none());
        assertThat(creator.get("/pins/new").document.select("[data-begun]")).isEmpty();
        Campaign easter = easter();
        Page page = creator.get("/pins/new")
                .form("Fill in what the campaign gives")
                .fill("Title", "My own")
                .submit();
        assertThat(page.error("Campaign")).isEqualTo("Choose a campaign first.");
        page = page.form("Fill in what the campaign gives")
                .choose("Campaign", "Easter")
                .submit();
        assertThat(page.value("Title")).isEqualTo("My own");
        assertThat(page.value("Description")).isEqualTo("On Easter recipes, {date}, from example.org");
        assertThat(page.error("Description")).contains("{date}");
        assertThat(page.value("Board")).isEqualTo(kitchen.recipes.id.toString());
        assertThat(page.value("Account")).isEqualTo(kitchen.garden.id.toString());
        assertThat(page.value("Destination link")).isEqualTo("https://www.example.org/easter");
        assertThat(page.document.select("[data-begun] [role=status]").text())
                .isEqualTo("From the campaign: Description, Destination link, Account and Board.");
        page = page.form("Fill in what the campaign gives").submit();
        assertThat(page.error("Campaign")).isEqualTo("It gives nothing to what is still empty here.");
        Page begun = creator.get("/pins/new?campaign=" + easter.id);
        assertThat(begun.document.select("[data-begun] [role=status]").text())
                .isEqualTo("From the campaign: Title, Description, Destination link, Account and Board.");
        assertThat(new Kitchen()
                        .as(Role.CREATOR)
                        .get("/pins/beginning?campaign=" + easter.id)
                        .response
                        .jsonPath()
                        .getString("link"))
                .isEmpty();
        // A pin that is there keeps what it says.
        assertThat(begun.form("Save draft").submit().document.select("[data-begun]"))
                .isEmpty();
    }

    @Test
    void pinsThatAreThereStayAsTheyAre() {
        Campaign later = campaign("Later", Start.none());
        Page pin =
                creator.get("/pins/new?campaign=" + later.id).form("Save draft").submit();
        Page saved = creator.get("/campaigns/" + later.id + "/edit")
                .form("Save campaign")
                .choose("Board", "Easter recipes")
                .fill("Destination link", "https://example.org/later")
                .choose("Template", "Recipe")
                .submit();
        assertThat(saved.says("template “Recipe”")).isTrue();
        Page again = creator.get(pin.path);
        assertThat(again.value("Board")).isEmpty();
        assertThat(again.value("Destination link")).isEmpty();
        assertThat(kitchen.as(Role.ADMIN).get("/activity").text()).contains("changed the campaign");
    }

    @Test
    void whatACampaignCanNotGiveIsSaidBesideItsField() {
        Campaign later = campaign("Later", Start.none());
        Page page = creator.get("/campaigns/" + later.id + "/edit")
                .form("Save campaign")
                .set("startBoard", new Kitchen().recipes.id.toString())
                .fill("Destination link", "example.org")
                .set("startTemplate", "999999999")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Board")).isEqualTo("This board is not there any more. Choose another.");
        assertThat(page.error("Destination link")).isEqualTo("The link must start with https:// or http://.");
        assertThat(page.error("Template")).isEqualTo("This template is not there any more. Choose another.");
        assertThat(page.value("Destination link")).isEqualTo("example.org");
    }

    @Test
    void aDeletedTemplateIsGivenNoMore() {
        Campaign easter = easter();
        creator.get("/settings/words/templates/" + recipe.id + "/delete")
                .form("Delete")
                .submit();
        Page page = creator.get("/pins/new?campaign=" + easter.id);
        assertThat(page.value("Title")).isEmpty();
        assertThat(page.value("Destination link")).isEqualTo("https://www.example.org/easter");
    }

    @Test
    void aRetiredBoardIsGivenNoMoreAndSaysSo() {
        Campaign easter = easter();
        Kitchen.write(() -> {
            pinplan.board.Board.update("retiredAt = ?1 where id = ?2", Kitchen.now(), kitchen.recipes.id);
            return null;
        });
        assertThat(creator.get("/pins/new?campaign=" + easter.id).value("Board"))
                .isEmpty();
        Page form = creator.get("/campaigns/" + easter.id + "/edit");
        assertThat(form.document.select("#startBoard option[selected]").text())
                .isEqualTo("Easter recipes (no longer there)");
        assertThat(form.form("Save campaign").submit().path).isEqualTo("/campaigns/" + easter.id);
    }

    private Response quick(Map<String, String> fields) {
        var sending = creator.sending();
        fields.forEach((name, value) -> sending.multiPart(name, value));
        return sending.post("/pins/quick");
    }

    private List<Pin> pins(Campaign campaign) {
        return Kitchen.write(() -> {
            List<Pin> all = Pin.list("campaign = ?1 order by id", campaign);
            all.forEach(pin -> pin.shots().forEach(shot -> shot.altText.length()));
            return all;
        });
    }

    @Test
    void quickAddFillsWhatIsEmptyInEachDraft() {
        Campaign easter = easter();
        String day = LocalDate.of(2031, 3, 28).toString();
        Map<String, String> own = Map.of("campaign", easter.id.toString(), "title", "Mine", "publishDate", day);
        assertThat(quick(own).statusCode()).isEqualTo(303);
        assertThat(quick(Map.of(
                                "campaign",
                                easter.id.toString(),
                                "publishDate",
                                day,
                                "board",
                                kitchen.balcony.id.toString(),
                                "link",
                                "https://a.example/1 https://b.example/2"))
                        .statusCode())
                .isEqualTo(303);
        List<Pin> pins = pins(easter);
        assertThat(pins).extracting(Pin::title).containsExactly("Mine", "Easter: new", "Easter: new");
        assertThat(pins)
                .extracting(Pin::link)
                .containsExactly("https://www.example.org/easter", "https://a.example/1", "https://b.example/2");
        assertThat(pins)
                .extracting(Pin::description)
                .containsExactly(
                        "On Easter recipes, 28 March 2031, from example.org",
                        "On Balcony ideas, 28 March 2031, from a.example",
                        "On Balcony ideas, 28 March 2031, from b.example");
    }

    @Test
    void quickAddShowsWhatIsWrongWithWhatTheCampaignGave() {
        Campaign longest = campaign("🍋".repeat(100), Start.with(null, "", recipe));
        Response answer = quick(Map.of("campaign", longest.id.toString(), "publishDate", "2031-03-28"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("The title has 105 characters; at most 100 fit.", "🍋: new");
        assertThat(pins(longest)).isEmpty();
    }

    @Test
    void aDraftOfEachPictureBeginsWithWhatTheCampaignGives() {
        Campaign easter = easter();
        creator.get("/media")
                .form("Upload and make a draft of each")
                .choose("Campaign of the drafts", "Easter")
                .attach("Media", "one.jpg", "image/jpeg", Kitchen.jpeg(Color.BLUE))
                .attach("Media", "two.jpg", "image/jpeg", Kitchen.jpeg(Color.CYAN))
                .submit();
        List<Pin> pins = pins(easter);
        assertThat(pins).hasSize(2).allMatch(pin -> pin.link().equals("https://www.example.org/easter"));
        assertThat(pins).allMatch(pin -> pin.shots().get(0).altText.equals("Kitchen Garden"));
    }

    @Test
    void filesWhoseCampaignGivesTooMuchAreKeptAndItIsSaid() {
        Campaign longest = campaign("🍋".repeat(100), Start.with(null, "", recipe));
        Page page = creator.get("/media")
                .form("Upload and make a draft of each")
                .set("campaign", longest.id.toString())
                .attach("Media", "one.jpg", "image/jpeg", Kitchen.jpeg(Color.BLUE))
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Media"))
                .isEqualTo("All of it is in the library, but no drafts were made."
                        + " The title has 105 characters; at most 100 fit.");
        assertThat(page.document.select("#campaign option[selected]").val()).isEqualTo(longest.id.toString());
        assertThat(creator.get("/media").says("one.jpg")).isTrue();
    }
}
