package pinplan.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Two people talking about a pin, each in their own browser. */
@QuarkusTest
class CommentsInBrowserTest {
    /** An open page asks every ten seconds. */
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.inReview("Lemon tart");

    private Browser open(Role role, Screen screen) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(role));
        browser.go("/pins/" + pin.id);
        return browser.awake();
    }

    @Test
    void whatAnotherSaysAppearsAndTakesNothingThatIsBeingTyped() {
        try (Browser creator = open(Role.CREATOR, Screen.WIDE);
                Browser approver = open(Role.APPROVER, Screen.WIDE)) {
            creator.fill("Comment", "Which board?").press("Post comment");
            assertThat(approver.page.locator(".comment > .told")).hasText("Which board?", SOON);
            approver.page.locator(".reply > summary").click();
            Locator answer = approver.page.locator(".reply textarea");
            answer.fill("Easter, I th");
            approver.page.locator("h1").click();
            approver.page.waitForResponse(
                    asked -> asked.request().headers().containsKey("pinplan-live"),
                    () -> creator.fill("Comment", "And when?").press("Post comment"));
            assertThat(answer).hasValue("Easter, I th");
            answer.fill("Easter, I think");
            approver.press("Send the answer");
            assertThat(approver.page.locator(".comment > .told"))
                    .hasText(new String[] {"Which board?", "Easter, I think", "And when?"});
            approver.mustBeQuiet();
        }
    }

    @Test
    void whatWasRefusedAsEmptyIsRedNoMoreOnceSomethingIsWritten() {
        try (Browser creator = open(Role.CREATOR, Screen.PHONE)) {
            creator.press("Post comment");
            assertThat(creator.page.locator("#comment-error")).hasText("Write something.");
            creator.awake().mustBeAccessible().shot("comment-empty");
            creator.fill("Comment", "   ");
            assertThat(creator.page.locator("#comment-error")).isVisible();
            creator.fill("Comment", "Which");
            assertThat(creator.page.locator("#comment-error")).hasCount(0);
            assertThat(creator.page.locator(".speak .bad, .speak [aria-invalid]"))
                    .hasCount(0);
            creator.mustBeAccessible();
        }
    }

    @Test
    void onAPhoneWhoReadsItIsExplainedBelowItsName() {
        try (Browser creator = open(Role.CREATOR, Screen.PHONE)) {
            for (Locator choice : creator.page.locator(".audience > .check").all()) {
                var name = Browser.box(choice.locator("label"));
                var words = Browser.box(choice.locator(".muted"));
                org.assertj.core.api.Assertions.assertThat(words.x).isEqualTo(name.x);
                org.assertj.core.api.Assertions.assertThat(words.y).isGreaterThanOrEqualTo(name.y + name.height);
            }
        }
    }

    /** An address that leads to an earlier one stays with it, whatever is said meanwhile. */
    @Test
    void ofManyTheLatestAppearAndAnEarlierOneStays() {
        Comment first = Kitchen.write(() -> {
            Comment begun = begin("Number 0");
            for (int number = 1; number < 30; number++) {
                begin("Number " + number);
            }
            return begun;
        });
        try (Browser approver = open(Role.APPROVER, Screen.WIDE);
                Browser reader = open(Role.VIEWER, Screen.PHONE)) {
            reader.go("/pins/" + pin.id + "/comments/" + first.id);
            assertThat(reader.page.locator("#comment-" + first.id)).isInViewport();
            reader.awake();
            Kitchen.write(() -> begin("The newest"));
            assertThat(approver.page.locator(".thread .told").last()).hasText("The newest", SOON);
            assertThat(approver.page.locator(".thread")).hasCount(25);
            reader.page.waitForResponse(asked -> asked.request().headers().containsKey("pinplan-live"), () -> {});
            assertThat(reader.page.locator("#comment-" + first.id)).isVisible();
            reader.shot("comments-earlier").mustBeAccessible();
            approver.mustBeQuiet();
        }
    }

    @Test
    void controlAndEnterSayIt() {
        try (Browser creator = open(Role.CREATOR, Screen.WIDE)) {
            creator.awake().fill("Comment", "By keys");
            creator.field("Comment").press("Control+Enter");
            assertThat(creator.page.locator(".thread .told")).hasText("By keys");
        }
    }

    @Test
    void whatIsRefusedIsWhereThePageComesBack() {
        for (Screen screen : List.of(Screen.PHONE, Screen.PHONE.withoutScript())) {
            try (Browser creator = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
                creator.go("/pins/" + pin.id);
                creator.fill("Comment", "é".repeat(5200));
                creator.button("Post comment").click();
                assertThat(creator.page.locator("main > .notice.bad")).containsText("at most 5,000 characters");
                assertThat(creator.field("Comment")).isFocused();
                assertThat(creator.field("Comment")).isInViewport();
                assertThat(creator.page.locator("#comment-error")).isInViewport();
            }
        }
    }

    @Test
    void aCommentIsPinnedToASpotOnThePicture() {
        try (Browser creator = open(Role.CREATOR, Screen.WIDE);
                Browser approver = open(Role.APPROVER, Screen.PHONE)) {
            creator.page.getByText("About a spot on the picture").click();
            Locator form = creator.page.locator(".speak");
            Locator picture = form.locator(".spot-on");
            picture.focus();
            creator.page.keyboard().press("Enter");
            creator.page.keyboard().press("ArrowUp");
            assertThat(form.locator("[data-told]")).hasText("The spot is 50 % from the left and 48 % from the top.");
            creator.mustBeAccessible();
            creator.fill("Comment", "The crust is burnt here.").press("Post comment");
            Locator spot = creator.page.locator(".comment .pointed circle");
            assertThat(spot).hasAttribute("cx", "500");
            assertThat(spot).hasAttribute("cy", "720");
            assertThat(approver.page.locator(".comment .pointed svg"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            approver.mustBeAccessible().mustBeQuiet();
            creator.shot("comment-spot");
            approver.shot("comment-spot-phone");
        }
    }

    private Comment begin(String text) {
        return Comment.begin(pin, Audience.INTERNAL, text, kitchen.actor(Role.CREATOR), Kitchen.now());
    }

    @Test
    void theyAreForEverybody() {
        for (Screen screen : Screen.all()) {
            look(screen);
        }
    }

    private void look(Screen screen) {
        try (Browser creator = open(Role.CREATOR, screen)) {
            creator.fill("Comment", "Which board? " + "Donaudampfschifffahrtsgesellschaft".repeat(4))
                    .press("Post comment");
            creator.fill("Comment", "The client wants\nanother picture")
                    .page
                    .locator("#audience-EXTERNAL")
                    .check();
            creator.shot("comments-external-" + screen);
            creator.press("Post comment");
            creator.page.locator(".edit > summary").first().click();
            creator.mustBeAccessible();
            creator.shot("comments-" + screen);
        }
    }
}
