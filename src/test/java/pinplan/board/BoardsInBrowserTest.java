package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

@QuarkusTest
class BoardsInBrowserTest {
    @Inject
    Clock clock;

    static List<Screen> screens() {
        return Screen.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyPageIsAccessibleAndQuiet(Screen screen) {
        World world = full();
        try (Browser browser = Browser.open(screen).signedIn(world.people.signIn(Role.OWNER))) {
            look(browser, "/boards", "boards");
            look(browser, "/boards/" + world.board("Winter tables").id, "board");
            look(browser, "/boards/" + world.board("Old recipes").id, "board-retired");
            look(browser, "/settings/publer", "publer");
            browser.fill("API key", "no").press("Test and replace");
            browser.mustBeAccessible();
            world.stage.fault(Fault.BAD_GATEWAY, 1, Operation.ACCOUNTS);
            world.sync();
            look(browser, "/boards", "boards-trouble");
        }
        People fresh = People.fresh();
        try (Browser browser = Browser.open(screen).signedIn(fresh.signIn(Role.OWNER))) {
            look(browser, "/boards", "boards-empty");
            look(browser, "/settings/publer", "publer-empty");
        }
        choose(screen);
    }

    private static void choose(Screen screen) {
        try (Canned publer = new Canned()
                .says("/workspaces", "[{\"id\":\"w1\",\"name\":\"One\"},{\"id\":\"w2\",\"name\":\"Two\"}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "w1");
            try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.OWNER))) {
                browser.go("/settings/publer");
                browser.press("Choose another workspace");
                browser.field("Publer workspace").waitFor();
                browser.mustBeAccessible().shot("publer-choice");
            }
        }
    }

    private World full() {
        World world = World.connected("Lemon House Kitchen", "Berry & Sons").board("Berry & Sons", "Jam");
        world.at("Lemon House Kitchen", account -> {
            List.of("Old recipes", "Winter tables", "A board with a name that goes on and on, longer than its card")
                    .forEach(account::board);
            IntStream.rangeClosed(1, 20).forEach(i -> account.board("Season " + i));
        });
        world.sync();
        pin(world, "Lemon tart, no baking", "Winter tables", 3);
        pin(world, "Table for eight", "Winter tables", 30);
        pin(world, "Grandmother's soup", "Old recipes", 50);
        world.stage.deleteBoard(world.board("Old recipes").publerId);
        world.sync();
        QuarkusTransaction.requiringNew().run(() -> Account.update("locked = true where name = 'Berry & Sons'"));
        return world;
    }

    private void pin(World world, String title, String board, int hours) {
        QuarkusTransaction.requiringNew().run(() -> {
            Board there = Board.in(world.people.workspace, world.board(board).id);
            LocalDateTime at =
                    LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(hours)), world.people.workspace.zone);
            Pin.create(
                    world.people.workspace,
                    new PinFields(title, "", "", there.account, there, null, at, List.of()),
                    new Actor(world.people.member(Role.CREATOR), Role.CREATOR),
                    clock.instant());
        });
    }

    private static void look(Browser browser, String path, String name) {
        browser.go(path);
        browser.shot(name);
        browser.mustBeAccessible();
    }
}
