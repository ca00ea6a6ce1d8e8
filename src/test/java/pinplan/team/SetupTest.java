package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pinplan.support.EmptyDatabase;
import pinplan.support.Page;
import pinplan.support.Pages;

/** The first person in. One story, since a workspace cannot be taken back. */
@QuarkusTest
@TestProfile(EmptyDatabase.class)
class SetupTest {
    @Inject
    SetupToken setup;

    @Test
    void theLinkFromTheConsoleMakesTheFirstWorkspaceOnce() {
        String replaced = setup.issue(Instant.now()).text();
        String token = setup.issue(Instant.now()).text();

        assertThat(Pages.anonymous().get("/").text()).contains("Open the set-up link that Pinplan printed");
        Page without = Pages.anonymous().get("/setup");
        assertThat(without.status).isEqualTo(404);
        assertThat(without.text())
                .contains("needs the whole link from Pinplan's console")
                .doesNotContain("was used");
        assertThat(Pages.anonymous().get("/setup?token=guess").status).isEqualTo(404);
        assertThat(Pages.anonymous().get("/setup?token=" + replaced).status).isEqualTo(404);

        Pages pages = Pages.anonymous();
        Page page = pages.get("/setup?token=" + token);
        assertThat(page.hasButton("Explore with demo data")).isTrue();
        Page refused = page.form("Set up for real")
                .fill("Your name", "Ada")
                .fill("Email", "ada@team.example")
                .fill("Password", "password1234")
                .fill("Workspace name", "")
                .choose("Time zone", "Europe/Lisbon")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.value("Your name")).isEqualTo("Ada");
        assertThat(refused.document.select("#zone option[selected]").text()).isEqualTo("Europe/Lisbon");
        assertThat(refused.error("Password")).contains("anyone would try");
        assertThat(refused.error("Workspace name")).isEqualTo("Name the workspace.");

        var done = refused.form("Set up for real")
                .fill("Password", "brisk otter paints maps")
                .fill("Workspace name", "Kitchen Garden")
                .send();
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/calendar");
        assertThat(pages.get("/calendar").document.select(".empty li").eachText())
                .containsExactly("Connect Publer, or try the built-in sandbox", "Invite your team", "Make a campaign");
        Page team = pages.get("/team");
        assertThat(team.document.select(".whoami").text())
                .contains("Kitchen Garden")
                .contains("Europe/Lisbon")
                .contains("Owner");

        assertThat(Pages.anonymous().get("/").text()).doesNotContain("set-up link");
        assertThat(pages.get("/activity").text()).contains("Ada set up the workspace · Kitchen Garden");

        assertThat(Pages.anonymous().get("/setup?token=" + token).status).isEqualTo(404);
        String late = setup.issue(Instant.now()).text();
        assertThat(setup.good(late)).isFalse();
        boolean spent = QuarkusTransaction.requiringNew().call(() -> setup.spend(late, Instant.now()));
        assertThat(spent).isFalse();
    }
}
