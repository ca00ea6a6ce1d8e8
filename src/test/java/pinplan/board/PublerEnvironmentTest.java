package pinplan.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

@QuarkusTest
@TestProfile(PublerEnvironmentTest.Named.class)
class PublerEnvironmentTest {
    private static final String KEY = "canary-environment-key-0123456789";

    public static class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // An own database: the environment connects every workspace that it finds, and each is then synced.
            return Map.of(
                    "pinplan.data",
                    "target/test-data-environment",
                    "publer.api-key",
                    KEY,
                    "publer.workspace-id",
                    "61a7c2e4f9e8c3b2d1e0f9a8");
        }
    }

    @Inject
    BoardTick tick;

    @Inject
    KeyBox box;

    @Inject
    Clock clock;

    @Test
    void aWorkspaceWithoutAConnectionUsesTheEnvironments() {
        People people = People.fresh();
        tick.tick();
        Connection made = QuarkusTransaction.requiringNew()
                .call(() -> Connection.of(people.workspace.id).orElseThrow());
        assertThat(made.fromEnvironment()).isTrue();
        assertThat(made.publerWorkspaceId()).isEqualTo("61a7c2e4f9e8c3b2d1e0f9a8");
        assertThat(people.as(Role.OWNER).get("/activity").text())
                .contains(
                        "Pinplan connected the Publer workspace that the environment names · 61a7c2e4f9e8c3b2d1e0f9a8");
        tick.tick();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Connection.of(people.workspace.id).orElseThrow())
                        .connectedAt())
                .isEqualTo(made.connectedAt());
    }

    @Test
    void itsPageOnlyReads() {
        People people = People.fresh();
        tick.tick();
        Pages owner = people.as(Role.OWNER);
        Page page = owner.get("/settings/publer");
        assertThat(page.text()).contains("the environment", "ends in 6789");
        assertThat(page.response.asString()).doesNotContain(KEY);
        assertThat(page.hasButton("Test connection")).isTrue();
        assertThat(page.hasButton("Disconnect")).isFalse();
        assertThat(page.hasButton("Test and replace")).isFalse();
        for (String path : new String[] {"key", "workspaces", "workspace", "disconnect"}) {
            assertThat(owner.sending().post("/settings/publer/" + path).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aConnectionOfItsOwnStays() {
        People people = People.fresh();
        World.connect(people, OwnAddress.SANDBOX, "an-own-key-of-the-workspace", "own");
        tick.tick();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Connection.of(people.workspace.id).orElseThrow())
                        .publerWorkspaceId())
                .isEqualTo("own");
    }

    /** While a key is replaced, replicas are told different ones: the one that started last has its way, and it stays so. */
    @Test
    void twoThatAreToldDifferentKeysDoNotUndoEachOthers() {
        People people = People.fresh();
        PublerEnvironment old = told(KEY);
        PublerEnvironment newer = told("canary-environment-key-the-second");
        old.connectAll();
        newer.connectAll();
        Connection connected = connection(people);
        assertThat(connected.lane().keyDigest()).isEqualTo(box.digest("canary-environment-key-the-second"));
        old.connectAll();
        newer.connectAll();
        assertThat(connection(people).connectedAt()).isEqualTo(connected.connectedAt());
        People later = People.fresh();
        old.connectAll();
        assertThat(connection(later).fromEnvironment()).isTrue();
        told(KEY).connectAll();
    }

    private PublerEnvironment told(String key) {
        return new PublerEnvironment(config("sandbox:", key, "61a7c2e4f9e8c3b2d1e0f9a8"), box, clock);
    }

    private static Connection connection(People people) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Connection connection = Connection.of(people.workspace.id).orElseThrow();
            connection.lane().keyDigest();
            return connection;
        });
    }

    @Test
    void halfAnEnvironmentIsRefusedWithoutSayingTheKey() {
        PublerEnvironment.check(config(null, null, null));
        PublerEnvironment.check(config("https://publer.example/api/v1/", KEY, "w1"));
        refused(config(null, KEY, null), "PUBLER_WORKSPACE_ID");
        refused(config(null, null, "w1"), "PUBLER_API_KEY");
        refused(config(null, KEY + " x", "w1"), "PUBLER_API_KEY");
        refused(config(null, KEY, "../w1"), "PUBLER_WORKSPACE_ID");
        for (String url : new String[] {
            "ftp://publer.example", "publer.example", "https://user:word@publer.example", "file:///etc", "https://a b"
        }) {
            refused(config(url, null, null), "PUBLER_API_URL");
        }
    }

    private static void refused(PublerConfig config, String named) {
        assertThatThrownBy(() -> PublerEnvironment.check(config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining(KEY);
    }

    private static PublerConfig config(String url, String key, String workspace) {
        return new PublerConfig() {
            @Override
            public Optional<String> apiUrl() {
                return Optional.ofNullable(url);
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<String> workspaceId() {
                return Optional.ofNullable(workspace);
            }
        };
    }
}
