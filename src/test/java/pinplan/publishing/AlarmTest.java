package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Sandbox;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** Owners hear by mail of what waits for them: once each, from a real mail server on this machine. */
@QuarkusTest
@TestProfile(AlarmTest.WithMail.class)
class AlarmTest {
    public static class WithMail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // An own database: whatever other tests leave behind would be told too.
            return Map.of(
                    "pinplan.data",
                    "target/test-data-alarm",
                    "pinplan.address",
                    "https://pins.example/",
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    freePort());
        }

        private static String freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return String.valueOf(socket.getLocalPort());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private final Connected desk = new Connected();
    private GreenMail mail;

    @BeforeEach
    void openTheMail() {
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterEach
    void closeTheMail() {
        // Nothing is left to be told in the next test.
        Connected.change(() -> {
            Alert.deleteAll();
            Publication.update("state = ?1, dueAt = null", Publishing.CANCELLED);
            Lane.<Lane>listAll().forEach(Lane::resume);
        });
        mail.stop();
        Connected.bean(Clocks.class).reset();
    }

    // ---- what is told ----

    @Test
    void anOutcomeThatIsUnknownForAQuarterOfAnHour() throws Exception {
        Long pin = inDoubt("Lemon <b>tart</b>");
        later(Duration.ofMinutes(14));
        tick();
        assertThat(received()).isEmpty();
        later(Duration.ofMinutes(2));
        tick();
        MimeMessage told = received().get(0);
        assertThat(to(told)).containsExactly(owner().email);
        assertThat(told.getSubject()).isEqualTo("Outcome unknown: Lemon <b>tart</b>");
        String link = "https://pins.example/publishing/" + desk.publication(pin).id;
        assertThat(part(told, "text/plain"))
                .contains("Unknown: It was cut off.", "nothing is sent", "Planned for", "Sent to Publer: no answer yet")
                .contains(link, desk.people.workspace.name);
        assertThat(part(told, "text/html"))
                .contains("It was cut off.", "<a href=\"" + link + "\">", "Planned for")
                .doesNotContain("<b>tart");
    }

    /** It was proved absent and sent once more, and that is cut off too. */
    @Test
    void theNextDoubtOfTheSamePinAsWell() {
        Long pin = inDoubt("Tart");
        later(Duration.ofMinutes(16));
        tick();
        Connected.change(() -> Publication.locked(desk.publication(pin).id).provedAbsent(Connected.now()));
        later(Duration.ofMinutes(1));
        doubted(pin);
        tick();
        assertThat(received()).as("most are settled within minutes").hasSize(1);
        later(Duration.ofMinutes(16));
        tick();
        tick();
        assertThat(received()).hasSize(2);
    }

    /** However often something is found out about it that does not settle it. */
    @Test
    void oneDoubtOnce() {
        Long pin = inDoubt("Tart");
        later(Duration.ofMinutes(10));
        again(pin);
        later(Duration.ofMinutes(6));
        tick();
        assertThat(received()).as("it lasts for a quarter of an hour").hasSize(1);
        again(pin);
        later(Duration.ofMinutes(16));
        tick();
        assertThat(received()).hasSize(1);
    }

    private void again(Long pin) {
        Connected.change(() -> Publication.locked(desk.publication(pin).id)
                .inDoubt("Its job failed.", Connected.now(), Connected.now()));
    }

    @Test
    void whatNeedsADecisionWithLessThanAnHourToGo() throws Exception {
        Long pin = desk.approvedPin(90);
        desk.decide(
                pin,
                verdict -> Publication.locked(desk.publication(pin).id)
                        .needsReview(false, Fault.LIMIT, "The account has too many pins.", Connected.now()));
        tick();
        assertThat(received()).isEmpty();
        later(Duration.ofMinutes(31));
        tick();
        assertThat(received()).hasSize(1);
        assertThat(received().get(0).getSubject()).startsWith("Failed: Tart");
        assertThat(part(received().get(0), "text/plain")).contains("Limit: The account has too many pins.");
    }

    @Test
    void whatPublerHoldsBackWithLessThanAnHourToGo() throws Exception {
        Long pin = desk.approvedPin(90);
        desk.pass(Duration.ofMinutes(1));
        held(pin, "Publer holds it until someone approves it there.");
        tick();
        assertThat(received()).isEmpty();
        later(Duration.ofMinutes(31));
        tick();
        assertThat(received()).hasSize(1);
        assertThat(received().get(0).getSubject()).startsWith("Look at Publer: Tart");
        assertThat(part(received().get(0), "text/plain"))
                .contains("Held at Publer: Publer holds it until someone approves it there.", "probably not go out on")
                .doesNotContain("publishes it on");
    }

    @Test
    void nothingOfWhatPublerHoldsNoLonger() {
        Long pin = desk.approvedPin(45);
        desk.pass(Duration.ofMinutes(1));
        held(pin, "Publer holds it until someone approves it there.");
        mail.stop();
        tick();
        openTheMail();
        held(pin, "");
        later(Duration.ofMinutes(5));
        tick();
        assertThat(received()).isEmpty();
    }

    private void held(Long pin, String sentence) {
        Long order = desk.publication(pin).id;
        Connected.change(() -> Publication.locked(order).held(sentence, Connected.now()));
    }

    @Test
    void aKeyThatPublerDenies() throws Exception {
        pause(Lane.Pause.DENIED, null);
        tick();
        MimeMessage told = received().get(0);
        assertThat(told.getSubject()).isEqualTo("Publishing has stopped: " + desk.people.workspace.name);
        assertThat(part(told, "text/plain"))
                .contains("Publer said no.", "https://pins.example/settings/publer", "when someone checks");
        pause(Lane.Pause.DENIED, null);
        tick();
        assertThat(received()).as("still the same pause").hasSize(1);
        Connected.change(() -> lane().resume());
        later(Duration.ofMinutes(1));
        pause(Lane.Pause.DENIED, null);
        tick();
        assertThat(received()).as("another pause").hasSize(2);
    }

    @Test
    void aPauseThatMayEndByItselfOnlyWhenItDoesNot() {
        pause(Lane.Pause.UNREACHABLE, Connected.now().plus(Duration.ofMinutes(5)));
        tick();
        later(Duration.ofMinutes(10));
        pause(Lane.Pause.UNREACHABLE, Connected.now().plus(Duration.ofMinutes(5)));
        tick();
        assertThat(received()).isEmpty();
        later(Duration.ofMinutes(6));
        tick();
        assertThat(received()).as("it is tried again just now").isEmpty();
        pause(Lane.Pause.UNREACHABLE, Connected.now().plus(Duration.ofMinutes(5)));
        tick();
        tick();
        assertThat(received()).hasSize(1);
    }

    // ---- to whom, and how often ----

    @Test
    void everyOwnerOnceHoweverManyReplicasLook() throws Exception {
        Member second = desk.people.another(Role.OWNER);
        Member gone = desk.people.another(Role.OWNER);
        Connected.change(() -> Membership.update("removedAt = ?1 where member = ?2", Connected.now(), gone));
        inDoubt("Tart");
        later(Duration.ofMinutes(16));
        CompletableFuture<?>[] replicas = Stream.generate(() -> CompletableFuture.runAsync(AlarmTest::tick))
                .limit(6)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(replicas).join();
        tick();
        assertThat(received()).hasSize(2);
        assertThat(Stream.concat(to(received().get(0)).stream(), to(received().get(1)).stream()))
                .containsExactlyInAnyOrder(owner().email, second.email);
    }

    @Test
    void nobodyInTheDemo() {
        Connected.change(() -> Workspace.update("demo = true where id = ?1", desk.people.workspace.id));
        inDoubt("Tart");
        later(Duration.ofMinutes(16));
        tick();
        assertThat(received()).isEmpty();
    }

    // ---- a mail server that is away ----

    @Test
    void isTriedAgainLaterAndStopsNothing() {
        inDoubt("Tart");
        later(Duration.ofMinutes(16));
        mail.stop();
        tick();
        openTheMail();
        tick();
        assertThat(received()).as("not at once").isEmpty();
        later(Duration.ofSeconds(61));
        tick();
        tick();
        assertThat(received()).hasSize(1);
    }

    @Test
    void isNotTriedForEver() {
        inDoubt("Tart");
        later(Duration.ofMinutes(16));
        mail.stop();
        for (int i = 0; i < 12; i++) {
            tick();
            later(Duration.ofMinutes(61));
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> Alert.count("dueAt is not null")))
                .isZero();
        openTheMail();
        tick();
        assertThat(received()).isEmpty();
    }

    @Test
    void whatIsSettledMeanwhileIsNotTold() {
        Long pin = inDoubt("Tart");
        later(Duration.ofMinutes(16));
        mail.stop();
        tick();
        openTheMail();
        Connected.change(() -> Publication.locked(desk.publication(pin).id).provedAbsent(Connected.now()));
        later(Duration.ofMinutes(5));
        tick();
        assertThat(received()).isEmpty();
    }

    @Test
    void whoIsAnOwnerNoMoreByTheTimeItIsBackIsNotTold() throws Exception {
        Member viewer = desk.people.another(Role.OWNER);
        Member gone = desk.people.another(Role.OWNER);
        inDoubt("Tart");
        later(Duration.ofMinutes(16));
        mail.stop();
        tick();
        openTheMail();
        Connected.change(() -> Membership.update("role = ?1 where member = ?2", Role.VIEWER, viewer));
        Connected.change(() -> Membership.update("removedAt = ?1 where member = ?2", Connected.now(), gone));
        later(Duration.ofMinutes(5));
        tick();
        assertThat(received()).hasSize(1);
        assertThat(to(received().get(0))).containsExactly(owner().email);
    }

    private Long inDoubt(String title) {
        Instant at = desk.in(300);
        Long pin = QuarkusTransaction.requiringNew().call(() -> {
            Pin made = Pin.create(desk.people.workspace, desk.fields(title, at), desk.creator(), Connected.now());
            made.submit(desk.creator(), Connected.now());
            made.approve(made.revision().fingerprint, desk.approver(), Connected.now());
            return made.id;
        });
        doubted(pin);
        return pin;
    }

    private void doubted(Long pin) {
        Connected.change(() -> {
            Publication order = Publication.locked(desk.publication(pin).id);
            order.sending(
                    Connection.of(desk.people.workspace.id).orElseThrow().place(),
                    "POST /posts/schedule",
                    "{}",
                    false,
                    Connected.now());
            order.inDoubt("It was cut off.", Connected.now(), Connected.now());
        });
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
    }

    private Member owner() {
        return desk.people.member(Role.OWNER);
    }

    private Lane lane() {
        return Connection.of(desk.people.workspace.id).orElseThrow().lane();
    }

    private void pause(Lane.Pause why, Instant until) {
        Connected.change(() -> lane().pause(why, until, "Publer said no.", Connected.now()));
    }

    private static void later(Duration time) {
        Connected.bean(Clocks.class).shift(time);
    }

    private static void tick() {
        Connected.bean(Alarm.class).tick();
    }

    private List<MimeMessage> received() {
        return List.of(mail.getReceivedMessages());
    }

    private static List<String> to(MimeMessage message) throws Exception {
        return Arrays.stream(message.getAllRecipients()).map(Address::toString).toList();
    }

    private static String part(MimeMessage message, String type) throws Exception {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("no " + type);
    }
}
