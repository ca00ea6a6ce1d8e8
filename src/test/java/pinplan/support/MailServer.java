package pinplan.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real mail server on this machine, and what it was given. */
public final class MailServer {
    /** Names it to the application, which gets a database of its own: whatever other tests leave behind would be mailed too. */
    public static class Named implements QuarkusTestProfile {
        public static final String ADDRESS = "https://pins.example";

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "pinplan.data",
                    "target/test-data-mails",
                    "pinplan.address",
                    ADDRESS + "/",
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    freePort());
        }

        private static String freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return String.valueOf(socket.getLocalPort());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final GreenMail mail;

    private MailServer(GreenMail mail) {
        this.mail = mail;
    }

    public static MailServer at(int port) {
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return new MailServer(mail);
    }

    public void stop() {
        mail.stop();
    }

    public List<MimeMessage> received() {
        return List.of(mail.getReceivedMessages());
    }

    public List<MimeMessage> to(String address) {
        return received().stream().filter(message -> isTo(message, address)).toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public static String text(MimeMessage message) {
        return part(message, "text/plain");
    }

    public static String html(MimeMessage message) {
        return part(message, "text/html");
    }

    private static String part(MimeMessage message, String type) {
        try {
            Multipart parts = (Multipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return (String) part.getContent();
                }
            }
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no " + type);
    }
}
