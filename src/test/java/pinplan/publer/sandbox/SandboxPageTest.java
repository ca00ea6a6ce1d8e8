package pinplan.publer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.publer.PublerGateway;
import pinplan.support.Page;
import pinplan.support.People;
import pinplan.team.Role;

@QuarkusTest
class SandboxPageTest {
    @Inject
    Sandbox sandbox;

    @Inject
    KeyBox box;

    @Inject
    Clock clock;

    @Inject
    PublerGateway gateway;

    private final String key = Sandbox.newKey();
    private People people;
    private Access access;

    @BeforeEach
    void connect() {
        people = People.fresh();
        access = QuarkusTransaction.requiringNew().call(() -> {
            SandboxWorld world = sandbox.create(key, "Page test");
            world.account("Lemon & Thyme").board("Cakes");
            return Connection.connect(
                            people.workspace.id,
                            OwnAddress.SANDBOX,
                            key,
                            world.publerWorkspaceId,
                            world.name,
                            box,
                            clock.instant())
                    .access(box);
        });
    }

    @Test
    void itShowsWhatItReceivedAndHoldsButNeverTheKey() {
        gateway.accounts(access);
        Stage stage = sandbox.world(key);
        String account = stage.read(world -> world.accounts().get(0).publerId);
        stage.foreignPost(
                account, clock.instant().plus(Duration.ofHours(2)), "<b>Sneaky</b> text", "https://example.org/x");
        Page page = people.as(Role.VIEWER).get("/sandbox");
        assertThat(page.status).isEqualTo(200);
        assertThat(page.text()).contains("GET /accounts", "<b>Sneaky</b> text", "made in Publer itself");
        assertThat(page.text()).doesNotContain("Let it happen").doesNotContain(key);
    }

    @Test
    void anAdministratorScriptsAFaultAndForgetsIt() {
        Page page = people.as(Role.ADMIN).get("/sandbox");
        page = page.form("Let it happen")
                .choose("What goes wrong", Fault.LOSE_ANSWER.words())
                .fill("How many times", "3")
                .submit();
        assertThat(page.text())
                .contains("It will: accept, then drop the connection.", "accept, then drop the connection, 3 ×");
        page = page.form("Behave again").submit();
        assertThat(page.text()).doesNotContain("Still to come");
        assertThat(sandbox.world(key).waiting()).isEmpty();
    }

    @Test
    void theFaultsStandByWhatTheyBreak() {
        Page page = people.as(Role.ADMIN).get("/sandbox");
        assertThat(page.document.select("#fault optgroup").eachAttr("label"))
                .containsExactly(
                        "The connection breaks",
                        "It refuses, and nothing is made",
                        "It answers otherwise",
                        "The post is made otherwise, or never",
                        "It lists or deletes wrongly",
                        "Somebody does something at Publer or Pinterest");
        assertThat(page.document.select("#fault option")).hasSize(Fault.values().length);
        assertThat(page.document
                        .select("#fault optgroup[label*=deletes] option")
                        .eachText())
                .contains(Fault.ROWS_MOVE.words(), Fault.DELETE_LIES.words());
    }

    @Test
    void thatItIsLostOnceItIsDisconnectedIsSaidBefore() {
        Page page = people.as(Role.ADMIN).get("/settings/publer");
        assertThat(page.text()).contains("Once disconnected, this sandbox can't be connected again");
        assertThat(page.document
                        .selectFirst("form[action=/settings/publer/disconnect]")
                        .attr("data-confirm"))
                .startsWith("This sandbox can't be connected again.");
    }

    @Test
    void aFaultThatHappensAtOnceHappens() {
        people.as(Role.ADMIN)
                .get("/sandbox")
                .form("Let it happen")
                .choose("What goes wrong", Fault.FOREIGN_POST.words())
                .submit();
        assertThat(sandbox.world(key).log().posts()).hasSize(1);
    }

    @Test
    void nonsenseComesBackWithTheReason() {
        Page page = people.as(Role.ADMIN)
                .get("/sandbox")
                .form("Let it happen")
                .fill("How many times", "many")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.text()).contains("How many times: 1 to 1000.");
        page = people.as(Role.ADMIN)
                .get("/sandbox")
                .form("Let it happen")
                .set("fault", "NONE")
                .submit();
        assertThat(page.status).isEqualTo(422);
    }

    @Test
    void othersScriptNothing() {
        assertThat(people.as(Role.APPROVER)
                        .sending()
                        .formParam("fault", "LOSE_ANSWER")
                        .formParam("times", "1")
                        .post("/sandbox/faults")
                        .statusCode())
                .isEqualTo(403);
        assertThat(People.fresh().as(Role.OWNER).get("/sandbox").text())
                .contains("not connected to the built-in sandbox");
    }
}
