package pinplan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.team.Role;

/** Who is asked is reminded before it is too late. */
@QuarkusTest
class RemindersTest {
    private final Kitchen kitchen = new Kitchen();

    @AfterEach
    void backToNow() {
        Arc.container().instance(Clocks.class).get().reset();
    }

    /** Goes to so long before its time, and ticks. */
    private void before(Pin pin, Duration time) {
        Duration ahead = Duration.between(Kitchen.now(), kitchen.read(pin, Pin::publishAt));
        Arc.container().instance(Clocks.class).get().shift(ahead.minus(time));
        Arc.container().instance(Reminders.class).get().tick();
        Arc.container().instance(Reminders.class).get().tick();
    }

    private List<News> told(Role role) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notification.<Notification>list(
                                "member = ?1 and news = ?2 order by id", kitchen.people.member(role), News.REMINDED)
                        .stream()
                        .map(each -> each.news)
                        .toList());
    }

    @Test
    void onceADayAndOnceTwoHoursBeforeItsTime() {
        Pin pin = kitchen.inReview("Lemon tart");
        before(pin, Duration.ofHours(25));
        assertThat(told(Role.APPROVER)).isEmpty();
        before(pin, Duration.ofHours(23));
        assertThat(told(Role.APPROVER)).containsExactly(News.REMINDED);
        before(pin, Duration.ofHours(3));
        assertThat(told(Role.APPROVER)).hasSize(1);
        before(pin, Duration.ofMinutes(110));
        assertThat(told(Role.APPROVER)).containsExactly(News.REMINDED, News.REMINDED);
        assertThat(told(Role.CREATOR)).isEmpty();
        assertThat(kitchen.as(Role.APPROVER).get("/inbox").text())
                .contains("Lemon tart still waits for your decision Its time is");
    }

    @Test
    void notWhatIsDecidedOrHasJustBeenSent() {
        Pin approved = kitchen.approved("Lemon tart");
        before(approved, Duration.ofHours(23));
        Pin late = kitchen.verb(
                kitchen.draft("Lime tart", Role.CREATOR, kitchen.later(1).minusHours(3)), Role.CREATOR, Pin::submit);
        before(late, Duration.ofHours(20));
        assertThat(told(Role.APPROVER)).isEmpty();
        before(late, Duration.ofMinutes(119));
        assertThat(told(Role.APPROVER)).containsExactly(News.REMINDED);
    }

    /** What was changed long ago and is sent only now has just been told to everybody. */
    @Test
    void notWhatWasMadeLongBeforeItWasSent() {
        Pin pin = kitchen.inReview("Lemon tart");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.edit(p.fields().on(kitchen.baking), by, now));
        before(pin, Duration.ofHours(20));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        before(pin, Duration.ofHours(19));
        assertThat(told(Role.APPROVER)).isEmpty();
        before(pin, Duration.ofMinutes(119));
        assertThat(told(Role.APPROVER)).containsExactly(News.REMINDED);
    }
}
