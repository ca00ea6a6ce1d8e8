package pinplan.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.database.Clocks;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.SandboxBoard;
import pinplan.support.People;
import pinplan.web.Ticks;

@QuarkusTest
class BoardSyncTest {
    @Inject
    BoardTick tick;

    @Inject
    Ticks ticks;

    @Inject
    Clocks clocks;

    @Inject
    Clock clock;

    @AfterEach
    void setTheClockRight() {
        clocks.reset();
    }

    @Test
    void mirrorsPinterestOnlyAndAllItsBoards() {
        World world = World.connected("Lemon House");
        world.stage.change(there -> there.otherNetwork("Lemon on Facebook", "facebook", "fb_page"));
        world.at("Lemon House", account -> IntStream.range(0, 130).forEach(i -> account.board("Board " + i)));

        assertThat(world.sync().well()).isTrue();

        assertThat(world.liveBoards()).hasSize(130).contains("Board 0", "Board 129");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Account.live(world.people.workspace)))
                .extracting(account -> account.name, account -> account.type, account -> account.locked)
                .containsExactly(tuple("Lemon House", "pin_business", false));
        assertThat(world.board("Board 7").publerId).matches("[0-9]{18,19}");
    }

    @Test
    void boardsComeGoComeBackAndChangeTheirNames() {
        World world =
                World.connected("Lemon House").board("Lemon House", "Tarts").board("Lemon House", "Cakes");
        world.sync();
        Long tarts = world.board("Tarts").id;
        String album = world.board("Tarts").publerId;

        world.stage.deleteBoard(album);
        world.sync();
        assertThat(world.liveBoards()).containsExactly("Cakes");
        assertThat(world.board("Tarts").live()).isFalse();
        assertThat(world.board("Tarts").retiredAt).isNotNull();

        world.stage.change(
                there -> SandboxBoard.update("gone = false, name = ?1 where albumId = ?2", "Lemon tarts", album));
        world.sync();
        assertThat(world.liveBoards()).containsExactly("Cakes", "Lemon tarts");
        assertThat(world.board("Lemon tarts").id).isEqualTo(tarts);
    }

    @Test
    void anAccountThatGoesTakesItsBoardsAlong() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        world.sync();
        world.at("Lemon House", account -> account.provider = "facebook");
        assertThat(world.sync().well()).isTrue();
        assertThat(world.liveBoards()).isEmpty();
        assertThat(world.board("Tarts").retiredAt).isNotNull();

        world.at("Lemon House", account -> account.provider = "pinterest");
        world.sync();
        assertThat(world.liveBoards()).containsExactly("Tarts");
    }

    @Test
    void aPartialAnswerRetiresNothing() {
        World world = World.connected("Apple", "Berry").board("Apple", "A1").board("Berry", "B1");
        world.sync();
        world.board("Apple", "A2").board("Berry", "B2");
        world.stage.deleteBoard(world.board("A1").publerId);
        world.stage.deleteBoard(world.board("B1").publerId);
        world.stage.fault(Fault.BAD_GATEWAY, 1, Operation.BOARDS);

        LastSync last = world.sync();

        assertThat(world.liveBoards()).containsExactly("A1", "B2");
        assertThat(last.problem()).contains("“Apple”", "502").doesNotContain("<");
        assertThat(world.sync().well()).isTrue();
        assertThat(world.liveBoards()).containsExactly("A2", "B2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNAUTHORIZED | Publer says: “You don't have access on this workspace”",
                "FORBIDDEN    | Publer says: “Invalid API key or not active for this account.”",
                "BAD_GATEWAY  | A gateway before Publer answered 502 with a page",
                "THROTTLE     | Publer asks us to wait",
                "CUT          | The connection to Publer broke before its answer was complete.",
                "WRONG_SHAPE  | shape"
            })
    void troubleIsSaidInWordsAndRetiresNothing(Fault fault, String words) {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        LastSync before = world.sync();
        world.stage.deleteBoard(world.board("Tarts").publerId);
        world.stage.fault(fault, 1, Operation.ACCOUNTS);

        LastSync last = world.sync();

        assertThat(last.problem()).contains("The accounts could not be read.", words);
        assertThat(last.syncedAt()).isEqualTo(before.syncedAt());
        assertThat(last.triedAt()).isAfter(before.triedAt());
        assertThat(world.liveBoards()).containsExactly("Tarts");
    }

    @Test
    void anUnreachablePublerIsSaidInWords() {
        People people = People.fresh();
        World.connect(people, "http://127.0.0.1:1/api/v1", "some-key-" + UUID.randomUUID(), "ws1");
        assertThat(World.bean(BoardSync.class).now(people.workspace.id).problem())
                .contains("No connection to Publer could be made.");
    }

    @Test
    void idsMayBeNumbersAndNamesMayBeMissing() {
        try (Canned publer = new Canned()
                .says("/accounts", "[{\"id\":17,\"provider\":\"pinterest\",\"type\":\"pin_business\"}]")
                .says(
                        "media_options",
                        "[{\"id\":17,\"albums\":[{\"id\":9341452163986243901,\"name\":\"Big\\u0000 one\"},{\"id\":\"934145216398624391\"}]}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "ws1");
            assertThat(World.bean(BoardSync.class).now(people.workspace.id).problem())
                    .isNull();
            assertThat(boards(people))
                    .extracting(board -> board.publerId, board -> board.name)
                    .containsExactlyInAnyOrder(
                            tuple("9341452163986243901", "Big one"),
                            tuple("934145216398624391", "Board 934145216398624391"));
        }
    }

    @Test
    void withoutAListOfItsOwnTheAccountsRowTellsItsBoards() {
        try (Canned publer = new Canned()
                .says(
                        "/accounts",
                        "[{\"id\":\"a1\",\"provider\":\"pinterest\",\"name\":\"Lemon\",\"albums\":[{\"id\":\"1\",\"name\":\"Tarts\"}]}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "ws1");
            assertThat(World.bean(BoardSync.class).now(people.workspace.id).problem())
                    .isNull();
            assertThat(boards(people)).extracting(board -> board.name).containsExactly("Tarts");
        }
    }

    @Test
    void anEmptyListOfALockedAccountIsNoNews() {
        try (Canned publer = new Canned()
                .says("/accounts", "[{\"id\":\"a1\",\"provider\":\"pinterest\",\"name\":\"Lemon\",\"locked\":false}]")
                .says("media_options", "[{\"id\":\"a1\",\"albums\":[{\"id\":\"1\",\"name\":\"Tarts\"}]}]")) {
            People people = People.fresh();
            World.connect(people, publer.url(), "some-key-" + UUID.randomUUID(), "ws1");
            World.bean(BoardSync.class).now(people.workspace.id);
            publer.says("/accounts", "[{\"id\":\"a1\",\"provider\":\"pinterest\",\"name\":\"Lemon\",\"locked\":true}]")
                    .says("media_options", "[{\"id\":\"a1\",\"albums\":[]}]");
            assertThat(World.bean(BoardSync.class).now(people.workspace.id).well())
                    .isTrue();
            assertThat(boards(people)).hasSize(1);
            assertThat(boards(people).get(0).account.locked).isTrue();
        }
    }

    @Test
    void anAnswerFromAnOlderConnectionIsNotWritten() {
        World other = new World();
        try (Canned publer = new Canned()
                .says("/accounts", "[{\"id\":\"a1\",\"provider\":\"pinterest\",\"name\":\"Old\"}]")
                .first(
                        "/accounts",
                        () -> World.connect(other.people, "http://127.0.0.1:1/api/v1", other.key, "elsewhere"))) {
            World.connect(other.people, publer.url(), "some-key-" + UUID.randomUUID(), "ws1");
            assertThat(other.sync().problem()).contains("The connection to Publer was changed");
            assertThat(boards(other.people)).isEmpty();
            assertThat(QuarkusTransaction.requiringNew().call(() -> Account.live(other.people.workspace)))
                    .isEmpty();
        }
    }

    @Test
    void whileTheKeyRestsNothingIsAsked() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        QuarkusTransaction.requiringNew()
                .run(() -> Connection.of(world.people.workspace.id)
                        .orElseThrow()
                        .lane()
                        .pause(
                                Lane.Pause.THROTTLED,
                                clock.instant().plusSeconds(100),
                                "Too many requests.",
                                clock.instant()));
        assertThat(world.sync().problem()).contains("Too many requests.");
        assertThat(world.stage.log().requests()).isEmpty();
    }

    @Test
    void aPersonWaitsForTheBudgetInsteadOfOverrunningIt() {
        World world = World.connected(
                IntStream.range(0, 14).mapToObj(i -> "Account " + i).toArray(String[]::new));
        assertThat(world.sync().problem()).isNull();
        assertThat(world.stage.log().requests()).hasSize(15);
    }

    @Test
    void theTickLooksAtWhoIsNewAndThenEveryQuarterOfAnHour() {
        World world = World.connected("Lemon House").board("Lemon House", "Tarts");
        tick.tick();
        assertThat(world.liveBoards()).containsExactly("Tarts");
        assertThat(ticks.last("boards")).isPresent();

        tick.tick();
        assertThat(world.stage.log().requests(Operation.ACCOUNTS)).hasSize(1);

        clocks.shift(Duration.ofMinutes(15).plusSeconds(1));
        tick.tick();
        assertThat(world.stage.log().requests(Operation.ACCOUNTS)).hasSize(2);
    }

    private static List<Board> boards(People people) {
        return QuarkusTransaction.requiringNew().call(() -> Board.live(people.workspace));
    }
}
