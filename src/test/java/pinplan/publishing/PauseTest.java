package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.support.Browser;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Everything stands still, everybody sees why, and what became overdue goes on as a person says. */
@QuarkusTest
class PauseTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private final Connected desk = new Connected();
    private final Pages owner = Pages.signedIn(desk.people.signIn(Role.OWNER));

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Page pause(String because) {
        return owner.get("/publishing")
                .form("Pause publishing")
                .fill("Why", because)
                .submit();
    }

    /** Paused before they were handed over, and it is half an hour later now. */
    private Long[] overdue(int pins) {
        pause("The shop is closed");
        Long[] ids = new Long[pins];
        for (int i = 0; i < pins; i++) {
            ids[i] = desk.approvedPin(5 + i);
        }
        desk.pass(Duration.ofMinutes(30));
        assertThat(desk.log().createRequests()).isEmpty();
        return ids;
    }

    private String nextWeek() {
        return LocalDateTime.ofInstant(Connected.now(), desk.people.workspace.zone)
                .plusDays(7)
                .toLocalDate()
                .toString();
    }

    @Test
    void aPauseWantsAReasonAndKeepsWhatWasTyped() {
        Long shown = desk.approvedPin(60);
        Page page = pause(" ");
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Why")).contains("Say why");
        assertThat(page.says(name(shown))).isTrue();
        page = pause("x".repeat(301));
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Why")).contains("Use at most 300 characters; this has 301.");
        assertThat(page.value("Why")).hasSize(301);
        assertThat(owner.get("/calendar").says("Publishing is paused")).isFalse();
    }

    @Test
    void everyPageSaysThatItIsPausedAndWhy() {
        pause("The shop is closed");
        for (String path : List.of("/calendar", "/review", "/campaigns", "/boards", "/media", "/team", "/settings")) {
            Page page = owner.get(path);
            assertThat(page.says("Publishing is paused: The shop is closed"))
                    .as(path)
                    .isTrue();
            assertThat(page.says(desk.people.member(Role.OWNER).name)).as(path).isTrue();
        }
        Page viewer = Pages.signedIn(desk.people.signIn(Role.VIEWER)).get("/calendar");
        assertThat(viewer.says("The shop is closed")).isTrue();
        assertThat(viewer.document.select("a[href=/publishing/resume]")).isEmpty();
    }

    @Test
    void thePublishingPageSaysItOnce() {
        overdue(2);
        Page page = owner.get("/publishing");
        assertThat(page.text().split("(?i)publishing is paused", -1)).hasSize(2);
        assertThat(page.says("2 pins have become overdue.")).isTrue();
        assertThat(page.says("It waits until publishing is resumed.")).isTrue();
    }

    @Test
    void allGoOutEachInAMinuteOfItsOwn() {
        Long[] pins = overdue(3);
        Page page = owner.get("/publishing/resume")
                .form("Resume publishing")
                .set("all", "send")
                .submit();
        assertThat(page.says("Publishing is resumed.")).isTrue();
        desk.pass(Duration.ofMinutes(10));
        for (Long pin : pins) {
            assertThat(desk.status(pin)).isEqualTo(PinStatus.PUBLISHED);
        }
        List<Instant> minutes = desk.log().posts().stream()
                .map(SandboxLog.Post::scheduledAt)
                .map(at -> at.truncatedTo(ChronoUnit.MINUTES))
                .toList();
        assertThat(minutes).hasSize(3).doesNotHaveDuplicates();
    }

    /** Withdrawn where Publer can't be asked whether it has it: it is looked for later, and nobody has to choose for it. */
    @Test
    void whatWasWithdrawnIsNoneOfThem() {
        Long[] pins = overdue(2);
        Connected.change(() -> Pin.getEntityManager()
                .createNativeQuery("update publication set look_first = true where pin_id = ?1")
                .setParameter(1, pins[0])
                .executeUpdate());
        desk.change(pins[0], pin -> pin.withdraw(desk.creator(), Connected.now()));
        assertThat(desk.publication(pins[0]).recallWanted).isTrue();
        Page page = owner.get("/publishing/resume");
        assertThat(page.says(name(pins[0]))).isFalse();
        page.form("Resume publishing").set("all", "send").submit();
        desk.pass(Duration.ofMinutes(10));
        assertThat(desk.status(pins[1])).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void allBecomeDrafts() {
        Long[] pins = overdue(2);
        owner.get("/publishing/resume")
                .form("Resume publishing")
                .set("all", "draft")
                .submit();
        desk.pass(Duration.ofMinutes(5));
        for (Long pin : pins) {
            assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        }
        assertThat(desk.log().createRequests()).isEmpty();
    }

    @Test
    void eachAsItIsChosen() {
        Long[] pins = overdue(3);
        String date = nextWeek();
        owner.get("/publishing/resume")
                .form("Resume publishing")
                .set("all", "each")
                .set("choice-" + pins[0], "SEND")
                .set("choice-" + pins[1], "TIME")
                .set("date-" + pins[1], date)
                .set("time-" + pins[1], "09:30")
                .set("choice-" + pins[2], "DRAFT")
                .submit();
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pins[0])).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.status(pins[1])).isEqualTo(PinStatus.APPROVED);
        assertThat(desk.publication(pins[1]).publishAt)
                .isEqualTo(LocalDateTime.parse(date + "T09:30")
                        .atZone(desk.people.workspace.zone)
                        .toInstant());
        assertThat(desk.status(pins[2])).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void oneBadTimeAndNothingIsChangedAndNothingTypedIsLost() {
        Long[] pins = overdue(2);
        Page page = owner.get("/publishing/resume")
                .form("Resume publishing")
                .set("all", "each")
                .set("choice-" + pins[0], "DRAFT")
                .set("choice-" + pins[1], "TIME")
                .set("date-" + pins[1], "2020-01-01")
                .set("time-" + pins[1], "09:30")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.says("This time has passed")).isTrue();
        assertThat(page.document.getElementById("date-" + pins[1]).val()).isEqualTo("2020-01-01");
        assertThat(page.document
                        .getElementById("choice-" + pins[0])
                        .selectFirst("option[selected]")
                        .val())
                .isEqualTo("DRAFT");
        assertThat(desk.status(pins[0])).isEqualTo(PinStatus.APPROVED);
        assertThat(owner.get("/calendar").says("Publishing is paused")).isTrue();
    }

    @Test
    void whatBecameOverdueAfterThePageWasOpenedIsAskedToo() {
        overdue(1);
        Page opened = owner.get("/publishing/resume");
        Long late = desk.approvedPin(4);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(6));
        Page page = opened.form("Resume publishing").submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.says("It became overdue just now")).isTrue();
        assertThat(page.document.getElementById("choice-" + late)).isNotNull();
    }

    static List<Screen> screens() {
        return List.of(Screen.WIDE, Screen.PHONE.withoutScript());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aPersonPausesAndResumes(Screen screen) {
        Long[] pins = {desk.approvedPin(5), desk.approvedPin(6)};
        try (Browser browser = Browser.open(screen).signedIn(desk.people.signIn(Role.OWNER))) {
            browser.go("/publishing");
            browser.unfold("Pause publishing").fill("Why", "The shop is closed").press("Pause publishing");
            look(browser, screen, "pause");
            desk.pass(Duration.ofMinutes(30));
            browser.go("/calendar");
            browser.follow("Resume").choose("What happens to " + name(pins[1]), "Make it a draft again");
            look(browser, screen, "resume");
            browser.press("Resume publishing");
            look(browser, screen, "resumed");
        }
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.status(pins[0])).isEqualTo(PinStatus.PUBLISHED);
        assertThat(desk.status(pins[1])).isEqualTo(PinStatus.DRAFT);
    }

    private static void look(Browser browser, Screen screen, String name) {
        if (screen.runsScript()) {
            browser.mustBeAccessible();
        }
        browser.shot(name);
    }

    private static String name(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>findById(pin).name());
    }
}
