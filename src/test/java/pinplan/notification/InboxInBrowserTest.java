package pinplan.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What one says reaches another's inbox while they look at something else. */
@QuarkusTest
class InboxInBrowserTest {
    /** Told at most once a second, and asked for then; the machine may be busy with other tests. */
    private static final LocatorAssertions.HasTextOptions AT_ONCE =
            new LocatorAssertions.HasTextOptions().setTimeout(5000);

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.inReview("Lemon tart");

    private Browser open(Role role, Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(role));
        browser.go(path);
        return browser.awake();
    }

    private static Locator badge(Browser browser) {
        return browser.page.locator("#bell .badge");
    }

    @Test
    void aMentionByKeyboardReachesTheInboxOfAnotherLive() {
        String viewer = kitchen.people.member(Role.VIEWER).name;
        try (Browser creator = open(Role.CREATOR, Screen.WIDE, "/pins/" + pin.id);
                Browser elsewhere = open(Role.VIEWER, Screen.WIDE, "/campaigns");
                Browser inbox = open(Role.VIEWER, Screen.WIDE, "/inbox")) {
            assertThat(badge(elsewhere)).isHidden();
            creator.field("Comment").focus();
            creator.page.keyboard().type("Look, @the v");
            Locator names = creator.page.getByRole(com.microsoft.playwright.options.AriaRole.LISTBOX);
            assertThat(names.locator("li")).hasText(new String[] {viewer});
            creator.page.keyboard().press("Escape");
            assertThat(names).hasCount(0);
            creator.page.keyboard().press("Backspace");
            assertThat(names.locator("li")).hasCount(5);
            creator.mustBeAccessible();
            creator.shot("mention");
            for (int steps = 0;
                    steps < 10
                            && !names.locator("[aria-selected=true]")
                                    .innerText()
                                    .equals(viewer);
                    steps++) {
                creator.page.keyboard().press("ArrowDown");
            }
            creator.page.keyboard().press("Enter");
            assertThat(creator.field("Comment")).hasValue("Look, @" + viewer + " ");
            assertThat(names).hasCount(0);
            creator.page.keyboard().type("please");
            creator.press("Post comment");
            assertThat(badge(elsewhere)).hasText("1 unread", AT_ONCE);
            assertThat(inbox.page.locator(".news-words > p").first()).containsText("mentioned you on Lemon tart");
            assertThat(creator.page.locator(".comment .mention")).hasText("@" + viewer);
            inbox.follow("Lemon tart");
            assertThat(inbox.page.locator(".comment:target")).containsText("please");
            assertThat(badge(inbox)).isHidden();
            elsewhere.reload();
            assertThat(badge(elsewhere)).isHidden();
        }
    }

    @Test
    void whoOpensThePinAnotherWayHasReadIt() {
        try (Browser browser = open(Role.APPROVER, Screen.WIDE, "/calendar")) {
            assertThat(badge(browser)).hasText("1 unread");
            browser.go("/pins/" + pin.id);
            assertThat(badge(browser)).isHidden();
            browser.go("/inbox");
            assertThat(browser.page.locator(".news.unread")).hasCount(0);
        }
    }

    @Test
    void theyAreForEverybody() {
        kitchen.approved("Apple tart");
        kitchen.approved("Basil pesto");
        Pin failed = kitchen.approved("Carrot cake");
        kitchen.verb(failed, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        kitchen.verb(
                pin,
                Role.APPROVER,
                (p, by, now) -> p.requestChanges(
                        "Another picture, please: this one was shot against the window, and of the tart itself one sees its edge.",
                        by,
                        now));
        for (Screen screen : Screen.all()) {
            try (Browser creator = open(Role.CREATOR, screen, "/inbox")) {
                creator.shot("inbox").mustBeAccessible();
                creator.page.locator(".news summary").first().click();
                creator.shot("inbox-unfolded").mustBeAccessible();
                creator.go("/settings/notifications");
                creator.shot("notifications").mustBeAccessible();
                if (screen == Screen.PHONE) {
                    creator.press("More");
                    assertThat(badge(creator)).isVisible();
                    creator.shot("bell").mustBeAccessible();
                }
            }
        }
    }

    @Test
    void theWayOutOfMailsIsForEverybody() {
        String token = new OptOutSample().in(kitchen.people);
        for (Screen screen : Screen.all()) {
            try (Browser nobody = Browser.open(screen)) {
                nobody.go("/unsubscribe/" + token);
                nobody.shot("unsubscribe").mustBeAccessible();
                nobody.press("Turn these mails off");
                nobody.shot("unsubscribed").mustBeAccessible();
            }
        }
    }

    @Test
    void withoutScriptItIsAListWithButtons() {
        try (Browser creator =
                Browser.open(Screen.PHONE.withoutScript()).signedIn(kitchen.people.signIn(Role.APPROVER))) {
            creator.go("/inbox");
            assertThat(creator.page.locator(".news.unread")).hasCount(1);
            creator.press("Mark all as read");
            assertThat(creator.page.locator(".news.unread")).hasCount(0);
        }
    }
}
