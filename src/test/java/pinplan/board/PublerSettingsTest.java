package pinplan.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import pinplan.publer.Connection;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** In tests typed keys go to the sandbox: {@code %test.publer.api-url}. */
@QuarkusTest
class PublerSettingsTest {
    private static final String HERE = "/settings/publer";

    @Test
    void aKeyConnectsAndItsBoardsAreThere() {
        World world = new World("Lemon House").board("Lemon House", "Tarts");
        Pages admin = world.people.as(Role.ADMIN);

        Page page = type(admin, world.key);

        assertThat(page.path).isEqualTo("/boards");
        assertThat(page.text()).contains("Publer is connected", "Lemon House", "Tarts");
        Page settings = admin.get(HERE);
        assertThat(settings.text())
                .contains("Test world", "ends in " + world.key.substring(world.key.length() - 4), "Synced with Publer");
    }

    @Test
    void theKeyIsNowhereToBeSeen() {
        World world = new World("Lemon House");
        Pages admin = world.people.as(Role.ADMIN);
        List<String> logged = new ArrayList<>();
        Handler ear = ear(logged);
        Logger.getLogger("").addHandler(ear);
        String wrong = "canary-wrong-" + UUID.randomUUID();
        List<String> seen = new ArrayList<>();
        try {
            Page refused =
                    admin.get(HERE).form("Test this key").fill("API key", wrong).submit();
            assertThat(refused.status).isEqualTo(422);
            assertThat(refused.error("API key")).contains("Invalid API key or not active for this account.");
            seen.add(refused.response.asString());
            seen.add(type(admin, world.key).response.asString());
            seen.add(admin.get(HERE).response.asString());
            seen.add(admin.get(HERE).form("Test connection").submit().response.asString());
            world.stage.fault(Fault.FORBIDDEN, 1, Operation.ME);
            seen.add(admin.get(HERE).form("Test connection").submit().response.asString());
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
        seen.addAll(logged);
        seen.addAll(stored());
        assertThat(seen).noneMatch(text -> text.contains(wrong) || text.contains(world.key));
    }

    @SuppressWarnings("unchecked")
    private static List<String> stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Connection.getEntityManager()
                        .createNativeQuery("select cast(c as text) from publer_connection c"
                                + " union all select cast(o as text) from offered_key o"
                                + " union all select cast(l as text) from lane l"
                                + " union all select cast(s as text) from board_sync s")
                        .getResultList());
    }

    private static Handler ear(List<String> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                heard.add(line.getMessage() + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void aKeyThatWasRefusedCanBeTriedAgain() {
        World world = new World("Lemon House");
        Pages admin = world.people.as(Role.ADMIN);
        world.stage.fault(Fault.FORBIDDEN, 1, Operation.WORKSPACES);
        assertThat(type(admin, world.key).status).isEqualTo(422);
        assertThat(type(admin, world.key).path).isEqualTo("/boards");
    }

    @Test
    void noKeyAtAllIsSaidAtTheField() {
        Pages admin = People.fresh().as(Role.ADMIN);
        assertThat(type(admin, " ").error("API key")).contains("This is not an API key");
        assertThat(type(admin, "two words here").error("API key")).contains("This is not an API key");
        assertThat(type(admin, "schlüssel-🔑-geheim").error("API key")).contains("This is not an API key");
    }

    @Test
    void ofSeveralWorkspacesOneIsChosen() {
        try (Canned publer = new Canned()
                .says("/workspaces", "[{\"id\":\"w1\",\"name\":\"Marketing\"},{\"id\":\"w2\",\"name\":\"Sales <b>\"}]")
                .says(
                        "/accounts",
                        "[{\"id\":\"a1\",\"provider\":\"pinterest\",\"name\":\"Lemon House\",\"albums\":[]}]")
                .says("media_options", "[{\"id\":\"a1\",\"albums\":[{\"id\":\"1\",\"name\":\"Tarts\"}]}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "w1");
            Pages owner = people.as(Role.OWNER);

            Page choice = owner.get(HERE).form("Choose another workspace").submit();
            assertThat(choice.document.select("select option").eachText())
                    .containsExactly("Choose…", "Marketing", "Sales <b>");
            assertThat(choice.text()).contains("Pins that Publer already holds stay in");
            Page none = choice.form("Connect").submit();
            assertThat(none.status).isEqualTo(422);
            assertThat(none.error("Publer workspace")).isEqualTo("Choose one of these workspaces.");
            Page foreign = choice.form("Connect").set("publerWorkspace", "w3").submit();
            assertThat(foreign.status).isEqualTo(422);

            Page done = choice.form("Connect")
                    .choose("Publer workspace", "Sales <b>")
                    .submit();
            assertThat(done.path).isEqualTo("/boards");
            assertThat(done.text()).contains("Tarts");
            assertThat(owner.get(HERE).text()).contains("Sales <b>");
            assertThat(owner.get(HERE).hasButton("Connect")).isFalse();
            assertThat(publer.requests).anyMatch(asked -> asked.contains("/workspaces/w2/media_options"));
        }
    }

    /** Another workspace is never connected unasked, be it the only one that a key sees. */
    @Test
    void aKeyOfAnotherWorkspaceLeadsToAChoice() {
        try (Canned publer = new Canned().says("/workspaces", "[{\"id\":\"w2\",\"name\":\"Sales\"}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "w1");
            Pages owner = people.as(Role.OWNER);
            Page choice = owner.get(HERE).form("Choose another workspace").submit();
            assertThat(choice.document.select("select option").eachText()).containsExactly("Choose…", "Sales");
            assertThat(choice.text()).contains("Pins that Publer already holds stay in");
        }
    }

    @Test
    void aChoiceCanBeLeft() {
        try (Canned publer = new Canned()
                .says("/workspaces", "[{\"id\":\"w1\",\"name\":\"One\"},{\"id\":\"w2\",\"name\":\"Two\"}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "w1");
            Pages owner = people.as(Role.OWNER);
            Page left = owner.get(HERE)
                    .form("Choose another workspace")
                    .submit()
                    .form("Cancel")
                    .submit();
            assertThat(left.hasButton("Connect")).isFalse();
            assertThat(left.hasButton("Test connection")).isTrue();
        }
    }

    @Test
    void testingTheConnectionSaysWhatPublerSays() {
        World world = World.connected("Lemon House", "Berry House");
        Pages admin = world.people.as(Role.ADMIN);
        Page well = admin.get(HERE).form("Test connection").submit();
        assertThat(well.text()).contains("2 Pinterest accounts");

        world.stage.fault(Fault.UNAUTHORIZED, 1, Operation.ACCOUNTS);
        Page refused = admin.get(HERE).form("Test connection").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select("[role=alert]").text())
                .contains("Publer says: “You don't have access on this workspace”");
        assertThat(admin.get(HERE).text()).contains("Nothing is sent to Publer right now:");

        assertThat(admin.get(HERE).form("Test connection").submit().text()).contains("2 Pinterest accounts");
        assertThat(admin.get(HERE).text()).doesNotContain("Nothing is sent to Publer right now:");
    }

    @Test
    void disconnectingForgetsTheKeyAndKeepsTheBoards() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        world.sync();
        Pages admin = world.people.as(Role.ADMIN);
        Page page = admin.get(HERE).form("Disconnect").submit();
        assertThat(page.text()).contains("Publer is disconnected", "Connect Publer", "Use the built-in sandbox");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Connection.of(world.people.workspace.id)))
                .isEmpty();
        assertThat(admin.get("/boards").text()).contains("Tarts", "Publer is disconnected");
    }

    @Test
    void theSandboxIsOnePressAway() {
        People people = People.fresh();
        Pages owner = people.as(Role.OWNER);
        assertThat(owner.get("/calendar").text()).doesNotContain("nothing reaches Pinterest");
        Page boards = owner.get(HERE).form("Use the built-in sandbox").submit();
        assertThat(boards.path).isEqualTo("/boards");
        assertThat(boards.text()).doesNotContain("Publer has no Pinterest account");
        Page calendar = owner.get("/calendar");
        assertThat(calendar.text()).contains("Sandbox: nothing reaches Pinterest.");
        assertThat(calendar.document.select(".standing a").attr("href")).isEqualTo(HERE);
        assertThat(people.as(Role.VIEWER).get("/calendar").document.select(".standing a"))
                .isEmpty();
        assertThat(boards.form("Sync boards").submit().text()).contains("Sandbox Kitchen", "Spring bulbs");
        assertThat(owner.get(HERE).text()).contains("Connected to the built-in sandbox");
        assertThat(owner.get("/activity").text()).contains("connected the built-in sandbox");
    }

    @Test
    void onlyOwnersAndAdminsGetHere() {
        People people = People.fresh();
        for (Role role : List.of(Role.APPROVER, Role.CREATOR, Role.VIEWER)) {
            assertThat(people.as(role).get(HERE).status).isEqualTo(403);
        }
    }

    private static Page type(Pages pages, String key) {
        return pages.get(HERE).form("Test this key").fill("API key", key).submit();
    }
}
