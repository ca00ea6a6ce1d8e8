package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pinplan.pin.ClockRules;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.People;
import pinplan.team.Role;

/** What a chip warns of is what the filter finds, and nothing else, whatever becomes of the pin. */
@QuarkusTest
class WarningsTest {
    private static final String LIST = "/calendar?view=list&on=2026-01-01";

    private enum Trouble {
        BOARD_GONE("no longer there at Pinterest"),
        ACCOUNT_GONE("no longer there at Pinterest"),
        ACCOUNT_LOCKED("Its account can't be used now"),
        MINUTE_SHARED("has the same minute"),
        MINUTE_SHARED_THERE("has the same minute"),
        CLOSE("same page"),
        PAGE("is not as it should be"),
        PASSED("Its time has passed"),
        SKIPPED("The clocks skip this time"),
        FIRST_OF_TWO("goes out the first time"),
        SECOND_OF_TWO("goes out the second time"),
        OTHER_RULES("go by other rules");

        private final String said;

        Trouble(String said) {
            this.said = said;
        }

        LocalDateTime from() {
            return switch (this) {
                case PASSED -> LocalDate.now().minusDays(3).atTime(10, 0);
                case SKIPPED -> LocalDateTime.parse("2027-03-28T02:10");
                case FIRST_OF_TWO, SECOND_OF_TWO -> LocalDateTime.parse("2027-10-31T02:10");
                default -> LocalDateTime.parse("2027-05-11T10:00");
            };
        }
    }

    @Inject
    ClockRules rules;

    private final People people = People.fresh();
    private final Planned plan = new Planned(people);

    @ParameterizedTest
    @EnumSource
    void theFilterFindsWhatTheChipsWarnOf(Trouble trouble) {
        for (PinStatus status : PinStatus.values()) {
            String at = trouble.from().plusMinutes(status.ordinal()).toString();
            make(trouble, plan.as(status).pin(status.word(), at), at);
        }
        if (trouble != Trouble.BOARD_GONE && trouble != Trouble.ACCOUNT_GONE && trouble != Trouble.ACCOUNT_LOCKED) {
            plan.as(PinStatus.DRAFT).pin("Fine", "2027-06-11T10:00");
        }
        sql("delete from clock_rules");
        rules.tick();
        Page all = people.as(Role.VIEWER).get(LIST);
        List<Element> warned = all.document.select("td.name:has(.warnings)");
        assertThat(warned).isNotEmpty().allSatisfy(row -> assertThat(row.text()).contains(trouble.said));
        assertThat(names(warned)).doesNotContain("Published", "Fine");
        Page found = people.as(Role.VIEWER).get(LIST + "&warning=true");
        assertThat(names(found.document.select("td.name"))).isEqualTo(names(warned));
    }

    /** Where the rules are as they were, it is found out of the pins that were there before anybody kept it; once. */
    @Test
    void whatWasThereBeforeIsFoundToo() {
        long pin = plan.as(PinStatus.DRAFT)
                .pin("In the gap", Trouble.SKIPPED.from().toString());
        rules.tick();
        sql("update pin set clock_warning = false where id = ?1", pin);
        sql("update clock_rules set warned = false");
        for (int times = 0; times < 2; times++) {
            rules.tick();
            assertThat(names(people.as(Role.VIEWER)
                            .get(LIST + "&warning=true")
                            .document
                            .select("td.name")))
                    .containsExactly("In the gap");
        }
    }

    private static List<String> names(List<Element> rows) {
        return rows.stream().map(row -> row.select("> a").text()).toList();
    }

    private void make(Trouble trouble, long pin, String at) {
        switch (trouble) {
            case BOARD_GONE -> sql("update board set retired_at = now() where id = ?1", plan.board.id);
            case ACCOUNT_GONE -> sql("update account set retired_at = now() where id = ?1", plan.account.id);
            case ACCOUNT_LOCKED -> sql("update account set locked = true where id = ?1", plan.account.id);
            case MINUTE_SHARED -> plan.as(PinStatus.DRAFT).pin("Twin of " + pin, at);
            case MINUTE_SHARED_THERE ->
                sql(
                        "insert into foreign_post (id, workspace_id, account_id, publer_post_id, publish_at, title, text, published, changed_at)"
                                + " select nextval('foreign_post_seq'), workspace_id, account_id, id::text, publish_at, '', '', false, now()"
                                + " from pin where id = ?1",
                        pin);
            case CLOSE -> page(pin, 7, false);
            case PAGE -> page(pin, 0, true);
            case SECOND_OF_TWO -> sql("update pin set publish_at = publish_at + interval '1 hour' where id = ?1", pin);
            // What Publer holds does not follow.
            case OTHER_RULES -> sql("update pin set publish_at = publish_at + interval '2 hours' where id = ?1", pin);
            case PASSED, SKIPPED, FIRST_OF_TWO -> {}
        }
    }

    private void page(long pin, int days, boolean troubled) {
        sql(
                "insert into destination (id, workspace_id, address, host, spacing_days, troubled) values"
                        + " (nextval('destination_seq'), ?1, 'example.org/tart', 'example.org', ?2, ?3) on conflict do nothing",
                people.workspace.id,
                days,
                troubled);
        sql(
                "update pin set destination_id = d.id from destination d where pin.id = ?1 and d.workspace_id = ?2",
                pin,
                people.workspace.id);
    }

    /** What was given its time by the model needs nobody to look again. */
    @Test
    void aTimeThatTheClocksSkipIsFoundAtOnceAndNoMoreOnceItIsMoved() {
        Kitchen kitchen = new Kitchen();
        Pin pin = kitchen.draft("In the night", Role.CREATOR, LocalDateTime.parse("2099-03-29T02:30"));
        String found = "/calendar?view=list&on=2099-01-01&warning=true";
        assertThat(names(kitchen.as(Role.VIEWER).get(found).document.select("td.name")))
                .containsExactly("In the night");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(LocalDateTime.parse("2099-03-29T04:30"), by, now));
        assertThat(kitchen.as(Role.VIEWER).get(found).document.select("td.name"))
                .isEmpty();
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
}
