package pinplan.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.pin.Diagnosis;
import pinplan.web.Letterbox;
import pinplan.web.Ticks;

/** Gathers what is due into mails, and sends them. */
@ApplicationScoped
class Mails {
    private static final String NAME = "mails";

    /** It looks each 15 s, but a mail server may take its time. */
    private static final Duration USUALLY = Duration.ofMinutes(2);

    private static final int AT_ONCE = 20;
    private static final Logger LOG = Logger.getLogger(Mails.class);

    private final DatabaseClock clock;
    private final Ticks ticks;
    private final Letterbox letterbox;
    private final OptOut optOut;
    private final Diagnosis diagnosis;

    Mails(DatabaseClock clock, Ticks ticks, Letterbox letterbox, OptOut optOut, Diagnosis diagnosis) {
        this.clock = clock;
        this.ticks = ticks;
        this.letterbox = letterbox;
        this.optOut = optOut;
        this.diagnosis = diagnosis;
    }

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        private Templates() {}

        static native MailTemplateInstance mail(Letter letter);
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, USUALLY);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (letterbox.open()) {
            List<Mailing.Group> due = QuarkusTransaction.requiringNew().call(() -> Mailing.due(clock.read()));
            due.forEach(group -> QuarkusTransaction.requiringNew().run(() -> Mailing.gather(group, clock.read())));
            for (int i = 0; i < AT_ONCE && sendNext(); i++) {}
        }
        ticks.beat(NAME, clock.now());
    }

    /** @return whether it is worth going on: where one mail can't be sent the next one can't either, most often */
    private boolean sendNext() {
        Long claimed = QuarkusTransaction.requiringNew()
                .call(() ->
                        Mailing.claim(clock.read()).map(mailing -> mailing.id).orElse(null));
        if (claimed == null) {
            return false;
        }
        try {
            // Once it is claimed: what can't even be written is put off like what is refused, and holds up no other.
            Letter letter = QuarkusTransaction.requiringNew().call(() -> letter(claimed));
            if (letter == null) {
                return true;
            }
            letterbox.send(Templates.mail(letter).mail(mail(claimed, letter)));
        } catch (RuntimeException refused) {
            String problem = Objects.requireNonNullElse(refused.getMessage(), refused.toString());
            settle(claimed, mailing -> {
                String next = mailing.failed(problem, clock.read()) ? "it is tried again" : "it is given up";
                LOG.warnf("Mail %d could not be sent, %s: %s", mailing.id, next, problem);
            });
            return false;
        }
        settle(claimed, mailing -> mailing.sent(clock.read()));
        return true;
    }

    /** Null where nothing of it is worth telling any more. */
    private Letter letter(Long id) {
        Mailing mailing = Mailing.findById(id);
        return !mailing.stillTells(clock.read())
                ? null
                : Letter.of(mailing, letterbox.address(), optOut.of(mailing), diagnosis);
    }

    /** With what mail programs ask for: that nobody answers it, and the way out of such mails by one click. */
    private Mail mail(long mailing, Letter letter) {
        return new Mail()
                .addTo(letter.to())
                .setSubject(letter.subject())
                .addHeader("Message-ID", "<mailing-%d@%s>".formatted(mailing, host()))
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private String host() {
        return Objects.requireNonNullElse(URI.create(letterbox.address()).getHost(), "pinplan");
    }

    private static void settle(Long id, Consumer<Mailing> what) {
        QuarkusTransaction.requiringNew().run(() -> what.accept(Mailing.findById(id)));
    }
}
