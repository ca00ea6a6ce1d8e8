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
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Sandbox;
import pinplan.support.Browser;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A pin of which nobody knows whether it is out, in the hands of a person: nothing is decided by a slip. */
@QuarkusTest
class UnknownOutcomeTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private final Connected desk = new Connected();
    private String theirs;

    static Stream<Screen> screens() {
        return Screen.all().stream().flatMap(screen -> Stream.of(screen, screen.withoutScript()));
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    /** Its request was lost, and somebody else's post is in its minute: the machine may not decide. */
    private Long doubtful() {
        Long pin = desk.approvedPin(60);
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        desk.pass(Duration.ofSeconds(10));
        theirs = desk.stage.foreignPost(
                desk.publerAccount,
                desk.publication(pin).publishAt,
                "Ten slices, no oven",
                "https://example.org/other");
        desk.pass(Duration.ofMinutes(9));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        return pin;
    }

    private String address(Long pin) {
        return "/publishing/" + desk.publication(pin).id;
    }

    @Test
    void thatItIsNotThereHasToBeTyped() {
        Long pin = doubtful();
        Pages approver = desk.people.as(Role.APPROVER);
        Page refused = approver.get(address(pin))
                .form("Send it again")
                .fill("Type “not there” to confirm", "yes")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Type “not there” to confirm")).contains("when you have looked");
        assertThat(refused.value("Type “not there” to confirm")).isEqualTo("yes");
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);

        refused.form("Send it again")
                .fill("Type “not there” to confirm", " Not there ")
                .submit();
        assertThat(desk.publication(pin).state()).isEqualTo(pinplan.pin.Publishing.PENDING);
    }

    /** Too early is too early, whatever the clock of the application says. */
    @Test
    void aClockThatIsAheadMakesNothingAbsent() {
        desk.stage.fault(Fault.LOSE_ANSWER, 1);
        Long pin = desk.approvedPin(60);
        Connected.bean(Dispatcher.class).tick();
        Connected.bean(Clocks.class).drift(Duration.ofMinutes(10));
        String answer = desk.people
                .as(Role.APPROVER)
                .sending()
                .formParam("confirm", "not there")
                .post(address(pin) + "/not-there")
                .asString();
        assertThat(answer).contains("may still arrive at Publer");
        assertThat(desk.publication(pin).state()).isEqualTo(pinplan.pin.Publishing.IN_DOUBT);
    }

    /** Also when that is nothing new. */
    @Test
    void whoAsksForAnotherLookHearsWhatItFinds() {
        Long pin = doubtful();
        Pages approver = desk.people.as(Role.APPROVER);
        approver.get(address(pin)).form("Look again").submit();
        desk.pass(Duration.ofSeconds(10));
        assertThat(found(approver, pin))
                .startsWith(
                        "Looked at Publer again, and still unknown: Publer's list does not have it as it was approved,"
                                + " only post " + theirs + ", which may be it.");
        desk.stage.deletePost(theirs);
        approver.get(address(pin)).form("Look again").submit();
        desk.pass(Duration.ofSeconds(10));
        assertThat(found(approver, pin))
                .startsWith("Looked at Publer again, and still unknown: Publer's list does not have it.");
        desk.pass(Duration.ofMinutes(6));
        assertThat(approver.get(address(pin)).document.select(".history").text().split("Looked at Publer again"))
                .as("nobody asked for more")
                .hasSize(3);
    }

    private String found(Pages who, Long pin) {
        return who.get(address(pin)).document.select(".history > li:last-child").text();
    }

    @Test
    void orItBecomesADraft() {
        Long pin = doubtful();
        Pages approver = desk.people.as(Role.APPROVER);
        approver.get(address(pin))
                .form("Make it a draft")
                .fill("Type “not there” to confirm", "not there")
                .submit();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.posts()).isEmpty();
    }

    /** The approval is void at once; whether anything is left to take back, nobody knows yet. */
    @Test
    void withdrawnItBecomesADraftOnceItIsKnown() {
        Long pin = doubtful();
        Page page = desk.people.as(Role.APPROVER).get("/pins/" + pin);
        assertThat(page.document.selectFirst("form[action$=/withdraw]").attr("data-confirm"))
                .endsWith("It becomes one as soon as Publer is known not to have it, or has deleted it."
                        + " If it is out by then, it stays published.");
        page = page.form("Withdraw").submit();
        assertThat(page.document.select(".flash span").text())
                .isEqualTo("Noted. It becomes a draft as soon as Publer is known not to have it, or has deleted it."
                        + " The pin keeps its time. The approval is void.");
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(page.hasButton("Withdraw")).as("it is withdrawn").isFalse();
        assertThat(List.of(
                        page.text(),
                        desk.people.as(Role.APPROVER).get(address(pin)).text()))
                .allMatch(
                        text -> text.contains("It was withdrawn or changed meanwhile: what Publer turns out to have"));
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotSaidToBeSentAgain() {
        Long pin = doubtful();
        desk.change(pin, found -> found.withdraw(desk.approver(), Connected.now()));
        Page page = desk.people.as(Role.APPROVER).get(address(pin));
        assertThat(page.hasButton("Send it again")).isFalse();
        page = page.form("It is not there")
                .fill("Type “not there” to confirm", "not there")
                .submit();
        assertThat(page.document.select(".flash span").text())
                .isEqualTo("Noted: it is not there. It was withdrawn or changed meanwhile,"
                        + " so this order ends after one more look at Publer.");
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.publication(pin).state()).isEqualTo(pinplan.pin.Publishing.CANCELLED);
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsSaidBesideIt() {
        Page page = desk.people.as(Role.APPROVER).get(address(doubtful()));
        for (String link :
                List.of("a.".repeat(15_000) + "pinterest.com/pin/1/", "https://pinterest.com/" + "x".repeat(2_048))) {
            Page refused = page.form("It is published")
                    .fill("Address on Pinterest", link)
                    .submit();
            assertThat(refused.status).isEqualTo(422);
            assertThat(refused.error("Address on Pinterest"))
                    .isEqualTo("Use at most 2048 characters; this has " + link.length() + ".");
        }
    }

    @Test
    void itIsPublishedOnPinterestAndNowhereElse() {
        Long pin = doubtful();
        Page page = desk.people.as(Role.APPROVER).get(address(pin));
        for (String elsewhere : List.of(
                "https://example.com/not-pinterest",
                "https://pinterest.example.com/pin/1/",
                "https://notpinterest.com/pin/1/",
                "https://example.com/pinterest.com/pin/1/",
                "https://pinterest.com@example.com/pin/1/",
                "https://.pinterest.com/pin/1/",
                "https://www..pinterest.com/pin/1/",
                "not an address")) {
            page = page.form("It is published")
                    .fill("Address on Pinterest", elsewhere)
                    .submit();
            assertThat(page.status).as(elsewhere).isEqualTo(422);
            assertThat(page.error("Address on Pinterest")).contains("not an address on Pinterest");
            assertThat(page.value("Address on Pinterest")).isEqualTo(elsewhere);
        }
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        page.form("It is published")
                .fill("Address on Pinterest", " WWW.Pinterest.co.uk/pin/1/ ")
                .submit();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.publication(pin).postLink).isEqualTo("https://WWW.Pinterest.co.uk/pin/1/");
    }

    @Test
    void aPostThatSomebodyRecognisesIsAdopted() {
        Long pin = doubtful();
        Pages approver = desk.people.as(Role.APPROVER);
        approver.get(address(pin)).form("Adopt this post " + theirs).submit();
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.publication(pin).publerPostId).isEqualTo(theirs);
        assertThat(desk.publication(pin).drift.words())
                .as("it says something else than what was approved")
                .isNotNull();
        desk.pass(Duration.ofMinutes(62));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).as("nothing was sent again").isEmpty();
    }

    /** Neither what nobody saw there nor what another pin has by now, whatever a browser sends. */
    @Test
    void onlyWhatPublerShowedInItsPlaceIsAdopted() {
        Long other = desk.approvedPin(90);
        desk.pass(Duration.ofSeconds(40));
        Long pin = doubtful();
        Pages approver = desk.people.as(Role.APPROVER);
        Page page = approver.get(address(pin));
        assertThat(page.document.select("input[name=post]").eachAttr("value")).containsExactly(theirs);
        for (String id : List.of(desk.publication(other).publerPostId, "no-such-post", "")) {
            assertThat(approver.sending()
                            .formParam("post", id)
                            .post(address(pin) + "/adopt")
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(desk.publication(pin).publerPostId).isNull();

        Connected.change(() -> Publication.update("publerPostId = ?1 where pin.id = ?2", theirs, other));
        assertThat(approver.get(address(pin)).document.select("input[name=post]"))
                .isEmpty();
    }

    /** What Publer has becomes what is approved: nothing is sent, and the next look finds no difference. */
    @Test
    void aChangeAtPublerIsAgreedTo() {
        Long pin = changedThere(60);
        Long first = desk.publication(pin).revision.id;
        Pages approver = desk.people.as(Role.APPROVER);
        Page page = approver.get(address(pin));
        assertThat(page.document.select("#changed + p + dl .side").eachText())
                .containsExactly(
                        "Approved Twelve slices, no oven.", "At Publer Other words, that nobody approved here");
        assertThat(page.text()).contains("the pin here takes over these changes, approved by you");
        // It was not this change that somebody looked at.
        assertThat(approver.sending()
                        .formParam("seen", "another")
                        .post(address(pin) + "/take-over")
                        .statusCode())
                .isEqualTo(409);
        assertThat(desk.publication(pin).drifts()).isTrue();
        page.form("Accept these changes").submit();
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        Publication order = desk.publication(pin);
        assertThat(order.revision.id).isNotEqualTo(first);
        String agreed = QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).revision().content.description());
        assertThat(agreed).isEqualTo(desk.posts().get(0).text());
        assertThat(order.drift.words()).isNull();
        assertThat(approver.get("/pins/" + pin).document.text())
                .contains("agreed to what was changed at Publer: Description");
        assertThat(desk.log().createRequests()).hasSize(1);
        desk.pass(Duration.ofMinutes(60));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
    }

    /** Somebody changed what Publer holds: the page's two other answers. */
    @Test
    void aChangeAtPublerIsLetBeOrPutBack() {
        Pages approver = desk.people.as(Role.APPROVER);
        Long let = changedThere(60);
        Page old = approver.get(address(let));
        desk.stage.editPost(desk.publication(let).publerPostId, "Words that nobody looked at");
        desk.pass(Duration.ofMinutes(11));
        assertThat(old.form("Let it go out like that").submit().text())
                .contains("It was changed at Publer once more. Look at it again before you decide.");
        assertThat(desk.publication(let).drifts()).isTrue();
        approver.get(address(let)).form("Let it go out like that").submit();
        assertThat(desk.publication(let).drifts()).isFalse();
        Long put = changedThere(90);
        approver.get(address(put)).form("Put back what was approved").submit();
        desk.pass(Duration.ofMinutes(3));
        assertThat(desk.status(put)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.publication(put).drift.words()).isNull();
        assertThat(desk.status(let)).isEqualTo(PinStatus.SCHEDULED);
    }

    private Long changedThere(int minutesAhead) {
        Long pin = desk.approvedPin(minutesAhead);
        desk.pass(Duration.ofSeconds(40));
        desk.stage.editPost(desk.publication(pin).publerPostId, "Other words, that nobody approved here");
        desk.pass(Duration.ofMinutes(11));
        assertThat(desk.publication(pin).drifts()).isTrue();
        return pin;
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aChangeAtPublerInARealBrowser(Screen screen) {
        Long pin = changedThere(60);
        try (Browser browser = Browser.open(screen).signedIn(desk.people.signIn(Role.APPROVER))) {
            browser.go(address(pin));
            if (screen.runsScript()) {
                browser.mustBeAccessible().shot("drift");
            }
            browser.press("Let it go out like that");
            browser.page.getByText("It goes out as it is at Publer").first().waitFor();
        }
        assertThat(desk.publication(pin).drifts()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void inARealBrowser(Screen screen) {
        Long pin = doubtful();
        try (Browser browser = Browser.open(screen).signedIn(desk.people.signIn(Role.APPROVER))) {
            browser.go(address(pin));
            browser.unfold("It is not there");
            browser.fill("Type “not there” to confirm", "no").press("Send it again");
            browser.page.locator(".error").first().waitFor();
            if (screen.runsScript()) {
                browser.mustBeAccessible().shot("unknown-outcome");
            }
            browser.unfold("Publer has it as another post");
            assertThat(browser.button("Adopt this post " + theirs).isVisible()).isTrue();
            if (screen.runsScript()) {
                browser.mustBeAccessible().shot("adopt");
            }
            browser.fill("Type “not there” to confirm", "not there").press("Make it a draft");
            browser.page.getByText("It is a draft again.").waitFor();
        }
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
    }
}
