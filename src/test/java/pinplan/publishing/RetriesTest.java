package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.publer.sandbox.Sandbox;
import pinplan.support.Browser;
import pinplan.support.Page;
import pinplan.support.Screen;
import pinplan.team.Role;
import pinplan.web.Formats;

/** What failed for one cause stands together, and is tried again together once the cause is mended. */
@QuarkusTest
class RetriesTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private final Connected desk = new Connected();

    static Stream<Screen> screens() {
        return Screen.all().stream().flatMap(screen -> Stream.of(screen, screen.withoutScript()));
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Long failed(int minutesAhead, Fault fault, String said) {
        Long pin = desk.approvedPin(minutesAhead);
        Long order = desk.publication(pin).id;
        Connected.change(() -> Publication.locked(order).rejected(fault, said, Connected.now()));
        return pin;
    }

    private Page page() {
        return desk.people.as(Role.APPROVER).get("/publishing");
    }

    @Test
    void theyStandTogetherByTheirCause() {
        failed(60, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        failed(61, Fault.TEXT, "The title is too long.");
        failed(62, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Page page = page();
        assertThat(page.document.select("#asking ~ * h3").eachText()).containsExactly("Account 2", "Text 1");
        assertThat(page.document.select("form[action=/publishing/retry] button").eachText())
                .as("a text does not mend itself")
                .containsExactly("Retry these 2");
    }

    @Test
    void onePressTriesAllOfThemAgainAndNoOthers() {
        Long first = failed(60, Fault.UNREACHABLE, "No connection to Publer could be made.");
        Long second = failed(61, Fault.UNREACHABLE, "No connection to Publer could be made.");
        Long text = failed(62, Fault.TEXT, "The title is too long.");
        Page page = page();
        Long later = failed(63, Fault.UNREACHABLE, "No connection to Publer could be made.");

        Page after = page.form("Retry these 2").submit();
        assertThat(after.text())
                .contains("2 pins are tried again, each at a minute of its own, the first at " + told(first) + ".");
        desk.pass(Duration.ofSeconds(60));
        assertThat(List.of(desk.status(first), desk.status(second))).containsOnly(PinStatus.SCHEDULED);
        assertThat(List.of(desk.status(text), desk.status(later))).containsOnly(PinStatus.FAILED);
        assertThat(desk.posts()).hasSize(2);
    }

    /** Another minute of a day that is full helps none of them. */
    @Test
    void whatIsTooMuchForItsDayIsNotTriedAgain() {
        failed(60, Fault.CAP, "The account already has 36 pins in 24 hours around this time; 36 are allowed.");
        failed(61, Fault.CAP, "The account already has 36 pins in 24 hours around this time; 36 are allowed.");
        Page page = page();
        assertThat(page.document.select("#asking ~ * h3").eachText()).containsExactly("Daily limit 2");
        assertThat(page.document.select("form[action=/publishing/retry]")).isEmpty();
        assertThat(page.text()).contains("Choose a time on a less full day.");
    }

    /** Their times have passed: none goes out in another's minute, and nothing in a burst. */
    @Test
    void whatIsLateGetsMinutesOfItsOwn() {
        Long first = failed(60, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Long second = failed(61, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Connected.bean(Clocks.class).shift(Duration.ofHours(3));
        page().form("Retry these 2").submit();
        desk.pass(Duration.ofMinutes(6));
        assertThat(List.of(desk.status(first), desk.status(second))).containsOnly(PinStatus.PUBLISHED);
        assertThat(desk.posts().stream().map(post -> post.scheduledAt()).distinct())
                .hasSize(2);
    }

    /** Nothing is tried then, so nothing is said to be; and its time is another one by now. */
    @Test
    void whilePausedItSaysThatItWaitsAndForWhichTime() {
        Long late = failed(5, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Connected.bean(Clocks.class).shift(Duration.ofHours(3));
        page().form("Pause publishing").fill("Why", "A crisis").submit();
        Page after = page().at("/publishing/retry").submit();
        assertThat(after.document.select(".flash").text())
                .isEqualTo("1 pin is tried again once publishing is resumed, at " + told(late) + ".");
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.posts()).isEmpty();
    }

    private String told(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Formats.moment(Pin.<Pin>findById(pin).publishAt(), desk.people.workspace.zone));
    }

    /** Where it is done, beside what is to be done. */
    @Test
    void eachLeadsToWhereItIsMended() {
        Long board = failed(60, Fault.BOARD, "Pinterest no longer has this board.");
        failed(61, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Long text = failed(62, Fault.TEXT, "The title is too long.");
        assertThat(page().document.select("#asking ~ * .queue .actions > .button").stream()
                        .map(way -> way.ownText() + " " + way.attr("href")))
                .containsExactly(
                        "Choose another board /pins/" + board + "#board",
                        "See the accounts /boards",
                        "Correct the text /pins/" + text + "#title");
        assertThat(desk.people.as(Role.VIEWER).get("/publishing").document.select(".queue .actions > .button"))
                .isEmpty();
    }

    @Test
    void whatSomebodyElseTriedMeanwhileIsNotTriedTwice() {
        Long first = failed(60, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Long second = failed(61, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Page page = page();
        desk.change(first, pin -> pin.retry(desk.approver(), Connected.now()));
        Page after = page.form("Retry these 2").submit();
        assertThat(after.text())
                .contains("1 pin is tried again, at ", " Not tried: “", "Only an approved pin that failed");
        desk.pass(Duration.ofSeconds(60));
        assertThat(desk.posts()).hasSize(2);
        assertThat(desk.status(second)).isEqualTo(PinStatus.SCHEDULED);
    }

    @Test
    void oneThatWasDeletedMeanwhileDoesNotKeepTheOthers() {
        Long first = failed(60, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Long second = failed(61, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        Page page = page();
        desk.change(first, pin -> pin.delete(desk.creator(), Connected.now()));
        Page after = page.form("Retry these 2").submit();
        assertThat(after.text())
                .contains("1 pin is tried again, at ", " Not tried: “")
                .contains("It was deleted meanwhile.");
        desk.pass(Duration.ofSeconds(60));
        assertThat(desk.status(second)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void nothingChosenAndForeignPinsAreNoTrouble() {
        var people = desk.people.as(Role.APPROVER);
        assertThat(people.sending().post("/publishing/retry").statusCode()).isEqualTo(303);
        Long foreign = new Connected().approvedPin(60);
        assertThat(people.sending()
                        .formParam("pin", foreign)
                        .post("/publishing/retry")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatNeedsSomebodyInARealBrowser(Screen screen) {
        failed(60, Fault.ACCOUNT, "Pinterest asks for a new sign-in. ".repeat(6).strip());
        failed(61, Fault.ACCOUNT, "Pinterest asks for a new sign-in.");
        failed(62, Fault.TEXT, "The title is too long.");
        try (Browser browser = Browser.open(screen).signedIn(desk.people.signIn(Role.APPROVER))) {
            browser.go("/publishing");
            if (screen.runsScript()) {
                browser.mustBeAccessible().shot("needs-someone");
            }
            browser.press("Retry these 2");
            browser.page.getByText("2 pins are tried again").waitFor();
            assertThat(browser.page.locator("#kind-account").count()).isZero();
            assertThat(browser.page.locator("#kind-text").count()).isEqualTo(1);
        }
    }
}
