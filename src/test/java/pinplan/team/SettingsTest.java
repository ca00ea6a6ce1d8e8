package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;

@QuarkusTest
class SettingsTest {
    private final People people = People.fresh();

    @Test
    void anAdminChangesTheGeneralSettings() {
        Page saved = general()
                .fill("Workspace name", "Kitchen Garden")
                .choose("Time zone", "Pacific/Auckland")
                .fill("Lead", "90")
                .choose("Unit", "minutes")
                .fill("Most pins a day", "12")
                .submit();
        assertThat(saved.path).isEqualTo("/settings");
        assertThat(saved.says("The settings are saved.")).isTrue();
        Workspace now = now();
        assertThat(now.name).isEqualTo("Kitchen Garden");
        assertThat(now.zone.getId()).isEqualTo("Pacific/Auckland");
        assertThat(now.horizonMinutes).isEqualTo(90);
        assertThat(now.dailyCap).isEqualTo(12);
        assertThat(people.as(Role.ADMIN).get("/settings").says("The settings are saved."))
                .isFalse();
    }

    @Test
    void whoIsAwayIsBackAfterTheSameDayWhereverTheWorkspaceGoes() {
        String last = LocalDate.now().plusDays(9).toString();
        Pages away = people.as(Role.APPROVER);
        away.get("/settings").at("/settings/away").fill("Away until", last).submit();
        general().choose("Time zone", "America/New_York").submit();
        assertThat(now().zone.getId()).isEqualTo("America/New_York");
        assertThat(away.get("/settings").value("Away until")).isEqualTo(last);
    }

    @Test
    void pinsCanGoAsSoonAsTheyAreApproved() {
        general().set("handOver", "now").submit();
        assertThat(now().horizonMinutes).isNull();
    }

    @Test
    void badNumbersAreSaidAndKept() {
        Page page = general()
                .fill("Workspace name", "")
                .fill("Lead", "15")
                .choose("Unit", "days")
                .fill("Most pins a day", "many")
                .fill("Longest text under a pin", "801")
                .set("zone", "Mars/Olympus")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Workspace name")).isEqualTo("Name the workspace.");
        assertThat(page.error("Lead")).isEqualTo("Choose between 5 minutes and 14 days.");
        assertThat(page.error("Most pins a day")).contains("whole number");
        assertThat(page.value("Most pins a day")).isEqualTo("many");
        assertThat(page.error("Longest text under a pin")).contains("800");
        assertThat(page.error("Time zone")).isNotNull();
    }

    @Test
    void aStaleFormIsRefusedWithWhatWasTyped() {
        Form mine = general().fill("Workspace name", "Mine");
        general().fill("Workspace name", "Theirs").submit();
        Page clash = mine.submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.value("Workspace name")).isEqualTo("Mine");
        assertThat(now().name).isEqualTo("Theirs");
        assertThat(clash.form("Save settings").submit().status).isEqualTo(200);
        assertThat(now().name).isEqualTo("Mine");
    }

    @Test
    void anOwnerAloneIsShownTheApprovalRule() {
        assertThat(people.as(Role.ADMIN).get("/settings").says("Authors may approve"))
                .isFalse();
        people.as(Role.OWNER)
                .get("/settings")
                .form("Save this rule")
                .check("Authors may approve their own pins")
                .submit();
        assertThat(now().authorsMayApprove).isTrue();
        people.as(Role.OWNER)
                .get("/settings")
                .form("Save this rule")
                .uncheck("Authors may approve their own pins")
                .submit();
        assertThat(now().authorsMayApprove).isFalse();
    }

    @Test
    void othersAreLedToWhatIsTheirOwn() {
        Page page = people.as(Role.VIEWER).get("/settings");
        assertThat(page.hasButton("Save settings")).isFalse();
        assertThat(page.follow("Your account").hasButton("Change password")).isTrue();
    }

    private Form general() {
        return people.as(Role.ADMIN).get("/settings").form("Save settings");
    }

    private Workspace now() {
        return QuarkusTransaction.requiringNew().call(() -> Workspace.findById(people.workspace.id));
    }
}
