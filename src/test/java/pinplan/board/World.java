package pinplan.board;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxAccount;
import pinplan.publer.sandbox.SandboxWorld;
import pinplan.publer.sandbox.Stage;
import pinplan.support.People;

/** People with a sandbox world behind their workspace. */
final class World {
    final People people = People.fresh();
    final String key = Sandbox.newKey();
    final Stage stage;
    final String publerWorkspaceId;

    World(String... accounts) {
        Sandbox sandbox = bean(Sandbox.class);
        publerWorkspaceId = QuarkusTransaction.requiringNew().call(() -> {
            SandboxWorld world = sandbox.create(key, "Test world");
            for (String account : accounts) {
                world.account(account);
            }
            return world.publerWorkspaceId;
        });
        stage = sandbox.world(key);
    }

    /** Connected too. */
    static World connected(String... accounts) {
        World world = new World(accounts);
        connect(world.people, OwnAddress.SANDBOX, world.key, world.publerWorkspaceId);
        return world;
    }

    static void connect(People people, String baseUrl, String key, String publerWorkspaceId) {
        QuarkusTransaction.requiringNew()
                .run(() -> Connection.connect(
                        people.workspace.id,
                        baseUrl,
                        key,
                        publerWorkspaceId,
                        "Test world",
                        bean(KeyBox.class),
                        bean(Clock.class).instant()));
    }

    /** Changes one account of the world. */
    World at(String account, Consumer<SandboxAccount> change) {
        stage.change(world -> world.accounts().stream()
                .filter(each -> each.name.equals(account))
                .findFirst()
                .ifPresent(change));
        return this;
    }

    World board(String account, String name) {
        return at(account, each -> each.board(name));
    }

    LastSync sync() {
        return bean(BoardSync.class).now(people.workspace.id);
    }

    List<String> liveBoards() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Board.live(people.workspace).stream().map(b -> b.name).toList());
    }

    Board board(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Board.all(people.workspace).stream()
                        .filter(board -> board.name.equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
