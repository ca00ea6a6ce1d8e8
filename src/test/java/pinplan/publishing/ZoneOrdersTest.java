package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.HeldMinutes;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** When the workspace goes to another zone, what is ordered goes with it, and what Publer holds stays. */
@QuarkusTest
class ZoneOrdersTest {
    private final Connected desk = new Connected();
    private final Pages admin = desk.people.as(Role.ADMIN);

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Page to(String zone, String button) {
        return admin.get("/changes/zone?to=" + zone).form(button).submit();
    }

    private Instant publishAt(Long pin) {
        Instant[] at = new Instant[1];
        desk.change(pin, each -> at[0] = each.publishAt());
        return at[0];
    }

    @Test
    void ordersGoToTheNewInstantsAndBack() {
        Instant first = desk.in(60 * 40);
        Long[] pins = {
            desk.approvedPin(first),
            desk.approvedPin(first.plus(Duration.ofHours(1))),
            desk.approvedPin(first.plus(Duration.ofHours(2)))
        };
        Page page = to("Europe/London", "Keep clock times");
        for (int i = 0; i < pins.length; i++) {
            Publication order = desk.publication(pins[i]);
            assertThat(order.state()).isEqualTo(Publishing.PENDING);
            assertThat(order.publishAt).isEqualTo(first.plus(Duration.ofHours(i + 1)));
            assertThat(order.zone.getId()).isEqualTo("Europe/London");
            assertThat(order.publishAt).isEqualTo(publishAt(pins[i]));
        }
        page.form("Undo").submit();
        for (int i = 0; i < pins.length; i++) {
            Publication order = desk.publication(pins[i]);
            assertThat(order.state()).isEqualTo(Publishing.PENDING);
            assertThat(order.publishAt).isEqualTo(first.plus(Duration.ofHours(i)));
        }
    }

    @Test
    void whatPublerHoldsKeepsItsInstant() {
        Instant at = desk.in(90);
        Long pin = desk.approvedPin(at);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        Publication before = desk.publication(pin);
        Page page = admin.get("/changes/zone?to=America/New_York");
        assertThat(page.document.select("#staying").text()).contains("It is “Scheduled”.");
        page = page.form("Keep clock times").submit();
        assertThat(page.document.select(".flash").text()).contains("goes out when it would have");
        Publication after = desk.publication(pin);
        assertThat(after.id).isEqualTo(before.id);
        assertThat(after.state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(publishAt(pin)).isEqualTo(at);
        page.form("Undo").submit();
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.SCHEDULED);
        assertThat(publishAt(pin)).isEqualTo(at);
        assertThat(desk.posts()).hasSize(1);
    }

    /** After a start nobody knows whether they were sent already, until the account was read: the page says so before. */
    @Test
    void whatMayBeForgottenStaysAsIsForetold() {
        Instant first = desk.in(60 * 40);
        Long[] pins = {desk.approvedPin(first), desk.approvedPin(first.plus(Duration.ofHours(1)))};
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.update(
                        "createdAt = ?1 where workspace = ?2",
                        Connected.now().minus(Duration.ofDays(2)),
                        desk.people.workspace));
        Page page = admin.get("/changes/zone?to=Europe/London");
        assertThat(page.document.select("#staying").text()).containsOnlyOnce(HeldMinutes.UNSURE);
        page = page.form("Keep clock times").submit();
        assertThat(page.document.select(".flash").text()).contains(HeldMinutes.UNSURE);
        assertThat(publishAt(pins[0])).isEqualTo(first);
        assertThat(publishAt(pins[1])).isEqualTo(first.plus(Duration.ofHours(2)));
        page.form("Undo").submit();
        desk.survey();
        page = admin.get("/changes/zone?to=Europe/London");
        assertThat(page.document.select("#staying")).isEmpty();
        page.form("Keep clock times").submit();
        assertThat(publishAt(pins[0])).isEqualTo(first.plus(Duration.ofHours(1)));
    }

    @Test
    void keptInstantsLeaveTheOrdersAlone() {
        Long pin = desk.approvedPin(60 * 40);
        Publication before = desk.publication(pin);
        to("America/New_York", "Keep instants").form("Undo").submit();
        Publication after = desk.publication(pin);
        assertThat(after.id).isEqualTo(before.id);
        assertThat(after.state()).isEqualTo(Publishing.PENDING);
    }
}
