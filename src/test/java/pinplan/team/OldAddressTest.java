package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.support.MailServer;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;

/** Whose email is changed hears of it where they were until then. */
@QuarkusTest
@TestProfile(MailServer.Named.class)
class OldAddressTest {
    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private final People people = People.fresh();
    private final Member member = people.another(Role.CREATOR);
    private MailServer server;

    @BeforeEach
    void open() {
        server = MailServer.at(port);
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void itIsToldWhatToDo() throws MessagingException {
        assertThat(changed().text()).contains(member.email + " was told.");
        assertThat(server.to("new-" + member.email)).isEmpty();
        List<MimeMessage> mails = server.to(member.email);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).getSubject()).isEqualTo("Your Pinplan email was changed");
        assertThat(MailServer.text(mails.get(0)))
                .contains(people.workspace.name)
                .contains("Was it not you?")
                .doesNotContain("new-");
        assertThat(MailServer.html(mails.get(0))).contains("Was it not you?").doesNotContain("new-");
    }

    @Test
    void whereNoServerTakesItTheChangeStandsAndItIsSaid() {
        server.stop();
        assertThat(changed().text())
                .contains("You sign in with new-" + member.email)
                .contains("The mail about it to " + member.email + " could not be sent.");
    }

    private Page changed() {
        return Pages.signedIn(people.signIn(member))
                .get("/account")
                .form("Change email")
                .fill("Email", "new-" + member.email)
                .fill("Your password", People.PASSWORD)
                .submit();
    }
}
