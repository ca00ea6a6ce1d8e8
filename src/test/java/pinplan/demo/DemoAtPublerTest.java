package pinplan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pinplan.pin.Pin;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Member;
import pinplan.team.SetupToken;
import pinplan.team.Workspace;

/** The demo at a Publer that the environment names: made in two steps, of which the second may fail. */
@QuarkusTest
@TestProfile(DemoAtPublerTest.Named.class)
class DemoAtPublerTest {
    public static class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "pinplan.data",
                    "target/test-data-demo-at-publer",
                    "publer.api-key",
                    "a-key-that-no-sandbox-knows-0123456789",
                    "publer.workspace-id",
                    "61a7c2e4f9e8c3b2d1e0f9a8");
        }
    }

    @Inject
    SetupToken token;

    @Test
    void whatFailsHalfwayIsGoneAndItsLinkWorksAgain() {
        String key = token.issue(Instant.now()).text();
        Page setup = Pages.anonymous().get("/setup?token=" + key);
        run("alter table campaign add constraint half check (false) not valid");
        assertThat(setup.form("Explore with demo data").submit().status).isEqualTo(500);
        run("alter table campaign drop constraint half");
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Workspace.count()).isZero();
            assertThat(Member.count()).isZero();
        });
        assertThat(Pages.anonymous().get("/setup?token=" + key).heading()).isEqualTo("Set up Pinplan");
        assertThat(setup.form("Explore with demo data").submit().heading()).isEqualTo("Sign in");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Pin.count())).isPositive();
        assertThat(Pages.anonymous().get("/setup?token=" + key).status).isEqualTo(404);
        assertThat(setup.form("Explore with demo data").submit().status).isEqualTo(404);
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }
}
