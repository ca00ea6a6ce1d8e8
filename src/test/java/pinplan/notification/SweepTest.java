package pinplan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.team.Role;

/** An inbox is no record: what was read long ago goes. */
@QuarkusTest
class SweepTest {
    private final Kitchen kitchen = new Kitchen();

    @Inject
    Sweep sweep;

    @Test
    void whatWasReadLongAgoGoesAndWhatWasNotStays() {
        approved("Lemon tart");
        read(days(181));
        approved("Lime tart");
        read(days(179));
        approved("Plum tart");
        sweep.tick();
        assertThat(told(Role.CREATOR)).containsExactly("Plum tart", "Lime tart");
    }

    /** Else they would be told of it again. */
    @Test
    void whatStillAsksForSomethingStaysThoughItWasRead() {
        kitchen.inReview("Lemon tart");
        Pin failed = kitchen.approved("Lime tart");
        kitchen.verb(failed, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        read(days(400));
        sweep.tick();
        assertThat(told(Role.OWNER)).containsExactly("Lime tart", "Lemon tart");
        kitchen.verb(failed, Role.OWNER, (p, by, now) -> p.publishing(Publishing.SCHEDULED, false, now));
        sweep.tick();
        assertThat(told(Role.OWNER)).containsExactly("Lemon tart");
    }

    @Test
    void aMailGoesWithTheLastThatItTold() {
        approved("Lemon tart");
        Instant longAgo = Kitchen.now().minus(days(181));
        Long mailing = QuarkusTransaction.requiringNew().call(() -> {
            Mailing mail = new Mailing();
            mail.workspace = kitchen.people.workspace;
            mail.member = kitchen.people.member(Role.CREATOR);
            mail.pace = Pace.BATCHED;
            mail.gatheredAt = longAgo;
            mail.sent(longAgo);
            mail.persist();
            Notification.update("mailing = ?1 where workspace = ?2 and news = ?3", mail, mail.workspace, News.APPROVED);
            return mail.id;
        });
        sweep.tick();
        assertThat(mails(mailing)).as("nobody has read what it tells").isOne();
        read(days(181));
        sweep.tick();
        assertThat(mails(mailing)).isZero();
    }

    private static long mails(Long id) {
        return QuarkusTransaction.requiringNew().call(() -> Mailing.count("id", id));
    }

    private void approved(String title) {
        Pin pin = kitchen.inReview(title);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
    }

    /** Everybody has read what is new, so long ago. */
    private void read(Duration ago) {
        QuarkusTransaction.requiringNew()
                .run(() -> Notification.update(
                        "readAt = ?1 where workspace = ?2 and (readAt is null or readAt > ?3)",
                        Kitchen.now().minus(ago),
                        kitchen.people.workspace,
                        Kitchen.now().minus(days(1))));
    }

    private List<String> told(Role role) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Notification.lines(kitchen.people.workspace, kitchen.people.member(role), Long.MAX_VALUE, 10)
                                .stream()
                                .map(Line::title)
                                .toList());
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
