package pinplan.publer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.database.Clocks;
import pinplan.publer.Access;
import pinplan.publer.Job;
import pinplan.publer.Outcome;
import pinplan.publer.OwnAddress;
import pinplan.publer.PostPage;
import pinplan.publer.PostQuery;
import pinplan.publer.PublerAccount;
import pinplan.publer.PublerBoard;
import pinplan.publer.PublerGateway;
import pinplan.publer.PublerMedia;
import pinplan.publer.PublerPost;

/** The sandbox as the gateway sees it, over real HTTP. */
@QuarkusTest
class SandboxTest {
    private static final List<String> STATES = List.of("scheduled", "published", "failed", "draft");

    @Inject
    PublerGateway gateway;

    @Inject
    Sandbox sandbox;

    @Inject
    Clocks clocks;

    @Inject
    Clock clock;

    private Stage stage;
    private Access access;
    private String account;
    private String board;

    @BeforeEach
    void world() {
        String key = Sandbox.newKey();
        QuarkusTransaction.requiringNew().run(() -> {
            SandboxWorld world = sandbox.create(key, "Test");
            world.jobMillis = 20_000; // longer than a busy machine may take between two requests
            SandboxAccount pinterest = world.account("Lemon & Thyme");
            account = pinterest.publerId;
            board = pinterest.board("Weeknight dinners").albumId;
            pinterest.board("Cakes");
            world.otherNetwork("A page", "facebook", "fb_page");
            access = new Access(OwnAddress.SANDBOX, key, world.publerWorkspaceId, 1);
        });
        stage = sandbox.world(key);
    }

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    private Instant minute(int ahead) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(ahead));
    }

    private String body(Instant at) {
        return body(at, account, board, "https://example.org/tart", "photo");
    }

    private static String body(Instant at, String account, String board, String url, String type) {
        String album = board == null ? "" : ",\"album_id\":\"" + board + "\"";
        String time = at == null ? "" : ",\"scheduled_at\":\"" + at.atOffset(ZoneOffset.ofHours(2)) + "\"";
        return "{\"bulk\":{\"state\":\"scheduled\",\"posts\":[{\"networks\":{\"pinterest\":{\"type\":\"" + type
                + "\",\"text\":\"Twelve slices\",\"media\":[{\"id\":\"external-0\",\"type\":\"photo\",\"path\":\"https://img.example.org/tart.jpg\"}],"
                + "\"title\":\"Tart\",\"url\":\"" + url + "\"}},\"accounts\":[{\"id\":\"" + account + "\"" + time
                + album
                + "}]}]}}";
    }

    private Outcome<String> schedule(String body) {
        return gateway.schedule(access, body, System.nanoTime() + TimeUnit.SECONDS.toNanos(20));
    }

    private Job done(String jobId) {
        clocks.shift(Duration.ofSeconds(21));
        return gateway.job(access, jobId).value().orElseThrow();
    }

    private PostPage list(int page) {
        return gateway.posts(access, query(page)).value().orElseThrow();
    }

    private PostQuery query(int page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new PostQuery(List.of(account), STATES, today.minusDays(1), today.plusDays(2), page);
    }

    private List<String> refusals(String body) {
        return done(schedule(body).value().orElseThrow()).failures().stream()
                .map(Job.Failure::message)
                .toList();
    }

    @Test
    void itKnowsWhoAsks() {
        assertThat(gateway.me(access).value().orElseThrow().email()).isEqualTo("sandbox@publer.example");
        assertThat(gateway.workspaces(access).value().orElseThrow())
                .singleElement()
                .satisfies(workspace -> assertThat(workspace.id()).isEqualTo(access.publerWorkspaceId()));
        List<PublerAccount> accounts = gateway.accounts(access).value().orElseThrow();
        assertThat(accounts).hasSize(2);
        assertThat(accounts.stream().filter(PublerAccount::pinterest).map(PublerAccount::id))
                .containsExactly(account);
        assertThat(gateway.boards(access, account).value().orElseThrow())
                .extracting(PublerBoard::name)
                .containsExactly("Weeknight dinners", "Cakes");
    }

    @Test
    void aStrangerIsTurnedAwayInPublersWords() {
        Access wrongKey = new Access(access.baseUrl(), "sandbox-nobody", access.publerWorkspaceId(), 1);
        assertThat(gateway.me(wrongKey)).isInstanceOf(Outcome.Denied.class);
        assertThat(gateway.me(wrongKey).sentence()).isEqualTo("Invalid API key or not active for this account.");
        Access wrongWorkspace = new Access(access.baseUrl(), access.key(), "61a7", 1);
        assertThat(gateway.accounts(wrongWorkspace).sentence()).isEqualTo("You don't have access on this workspace");
        assertThat(gateway.accounts(wrongWorkspace).evidence().status()).isEqualTo(401);
    }

    @Test
    void aPostIsAcceptedThenMadeThenPublished() {
        Instant at = minute(5);
        String jobId = schedule(body(at)).value().orElseThrow();
        assertThat(gateway.job(access, jobId).value().orElseThrow().state()).isEqualTo(Job.State.WORKING);
        assertThat(list(0).posts()).isEmpty();

        assertThat(done(jobId)).isEqualTo(new Job(Job.State.DONE, List.of(), List.of()));
        PublerPost post = list(0).posts().get(0);
        assertThat(post.state()).isEqualTo("scheduled");
        assertThat(post.scheduledAt()).isEqualTo(at);
        assertThat(post.url()).isEqualTo("https://example.org/tart");
        assertThat(post.postLink()).isNull();

        clocks.shift(Duration.ofMinutes(6));
        post = list(0).posts().get(0);
        assertThat(post.state()).isEqualTo("published");
        assertThat(post.postLink()).startsWith("https://www.pinterest.com/pin/");

        SandboxLog log = stage.log();
        assertThat(log.creates(account)).hasSize(1);
        assertThat(log.createRequests()).singleElement().satisfies(request -> {
            assertThat(request.body()).isEqualTo(body(at));
            assertThat(request.answer()).contains(jobId);
        });
        assertThat(log.toString()).doesNotContain(access.key());
    }

    @Test
    void publishNowGivesThePostBack() {
        Outcome<String> accepted =
                gateway.publishNow(access, body(null), System.nanoTime() + TimeUnit.SECONDS.toNanos(20));
        Job job = done(accepted.value().orElseThrow());
        assertThat(job.failures()).isEmpty();
        assertThat(job.posts()).singleElement().satisfies(post -> {
            assertThat(post.state()).isEqualTo("published");
            assertThat(post.accountId()).isEqualTo(account);
            assertThat(post.postLink()).isNotNull();
        });
    }

    @Test
    void itRefusesInPublersWords() {
        Instant at = minute(15);
        assertThat(refusals(body(at, account, null, "https://a.example", "photo")))
                .containsExactly("Album can't be blank");
        assertThat(refusals(body(at, account, "1", "https://a.example", "photo")))
                .containsExactly("Album can't be blank");
        assertThat(refusals(body(at, account, board, "https://a.example", "pin")))
                .containsExactly("Post type is not valid");
        assertThat(refusals(body(at, "nobody", board, "https://a.example", "photo")))
                .containsExactly(
                        "The composer is in a bad state for this account as it's missing the social network params.");
        assertThat(refusals(body(minute(-2)))).containsExactly("Posts cannot be backdated");
        assertThat(refusals(body(at).replace("external-0", "6813892b5ec8b1e65235ae9e")))
                .containsExactly("undefined method 'count' for nil");
        assertThat(refusals(body(at))).isEmpty();
        assertThat(refusals(body(at)))
                .containsExactly("There's another post at this time. A one minute gap is required between posts");
        assertThat(refusals(body(at.plusSeconds(60)))).isEmpty();
        assertThat(stage.log().creates(account)).hasSize(2);
    }

    @Test
    void theDailyCapHolds() {
        stage.change(world -> world.dailyCap = 2);
        assertThat(refusals(body(minute(5)))).isEmpty();
        assertThat(refusals(body(minute(6)))).isEmpty();
        assertThat(refusals(body(minute(7)))).singleElement().asString().contains("daily limit of 2");
    }

    @Test
    void wrongRequestsAreRefusedAtOnce() {
        assertThat(schedule(body(minute(5)).replace("\"scheduled\"", "\"auto\"")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(schedule(body(minute(5)).replace("\"scheduled\"", "\"auto\""))
                        .sentence())
                .isEqualTo("Unknown state auto");
        assertThat(schedule("{}")).isInstanceOf(Outcome.Refused.class);
        assertThat(schedule("not json")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aFileIsKeptByItsDigest(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "some bytes");
        PublerMedia media =
                gateway.upload(access, file, "tärt.jpg", "image/jpeg").value().orElseThrow();
        assertThat(media.type()).isEqualTo("photo");
        assertThat(media.warning()).isNull();
        assertThat(stage.log().requests(Operation.UPLOAD).get(0).body())
                .contains(
                        "tärt.jpg",
                        "image/jpeg",
                        "10 bytes",
                        "0d22cdcc10e6d049dbe1af5123d50873fdfc1a4f58306e58cb6241be9472014d");
        assertThat(refusals(body(minute(5)).replace("external-0", media.id()))).isEmpty();
        assertThat(gateway.upload(access, file, "a.mp4", "video/mp4")
                        .value()
                        .orElseThrow()
                        .type())
                .isEqualTo("video");
    }

    @Test
    void aVideoHasThumbnailsAndTakesOneOfThemOrAPicture(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "some bytes");
        PublerMedia film =
                gateway.upload(access, file, "a.mp4", "video/mp4").value().orElseThrow();
        PublerMedia picture =
                gateway.upload(access, file, "a.jpg", "image/jpeg").value().orElseThrow();
        assertThat(film.thumbnails()).hasSize(5);
        assertThat(picture.thumbnails()).isEmpty();
        String own = film.thumbnails().get(4).id();
        assertThat(refusals(covered(film.id(), thumbnail(picture.id()), "0", 5)))
                .isEmpty();
        assertThat(refusals(covered(film.id(), thumbnail(own) + "," + thumbnail(picture.id()), "1", 7)))
                .isEmpty();
        for (String wrong : List.of(
                covered(film.id(), thumbnail("nobody"), "0", 9),
                covered(film.id(), thumbnail(film.id()), "0", 9),
                covered(film.id(), "{\"id\":\"" + own + "\"}", "0", 9),
                covered(film.id(), thumbnail(own), "1", 9),
                covered(film.id(), thumbnail(own), "-1", 9),
                covered(film.id(), thumbnail(own), "\"0\"", 9),
                covered(film.id(), "", "0", 9))) {
            assertThat(refusals(wrong)).as(wrong).containsExactly("Thumbnail is not valid");
        }
    }

    @Test
    void thumbnailsComeLate(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x"), "some bytes");
        stage.fault(Fault.THUMBNAILS_LATE, 2);
        PublerMedia film =
                gateway.upload(access, file, "a.mp4", "video/mp4").value().orElseThrow();
        assertThat(film.thumbnails()).isEmpty();
        assertThat(gateway.media(access, List.of(film.id())).value().orElseThrow())
                .singleElement()
                .satisfies(media -> assertThat(media.thumbnails()).isEmpty());
        assertThat(gateway.media(access, List.of(film.id(), "nobody")).value().orElseThrow())
                .singleElement()
                .satisfies(media -> assertThat(media.thumbnails()).hasSize(5));
        assertThat(stage.log().requests(Operation.MEDIA).get(0).path())
                .contains("ids[]=" + film.id(), "types[]=video", "used[]=true", "used[]=false");
    }

    private static String thumbnail(String id) {
        return "{\"id\":\"%s\",\"small\":\"https://x/s\",\"real\":\"https://x/r\"}".formatted(id);
    }

    private String covered(String film, String thumbnails, String index, int minute) {
        return """
                {"bulk":{"state":"scheduled","posts":[{"networks":{"pinterest":{"type":"video","text":"A",
                  "media":[{"id":"%s","type":"video","thumbnails":[%s],"default_thumbnail":%s}]}},
                  "accounts":[{"id":"%s","scheduled_at":"%s","album_id":"%s"}]}]}}
                """.formatted(film, thumbnails, index, account, minute(minute), board);
    }

    @Test
    void listsComeInPagesOfTwenty() {
        stage.change(world -> {
            for (int i = 0; i < 45; i++) {
                Mishap.foreignPost(world.accounts().get(0), minute(10 + i), "Post " + i, null, clock.instant());
            }
        });
        Set<String> ids = new HashSet<>();
        for (int page = 0; page < 3; page++) {
            PostPage read = list(page);
            assertThat(read.total()).isEqualTo(45);
            assertThat(read.totalPages()).isEqualTo(3);
            assertThat(read.page()).isEqualTo(page);
            assertThat(read.posts()).hasSize(page < 2 ? 20 : 5);
            read.posts().forEach(post -> ids.add(post.id()));
        }
        assertThat(ids).hasSize(45);

        stage.fault(Fault.ROWS_MOVE, 3);
        ids.clear();
        for (int page = 0; page < 3; page++) {
            list(page).posts().forEach(post -> ids.add(post.id()));
        }
        assertThat(ids).hasSizeLessThan(45);
    }

    @Test
    void onlyWhatIsNamedIsDeletedAndOnlyIfItWaits() {
        String first = stage.foreignPost(account, minute(5), "a", null);
        String second = stage.foreignPost(account, minute(9), "b", null);
        stage.fault(Fault.DELETE_NOTHING, 1);
        assertThat(gateway.delete(access, List.of(first)).value().orElseThrow()).isEmpty();
        stage.fault(Fault.DELETE_LIES, 1);
        assertThat(gateway.delete(access, List.of(first)).value().orElseThrow()).containsExactly(first);
        assertThat(list(0).posts()).hasSize(2);
        assertThat(gateway.delete(access, List.of(first, "unknown")).value().orElseThrow())
                .containsExactly(first);
        assertThat(list(0).posts()).extracting(PublerPost::id).containsExactly(second);
        clocks.shift(Duration.ofMinutes(10));
        assertThat(gateway.delete(access, List.of(second)).value().orElseThrow())
                .isEmpty();
    }

    @Test
    void aHundredRequestsInTwoMinutesAndNotOneMore() {
        stage.change(world -> world.rateLimit = 3);
        assertThat(gateway.me(access).evidence().remaining()).isEqualTo(2);
        gateway.me(access);
        assertThat(gateway.me(access).evidence().remaining()).isZero();
        Outcome<?> over = gateway.me(access);
        assertThat(over).isInstanceOf(Outcome.Throttled.class);
        assertThat(over.evidence().reset()).isAfter(clock.instant());
        clocks.shift(Duration.ofSeconds(121));
        assertThat(gateway.me(access)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void bothDialectsAreUnderstood() {
        Instant at = minute(5);
        stage.change(world -> {
            world.wrapped = true;
            world.saysCompleted = true;
            world.failuresAsArray = true;
        });
        assertThat(gateway.me(access).value()).isPresent();
        assertThat(gateway.workspaces(access).value().orElseThrow()).hasSize(1);
        assertThat(gateway.accounts(access).value().orElseThrow()).hasSize(2);
        assertThat(gateway.boards(access, account).value().orElseThrow()).hasSize(2);
        String jobId = schedule(body(at)).value().orElseThrow();
        assertThat(gateway.job(access, jobId).value().orElseThrow().state()).isEqualTo(Job.State.WORKING);
        assertThat(done(jobId).state()).isEqualTo(Job.State.DONE);
        assertThat(refusals(body(at))).hasSize(1);
        assertThat(list(0).total()).isEqualTo(1);
        assertThat(gateway.delete(access, List.of(list(0).posts().get(0).id()))
                        .value()
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void aLostListingIsNoAnswerAtAll() {
        for (Fault fault : List.of(Fault.LOSE_REQUEST, Fault.LOSE_ANSWER)) {
            for (int i = 0; i < 10; i++) {
                stage.fault(fault, 1, Operation.POSTS);
                assertThat(gateway.posts(access, query(0)).evidence().status())
                        .as("%s", fault)
                        .isZero();
            }
        }
        assertThat(stage.waiting()).isEmpty();
    }

    @Test
    void aLostRequestLeavesNothingAndALostAnswerLeavesAPost() {
        stage.fault(Fault.LOSE_REQUEST, 1);
        assertThat(schedule(body(minute(5)))).isInstanceOf(Outcome.Unknown.class);
        clocks.shift(Duration.ofSeconds(21));
        assertThat(stage.log().creates(account)).isEmpty();

        for (Fault fault : List.of(
                Fault.LOSE_ANSWER,
                Fault.CUT,
                Fault.DELAY,
                Fault.DRIP,
                Fault.NO_JOB_ID,
                Fault.WRONG_SHAPE,
                Fault.BAD_GATEWAY_AFTER)) {
            int before = stage.log().creates(account).size();
            stage.fault(fault, 1);
            assertThat(schedule(body(minute(20 + before)))).as("%s", fault).isInstanceOf(Outcome.Unknown.class);
            clocks.shift(Duration.ofSeconds(21));
            assertThat(stage.log().creates(account)).as("%s", fault).hasSize(before + 1);
        }
        assertThat(stage.waiting()).isEmpty();
        assertThat(schedule(body(minute(5)))).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void everyScriptedStatusIsItsEnding() {
        assertEnding(Fault.THROTTLE, Outcome.Throttled.class);
        assertEnding(Fault.THROTTLE_MUTE, Outcome.Throttled.class);
        assertEnding(Fault.THROTTLE_ABSURD, Outcome.Throttled.class);
        assertEnding(Fault.BAD_REQUEST, Outcome.Refused.class);
        assertEnding(Fault.UNAUTHORIZED, Outcome.Denied.class);
        assertEnding(Fault.FORBIDDEN, Outcome.Denied.class);
        assertEnding(Fault.UNPROCESSABLE, Outcome.Refused.class);
        assertEnding(Fault.SERVER_ERROR, Outcome.Unknown.class);
        assertEnding(Fault.BAD_GATEWAY, Outcome.Unknown.class);
        assertEnding(Fault.UNAVAILABLE, Outcome.Unknown.class);
        assertThat(stage.log().posts()).isEmpty();
    }

    private void assertEnding(Fault fault, Class<?> ending) {
        stage.fault(fault, 1);
        Outcome<String> outcome = schedule(body(minute(5)));
        assertThat(outcome).as("%s", fault).isInstanceOf(ending);
        if (outcome instanceof Outcome.Throttled<String> throttled) {
            boolean said =
                    throttled.until(clock.instant()).equals(throttled.evidence().reset());
            assertThat(said).isEqualTo(fault == Fault.THROTTLE);
        }
    }

    @Test
    void jobsMisbehave() {
        stage.fault(Fault.FAILURE_OBJECT, 1);
        assertThat(refusals(body(minute(5)))).hasSize(1);
        stage.fault(Fault.FAILURE_ARRAY, 1);
        assertThat(refusals(body(minute(5)))).hasSize(1);
        stage.fault(Fault.POST_NEVER, 1);
        assertThat(refusals(body(minute(5)))).isEmpty();
        assertThat(stage.log().posts()).isEmpty();

        stage.fault(Fault.JOB_NEVER_ENDS, 1);
        assertThat(done(schedule(body(minute(7))).value().orElseThrow()).state())
                .isEqualTo(Job.State.WORKING);
        assertThat(list(0).total()).isEqualTo(1);

        stage.fault(Fault.LIST_LAG, 1);
        assertThat(refusals(body(minute(9)))).isEmpty();
        assertThat(list(0).total()).isEqualTo(1);
        clocks.shift(Duration.ofSeconds(61));
        assertThat(list(0).total()).isEqualTo(2);

        stage.fault(Fault.POST_LATE, 1);
        assertThat(refusals(body(minute(30)))).isEmpty();
        assertThat(list(0).total()).isEqualTo(2);
        clocks.shift(Duration.ofMinutes(3));
        assertThat(list(0).total()).isEqualTo(3);

        stage.fault(Fault.POST_TWICE, 1).fault(Fault.INTEGER_IDS, 1);
        assertThat(refusals(body(minute(40)))).isEmpty();
        assertThat(list(0).posts().stream().filter(post -> post.id().matches("[0-9]{8,10}")))
                .hasSize(2);
        assertThat(gateway.job(access, "nobody").value().orElseThrow().state()).isEqualTo(Job.State.GONE);
    }

    @Test
    void thingsHappenAtPubler() {
        stage.fault(Fault.FOREIGN_POST, 1);
        assertThat(stage.log().posts())
                .singleElement()
                .satisfies(post -> assertThat(post.made()).isFalse());
        stage.fault(Fault.POST_EDITED, 1);
        assertThat(list(0).posts().get(0).text()).isEqualTo("Edited in Publer");
        stage.fault(Fault.POST_DELETED, 1);
        assertThat(list(0).posts()).isEmpty();

        refusals(body(minute(5)));
        stage.fault(Fault.BOARD_DELETED, 1);
        assertThat(gateway.boards(access, account).value().orElseThrow()).hasSize(1);
        clocks.shift(Duration.ofMinutes(6));
        assertThat(list(0).posts().get(0).state()).isEqualTo("failed");

        String other =
                gateway.boards(access, account).value().orElseThrow().get(0).id();
        refusals(body(minute(5), account, other, "https://a.example", "photo"));
        stage.fault(Fault.ACCOUNT_REAUTH, 1);
        clocks.shift(Duration.ofMinutes(6));
        assertThat(list(0).posts()).extracting(PublerPost::state).contains("scheduled_reauth");
    }

    @Test
    void worldsDoNotDisturbOneAnother() {
        String key = Sandbox.newKey();
        QuarkusTransaction.requiringNew().run(() -> sandbox.create(key, "Other"));
        stage.fault(Fault.SERVER_ERROR, 5);
        assertThat(sandbox.world(key).waiting()).isEmpty();
        assertThat(sandbox.world(key).log().requests()).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> SandboxWorld.of(stageDigest(key)).orElseThrow().remove());
        assertThat(gateway.me(new Access(OwnAddress.SANDBOX, key, "x", 1))).isInstanceOf(Outcome.Denied.class);
    }

    @Inject
    pinplan.publer.KeyBox box;

    private String stageDigest(String key) {
        return box.digest(key);
    }

    /** The answer is there before anything of the body is: nothing of it was waited for, or kept. */
    @ParameterizedTest
    @CsvSource({
        "POST, /posts/schedule, application/json",
        "POST, /posts/schedule/publish, application/json",
        "POST, /media/from-url, text/plain",
        "PUT, /posts/1, application/json",
        "POST, /media, multipart/form-data; boundary=x",
    })
    void whoseKeyOpensNothingIsNotReadFrom(String method, String path, String type) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("%s /sandbox/publer/api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer-API guessed\r\n"
                                            + "Content-Type: %s\r\nContent-Length: 200000000\r\n\r\n")
                                    .formatted(method, path, type)
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 403 Forbidden");
        }
    }

    @Test
    void moreThanAnybodySchedulesIsNotReadToItsEnd() {
        Response answer = RestAssured.given()
                .header("Authorization", "Bearer-API " + access.key())
                .header("Publer-Workspace-Id", access.publerWorkspaceId())
                .contentType("application/json")
                .body(" ".repeat(SandboxApi.MOST_BYTES) + body(minute(3)))
                .post("/sandbox/publer/api/v1/posts/schedule");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("errors[0]"))
                .isEqualTo("Request is too large: at most 1000000 bytes are read");
    }
}
