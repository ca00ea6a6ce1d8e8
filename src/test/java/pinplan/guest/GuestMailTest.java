package pinplan.guest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.MailServer;
import pinplan.support.Page;
import pinplan.support.Screen;
import pinplan.team.Role;

/** From the form over a real mail server to a decision on a phone. */
@QuarkusTest
@TestProfile(MailServer.Named.class)
class GuestMailTest {
    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private final Kitchen kitchen = new Kitchen();
    private MailServer server;

    @BeforeEach
    void open() {
        server = MailServer.at(port);
    }

    @AfterEach
    void close() {
        // What members would be told is no matter of this test, and must not reach the next one.
        QuarkusTransaction.requiringNew()
                .run(() -> GuestLink.getEntityManager()
                        .createNativeQuery("update notification set pace = null")
                        .executeUpdate());
        server.stop();
    }

    private Page made(String address) {
        Pin pin = kitchen.inReview("Apple tart");
        return kitchen.as(Role.APPROVER)
                .get("/review/guests")
                .form("Make the link")
                .fill("Who it is for", "The bakery")
                .add("pin", pin.id.toString())
                .check("May decide")
                .fill("Mail it to", address)
                .submit();
    }

    @Test
    void theMailsLinkAndApproveAreTwoTaps() throws MessagingException {
        Page page = made("ana@bakery.example");
        assertThat(page.text())
                .contains("It is on its way to ana@bakery.example.")
                .contains("The link is ready");
        MimeMessage mail = server.to("ana@bakery.example").get(0);
        String from = kitchen.people.member(Role.APPROVER).name;
        assertThat(mail.getSubject()).isEqualTo(from + " asks you to decide on 1 pin");
        String link = Jsoup.parse(MailServer.html(mail)).select("a").attr("href");
        assertThat(MailServer.text(mail))
                .contains(link)
                .startsWith(from + " (" + kitchen.people.workspace.name
                        + ") asks you to decide on 1 pin: approve, or say what should change.");
        assertThat(link).startsWith(MailServer.Named.ADDRESS + "/g/");
        try (Browser phone = Browser.open(Screen.PHONE)) {
            phone.go(link.substring(MailServer.Named.ADDRESS.length()));
            phone.awake();
            phone.page.getByLabel("Your name").first().fill("Ana");
            phone.page
                    .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Approve"))
                    .click();
            assertThat(phone.page.locator(".flash")).containsText("You approved “");
        }
        assertThat(Pin.<Pin>find("workspace = ?1", kitchen.people.workspace)
                        .firstResult()
                        .status())
                .isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void anAddressThatIsNoneIsSaidAndNothingIsMade() {
        Page page = made("ana at bakery");
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Mail it to")).contains("not an email address");
        assertThat(page.value("Mail it to")).isEqualTo("ana at bakery");
        assertThat(GuestLink.count("workspace", kitchen.people.workspace)).isZero();
    }

    @Test
    void whereNoServerTakesItTheLinkIsThereAllTheSame() {
        server.stop();
        Page page = made("ana@bakery.example");
        assertThat(page.text())
                .contains("did not take the mail to ana@bakery.example")
                .contains("The link is ready");
        assertThat(page.document.select(".copy").text()).contains("/g/");
    }
}
