package pinplan.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

@QuarkusTest
class BoardsTest {
    @Inject
    Clock clock;

    @Test
    void withoutAConnectionThePageLeadsToIt() {
        People people = People.fresh();
        Page admin = people.as(Role.ADMIN).get("/boards");
        assertThat(admin.follow("Connect Publer").path).isEqualTo("/settings/publer");
        Page viewer = people.as(Role.VIEWER).get("/boards");
        assertThat(viewer.text()).contains("once an owner or an admin has connected Publer");
        assertThat(viewer.hasButton("Sync boards")).isFalse();
    }

    @Test
    void whatPublerHasIsSaidOnceALookEnded() {
        World world = World.connected();
        Pages creator = world.people.as(Role.CREATOR);
        String none = "Publer has no Pinterest account in this workspace.";
        assertThat(creator.get("/boards").text())
                .contains("Reading the boards from Publer for the first time")
                .doesNotContain(none);
        QuarkusTransaction.requiringNew()
                .run(() -> LastSync.claim(world.people.workspace.id, clock.instant(), clock.instant()));
        assertThat(creator.get("/boards").text())
                .contains("Reading the boards from Publer for the first time")
                .doesNotContain(none);
        world.sync();
        assertThat(creator.get("/boards").text()).contains(none).doesNotContain("for the first time");
    }

    @Test
    void theListShowsAccountsBoardsAndWhatIsPlanned() {
        World world = World.connected("Lemon House", "Berry House")
                .board("Lemon House", "Tarts <i>")
                .board("Lemon House", "Cakes");
        world.sync();
        pin(world, "One", "Tarts <i>");
        pin(world, "Two", "Tarts <i>");

        Page page = world.people.as(Role.VIEWER).get("/boards");

        assertThat(page.document.select("section h2").eachText()).containsExactly("Berry House", "Lemon House");
        assertThat(page.document.select("section li").eachText()).containsExactly("Cakes", "Tarts <i>2 planned");
        assertThat(page.text()).contains("Synced with Publer now");
    }

    @Test
    void syncingByHandShowsWhatIsNew() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        Page page =
                world.people.as(Role.CREATOR).get("/boards").form("Sync boards").submit();
        assertThat(page.path).isEqualTo("/boards");
        assertThat(page.text()).contains("The boards are up to date with Publer.", "Tarts");
        assertThat(page.form("Sync boards").submit().text()).contains("synced just now");
    }

    @Test
    void troubleIsOnThePage() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        world.sync();
        world.stage.fault(pinplan.publer.sandbox.Fault.BAD_GATEWAY, 1, pinplan.publer.sandbox.Operation.ACCOUNTS);
        world.sync();
        Page page = world.people.as(Role.CREATOR).get("/boards");
        assertThat(page.text()).contains("The accounts could not be read.", "502", "Last read in full", "Tarts");
        assertThat(page.document.select("a[href=/settings/publer]")).isEmpty();
    }

    @Test
    void aRetiredBoardSaysWhichPinsNeedAnother() {
        World world =
                World.connected("Lemon House").board("Lemon House", "Tarts").board("Lemon House", "Cakes");
        world.sync();
        Long pin = pin(world, "Lemon tart, no baking", "Tarts");
        world.stage.deleteBoard(world.board("Tarts").publerId);
        world.sync();

        Page list = world.people.as(Role.CREATOR).get("/boards");
        assertThat(list.document.select("details summary").eachText()).contains("1 no longer in Publer 1 planned");
        Page board = list.follow("Tarts");
        assertThat(board.text())
                .contains("No longer in Publer", "One planned pin points here: choose another board for it.");
        assertThat(board.document.select("a.chip").attr("href")).isEqualTo("/pins/" + pin);
        assertThat(board.document.select("a.chip .status").text()).isEqualTo("Draft");
        assertThat(board.document.select("a.chip").text()).contains("Lemon tart, no baking");
        assertThat(board.document.select("a.chip .warnings").text()).endsWith("1 warning");
    }

    @Test
    void allThatPointToARetiredBoardAreCounted() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        world.sync();
        for (int number = 1; number <= 101; number++) {
            pin(world, "Tart " + number, "Tarts");
        }
        world.stage.deleteBoard(world.board("Tarts").publerId);
        world.sync();
        Page board = world.people.as(Role.CREATOR).get("/boards/" + world.board("Tarts").id);
        assertThat(board.text()).contains("101 planned pins point here", "The first 100 of 101.");
        assertThat(board.document.select("a.chip")).hasSize(100);
    }

    @Test
    void aBoardOfAnotherWorkspaceIsNotHere() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        world.sync();
        assertThat(People.fresh().as(Role.OWNER).get("/boards/" + world.board("Tarts").id).status)
                .isEqualTo(404);
    }

    private Long pin(World world, String title, String board) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Board there = Board.in(world.people.workspace, world.board(board).id);
            LocalDateTime at =
                    LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(3)), world.people.workspace.zone);
            return Pin.create(
                            world.people.workspace,
                            new PinFields(title, "", "", there.account, there, null, at, List.of()),
                            new Actor(world.people.member(Role.CREATOR), Role.CREATOR),
                            clock.instant())
                    .id;
        });
    }
}
