package pinplan.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import pinplan.calendar.Planned;
import pinplan.campaign.Moment;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.support.Pages;
import pinplan.team.Membership;
import pinplan.team.Role;

/** Who looks at a workspace is told that something of it changed, soon, and nobody else is. */
@QuarkusTest
class LiveTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Kitchen kitchen = new Kitchen();
    private final List<Line> lines = new ArrayList<>();

    @Inject
    Heartbeat heartbeat;

    @Inject
    Clocks clocks;

    @Inject
    DataSource database;

    @BeforeEach
    void somebodyListens() {
        await().atMost(SOON).until(() -> backends() == 1);
    }

    @AfterEach
    void hangUp() {
        lines.forEach(Line::close);
        clocks.reset();
    }

    private Line line(String token) {
        return line(token, "");
    }

    private Line line(String token, String query) {
        Line line = Line.open(token, query);
        lines.add(line);
        await().atMost(SOON).until(line::open);
        return line;
    }

    private Line line(Role role) {
        return line(kitchen.people.signIn(role));
    }

    private void hears(Line line, Runnable change) {
        int before = line.changes();
        change.run();
        await().atMost(SOON).until(() -> line.changes() > before);
    }

    private void notice(long workspace) {
        sql("select pg_notify('" + Listener.CHANNEL + "', '" + workspace + "')");
    }

    private void sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private int backends() {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = '" + Listener.NAME + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aColleaguesMoveIsHeardAndNothingOfOtherWorkspaces() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR, kitchen.later(5));
        Kitchen other = new Kitchen();
        Line ours = line(Role.VIEWER);
        // Words come in order: after this one none of the other workspace's own beginning is on its way any more.
        hears(ours, () -> notice(kitchen.people.workspace.id));
        Line theirs = line(other.people.signIn(Role.OWNER));
        hears(
                ours,
                () -> kitchen.as(Role.CREATOR)
                        .sending()
                        .formParam("pin", pin.id)
                        .formParam("days", "1")
                        .post("/changes/moves"));
        hears(theirs, () -> notice(other.people.workspace.id));
        assertThat(theirs.changes()).isOne();
    }

    @Test
    void whateverACalendarShowsIsTold() {
        Line line = line(Role.VIEWER);
        Pin[] pin = new Pin[1];
        hears(line, () -> pin[0] = kitchen.draft("New", Role.CREATOR, kitchen.later(5)));
        hears(line, () -> kitchen.verb(pin[0], Role.CREATOR, (p, by, now) -> p.scheduleOrNot(null, by, now)));
        hears(
                line,
                () -> kitchen.verb(pin[0], Role.CREATOR, (p, by, now) -> p.scheduleOrNot(kitchen.later(6), by, now)));
        hears(line, () -> kitchen.verb(pin[0], Role.CREATOR, Pin::submit));
        hears(
                line,
                () -> kitchen.verb(
                        pin[0], Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now)));
        hears(
                line,
                () -> kitchen.verb(pin[0], Role.OWNER, (p, by, now) -> p.publishing(Publishing.PUBLISHED, false, now)));
        Pin away = kitchen.draft("Away", Role.CREATOR, kitchen.later(7));
        hears(line, () -> kitchen.verb(away, Role.CREATOR, Pin::delete));
        hears(line, () -> sql("update board set retired_at = now() where id = " + kitchen.recipes.id));
        hears(line, () -> sql("update account set name = 'Other' where id = " + kitchen.garden.id));
        Planned planned = new Planned(kitchen.people);
        Moment[] moment = new Moment[1];
        hears(line, () -> moment[0] = planned.moment("Market day", "2027-03-11", "2027-03-11", 3));
        hears(line, () -> sql("update moment set from_on = from_on - 1 where id = " + moment[0].id));
        hears(line, () -> sql("delete from moment where id = " + moment[0].id));
        String ours = " where workspace_id = " + kitchen.people.workspace.id;
        hears(
                line,
                () -> sql(
                        "insert into foreign_post (id, workspace_id, account_id, publer_post_id, publish_at, title, text,"
                                + " published, changed_at) values (nextval('foreign_post_seq'), "
                                + kitchen.people.workspace.id + ", "
                                + kitchen.garden.id + ", 'made there', now(), 'Made there', '', false, now())"));
        hears(line, () -> sql("update foreign_post set published = true" + ours));
        hears(line, () -> sql("delete from foreign_post" + ours));
        hears(line, () -> view(true));
        hears(line, () -> sql("update saved_view set address = '/calendar?view=day'" + ours));
        hears(line, () -> sql("delete from saved_view" + ours));
        hears(line, () -> sql("update destination set troubled = true" + ours));
        hears(line, () -> sql("update workspace set paused_at = now() where id = " + kitchen.people.workspace.id));
    }

    private void view(boolean shared) {
        sql("insert into saved_view (id, workspace_id, owner_id, name, address, shared, made_at) values"
                + " (nextval('saved_view_seq'), %d, %d, 'Kept', '/calendar?view=week', %s, now())"
                        .formatted(kitchen.people.workspace.id, kitchen.people.member(Role.OWNER).id, shared));
    }

    /** PostgreSQL tells in the order of commits: what is not there before the last word was not told. */
    @Test
    void whatNobodySeesIsNotTold() throws SQLException {
        Pin pin = kitchen.approved("Under way", kitchen.later(5));
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PENDING, false, now));
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("listen " + Listener.CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            postgres.getNotifications();
            kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PENDING, false, now));
            sql("update board set seen_at = now() where id = " + kitchen.recipes.id);
            sql("update account set seen_at = now() where id = " + kitchen.garden.id);
            sql(
                    "update destination set checked_at = now(), verdict = 'FINE', verdict_since = now(), http_status = 200 where workspace_id = "
                            + kitchen.people.workspace.id);
            view(false);
            notice(-1);
            List<String> told = new ArrayList<>();
            await().atMost(SOON).until(() -> {
                Arrays.stream(postgres.getNotifications(100))
                        .map(PGNotification::getParameter)
                        .forEach(told::add);
                return told.contains("-1");
            });
            assertThat(told).doesNotContain(String.valueOf(kitchen.people.workspace.id));
            sql.execute("unlisten *");
        }
    }

    @Test
    void whatChangedBeforeTheLineWasOpenIsTold() {
        Line first = line(Role.VIEWER);
        hears(first, () -> kitchen.draft("Meanwhile", Role.CREATOR, kitchen.later(5)));
        Line late = line(kitchen.people.signIn(Role.VIEWER), "?age=60000");
        await().atMost(SOON).until(() -> late.changes() == 1);
        Line tooLate = line(kitchen.people.signIn(Role.VIEWER), "?age=9000000000000");
        await().atMost(SOON).until(() -> tooLate.changes() == 1);
    }

    @Test
    void theAnswerIsForNoCacheAndNoBuffer() {
        Line line = line(Role.VIEWER);
        String head = line.toString().toLowerCase();
        assertThat(head)
                .contains("content-type: text/event-stream")
                .contains("cache-control: no-store")
                .contains("x-accel-buffering: no")
                .doesNotContain("content-encoding: gzip")
                .doesNotContain("set-cookie");
        int beats = line.said("still here");
        heartbeat.tick();
        await().atMost(SOON).until(() -> line.said("still here") > beats);
    }

    @Test
    void theListenerComesBackAndTellsEverybody() {
        Line line = line(Role.VIEWER);
        hears(
                line,
                () -> sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
                        + Listener.NAME + "' and datname = current_database()"));
        hears(line, () -> notice(kitchen.people.workspace.id));
    }

    @Test
    void whoSignedOutHearsNothingMore() {
        String token = kitchen.people.signIn(Role.CREATOR);
        Line out = line(token);
        Line in = line(Role.VIEWER);
        Pages.signedIn(token).sending().post("/sign-out");
        heartbeat.tick();
        await().atMost(SOON).until(out::over);
        hears(in, () -> notice(kitchen.people.workspace.id));
        assertThat(out.changes()).isZero();
        Line none = Line.open(token);
        lines.add(none);
        await().atMost(SOON).until(() -> none.says("403"));
    }

    @Test
    void whoWasRemovedHearsNothingMore() {
        var member = kitchen.people.another(Role.CREATOR);
        Line line = line(kitchen.people.signIn(member));
        Long place = QuarkusTransaction.requiringNew()
                .call(() -> Membership.of(member).orElseThrow().id);
        sql("update membership set removed_at = now() where id = " + place);
        heartbeat.tick();
        await().atMost(SOON).until(line::over);
    }

    @Test
    void anOpenLineKeepsNobodySignedIn() {
        String token = kitchen.people.signIn(Role.CREATOR);
        for (int hour = 0; hour < 11; hour++) {
            clocks.shift(Duration.ofHours(1));
            try (Line line = Line.open(token)) {
                await().atMost(SOON).until(line::open);
            }
        }
        Line last = line(token);
        clocks.shift(Duration.ofHours(2));
        heartbeat.tick();
        await().atMost(SOON).until(last::over);
        assertThat(Pages.signedIn(token).one("/").header("Location")).endsWith("/sign-in");
    }

    @Test
    void aLineEndsAfterTenMinutesToBeOpenedAnew() {
        String token = kitchen.people.signIn(Role.CREATOR);
        Line old = line(token);
        clocks.shift(Duration.ofMinutes(6));
        Line young = line(token);
        clocks.shift(Duration.ofMinutes(6));
        heartbeat.tick();
        await().atMost(SOON).until(old::over);
        hears(young, () -> notice(kitchen.people.workspace.id));
    }

    @Test
    void oneSessionHasEightLines() {
        String token = kitchen.people.signIn(Role.CREATOR);
        for (int i = 0; i < Followers.OF_ONE_SESSION; i++) {
            line(token);
        }
        Line more = Line.open(token);
        lines.add(more);
        await().atMost(SOON).until(() -> more.says("HTTP/1.1 429"));
        lines.get(0).close();
        await().atMost(SOON).until(() -> {
            Line again = Line.open(token);
            lines.add(again);
            await().atMost(SOON).until(() -> again.says("HTTP/1.1 "));
            return again.says("HTTP/1.1 200");
        });
    }

    /** More than the pool has connections, and than there are threads for requests. */
    @Test
    void ahundredLinesTakeNoHundredThreadsAndNoConnections() {
        line(Role.VIEWER);
        int before = threads();
        for (int i = 0; i < 100; i++) {
            line(Role.VIEWER);
        }
        assertThat(threads() - before).isLessThan(50);
        assertThat(kitchen.as(Role.VIEWER).one("/calendar").statusCode()).isEqualTo(200);
        notice(kitchen.people.workspace.id);
        await().atMost(SOON).until(() -> lines.stream().allMatch(line -> line.changes() > 0));
    }

    /** The lines' own readers aside. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("line"))
                .count();
    }

    @Test
    void aCampaignsColourIsTold() {
        Line line = line(Role.VIEWER);
        hears(
                line,
                () -> sql("insert into campaign (id, workspace_id, name, colour, created_at) values"
                        + " (nextval('campaign_seq'), " + kitchen.people.workspace.id + ", 'Easter', 'RED', now())"));
        hears(
                line,
                () -> sql("update campaign set name = 'Spring' where workspace_id = " + kitchen.people.workspace.id));
    }
}
