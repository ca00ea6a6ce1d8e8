package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Screen;
import pinplan.team.Role;

/** The one road, as two people walk it: from an idea to a published pin. With script and without it. */
@QuarkusTest
class JourneyTest {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    Sandbox sandbox;

    @TempDir
    Path folder;

    static List<Screen> screens() {
        return List.of(Screen.WIDE, Screen.WIDE.withoutScript(), Screen.PHONE, Screen.PHONE.withoutScript());
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void fromAnIdeaToAPublishedPin(Screen screen) throws Exception {
        Connected desk = new Connected();
        Path photo = Files.write(folder.resolve("tart.jpg"), Pictures.jpeg(1000, 1500));
        Instant at = desk.in(30);
        ZoneId zone = desk.people.workspace.zone;
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        try (Browser creator = signedIn(desk, Role.CREATOR, screen);
                Browser approver = signedIn(desk, Role.APPROVER, screen)) {
            creator.go("/pins/new");
            creator.fill("Title", "Lemon pie")
                    .fill("Description", "Twelve slices, five ingredients, no oven.")
                    .fill("Destination link", "https://example.org/lemon-tart")
                    .choose("Account", "Lemon & Thyme")
                    .choose("Board", "Cakes")
                    .fill("Publish date", local.toLocalDate().toString())
                    .fill("Publish time", CLOCK.format(local))
                    .fill("Alt text", "Slice of lemon tart on a plate");
            creator.field("Media").setInputFiles(photo);
            creator.press("Submit for review");
            assertThat(creator.status()).isEqualTo("In review");
            String pin = creator.page.url();

            approver.go("/review");
            approver.follow("Lemon pie");
            approver.fill("What should change", "It is a tart.").press("Request changes");
            approver.go(pin);
            assertThat(approver.status()).isEqualTo("Changes requested");

            creator.go(pin);
            assertThat(creator.page.locator("main").innerText()).contains("It is a tart.");
            creator.fill("Title", "Lemon tart").press("Submit for review");
            assertThat(creator.status()).isEqualTo("In review");

            approver.go(pin);
            approver.press("Approve");
            approver.go(pin);
            assertThat(approver.status()).isEqualTo("Approved");

            desk.pass(Duration.ofSeconds(30));
            creator.go(pin);
            assertThat(creator.status()).isEqualTo("Scheduled");
            oneCreateWithTheRightBody(desk, at, zone);

            desk.pass(Duration.ofMinutes(31));
            creator.go(pin);
            assertThat(creator.status()).isEqualTo("Published");
            assertThat(creator.page.locator("a[href^='https://www.pinterest.']").count())
                    .isPositive();
            creator.go("/calendar?view=month&on=" + local.toLocalDate());
            assertThat(creator.page.locator("main").innerText()).contains("Lemon tart", "Published");
            creator.go("/calendar?view=list&on=" + local.toLocalDate());
            assertThat(creator.page.locator("main").innerText()).contains("Lemon tart", "Published");
            assertThat(desk.log().createRequests()).hasSize(1);
            assertThat(desk.log().creates(desk.publerAccount)).hasSize(1).allMatch(SandboxLog.Post::published);
        }
    }

    private static Browser signedIn(Connected desk, Role role, Screen screen) {
        Browser browser = Browser.open(screen);
        browser.go("/sign-in");
        browser.fill("Email", desk.people.member(role).email)
                .fill("Password", People.PASSWORD)
                .press("Sign in");
        assertThat(browser.page.url()).contains("/calendar");
        return browser;
    }

    private static void oneCreateWithTheRightBody(Connected desk, Instant at, ZoneId zone) throws Exception {
        List<SandboxLog.Request> creates = desk.log().createRequests();
        assertThat(creates).hasSize(1);
        JsonNode body = new ObjectMapper().readTree(creates.get(0).body());
        assertThat(body.at("/bulk/state").asText()).isEqualTo("scheduled");
        assertThat(body.at("/bulk/posts")).hasSize(1);
        JsonNode pinterest = body.at("/bulk/posts/0/networks/pinterest");
        assertThat(pinterest.path("type").asText()).isEqualTo("photo");
        assertThat(pinterest.path("title").asText()).isEqualTo("Lemon tart");
        assertThat(pinterest.path("text").asText()).isEqualTo("Twelve slices, five ingredients, no oven.");
        assertThat(pinterest.path("url").asText()).isEqualTo("https://example.org/lemon-tart");
        assertThat(pinterest.path("media")).hasSize(1);
        assertThat(pinterest.at("/media/0/alt_text").asText()).isEqualTo("Slice of lemon tart on a plate");
        JsonNode target = body.at("/bulk/posts/0/accounts/0");
        assertThat(target.path("id").asText()).isEqualTo(desk.publerAccount);
        assertThat(target.path("scheduled_at").asText())
                .isEqualTo(
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").format(at.atZone(zone)));
    }
}
