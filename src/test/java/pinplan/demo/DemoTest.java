package pinplan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.Moment;
import pinplan.media.Media;
import pinplan.notification.Notification;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.publer.KeyBox;
import pinplan.publer.OfferedKey;
import pinplan.publishing.Survey;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Member;
import pinplan.team.SetupToken;
import pinplan.team.Workspace;

/** {@code PINPLAN_DEMO=true} on a database without a workspace, and one click that takes it all away again. */
@QuarkusTest
@TestProfile(DemoTest.Asked.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
    public static class Asked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "pinplan.data", "target/test-data-demo",
                    "pinplan.demo", "true",
                    "pinplan.demo-zone", "Europe/Paris");
        }
    }

    @Inject
    Survey survey;

    @Inject
    KeyBox box;

    @Test
    @Order(1)
    void aBelievableMonthIsThere() {
        QuarkusTransaction.requiringNew().run(() -> {
            Workspace workspace = Workspace.<Workspace>listAll().get(0);
            assertThat(workspace.zone.getId()).isEqualTo("Europe/Paris");
            assertThat(Campaign.live(workspace)).hasSize(2);
            assertThat(Moment.count()).isEqualTo(3);
            assertThat(Board.live(workspace)).hasSize(12);
            List<Pin> pins = Pin.listAll();
            assertThat(pins).hasSize(40).allMatch(pin -> !pin.shots().isEmpty());
            Set<PinStatus> statuses = pins.stream().map(Pin::status).collect(Collectors.toSet());
            // What is handed over or on its way becomes so once the ticks run, which tests call themselves.
            assertThat(statuses).isEqualTo(EnumSet.complementOf(EnumSet.of(PinStatus.SCHEDULED, PinStatus.PUBLISHING)));
        });
    }

    @Test
    @Order(2)
    void theSignInPageSaysWhoOneCanBe() {
        for (String role : List.of("owner", "approver", "creator", "viewer")) {
            Page in = Pages.anonymous()
                    .get("/sign-in")
                    .form("Sign in")
                    .fill("Email", role + "@demo.example")
                    .fill("Password", "pinplan-demo")
                    .submit();
            assertThat(in.path).startsWith("/calendar");
        }
        assertThat(Pages.anonymous().get("/sign-in").text()).contains("owner@demo.example", "pinplan-demo");
    }

    @Test
    @Order(2)
    void whatSomebodyMadeInPublerItselfStandsOnItsCalendar() {
        survey.tick();
        Pages viewer = Pages.anonymous();
        viewer.get("/sign-in")
                .form("Sign in")
                .fill("Email", "viewer@demo.example")
                .fill("Password", "pinplan-demo")
                .submit();
        assertThat(viewer.get("/calendar?view=list").text())
                .contains("Join us on Saturday: pruning for beginners", "Made in Publer");
    }

    @Test
    @Order(2)
    void itsInboxesAreInTheOrderOfTime() {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Notification> told = Notification.list("order by id");
            assertThat(told).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.comparing(one -> one.happenedAt));
        });
    }

    /** Whatever comes to belong to a workspace later. */
    @Test
    @Order(2)
    void theRemovalKnowsWhatBelongsToAWorkspace() {
        List<?> tables = QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager().createNativeQuery("""
                                select distinct cast(cast(k.conrelid as regclass) as text) from pg_constraint k
                                where k.contype = 'f' and k.confrelid = cast('workspace' as regclass) and k.confdeltype = 'a'
                                  -- what goes with something else of the workspace needs no step of its own
                                  and not exists (select 1 from pg_constraint c
                                                  where c.conrelid = k.conrelid and c.confdeltype = 'c')""").getResultList());
        assertThat(tables.stream().map(String::valueOf))
                .contains("pin")
                // Its rows say whom to take away at the very end.
                .filteredOn(table -> !table.equals("membership"))
                .allSatisfy(table -> assertThat(Removal.STEPS)
                        .anyMatch(step -> step.startsWith("delete from " + table + " where workspace_id")));
    }

    @Test
    @Order(3)
    void oneClickTakesItAway() {
        Pages owner = Pages.anonymous();
        owner.get("/sign-in")
                .form("Sign in")
                .fill("Email", "owner@demo.example")
                .fill("Password", "pinplan-demo")
                .submit();
        QuarkusTransaction.requiringNew()
                .run(() -> OfferedKey.offer(
                        Workspace.<Workspace>listAll().get(0).id,
                        "sandbox:",
                        "a key whose Publer workspace nobody chose",
                        List.of(),
                        box,
                        Instant.now()));
        Page after = owner.get("/settings").form("Remove the demo data").submit();
        assertThat(after.heading()).isEqualTo("Set up Pinplan");
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Workspace.count()).isZero();
            assertThat(Member.count()).isZero();
            assertThat(Pin.count()).isZero();
            assertThat(Moment.count()).isZero();
            assertThat(Media.count()).isZero();
        });
        Member inTheWay = QuarkusTransaction.requiringNew()
                .call(() -> Member.called("Chris", "creator@demo.example", "", Instant.now()));
        assertThat(after.form("Explore with demo data").submit().status).isEqualTo(500);
        QuarkusTransaction.requiringNew().run(() -> Member.deleteById(inTheWay.id));
        Page again = after.form("Explore with demo data").submit();
        assertThat(again.heading()).isEqualTo("Sign in");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Pin.count())).isEqualTo(40);
    }

    /** Whoever reaches a demo may be its owner, and must not become that of the real thing. */
    @Test
    @Order(4)
    void fromElsewhereTheLinkToSetUpIsOnTheConsoleOnly() {
        List<String> console = new CopyOnWriteArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                console.add(((ExtLogRecord) line).getFormattedMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Pages stranger = Pages.anonymous();
        stranger.get("/sign-in")
                .form("Sign in")
                .fill("Email", "owner@demo.example")
                .fill("Password", "pinplan-demo")
                .submit();
        Logger log = Logger.getLogger(SetupToken.class.getName());
        log.addHandler(ear);
        Response removed =
                stranger.sending().header("X-Forwarded-For", "203.0.113.7").post("/demo/remove");
        log.removeHandler(ear);
        assertThat(removed.header("Location")).endsWith("/sign-in");
        assertThat(removed.headers().toString() + removed.asString()).doesNotContain("token=");
        assertThat(stranger.get("/sign-in").text()).contains("Open the set-up link that Pinplan printed");
        assertThat(console).hasSize(1);
        String link = console.get(0).strip().replaceFirst("(?s).*/setup", "/setup");
        assertThat(Pages.anonymous().get(link).heading()).isEqualTo("Set up Pinplan");
    }
}
