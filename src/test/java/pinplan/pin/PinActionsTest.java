package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.database.Clocks;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;
import pinplan.team.Workspace;

@QuarkusTest
class PinActionsTest {
    @Inject
    Clocks clocks;

    @Inject
    Overdue overdue;

    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    @AfterEach
    void now() {
        clocks.reset();
    }

    @Test
    void anApprovedPinGetsItsTimeAndKeepsItsApproval() {
        Pin pin = kitchen.approved("No time yet", null);
        LocalDateTime at = kitchen.later(3);
        Page page = creator.get("/pins/" + pin.id)
                .form("Schedule")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.document.select(".status").text()).isEqualTo("Approved");
        assertThat(page.value("Publish time")).isEqualTo(at.toLocalTime().toString());
        assertThat(page.hasButton("Schedule")).isFalse();
    }

    @Test
    void whatALowerLimitHasNoRoomForIsNotSubmitted() {
        Pin pin = kitchen.draft("Wordy", Role.CREATOR);
        QuarkusTransaction.requiringNew()
                .run(() -> Workspace.update("descriptionLimit = 10 where id = ?1", kitchen.people.workspace.id));
        Page refused =
                creator.get("/pins/" + pin.id).at("/pins/" + pin.id + "/submit").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Description")).isEqualTo("The description has 17 characters; at most 10 fit.");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void schedulingWithoutATimeOrWithMoreThanATimeIsRefused() {
        Pin pin = kitchen.approved("Wants a time", null);
        Page page = creator.get("/pins/" + pin.id).form("Schedule").submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish date")).contains("Choose a date");
        LocalDateTime at = kitchen.later(3);
        page = page.form("Schedule")
                .fill("Title", "Another title")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.says("You changed more than the time")).isTrue();
        assertThat(page.value("Title")).isEqualTo("Another title");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatIsHeldWithATimeAheadNeedsNone() {
        Pin pin = kitchen.approved("Held back", kitchen.later(3));
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        assertThat(creator.get("/pins/" + pin.id).hasButton("Schedule")).isFalse();
    }

    @Test
    void theTimeOfAnotherIsRefusedInScheduling() {
        LocalDateTime at = kitchen.later(3);
        kitchen.approved("Has the minute", at);
        Pin pin = kitchen.approved("Wants the minute", null);
        Page page = creator.get("/pins/" + pin.id)
                .form("Schedule")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish time")).contains("Has the minute");
    }

    @Test
    void withdrawMakesADraftAndKeepsTheTime() {
        Pin pin = kitchen.approved("Taken back");
        Page page = creator.get("/pins/" + pin.id).form("Withdraw").submit();
        assertThat(page.document.select(".status").text()).isEqualTo("Draft");
        assertThat(page.value("Publish date")).isNotEmpty();
        assertThat(page.hasButton("Withdraw")).isFalse();
    }

    @Test
    void whatCameBackToBeChangedIsNotWithdrawn() {
        Pin pin = kitchen.inReview("Came back");
        assertThat(creator.get("/pins/" + pin.id).hasButton("Withdraw")).isTrue();
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.requestChanges("Another title", by, now));
        assertThat(creator.get("/pins/" + pin.id).hasButton("Withdraw")).isFalse();
    }

    @Test
    void onlyItsAuthorOrAnApproverWithdrawsAnApprovedPin() {
        Pin pin = kitchen.verb(
                kitchen.verb(kitchen.draft("The owner's", Role.OWNER), Role.OWNER, Pin::submit),
                Role.APPROVER,
                (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        assertThat(creator.get("/pins/" + pin.id).hasButton("Withdraw")).isFalse();
        var answer = creator.sending().post("/pins/" + pin.id + "/withdraw");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Only its author or an approver");
    }

    @Test
    void publishNowSkipsTheWaitNotTheApproval() {
        Pin draft = kitchen.draft("Unapproved", Role.CREATOR);
        assertThat(creator.get("/pins/" + draft.id).hasButton("Publish now")).isFalse();
        assertThat(creator.sending().post("/pins/" + draft.id + "/publish-now").statusCode())
                .isEqualTo(422);
        Pin pin = kitchen.approved("Now", null);
        Page page = creator.get("/pins/" + pin.id).form("Publish now").submit();
        assertThat(page.status).isEqualTo(200);
        boolean now = kitchen.read(pin, p -> p.publishNow());
        assertThat(now).isTrue();
    }

    @Test
    void aTimeIsTakenAway() {
        Pin pin = kitchen.draft("Some day", Role.CREATOR);
        Page page = creator.get("/pins/" + pin.id).form("Remove its time").submit();
        assertThat(page.value("Publish date")).isEmpty();
    }

    @Test
    void aDeletedPinIsGone() {
        Pin pin = kitchen.draft("Away", Role.CREATOR);
        var answer = creator.get("/pins/" + pin.id)
                .form("Delete")
                .submit()
                .form("Delete")
                .send();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/calendar");
        assertThat(creator.get("/pins/" + pin.id).status).isEqualTo(404);
    }

    @Test
    void whatPublerIsDoingIsNotEdited() {
        Pin pin = kitchen.approved("On its way");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.SENDING, false, now));
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.document.select(".status").text()).isEqualTo("Publishing");
        assertThat(page.hasButton("Save draft")).isFalse();
        page.document.select("#comments, .looks").remove();
        assertThat(page.document.select("main input:not([type=hidden])")).isEmpty();
    }

    @Test
    void aFailedPinIsTriedAgainByWhoMayOperate() {
        Pin pin = kitchen.approved("Failed once");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        assertThat(creator.get("/pins/" + pin.id).hasButton("Retry")).isFalse();
        Page page =
                kitchen.as(Role.APPROVER).get("/pins/" + pin.id).form("Retry").submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.document.select(".status").text()).isEqualTo("Approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Schedule", "Save draft"})
    void aTimeThatPassesBeforeTheApprovalHoldsThePinUntilItHasAnother(String button) {
        Pin pin = overdue("Too late");
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.document.select(".status").text()).isEqualTo("On hold");
        assertThat(page.says("Its time passed before it was approved")).isTrue();
        LocalDateTime at = kitchen.later(3);
        Page waiting = page.form(button)
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(waiting.document.select(".status").text()).isEqualTo("In review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Schedule", "Move"})
    void theTimeThatHasPassedIsNoNewOne(String button) {
        Pin pin = overdue("Still too late");
        String at = "/pins/" + pin.id + (button.equals("Move") ? "/move" : "");
        Page page = kitchen.as(Role.CREATOR).get(at).form(button).submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish date")).contains("This time has passed");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/move", ""})
    void whatAnApproverStoppedGoesOnWithTheirWordOnly(String form) {
        Pin pin = kitchen.verb(kitchen.inReview("Stopped"), Role.APPROVER, (p, by, now) -> p.hold("Not yet", by, now));
        LocalDateTime at = kitchen.later(6);
        Page moved = creator.get("/pins/" + pin.id + form)
                .form(form.isEmpty() ? "Save draft" : "Move")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(moved.document.select(".status").text()).isEqualTo("On hold");
        assertThat(moved.value("Publish time")).isEqualTo(at.toLocalTime().toString());
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(at, by, now));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void whatIsOnHoldDoesNotGoOnInAMinuteThatAnotherTookMeanwhile() {
        LocalDateTime at = kitchen.later(5);
        Pin pin = kitchen.verb(kitchen.draft("Stopped", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("Not yet", by, now));
        kitchen.approved("Took the minute", at);
        Page page = kitchen.as(Role.APPROVER)
                .get("/pins/" + pin.id + "/move")
                .form("Move")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish time")).contains("Took the minute");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
    }

    /** Two days later: whoever was signed in is not any more. */
    private Pin overdue(String title) {
        Pin pin = kitchen.verb(kitchen.draft(title, Role.CREATOR, kitchen.later(1)), Role.CREATOR, Pin::submit);
        clocks.shift(Duration.ofDays(2));
        overdue.tick();
        return pin;
    }

    /** Somebody is at work on one whose time passed: the others are on hold all the same. */
    @Test
    void whatSomebodyHoldsKeepsNoOtherFromBeingHeld() {
        Pin held = kitchen.verb(kitchen.draft("Held", Role.CREATOR, kitchen.later(1)), Role.CREATOR, Pin::submit);
        Pin free = kitchen.verb(kitchen.draft("Free", Role.CREATOR, kitchen.later(2)), Role.CREATOR, Pin::submit);
        clocks.shift(Duration.ofDays(3));
        QuarkusTransaction.requiringNew().run(() -> {
            Pin.locked(kitchen.people.workspace, held.id);
            overdue.tick();
        });
        assertThat(kitchen.status(free)).isEqualTo(PinStatus.ON_HOLD);
        assertThat(kitchen.status(held)).isEqualTo(PinStatus.IN_REVIEW);
        overdue.tick();
        assertThat(kitchen.status(held)).isEqualTo(PinStatus.ON_HOLD);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String verb : new String[] {"submit", "withdraw", "publish-now", "unschedule", "delete", "move"}) {
            assertThat(creator.sending().post("/pins/999999999/" + verb).statusCode())
                    .as(verb)
                    .isEqualTo(404);
        }
        assertThat(creator.get("/pins/999999999").status).isEqualTo(404);
    }
}
