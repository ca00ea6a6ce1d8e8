package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.board.Account;
import pinplan.database.Clocks;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.publer.Evidence;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxPost;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** What the pages of publishing tell to whom: one thing to do, which whoever reads it can do there. */
@QuarkusTest
class PublishingPagesTest {
    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private final Connected desk = new Connected();

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Long failed(Fault fault) {
        Long pin = desk.approvedPin(60);
        Long order = desk.publication(pin).id;
        Connected.change(() -> Publication.locked(order).rejected(fault, "So it is.", Connected.now()));
        return pin;
    }

    private List<String> pages(Long pin) {
        return List.of("/publishing", "/pins/" + pin, address(pin));
    }

    private String address(Long pin) {
        return "/publishing/" + desk.publication(pin).id;
    }

    // ---- advice ----

    @Test
    void whereRetryIsToBePressedItStands() {
        Long pin = failed(Fault.ACCOUNT);
        for (String address : pages(pin)) {
            Page page = desk.people.as(Role.APPROVER).get(address);
            assertThat(page.text())
                    .as(address)
                    .contains("Connect the Pinterest account again in Publer, then press Retry.");
            assertThat(page.document.select("button").eachText())
                    .as(address)
                    .anyMatch(word -> word.startsWith("Retry"));
        }
        desk.people.as(Role.APPROVER).get(address(pin)).form("Retry").submit();
        desk.pass(Duration.ofSeconds(60));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
    }

    @Test
    void whoMayNotMendItIsToldWhoMay() {
        Long account = failed(Fault.ACCOUNT);
        for (Role role : List.of(Role.VIEWER, Role.CREATOR)) {
            for (String address : pages(account)) {
                assertThat(desk.people.as(role).get(address).text())
                        .as("%s, %s", role, address)
                        .contains("An approver, admin or owner can fix this.")
                        .doesNotContain("press Retry");
            }
        }
    }

    @Test
    void whatIsWrongWithThePinItselfItsCreatorMends() {
        Long text = failed(Fault.TEXT);
        String mend = "Correct the text and send the pin through review again.";
        for (String address : pages(text)) {
            assertThat(desk.people.as(Role.CREATOR).get(address).text()).contains(mend);
            assertThat(desk.people.as(Role.VIEWER).get(address).text())
                    .contains("Anyone who may edit the pin can fix this.")
                    .doesNotContain(mend);
        }
    }

    /** The pin's page offers to try it again also then. */
    @Test
    void aBoardThatIsGoneIsNotMendedByTryingAgain() {
        Long pin = failed(Fault.BOARD);
        assertThat(desk.people.as(Role.APPROVER).get("/pins/" + pin).text())
                .contains("Choose another board and send the pin through review again."
                        + " Retry helps only once this board is there again.");
    }

    // ---- the list, and one order ----

    @Test
    void aPinThatNeedsSomebodyStandsOnThePageOnce() {
        Long pin = desk.approvedPin(60);
        Connected.change(() -> Account.update("locked = true where workspace = ?1", desk.people.workspace));
        Connected.bean(Forecast.class).tick();
        Page page = desk.people.as(Role.VIEWER).get("/publishing");
        assertThat(page.document.select("#asking")).hasSize(1);
        assertThat(page.document.select("main a[href=/pins/" + pin + "]")).hasSize(1);
    }

    /** Publer says yes to the request, and no in the job that it makes of it. */
    @Test
    void whatPublerAnsweredInARefusedJobStandsInItsTimeline() {
        desk.stage.fault(pinplan.publer.sandbox.Fault.FAILURE_OBJECT, 1);
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        Page page = desk.people.as(Role.VIEWER).get(address(pin));
        Element line = page.document.selectFirst(".history > li:has([id^=heard-])");
        assertThat(line.select("> span").text()).isEqualTo("Publer refused it in its job.");
        assertThat(line.select("p").text())
                .isEqualTo("GET /job_status/" + desk.publication(pin).jobId() + ", HTTP 200");
        assertThat(line.select("pre").text()).contains("\"failures\"", desk.publication(pin).reason);
    }

    @Test
    void whatPublerAnsweredIsTextAndNeverPartOfThePage() {
        Long pin = desk.approvedPin(60);
        Long order = desk.publication(pin).id;
        String body = "<script>alert(1)</script></pre><img src=x>" + "x".repeat(Evidence.BODY_CAP - 42);
        Evidence evidence = new Evidence("GET /job_status/1", 200, body, null, null, null, Duration.ZERO);
        Connected.change(() -> Publication.locked(order).heard("So it is.", evidence, Connected.now()));
        Page page = desk.people.as(Role.VIEWER).get(address(pin));
        assertThat(page.document.select(".history script, .history img")).isEmpty();
        assertThat(page.document.select(".history pre").text()).isEqualTo(body);
    }

    /** However often it is seen. */
    @Test
    void whatNeedsSomebodyCountsOnceAndTheSameInTheBadgeOnThePageAndInTheInbox() {
        failed(Fault.TEXT);
        Long changed = desk.approvedPin(300);
        Long held = desk.approvedPin(310);
        desk.pass(Duration.ofMinutes(1));
        desk.stage.editPost(desk.publication(changed).publerPostId, "Thirteen slices, and an oven.");
        String post = desk.publication(held).publerPostId;
        desk.stage.change(world -> SandboxPost.update("state = 'scheduled_pending' where publerId = ?1", post));
        for (int looks = 0; looks < 2; looks++) {
            desk.pass(Duration.ofMinutes(65));
            assertThat(counts()).containsExactly("3", "3", "3");
        }
        assertThat(desk.people.as(Role.CREATOR).get("/inbox").text()).contains("2 pins need attention");
        assertThat(desk.people.as(Role.APPROVER).get("/pins/" + changed).text())
                .containsOnlyOnce("needs attention: it was changed at Publer, description “Thirteen slices");
        String seen = desk.publication(changed).drift.digest();
        desk.decide(changed, verdict -> verdict.letBe(seen));
        assertThat(counts()).containsExactly("2", "2", "2");
        desk.change(held, pin -> pin.withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(1));
        assertThat(counts()).containsExactly("1", "1", "1");
    }

    /** The badge, the page, and what an admin has not read. */
    private List<String> counts() {
        Pages admin = desk.people.as(Role.ADMIN);
        Page page = admin.get("/publishing");
        return List.of(
                page.document.select(".nav a[href=/publishing]").attr("data-badge"),
                ""
                        + page.document
                                .select("[aria-labelledby=asking] ul.queue > li")
                                .size(),
                admin.one("/inbox/unread").asString());
    }

    @Test
    void anEarlierOrderSaysThatItIsOne() {
        Long pin = desk.approvedPin(60);
        desk.pass(Duration.ofSeconds(40));
        String earlier = address(pin);
        desk.change(
                pin,
                found -> found.schedule(
                        PlannedTime.at(desk.in(120), desk.people.workspace.zone).local(),
                        desk.creator(),
                        Connected.now()));
        desk.pass(Duration.ofMinutes(1));
        Page page = desk.people.as(Role.VIEWER).get(earlier);
        assertThat(page.text()).contains("This is an earlier order of this pin.");
        assertThat(page.document.select("main .status"))
                .as("what the pin is by now")
                .isEmpty();
        assertThat(page.document.select("main .notice a").eachAttr("href")).containsExactly(address(pin));
        assertThat(desk.people.as(Role.VIEWER).get(address(pin)).document.select("main .status"))
                .hasSize(1);
    }
}
