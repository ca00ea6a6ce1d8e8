package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.ClockRules;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.team.Role;

/** Time-zone data by which the instants of what is planned were reckoned turned out to be old. */
@QuarkusTest
class ClockRulesTest {
    @Inject
    ClockRules rules;

    private final Connected desk = new Connected();

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private static void sql(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = Panache.getEntityManager().createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    /** As an older Java would have reckoned it. */
    private void reckonedWithOldRules(Long pin) {
        sql("update pin set publish_at = publish_at + interval '1 hour' where id = ?1", pin);
        sql(
                "update publication set publish_at = publish_at + interval '1 hour', wanted_at = wanted_at + interval '1 hour'"
                        + " where pin_id = ?1",
                pin);
    }

    private void newData() {
        sql("delete from clock_rules");
        rules.tick();
    }

    private <T> T read(Long pin, java.util.function.Function<Pin, T> what) {
        return QuarkusTransaction.requiringNew().call(() -> what.apply(Pin.<Pin>findById(pin)));
    }

    @Test
    void whatIsAheadKeepsItsClockTimeAndItsOrderFollows() {
        Instant at = desk.in(60 * 40);
        Long pin = desk.approvedPin(at);
        reckonedWithOldRules(pin);
        newData();
        assertThat(read(pin, Pin::publishAt)).isEqualTo(at);
        assertThat(read(pin, Pin::status)).isEqualTo(PinStatus.APPROVED);
        assertThat(desk.publication(pin).publishAt).isEqualTo(at);
        PinEvent.Kind last = read(pin, each -> PinEvent.of(each).get(0).kind);
        assertThat(last).isEqualTo(PinEvent.Kind.CLOCK_RULES_CHANGED);
    }

    @Test
    void withTheDataThatItWasLastDoneWithNobodyLooks() {
        newData();
        Instant at = desk.in(60 * 40);
        Long pin = desk.approvedPin(at);
        reckonedWithOldRules(pin);
        rules.tick();
        assertThat(read(pin, Pin::publishAt)).isEqualTo(at.plus(Duration.ofHours(1)));
        sql("update clock_rules set version = '9999z'");
        rules.tick();
        assertThat(read(pin, Pin::publishAt)).isEqualTo(at.plus(Duration.ofHours(1)));
        sql("update clock_rules set version = '1999a'");
        rules.tick();
        assertThat(read(pin, Pin::publishAt)).isEqualTo(at);
    }

    @Test
    void whatPublerHoldsIsLeftAndSaysSo() {
        Instant at = desk.in(90);
        Long pin = desk.approvedPin(at);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        sql("update pin set planned_for = planned_for + interval '1 hour' where id = ?1", pin);
        newData();
        assertThat(read(pin, Pin::publishAt)).isEqualTo(at);
        PinEvent.Kind last = read(pin, each -> PinEvent.of(each).get(0).kind);
        assertThat(last).isEqualTo(PinEvent.Kind.CLOCK_RULES_LEFT);
        Page page = desk.people.as(Role.CREATOR).get("/pins/" + pin);
        assertThat(page.says("The clocks of Europe/Berlin go by other rules since this was handed over"))
                .isTrue();
        Page list = desk.people.as(Role.CREATOR).get("/calendar?view=list");
        assertThat(list.says("The clocks of Europe/Berlin go by other rules")).isTrue();
    }
}
