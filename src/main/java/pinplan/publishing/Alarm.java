package pinplan.publishing;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.web.Letterbox;
import pinplan.web.Ticks;

/**
 * Tells owners by mail what waits for a person and does not get better by itself. The right to send is committed before
 * anything is sent, so a crash in that moment costs a mail and never sends it twice; the page shows it all the same.
 */
@ApplicationScoped
class Alarm {
    private static final String NAME = "alarm";

    /** It looks each 30 s, but a mail server may take its time. */
    private static final Duration USUALLY = Duration.ofMinutes(2);

    private static final int AT_ONCE = 20;
    private static final Logger LOG = Logger.getLogger(Alarm.class);

    private final DatabaseClock clock;
    private final Ticks ticks;
    private final Letterbox letterbox;

    Alarm(DatabaseClock clock, Ticks ticks, Letterbox letterbox) {
        this.clock = clock;
        this.ticks = ticks;
        this.letterbox = letterbox;
    }

    @CheckedTemplate(basePath = "publishing")
    static class Templates {
        private Templates() {}

        static native MailTemplateInstance alert(Letter letter);
    }

    private record Sending(long alertId, Letter letter) {}

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, USUALLY);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (letterbox.open()) {
            QuarkusTransaction.requiringNew().run(() -> Alert.raise(clock.read()));
            for (int i = 0; i < AT_ONCE && sendNext(); i++) {}
        }
        ticks.beat(NAME, clock.now());
    }

    /** @return whether it is worth going on: where one mail can't be sent the next one can't either */
    private boolean sendNext() {
        Sending sending = QuarkusTransaction.requiringNew().call(this::claim);
        if (sending == null) {
            return false;
        }
        if (sending.letter() == null) {
            return true;
        }
        try {
            send(sending);
        } catch (RuntimeException refused) {
            settle(sending, alert -> {
                String next = alert.failed(clock.read()) ? "it is tried again" : "it is given up";
                LOG.warnf("The mail of alert %d could not be sent, %s: %s", alert.id, next, refused.getMessage());
            });
            return false;
        }
        settle(sending, alert -> alert.sent(clock.read()));
        return true;
    }

    private Sending claim() {
        Alert alert = Alert.claim(clock.read());
        if (alert == null) {
            return null;
        }
        return new Sending(alert.id, alert.stands() ? Letter.of(alert, letterbox.address()) : null);
    }

    private void send(Sending sending) {
        Letter letter = sending.letter();
        Mail mail = new Mail().addTo(letter.to()).setSubject(letter.subject());
        letterbox.send(Templates.alert(letter).mail(mail));
    }

    private static void settle(Sending sending, Consumer<Alert> what) {
        QuarkusTransaction.requiringNew().run(() -> what.accept(Alert.findById(sending.alertId())));
    }
}
