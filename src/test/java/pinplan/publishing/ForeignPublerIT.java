package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.PackagedApp;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.Pictures;

/**
 * The packaged application in front of a Publer that is not ours, in every way in which Publer is said to speak: from the
 * console's set-up link to pins that are published. One start, one workspace, one account for each dialect.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPublerIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final Duration BUSY = Duration.ofMinutes(2);
    /** Handing over needs three minutes, and a pin is watched from its minute on. */
    private static final Duration UNTIL_OUT = Duration.ofMinutes(12);

    private static final String PASSWORD = "a-long-enough-password";
    private static final String WISH = "Say that it needs no oven.";

    @TempDir
    static Path folder;

    private final Map<Dialect, String> pins = new LinkedHashMap<>();
    private ForeignPubler publer;
    private PackagedApp app;
    private Pages owner;
    private Pages creator;
    private Pages approver;
    private ZonedDateTime at;

    static List<Dialect> dialects() {
        return List.of(
                Dialect.plain("Plain"),
                Dialect.plain("Wrapped").inTheOtherEnvelope().saying("completed"),
                Dialect.plain("Slow list").listingAfter(2),
                Dialect.plain("Numbers").withNumbersForIds().saying("completed"),
                Dialect.plain("Pages from 0").amongOthers(41, 0),
                Dialect.plain("Pages from 1").amongOthers(41, 1).inTheOtherEnvelope(),
                Dialect.plain("Noise").noisy(),
                Dialect.plain("Late link").linkAfter(2),
                Dialect.plain("Failures object").refusingBy(Dialect.Failures.OBJECT),
                Dialect.plain("Failures array")
                        .refusingBy(Dialect.Failures.ARRAY)
                        .inTheOtherEnvelope());
    }

    @BeforeAll
    void everybodyAgrees() throws Exception {
        publer = new ForeignPubler(dialects());
        app = PackagedApp.start(
                folder,
                Map.of(
                        "PUBLER_API_URL", publer.url(),
                        "PUBLER_API_KEY", ForeignPubler.KEY,
                        "PUBLER_WORKSPACE_ID", ForeignPubler.WORKSPACE));
        URI address = URI.create(app.address());
        RestAssured.baseURI = "http://" + address.getHost();
        RestAssured.port = address.getPort();
        setUp();
        creator = joined("CREATOR", "Chris");
        approver = joined("APPROVER", "Avery");
        await("boards")
                .atMost(BUSY)
                .until(() ->
                        dialects().stream().allMatch(d -> owner.get("/boards").says(ForeignPubler.board(d))));
        at = ZonedDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES).plusMinutes(6);
        for (Dialect dialect : dialects()) pins.put(dialect, agreed(dialect));
    }

    @AfterAll
    void end() throws Exception {
        RestAssured.reset();
        if (app != null) app.close();
        if (publer != null) publer.close();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theOneCreateBecomesWhatPublerMakesOfIt(Dialect dialect) throws Exception {
        String pin = pins.get(dialect);
        boolean refused = dialect.failures() != Dialect.Failures.NONE;
        String ending = refused ? "Failed" : "Published";
        await(ending)
                .atMost(UNTIL_OUT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(status(creator.get(pin))).isEqualTo(ending));

        List<JsonNode> creates = publer.creates(dialect);
        assertThat(creates).hasSize(1);
        rightBody(creates.get(0), dialect);
        assertThat(publer.complaints()).isEmpty();
        if (refused) {
            assertThat(creator.get(pin).text()).contains(Dialect.REFUSAL);
        } else {
            await("its link")
                    .atMost(BUSY)
                    .until(() -> !creator.get(pin)
                            .document
                            .select("a[href^=https://www.pinterest.com/pin/]")
                            .isEmpty());
        }
        // By its status: what this Publer has of its own stands in the list too, and fills its first page.
        String listed = "/calendar?view=list&on=" + at.toLocalDate() + "&status=" + ending.toLowerCase(Locale.ROOT);
        assertThat(creator.get(listed).text()).contains(title(dialect), ending);
    }

    private void setUp() throws Exception {
        URI link = URI.create(app.setUpLink());
        owner = Pages.anonymous();
        owner.get(link.getPath() + "?" + link.getQuery())
                .form("Set up for real")
                .fill("Your name", "Olive")
                .fill("Email", "olive@team.example")
                .fill("Password", PASSWORD)
                .fill("Workspace name", "Kitchen")
                .choose("Time zone", ZONE.getId())
                .submit();
        assertThat(owner.get("/settings/publer").status).isEqualTo(200);
    }

    private Pages joined(String role, String name) {
        Page team = owner.get("/team")
                .form("Make an invitation link")
                .set("role", role)
                .submit();
        String link = team.document.selectFirst(".copy").text();
        Pages person = Pages.anonymous();
        person.get(link.substring(link.indexOf("/invitations/")))
                .form("Join")
                .fill("Your name", name)
                .fill("Email", name + "@team.example")
                .fill("Password", PASSWORD)
                .submit();
        assertThat(person.get("/calendar").status).isEqualTo(200);
        return person;
    }

    private String agreed(Dialect dialect) {
        Page pin = creator.get("/pins/new")
                .form("Submit for review")
                .fill("Title", "Pie")
                .fill("Description", "Twelve slices, five ingredients.")
                .fill("Destination link", link(dialect))
                .choose("Account", dialect.name())
                .choose("Board", ForeignPubler.board(dialect))
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .fill("Alt text", "A slice on a plate")
                .attach("Media", "tart.jpg", "image/jpeg", Pictures.jpeg(1000, 1500))
                .submit();
        assertThat(status(pin)).as(pin.text()).isEqualTo("In review");
        approver.get(pin.path)
                .form("Request changes")
                .fill("What should change", WISH)
                .submit();
        Page back = creator.get(pin.path);
        assertThat(status(back)).isEqualTo("Changes requested");
        assertThat(back.says(WISH)).isTrue();
        back.form("Submit for review").fill("Title", title(dialect)).submit();
        assertThat(publer.creates())
                .as("nothing goes out before it is approved")
                .isEqualTo(pins.size());
        approver.get(pin.path).form("Approve").submit();
        await("handed over").atMost(BUSY).until(() -> publer.creates() == pins.size() + 1);
        return pin.path;
    }

    private void rightBody(JsonNode body, Dialect dialect) {
        JsonNode pinterest = body.at("/bulk/posts/0/networks/pinterest");
        assertThat(pinterest.path("type").asText()).isEqualTo("photo");
        assertThat(pinterest.path("title").asText()).isEqualTo(title(dialect));
        assertThat(pinterest.path("text").asText()).isEqualTo("Twelve slices, five ingredients.");
        assertThat(pinterest.path("url").asText()).isEqualTo(link(dialect));
        assertThat(pinterest.at("/media/0/id").asText()).startsWith("6813892b");
        assertThat(pinterest.at("/media/0/alt_text").asText()).isEqualTo("A slice on a plate");
        String scheduledAt = body.at("/bulk/posts/0/accounts/0/scheduled_at").asText();
        assertThat(OffsetDateTime.parse(scheduledAt)).isEqualTo(at.toOffsetDateTime());
    }

    private static String title(Dialect dialect) {
        return "Tart, " + dialect.name();
    }

    private static String link(Dialect dialect) {
        return "https://example.org/tart/" + dialect.name().toLowerCase().replace(' ', '-');
    }

    private static String status(Page page) {
        return page.document.selectFirst("main .status").text();
    }
}
