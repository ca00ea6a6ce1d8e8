package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.board.Board;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What changed, at a glance; and the way back. */
@QuarkusTest
class RevisionsInBrowserTest {
    private static final String WORDY =
            "A title that goes on and on until it reaches the hundred that fit, which is a long way for one";
    private static final String LONG =
            "Whisk the eggs with the sugar until they are pale, then fold in the lemon curd, "
                    + "the flour and a pinch of salt, and bake it all for half an hour at a hundred and eighty degrees. "
                    + "Let it cool in its tin, turn it out, and dust it with sugar once nobody wants to wait any longer. "
                    + "It keeps for three days, if it ever gets that far, under a cloth and out of the sun.";

    private final Kitchen kitchen = new Kitchen();

    static List<Screen> screens() {
        return Screen.all();
    }

    /** Approved by the approver, then another one in everything, and sent again. */
    private Pin changedSinceApproved() {
        Pin pin = kitchen.approved("Lemon tart");
        edit(
                pin,
                "Lemon tart",
                LONG,
                kitchen.recipes,
                List.of(shot(Color.GREEN, "A slice"), shot(Color.BLUE, "A fork")));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        edit(
                pin,
                WORDY,
                LONG.replace("lemon curd", "lime curd, which is not for everybody,"),
                kitchen.baking,
                List.of(shot(Color.RED, "A slice, from above, with a fork beside it and a cloth below")));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        return pin;
    }

    private Shot shot(Color colour, String altText) {
        return new Shot(kitchen.picture(colour), altText);
    }

    private void edit(Pin pin, String title, String description, Board board, List<Shot> shots) {
        kitchen.verb(
                pin,
                Role.CREATOR,
                (p, by, now) -> p.edit(
                        new PinFields(
                                title,
                                description,
                                p.link(),
                                p.account(),
                                board,
                                null,
                                p.planned().local(),
                                shots),
                        by,
                        now));
    }

    private static void besideEachOther(Locator pictures) {
        BoundingBox before = Browser.box(pictures.locator(".side").first());
        BoundingBox after = Browser.box(pictures.locator(".side").last());
        assertThat(after.x).isGreaterThanOrEqualTo(before.x + before.width);
        assertThat(after.y).isEqualTo(before.y);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatChangedSinceYouApprovedItIsSeenBesideWhatItWas(Screen screen) {
        Pin pin = changedSinceApproved();
        try (Browser approver = Browser.open(screen).signedIn(kitchen.people.signIn(Role.APPROVER))) {
            for (String path : List.of("/review", "/pins/" + pin.id)) {
                approver.go(path);
                approver.awake();
                assertThat(approver.page.locator(".since h3")).containsText("What changed since you approved it");
                besideEachOther(approver.page.locator(".since .pictures"));
                approver.unfold("All of it");
                assertThat(approver.page.locator(".since .whole .words").first())
                        .containsText("under a cloth and out of the sun");
                approver.unfold("All of it");
                approver.shot("diff" + path.replaceAll("[0-9/]+", "-")).mustBeAccessible();
            }
        }
        try (Browser owner = Browser.open(screen).signedIn(kitchen.people.signIn(Role.OWNER))) {
            owner.go("/review");
            assertThat(owner.page.locator(".since h3")).containsText("What changed since it was approved");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void oneIsComparedAndRestored(Screen screen) {
        Pin pin = changedSinceApproved();
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        try (Browser creator = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            creator.go("/pins/" + pin.id);
            creator.awake();
            creator.follow("Revisions: 3").awake();
            creator.shot("revisions").mustBeAccessible();
            creator.choose("Revision", "1").choose("Compared with", "3").press("Compare");
            creator.awake();
            besideEachOther(creator.page.locator("[aria-labelledby=compared] .pictures"));
            creator.shot("revisions-compared").mustBeAccessible();
            creator.press("Restore revision 2");
            assertThat(creator.page.locator("dialog.ask")).containsText("Make the pin what it was in revision 2?");
            creator.shot("revisions-restore").mustBeAccessible();
            creator.page.locator("dialog.ask .danger").click();
            assertThat(creator.page.locator(".flash")).containsText("Revision 2 is restored. The approval is void.");
            assertThat(creator.status()).isEqualTo("Draft");
            assertThat(creator.field("Title")).hasValue("Lemon tart");
            assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
            creator.follow("Revisions: 4").awake();
            assertThat(creator.page.locator("#revision-4")).containsText("Restored from revision 2");
            creator.shot("revisions-restored").mustBeAccessible();
        }
    }

    @Test
    void withoutScriptItIsTheSame() {
        Pin pin = changedSinceApproved();
        try (Browser creator =
                Browser.open(Screen.PHONE.withoutScript()).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            creator.go("/pins/" + pin.id + "/revisions");
            creator.choose("Revision", "1").choose("Compared with", "2").press("Compare");
            assertThat(creator.page.locator("#compared")).hasText("From revision 1 to revision 2");
            creator.shot("revisions");
            creator.unfold("Restore revision 1").press("Restore revision 1");
            assertThat(creator.page.locator(".flash")).containsText("Revision 1 is restored.");
        }
    }
}
