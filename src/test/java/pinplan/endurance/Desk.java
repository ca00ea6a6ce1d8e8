package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;
import pinplan.support.Pages;
import pinplan.support.Pictures;

/** What people do before pins can be made: set up, connect Publer, upload a picture; through the pages. One workspace for each key. */
final class Desk {
    private static final Duration BUSY = Duration.ofMinutes(2);

    private final OwnServer server;
    private final Pages owner = Pages.anonymous();
    private final List<Place> places = new ArrayList<>();

    private Desk(OwnServer server) {
        this.server = server;
    }

    /** @return every account of these workspaces, ready to be pinned to, those of one key beside each other */
    static List<Place> open(Ground ground, PackagedApp app, int lanes) throws Exception {
        URI address = URI.create(app.address());
        RestAssured.baseURI = "http://" + address.getHost();
        RestAssured.port = address.getPort();
        Desk desk = new Desk(ground.server);
        for (int lane = 0; lane < lanes; lane++) {
            if (lane == 0) desk.setUp(URI.create(app.setUpLink()));
            else desk.moveOn(lane);
            desk.connect(lane);
        }
        RestAssured.reset();
        return desk.places;
    }

    private void setUp(URI link) {
        owner.get(link.getPath() + "?" + link.getQuery())
                .form("Set up for real")
                .fill("Your name", "Olive")
                .fill("Email", "olive@team.example")
                .fill("Password", "a-long-enough-password")
                .fill("Workspace name", "Kitchen")
                .choose("Time zone", "UTC")
                .submit();
    }

    /** No page makes a second workspace. */
    private void moveOn(int lane) throws SQLException {
        server.run("pinplan", """
                with w as (insert into workspace (id, name, zone, created_at)
                    values (nextval('workspace_seq'), 'Kitchen %d', 'UTC', now()) returning id),
                m as (insert into membership (id, workspace_id, member_id, role, joined_at)
                    select nextval('membership_seq'), w.id, member.id, 'OWNER', now() from w, member)
                update session set workspace_id = w.id from w""".formatted(lane));
    }

    private void connect(int lane) throws Exception {
        owner.get("/settings/publer")
                .form("Test this key")
                .fill("API key", OtherEnd.key(lane))
                .submit();
        await("boards")
                .atMost(BUSY)
                .until(() -> owner.get("/boards").says("Account %04d %d".formatted(lane, OtherEnd.ACCOUNTS)));
        int draft = owner.get("/pins/new")
                .form("Save draft")
                .fill("Title", "Only for its picture")
                .attach("Media", "tart.jpg", "image/jpeg", Pictures.jpeg(1000, 1500))
                .submit()
                .status;
        assertThat(draft).isEqualTo(200);
        read();
    }

    private void read() throws SQLException {
        try (Connection database = server.connect("pinplan");
                ResultSet row = database.createStatement().executeQuery("""
                                select a.workspace_id, m.added_by_id, a.id, a.publer_id, b.id, b.publer_id, m.id, m.sha256
                                from account a join board b on b.account_id = a.id join media m on m.workspace_id = a.workspace_id
                                where a.workspace_id = (select max(id) from workspace) order by a.publer_id""")) {
            while (row.next()) {
                places.add(new Place(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8)));
            }
        }
    }
}
