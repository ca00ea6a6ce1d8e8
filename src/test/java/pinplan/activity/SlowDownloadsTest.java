package pinplan.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.SlowGet;
import pinplan.team.Role;

/** Somebody asks for all the lines and takes none of them. */
@QuarkusTest
class SlowDownloadsTest {
    private static final String EXPORT = "/activity/export";

    private final People people = People.fresh();
    private final List<Socket> slow = new ArrayList<>();

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Inject
    AgroalDataSource database;

    /** More than all that is on the way between the two. */
    @BeforeEach
    void manyLines() {
        QuarkusTransaction.requiringNew()
                .run(() -> Activity.getEntityManager()
                        .createNativeQuery("insert into activity (id, workspace_id, topic, words, note, happened_at)"
                                + " select nextval('activity_seq'), ?1, 'PINS', 'line ' || n, repeat('tart ', 1000), now()"
                                + " from generate_series(1, 2500) n")
                        .setParameter(1, people.workspace.id)
                        .executeUpdate());
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** As soon as those of the test before have hung up. */
    private void begun(String path, String token) {
        await().until(() -> begin(path, token) == 200);
    }

    private int begin(String path, String token) throws IOException {
        Socket socket = SlowGet.begin(path, token);
        slow.add(socket);
        return SlowGet.status(socket);
    }

    @Test
    void othersGoOnWithTheirWork() throws IOException {
        String token = people.signIn(Role.VIEWER);
        for (int number = 0; number < connections + 5; number++) {
            slow.add(SlowGet.begin(EXPORT, token));
            assertThat(Pages.signedIn(token).get("/calendar").status)
                    .as("beside %d of them", slow.size())
                    .isEqualTo(200);
        }
    }

    @Test
    void othersFindWhatTheyLookFor() {
        for (Role role : List.of(Role.ADMIN, Role.APPROVER, Role.CREATOR, Role.VIEWER)) {
            begun(EXPORT + "?q=tart", people.signIn(role));
        }
        assertThat(people.as(Role.OWNER).get("/activity?q=tart").status).isEqualTo(200);
    }

    /** Neither for what they are nor for what they get: all connections are there for others. */
    @Test
    void noConnectionWaitsForThem() throws Exception {
        begun(EXPORT, people.signIn(Role.VIEWER));
        List<Connection> all = new ArrayList<>();
        try {
            assertThatCode(() -> takeAll(all)).doesNotThrowAnyException();
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    private void takeAll(List<Connection> all) throws SQLException {
        while (all.size() < connections) {
            all.add(database.getConnection());
        }
    }

    @Test
    void oneAtATimeForEachUntilTheyAreLetGo() throws IOException {
        String token = people.signIn(Role.VIEWER);
        begun(EXPORT, token);
        assertThat(begin(EXPORT, people.signIn(Role.VIEWER)))
                .as("the same person in another browser")
                .isEqualTo(429);
        assertThat(people.as(Role.OWNER).one(EXPORT).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(Pages.signedIn(token).one(EXPORT).statusCode())
                                .isEqualTo(200));
    }
}
