package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.database.Clocks;
import pinplan.media.MediaStore;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Sandbox;
import pinplan.support.Page;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** What would stop a pin is said before its time comes. */
@QuarkusTest
class PreflightTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @Inject
    MediaStore store;

    @Inject
    pinplan.media.Advice advice;

    private final Connected desk = new Connected();

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Preflight preflight(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Preflight.of(Pin.findById(pin), store, advice, Connected.now()));
    }

    private List<String> said(Long pin, String kind) {
        return preflight(pin).lines().stream()
                .filter(line -> line.kind().equals(kind))
                .map(Preflight.Line::words)
                .toList();
    }

    /** Approved, and Publer has answered. */
    private Long ready() {
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(30));
        assertThat(said(pin, "bad")).isEmpty();
        return pin;
    }

    @Test
    void allIsWell() {
        Long pin = ready();
        assertThat(preflight(pin).kind()).isEmpty();
        assertThat(preflight(pin).answer()).isEqualTo("Yes");
    }

    @Test
    void aDraftIsNotApprovedAndLacksWhatItLacks() {
        Long pin = QuarkusTransaction.requiringNew().call(() -> {
            Pin draft = Pin.create(desk.people.workspace, desk.fields("Draft", null), desk.creator(), Connected.now());
            return draft.id;
        });
        assertThat(said(pin, "warn")).contains("It has no time yet.");
        assertThat(preflight(pin).question()).isEqualTo("Would it publish, once approved?");
    }

    @Test
    void aBoardAnAccountAndAConnectionThatAreGone() {
        Long pin = ready();
        Connected.change(
                () -> Board.update("retiredAt = ?1 where workspace = ?2", Connected.now(), desk.people.workspace));
        assertThat(said(pin, "bad")).containsExactly("The board “Cakes” is no longer there.");
        Connected.change(() -> Account.update("locked = true where workspace = ?1", desk.people.workspace));
        assertThat(said(pin, "bad")).containsExactly("Publer says that Lemon & Thyme must be connected again.");
        Connected.change(
                () -> Account.update("retiredAt = ?1 where workspace = ?2", Connected.now(), desk.people.workspace));
        assertThat(said(pin, "bad")).containsExactly("Lemon & Thyme is no longer connected in Publer.");
        Connected.change(() -> Connection.delete("workspaceId", desk.people.workspace.id));
        assertThat(said(pin, "bad")).contains("This workspace is not connected to Publer.");
        assertThat(preflight(pin).answer()).isEqualTo("Not as it is now");
    }

    @Test
    void aPinThatWouldFailAsksForSomebodyADayAhead() {
        Long pin = desk.approvedPin(60 * 23);
        Connected.change(() -> Workspace.update("horizonMinutes = 5 where id = ?1", desk.people.workspace.id));
        Long tomorrow = desk.approvedPin(60 * 23 + 1);
        Connected.change(
                () -> Board.update("retiredAt = ?1 where workspace = ?2", Connected.now(), desk.people.workspace));
        assertThat(desk.status(tomorrow)).isEqualTo(PinStatus.APPROVED);
        forecast();
        List<Publication> asking = QuarkusTransaction.requiringNew()
                .call(() -> Queue.of(desk.people.workspace, Connected.now()).asking());
        assertThat(asking).extracting(publication -> publication.pin.id).contains(pin, tomorrow);
        String why = QuarkusTransaction.requiringNew()
                .call(() -> Waiting.sentence(Publication.findById(desk.publication(tomorrow).id), Connected.now()));
        assertThat(why).isEqualTo("As it is now it would fail: the board “Cakes” is no longer there.");
    }

    /** What no row of the database shows: asked a day ahead, and an hour ahead, and until it is mended. */
    @Test
    void aFileThatIsLostIsSaidADayAheadAndAnHourAhead() throws Exception {
        Connected.change(() -> Workspace.update("horizonMinutes = 5 where id = ?1", desk.people.workspace.id));
        Long pin = desk.approvedPin(60 * 25);
        forecast();
        assertThat(told(pin)).noneMatch(line -> line.startsWith("Checked ahead"));
        pass(Duration.ofHours(2));
        assertThat(told(pin)).containsOnlyOnce("Checked ahead: it would publish.");

        byte[] file = Files.readAllBytes(store.path(desk.picture));
        Files.delete(store.path(desk.picture));
        pass(Duration.ofHours(10));
        assertThat(asking()).doesNotContain(pin);
        pass(Duration.ofHours(12));
        assertThat(told(pin)).containsOnlyOnce("Checked ahead: The file of “tart.jpg” is missing on the server.");
        assertThat(asking()).contains(pin);
        Page page = desk.people.as(Role.APPROVER).get("/publishing");
        assertThat(page.document.select("main").text())
                .contains("As it is now it would fail: The file of “tart.jpg” is missing on the server.");

        Files.write(store.path(desk.picture), file);
        pass(Duration.ofMinutes(15));
        assertThat(told(pin)).endsWith("Checked ahead: it would publish.");
        assertThat(asking()).doesNotContain(pin);
    }

    private static void pass(Duration time) {
        Connected.bean(Clocks.class).shift(time);
        forecast();
    }

    private static void forecast() {
        Connected.bean(Forecast.class).tick();
    }

    private List<String> told(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Step.of(desk.publication(pin)).stream()
                        .map(step -> step.sentence)
                        .toList());
    }

    private List<Long> asking() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Queue.of(desk.people.workspace, Connected.now()).asking().stream()
                        .map(publication -> publication.pin.id)
                        .toList());
    }

    /** On the desk it stands beside the decision, each line with its verdict and when it was asked. */
    @Test
    void theApproverSeesItBesideTheDecision() {
        QuarkusTransaction.requiringNew().run(() -> {
            Pin waiting = Pin.create(
                    desk.people.workspace, desk.fields("Waiting", desk.in(90)), desk.creator(), Connected.now());
            waiting.submit(desk.creator(), Connected.now());
        });
        Connected.change(
                () -> Board.update("retiredAt = ?1 where workspace = ?2", Connected.now(), desk.people.workspace));
        Page page = desk.people.as(Role.APPROVER).get("/review");
        assertThat(page.document.select(".decision .preflight summary").text())
                .isEqualTo("Would it publish, once approved? Not as it is now");
        assertThat(page.document.select(".decision .preflight").text())
                .contains("Fails: The board “Cakes” is no longer there. See the boards", "Passes: ", "Checked on ");
    }

    @Test
    void aPausedWorkspaceAndAPausedLane() {
        Long pin = ready();
        Connected.change(() -> Workspace.<Workspace>findById(desk.people.workspace.id)
                .pause(desk.approver().member(), "The shop is closed", Connected.now()));
        Connected.change(() -> Connection.of(desk.people.workspace.id)
                .orElseThrow()
                .lane()
                .pause(Lane.Pause.DENIED, null, "Publer says: no such key", Connected.now()));
        assertThat(said(pin, "bad"))
                .containsExactly(
                        "Publishing is paused in this workspace.",
                        "Nothing is sent to Publer right now: Publer says: no such key");
    }

    @Test
    void theDailyCap() {
        Long pin = ready();
        desk.approvedPin(50);
        desk.pass(Duration.ofSeconds(30));
        Connected.change(() -> Workspace.update("dailyCap = 1 where id = ?1", desk.people.workspace.id));
        assertThat(said(pin, "bad"))
                .containsExactly("The account already has 1 of its 1 pins in 24 hours around its time.");
    }

    /** Publer counts back from each: before others it would be one too many for the last of them. */
    @Test
    void theDailyCapCountsWhatComesAfterItToo() {
        desk.approvedPin(60);
        desk.approvedPin(70);
        desk.pass(Duration.ofSeconds(30));
        Connected.change(() -> Workspace.update("dailyCap = 2 where id = ?1", desk.people.workspace.id));
        Long pin = desk.approvedPin(50);
        Long next = desk.approvedPin(70 + 24 * 60);
        assertThat(said(pin, "bad"))
                .containsExactly("The account already has 2 of its 2 pins in 24 hours around its time.");
        assertThat(said(next, "bad")).containsExactly();
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).reason)
                .isEqualTo("The account already has 2 pins in 24 hours around this time; 2 are allowed.");
    }

    @Test
    void whatWasSentIsNotAskedWhetherItWouldPublish() {
        Long draft = QuarkusTransaction.requiringNew()
                .call(() -> Pin.create(
                                desk.people.workspace,
                                desk.fields("Draft", desk.in(90)),
                                desk.creator(),
                                Connected.now())
                        .id);
        assertThat(asked(draft)).isTrue();
        Long held = ready();
        assertThat(desk.status(held)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(asked(held)).isFalse();
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        Long unknown = desk.approvedPin(70);
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.status(unknown)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        assertThat(asked(unknown)).isFalse();
    }

    private boolean asked(Long pin) {
        return !desk.people
                .as(Role.APPROVER)
                .get("/pins/" + pin)
                .document
                .select(".preflight")
                .isEmpty();
    }

    @Test
    void whatFailedDoesNotPublishByItself() {
        desk.stage.fault(Fault.BAD_REQUEST, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(said(pin, "bad")).containsExactly("It failed, and goes out only when someone tries it again.");
        Connected.bean(Clocks.class).shift(Duration.ofHours(2));
        assertThat(said(pin, "bad")).contains("Its time has passed.");
        assertThat(preflight(pin).answer()).isEqualTo("Not as it is now");
    }

    @Test
    void theTimeOfWhatWasWithdrawnPassesToo() {
        Long pin = ready();
        desk.change(pin, found -> found.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(said(pin, "bad")).isEmpty();
        Connected.bean(Clocks.class).shift(Duration.ofHours(2));
        assertThat(said(pin, "bad")).containsExactly("Its time has passed.");
    }

    @Test
    void aFileThatIsLost() throws Exception {
        Long pin = ready();
        Files.delete(store.path(desk.picture));
        assertThat(said(pin, "bad")).containsExactly("The file of “tart.jpg” is missing on the server.");
    }

    @Test
    void contentThatWasChangedBehindTheBack() {
        Long pin = ready();
        Connected.change(() -> Pin.update("title = 'Other' where id = ?1", pin));
        assertThat(said(pin, "bad")).containsExactly("What is here is not what was approved.");
    }
}
