package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignFields;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;
import pinplan.words.Snippet;
import pinplan.words.Template;
import pinplan.words.Texts;

/** Kept words, put into a form by people at a real browser. */
@QuarkusTest
class WordingInBrowserTest {
    private static final String LONG =
            "Everything that one can bake with lemons in spring ".repeat(9).strip();

    private final Kitchen kitchen = new Kitchen();

    private Browser open(Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR));
        browser.go(path);
        return screen.runsScript() ? browser.awake() : browser;
    }

    private Template template(String name, Texts texts) {
        return Kitchen.write(() -> Template.begin(kitchen.people.workspace, name, texts));
    }

    private void snippet(String name, String text) {
        Kitchen.write(() -> Snippet.begin(kitchen.people.workspace, name, text));
    }

    private Template words() {
        snippet("Hashtags", "#lemon 🍋 #tart");
        snippet("Call to action", "Save it for Sunday.\nYou will want it.");
        return template(
                "Recipe", new Texts("New on {board}", "Read it at {link host}.\n{campaign}", "A picture of {account}"));
    }

    private Campaign easter(Template template) {
        return campaign("Easter", Start.with(kitchen.recipes, "https://www.example.org/easter", template));
    }

    private Campaign campaign(String name, Start start) {
        return Kitchen.write(() -> Campaign.begin(
                kitchen.people.workspace,
                new CampaignFields(name, "", "", null, null, null, Colour.FERN, null, null, start),
                Kitchen.now()));
    }

    private static Locator insert(Browser browser, String into) {
        return browser.button("Insert… into " + into);
    }

    private static void caret(Locator field, int from, int to) {
        field.focus();
        field.evaluate("(field, [from, to]) => field.setSelectionRange(from, to)", java.util.List.of(from, to));
    }

    private static Locator choice(Browser browser, String name) {
        return browser.page.locator(".snippets button:has-text('" + name + "')");
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void aSnippetStandsAtTheCaretAndCanBeTakenBack(Screen screen) {
        words();
        try (Browser browser = open(screen, "/pins/new")) {
            Locator description = browser.field("Description");
            description.fill("Bright  and quick.");
            caret(description, 7, 7);
            insert(browser, "the description").click();
            browser.mustBeAccessible().shot("words-insert");
            choice(browser, "Hashtags").click();
            assertThat(description).hasValue("Bright #lemon 🍋 #tart and quick.");
            assertThat(description).isFocused();
            assertThat(browser.page.locator("#description-count")).containsText("32");
            browser.page.keyboard().press("Control+z");
            assertThat(description).hasValue("Bright  and quick.");
            browser.page.keyboard().press("Control+Shift+z");
            browser.page.keyboard().type("!");
            assertThat(description).hasValue("Bright #lemon 🍋 #tart! and quick.");
            description.fill("Bright  and quick.");
            // In place of what is marked, and by the keyboard alone.
            caret(description, 0, 6);
            insert(browser, "the description").focus();
            browser.page.keyboard().press("Enter");
            assertThat(choice(browser, "Call to action")).isFocused();
            browser.page.keyboard().press("ArrowDown");
            browser.page.keyboard().press("Escape");
            assertThat(insert(browser, "the description")).isFocused();
            browser.page.keyboard().press("Enter");
            browser.page.keyboard().press("Enter");
            assertThat(description).hasValue("Save it for Sunday.\nYou will want it.  and quick.");
            // A title has one line; nobody was in it yet, so that it goes to its end.
            insert(browser, "the title").click();
            choice(browser, "Call to action").click();
            assertThat(browser.field("Title")).hasValue("Save it for Sunday. You will want it.");
        }
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void aTemplateFillsWhatIsEmptyThenReplaces(Screen screen) {
        words();
        try (Browser browser = open(screen, "/pins/new")) {
            Locator said = browser.page.locator(".kit [role=status]");
            browser.fill("Title", "My own").fill("Destination link", "https://www.example.org/tart");
            browser.choose("Board", "Easter recipes");
            browser.press("Fill in what is empty");
            assertThat(said).hasText("Choose a template first.");
            browser.choose("Template", "Recipe").press("Fill in what is empty");
            assertThat(said).containsText("Filled in: Description. Description: Nothing is known yet for {campaign}");
            assertThat(browser.field("Title")).hasValue("My own");
            assertThat(browser.field("Description")).hasValue("Read it at example.org.\n{campaign}");
            assertThat(browser.field("Alt text")).hasValue("");
            browser.mustBeAccessible().shot("words-filled");
            browser.press("Replace what is there");
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            browser.field("Title").focus();
            // Each field is taken back by itself, the latest first.
            browser.page.keyboard().press("Control+z");
            browser.page.keyboard().press("Control+z");
            assertThat(browser.field("Title")).hasValue("My own");
        }
    }

    @Test
    void whatATemplateSaysOfTheBoardIsFilledOnceItIsChosen() {
        words();
        try (Browser browser = open(Screen.WIDE, "/pins/new")) {
            browser.choose("Template", "Recipe").press("Fill in what is empty");
            assertThat(browser.field("Title")).hasValue("New on {board}");
            browser.field("Description").fill("My own of {campaign}");
            browser.field("Board").focus();
            browser.choose("Board", "Easter recipes");
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            assertThat(browser.field("Description")).hasValue("My own of {campaign}");
            assertThat(browser.field("Board")).isFocused();
            assertThat(browser.page.locator("[data-wording] [role=status]")).hasText("Filled in: Title.");
            // Whoever goes through the boards by keys passes some.
            browser.choose("Board", "Weeknight baking");
            assertThat(browser.field("Title")).hasValue("New on Weeknight baking");
        }
    }

    @Test
    void whatATemplateReplacedComesBackAlsoOnceTheBoardIsChosen() {
        words();
        try (Browser browser = open(Screen.WIDE, "/pins/new")) {
            browser.fill("Title", "My own").choose("Template", "Recipe").press("Replace what is there");
            browser.choose("Board", "Easter recipes");
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            browser.field("Title").focus();
            browser.page.keyboard().press("Control+z");
            assertThat(browser.field("Title")).hasValue("New on {board}");
            // The description's, which came after the title's.
            browser.page.keyboard().press("Control+z");
            browser.page.keyboard().press("Control+z");
            assertThat(browser.field("Title")).hasValue("My own");
        }
    }

    @Test
    void aSecondTemplateLeavesTheFirstOnesWordsToBeFilled() {
        words();
        template("Of the page", new Texts("", "Of {board}", ""));
        try (Browser browser = open(Screen.WIDE, "/pins/new")) {
            browser.fill("Description", "Mine").choose("Template", "Recipe").press("Fill in what is empty");
            assertThat(browser.field("Title")).hasValue("New on {board}");
            browser.choose("Template", "Of the page").press("Replace what is there");
            assertThat(browser.field("Description")).hasValue("Of {board}");
            browser.choose("Board", "Easter recipes");
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            assertThat(browser.field("Description")).hasValue("Of Easter recipes");
        }
    }

    @Test
    void whatACampaignGivesOfTheBoardIsFilledOnceItIsChosen() {
        Campaign plain = campaign("No place", Start.with(null, "https://www.example.org/easter", words()));
        try (Browser browser = open(Screen.WIDE, "/pins/new?campaign=" + plain.id)) {
            assertThat(browser.field("Title")).hasValue("New on {board}");
            browser.choose("Board", "Easter recipes");
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            browser.choose("Campaign", "None").choose("Board", "Choose…");
            assertThat(browser.field("Title")).hasValue("");
            browser.choose("Campaign", "No place");
            assertThat(browser.field("Title")).hasValue("New on {board}");
            assertThat(browser.page.locator("[data-begun] [role=status]"))
                    .hasText("From the campaign: Title, Description, Destination link.");
            browser.choose("Board", "Easter recipes");
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            browser.choose("Board", "Weeknight baking");
            assertThat(browser.field("Title")).hasValue("New on Weeknight baking");
            assertThat(browser.field("Description")).hasValue("Read it at example.org.\nNo place");
        }
    }

    @Test
    void withoutScriptTheSameIsDoneByButtons() {
        words();
        try (Browser browser = open(Screen.PHONE.withoutScript(), "/pins/new")) {
            browser.shot("words-composer");
            browser.fill("Title", "My own").choose("Snippet", "Hashtags").press("Add to the end of the title");
            assertThat(browser.field("Title")).hasValue("My own #lemon 🍋 #tart");
            browser.choose("Template", "Recipe").press("Fill in what is empty");
            assertThat(browser.field("Description")).hasValue("Read it at {link host}.\n{campaign}");
            browser.press("Replace what is there");
            assertThat(browser.field("Title")).hasValue("New on {board}");
            assertThat(browser.page.locator("#description-error")).containsText("{link host}, {campaign}");
            browser.shot("words-filled");
        }
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void aCampaignsDraftsBeginWithWhatItGives(Screen screen) {
        Campaign easter = easter(words());
        try (Browser browser = open(screen, "/pins/new?campaign=" + easter.id)) {
            assertThat(browser.field("Title")).hasValue("New on Easter recipes");
            assertThat(browser.field("Destination link")).hasValue("https://www.example.org/easter");
            browser.mustBeAccessible().shot("words-begun");
            browser.go("/campaigns/" + easter.id + "/edit");
            browser.awake().mustBeAccessible().shot("words-campaign-form");
            browser.go("/campaigns/" + easter.id);
            browser.awake().mustBeAccessible().shot("words-campaign");
            browser.go("/media");
            browser.awake().mustBeAccessible().shot("words-media");
        }
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void aCampaignThatIsChosenFillsWhatNobodyTyped(Screen screen) {
        easter(words());
        campaign("Balcony", Start.with(kitchen.balcony, "https://www.example.org/balcony", null));
        campaign("Plain", Start.none());
        try (Browser browser = open(screen, "/pins/new")) {
            Locator said = browser.page.locator("[data-begun] [role=status]");
            browser.fill("Title", "My own");
            browser.field("Campaign").focus();
            browser.choose("Campaign", "Easter");
            assertThat(said).hasText("From the campaign: Description, Destination link, Account, Board.");
            assertThat(browser.field("Title")).hasValue("My own");
            assertThat(browser.field("Description")).hasValue("Read it at example.org.\nEaster");
            assertThat(browser.field("Destination link")).hasValue("https://www.example.org/easter");
            assertThat(browser.field("Board")).hasValue(kitchen.recipes.id.toString());
            assertThat(browser.field("Account")).hasValue(kitchen.garden.id.toString());
            assertThat(browser.field("Campaign")).isFocused();
            browser.mustBeAccessible().shot("words-begun-later");
            // Nobody typed what the first one gave: the second one's stands in its place.
            browser.choose("Campaign", "Balcony");
            assertThat(said).hasText("From the campaign: Destination link, Account, Board. Taken back: Description.");
            assertThat(browser.field("Board")).hasValue(kitchen.balcony.id.toString());
            browser.fill("Destination link", "https://www.example.org/mine").choose("Campaign", "Plain");
            assertThat(said).hasText("Taken back: Account, Board.");
            assertThat(browser.field("Destination link")).hasValue("https://www.example.org/mine");
            assertThat(browser.field("Board")).hasValue("");
            browser.choose("Account", "Kitchen Garden").choose("Campaign", "Balcony");
            assertThat(said).isEmpty();
            assertThat(browser.field("Account")).hasValue(kitchen.garden.id.toString());
            assertThat(browser.field("Board")).hasValue("");
            browser.press("Fill in what the campaign gives");
            assertThat(said).hasText("It gives nothing to what is still empty here.");
        }
    }

    @Test
    void whatThePageBeganWithMakesRoomForAnotherCampaigns() {
        Campaign easter = easter(words());
        campaign("Balcony", Start.with(kitchen.balcony, "", null));
        try (Browser browser = open(Screen.WIDE, "/pins/new?campaign=" + easter.id)) {
            browser.fill("Title", "My own").choose("Campaign", "Balcony");
            assertThat(browser.page.locator("[data-begun] [role=status]"))
                    .hasText("From the campaign: Account, Board. Taken back: Description, Destination link.");
            assertThat(browser.field("Title")).hasValue("My own");
        }
    }

    @Test
    void quickAddInACampaign() {
        Campaign easter = easter(words());
        try (Browser browser = open(Screen.WIDE, "/calendar?view=month&campaign=" + easter.id)) {
            browser.page.locator("[data-day]:not([data-past]) > .add").first().click();
            assertThat(browser.page.locator("#quick-start"))
                    .hasText(
                            "What you leave empty begins with board “Easter recipes”, link https://www.example.org/easter,"
                                    + " template “Recipe”");
            browser.mustBeAccessible().shot("words-quick");
            browser.page
                    .locator(".quick")
                    .getByText("Add", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(browser.page.locator(".chip-title")).hasText("New on Easter recipes");
            assertThat(browser.page.locator("#quick-campaign")).hasValue(easter.id.toString());
            browser.page.locator("#quick-campaign").selectOption("");
            assertThat(browser.page.locator("#quick-start")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void thePageOfWordsEmptyAndFull(Screen screen) {
        try (Browser browser = open(screen, "/settings/words")) {
            browser.mustBeAccessible().shot("words-none");
            words();
            snippet("W".repeat(100), "W".repeat(800));
            snippet("A block of hashtags for everything that is baked", "#lemon #tart #baking ".repeat(30));
            template("Very long", new Texts("T".repeat(100), LONG, "{account}: " + LONG.substring(0, 400)));
            browser.go("/settings/words");
            browser.awake().mustBeAccessible().shot("words-full");
            browser.follow("Very long");
            browser.awake().mustBeAccessible().shot("words-template");
            browser.fill("Title", "{colour}").press("Save template");
            browser.awake().mustBeAccessible().shot("words-template-wrong");
            browser.go("/settings/words");
            browser.follow("Hashtags");
            browser.awake().mustBeAccessible().shot("words-snippet");
            browser.press("Delete");
            browser.awake().mustBeAccessible().shot("words-delete");
            browser.go("/pins/new");
            insert(browser.awake(), "the description").click();
            browser.mustBeAccessible().shot("words-insert-long");
        }
    }
}
