package pinplan.publishing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pinplan.database.Clocks;
import pinplan.database.DatabaseClock;
import pinplan.pin.PinStatus;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Sandbox;
import pinplan.web.Ticks;

/** What an operator sees. Other tests leave their orders behind, so what is compared is before and after. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class GaugesTest {
    private static final Pattern INDEX = Pattern.compile("publication_[a-z]+");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Gauges gauges = new Gauges(Connected.bean(DatabaseClock.class), Connected.bean(Ticks.class), meters);

    /** What other tests left behind is nobody's to look after here. */
    @BeforeEach
    void putOffTheRest() {
        Instant later = Connected.now().plus(Duration.ofDays(2));
        Connected.change(() -> Publication.update("dueAt = ?1 where dueAt < ?1", later));
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private double read(String name, String... tags) {
        gauges.tick();
        return meters.get("pinplan." + name).tags(tags).gauge().value();
    }

    @Test
    void everyStateThatIsNoEndIsCountedAlsoAtNought() {
        gauges.tick();
        for (String name : new String[] {"pinplan.publications", "pinplan.publications.oldest.age"}) {
            assertThat(meters.find(name).meters())
                    .extracting(meter -> meter.getId().getTag("state"))
                    .containsExactlyInAnyOrder(
                            "pending", "sending", "in_doubt", "accepted", "scheduled", "needs_review", "recalling");
        }
        assertThat(meters.find("pinplan.publications.ended").meters())
                .extracting(meter -> meter.getId().getTag("state"))
                .containsExactlyInAnyOrder("published", "rejected", "cancelled");
    }

    @Test
    void anOrderIsCountedWhereItIs() {
        double pending = read("publications", "state", "pending");
        double scheduled = read("publications", "state", "scheduled");
        double published = read("publications.ended", "state", "published");
        Connected desk = new Connected();
        desk.approvedPin(30);
        assertThat(read("publications", "state", "pending")).isEqualTo(pending + 1);
        desk.pass(Duration.ofSeconds(40));
        assertThat(read("publications", "state", "scheduled")).isGreaterThan(scheduled);
        double ended = read("publications.ended", "state", "published");
        assertThat(ended).isGreaterThanOrEqualTo(published);
        desk.pass(Duration.ofMinutes(31));
        assertThat(read("publications.ended", "state", "published")).isGreaterThan(ended);
    }

    @Test
    void theLagGrowsWhileNobodyPicksUpWhatIsDue() {
        new Connected().approvedPin(30);
        double before = read("pickup.lag");
        Connected.bean(Clocks.class).shift(Duration.ofSeconds(90));
        assertThat(read("pickup.lag")).isGreaterThanOrEqualTo(before + 90);
    }

    @Test
    void whatIsUnknownGrowsOlder() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(60);
        desk.stage.fault(Fault.LOSE_ANSWER, 1);
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.OUTCOME_UNKNOWN);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(5));
        assertThat(read("in.doubt.age")).isGreaterThanOrEqualTo(300);
        assertThat(read("publications.oldest.age", "state", "in_doubt")).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aLanesBudgetAndPauseAreShownByItsNumberOnly() {
        Connected desk = new Connected();
        Long lane = QuarkusTransaction.requiringNew()
                .call(() ->
                        Connection.of(desk.people.workspace.id).orElseThrow().lane().id);
        assertThat(read("lane.budget.used", "lane", lane.toString())).isZero();
        desk.approvedPin(30);
        desk.pass(Duration.ofSeconds(1));
        assertThat(read("lane.budget.used", "lane", lane.toString())).isBetween(0.05, 1.0);
        assertThat(read("lane.paused", "lane", lane.toString())).isZero();
        Connected.change(() -> Lane.<Lane>findById(lane).pause(Lane.Pause.DENIED, null, "No.", Connected.now()));
        assertThat(read("lane.paused", "lane", lane.toString())).isEqualTo(1);
        assertThat(meters.find("pinplan.lane.paused").meters())
                .allMatch(meter -> tags(meter).equals(List.of("lane")));
    }

    private static List<String> tags(Meter meter) {
        return meter.getId().getTags().stream().map(tag -> tag.getKey()).toList();
    }

    @Test
    void whatNobodyLooksAfterIsNotReadyOnceThereWasTimeForIt() {
        LooksReady ready = new LooksReady(gauges);
        assertThat(ready.call().getStatus()).as("nothing counted yet").isEqualTo(Status.UP);
        Connected desk = new Connected();
        Long pin = desk.approvedPin(600);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        gauges.tick();
        Connected.bean(Clocks.class).shift(Census.PATIENCE);
        lookAfterAll();
        overdueBy(pin, Duration.ofMinutes(14));
        double before = read("looks.overdue");
        overdueBy(pin, Duration.ofMinutes(16));
        assertThat(read("looks.overdue")).isEqualTo(before + 1);
        assertThat(ready.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(ready.call().getData().orElseThrow()).containsKey("overdue");
        assertThat(new LooksReady(again()).call().getStatus())
                .as("just started: it has not had the time yet")
                .isEqualTo(Status.UP);
        lookAfterAll();
        assertThat(ready.call().getStatus()).isEqualTo(Status.UP);
    }

    private static void overdueBy(Long pin, Duration time) {
        Connected.change(() -> Publication.update(
                "dueAt = ?1 where pin.id = ?2", Connected.now().minus(time), pin));
    }

    private void lookAfterAll() {
        for (int i = 0; i < 30 && read("looks.overdue") > 0; i++) {
            Connected.tick();
        }
    }

    private Gauges again() {
        Gauges started =
                new Gauges(Connected.bean(DatabaseClock.class), Connected.bean(Ticks.class), new SimpleMeterRegistry());
        started.tick();
        return started;
    }

    @Test
    void aWorkspaceThatIsDisconnectedIsNotNeglected() {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(600);
        desk.pass(Duration.ofSeconds(40));
        Connected.change(() -> Connection.delete("workspaceId", desk.people.workspace.id));
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(90));
        lookAfterAll();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(read("looks.overdue")).isZero();
    }

    @Test
    void prometheusFindsThem() {
        Connected desk = new Connected();
        Connected.bean(Gauges.class).tick();
        String metrics = given().get(management.resolve("metrics")).asString();
        assertThat(metrics)
                .contains(
                        "pinplan_publications{state=\"pending\"}",
                        "pinplan_publications_oldest_age_seconds{state=\"in_doubt\"}",
                        "pinplan_publications_ended{state=\"published\"}",
                        "pinplan_pickup_lag_seconds ",
                        "pinplan_in_doubt_age_seconds ",
                        "pinplan_looks_overdue ",
                        "pinplan_lane_budget_used{lane=\"",
                        "pinplan_lane_paused{lane=\"");
        assertThat(desk.publerAccount).isNotNull();
    }

    /** However much history there is: only indexes are read. */
    @Test
    void theCountReadsNoHistory() {
        Connected desk = new Connected();
        Long ordered = desk.publication(desk.approvedPin(30)).id;
        List<String> plan;
        QuarkusTransaction.begin();
        try {
            yearsOfHistory(ordered);
            plan = Panache.getEntityManager()
                    .createNativeQuery("explain " + Census.COUNT, String.class)
                    .setParameter(1, Connected.now())
                    .setParameter(2, Connected.now())
                    .setParameter(3, Connected.now())
                    .getResultList();
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on publication"));
        // Of these each but the first has only what is not over; of the first, no more than the last day is read.
        assertThat(plan.stream().flatMap(line -> INDEX.matcher(line).results()).map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(
                        "publication_settled",
                        "publication_living",
                        "publication_due",
                        "publication_near",
                        "publication_pending");
        assertThat(plan).anyMatch(line -> line.contains("Index Cond") && line.contains("settled_at >"));
    }

    /** Which index is read depends on what the database knows of the table. */
    private static void yearsOfHistory(Long like) {
        Panache.getEntityManager().createNativeQuery("""
                        insert into publication select (jsonb_populate_record(p, jsonb_build_object(
                          'id', -n, 'state', 'REJECTED', 'due_at', null, 'settled_at', now() - n * interval '1 hour'))).*
                        from publication p, generate_series(1, 20000) n where p.id = ?1""").setParameter(1, like).executeUpdate();
        Panache.getEntityManager().createNativeQuery("analyze publication").executeUpdate();
    }
}
