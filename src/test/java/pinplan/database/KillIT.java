package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.PackagedApp;

/** The production application with its own PostgreSQL, killed in every way. Needs {@code package} to have run. */
class KillIT {
    private static final String STRONG = "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j";

    /** For a machine with much else to do. */
    private static final Duration BUSY = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void aKillLosesNothingAndTheNextStartTakesOver() throws Exception {
        long server;
        try (PackagedApp app = PackagedApp.start(folder, Map.of())) {
            theLinkOnTheConsoleOpens(app);
            server = server();
            write("create table survivor (what text)");
            write("insert into survivor values ('before the first kill')");
            app.kill();
        }
        try (PackagedApp app = PackagedApp.start(folder, Map.of())) {
            String ready = app.address() + "/q/health/ready";
            await("its regular work begins")
                    .atMost(BUSY)
                    .until(() -> RestAssured.get(ready).statusCode() == 200);
            assertThat(server()).as("adopted").isEqualTo(server);
            write("insert into survivor values ('before both were killed')");
            app.kill();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
        }
        try (PackagedApp app = PackagedApp.start(folder, Map.of())) {
            aTakenPortIsSaid(URI.create(app.address()).getPort());
            assertThat(server()).as("started anew").isNotEqualTo(server);
            assertThat(kept()).containsExactly("before both were killed", "before the first kill");

            aSecondOneOnTheSameDataIsTurnedAway();
            withADatabaseUrlItStartsNone();
            server = server();
            app.close();
            assertThat(app.printed()).doesNotContain("was started again");
        }
        long last = server;
        await("an orderly end stops PostgreSQL too")
                .atMost(BUSY)
                .until(() ->
                        ProcessHandle.of(last).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void itsPostgresIsStartedAgainWhenItEnds() throws Exception {
        try (PackagedApp app = PackagedApp.start(folder, Map.of())) {
            String ready = app.address() + "/q/health/ready";
            long server = server();
            int port = port();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            await("another one").atMost(BUSY).until(() -> app.printed().contains("was started again"));
            assertThat(server()).isNotEqualTo(server);
            assertThat(port()).isEqualTo(port);
            await("its regular work goes on")
                    .atMost(BUSY)
                    .until(() -> RestAssured.get(ready).statusCode() == 200);

            ProcessHandle another = ProcessHandle.of(server()).orElseThrow();
            Files.move(pg().resolve("data/global"), pg().resolve("data/gone"));
            another.destroyForcibly();
            assertThat(app.end()).isEqualTo(1);
            assertThat(app.printed()).contains("Pinplan ends: its PostgreSQL ended and can't be started again");
        }
    }

    private static void theLinkOnTheConsoleOpens(PackagedApp app) throws Exception {
        URI link = URI.create(app.setUpLink());
        RestAssured.get(app.address() + link.getPath() + "?" + link.getQuery())
                .then()
                .statusCode(200)
                .body(containsString("Set up for real"));
    }

    private void aSecondOneOnTheSameDataIsTurnedAway() throws Exception {
        try (PackagedApp second = PackagedApp.start(folder, Map.of())) {
            assertThat(second.end()).isEqualTo(1);
            assertThat(second.printed())
                    .contains("another Pinplan is running on this data")
                    .contains("QUARKUS_DATASOURCE_JDBC_URL")
                    .doesNotContain("\tat ");
        }
    }

    private void aTakenPortIsSaid(int port) throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (PackagedApp second = PackagedApp.start(other, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)))) {
            assertThat(second.end()).isEqualTo(1);
            assertThat(second.printed())
                    .contains("cannot listen on port " + port, "QUARKUS_HTTP_PORT")
                    .doesNotContain("\tat ");
        }
    }

    private void withADatabaseUrlItStartsNone() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Map<String, String> database = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + port() + "/pinplan",
                "QUARKUS_DATASOURCE_USERNAME",
                "pinplan",
                "QUARKUS_DATASOURCE_PASSWORD",
                password());
        try (PackagedApp careless = PackagedApp.start(elsewhere, database)) {
            assertThat(careless.end()).isEqualTo(1);
            assertThat(careless.printed())
                    .contains("PINPLAN_MASTER_KEY is not set")
                    .doesNotContain("\tat ");
        }
        var environment = new HashMap<>(database);
        environment.put("PINPLAN_MASTER_KEY", STRONG);
        try (PackagedApp app = PackagedApp.start(elsewhere, environment)) {
            RestAssured.get(app.address() + "/q/health/live").then().statusCode(200);
            assertThat(elsewhere.resolve("data/pg")).doesNotExist();
            assertThat(elsewhere.resolve("data/master.key")).doesNotExist();
            assertThat(app.printed()).doesNotContain(STRONG).doesNotContain(password());
            assertThat(app.printed())
                    .as("the database belongs to the key that was made beside it")
                    .contains("The master key is another one");
            RestAssured.get(app.address() + "/q/health/ready").then().statusCode(503);
        }
    }

    /** Quarkus reads the configuration while it packages; a server started then would have left this file. */
    @Test
    void packagingStartedNoServer() throws IOException {
        Path started = Path.of("data/pg/data/postmaster.opts");
        FileTime build = FileTime.from(Instant.parse(System.getProperty("pinplan.build")));
        if (Files.exists(started))
            assertThat(Files.getLastModifiedTime(started)).isLessThan(build);
    }

    private Path pg() {
        return folder.resolve("data/pg");
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(pg().resolve("data/postmaster.pid"));
    }

    private long server() throws IOException {
        return Long.parseLong(pidFile().get(0).strip());
    }

    private int port() throws IOException {
        return Integer.parseInt(pidFile().get(3).strip());
    }

    private String password() throws IOException {
        return Files.readString(pg().resolve("password")).strip();
    }

    private void write(String sql) throws IOException, SQLException {
        try (Connection database = EmbeddedPostgres.connect(port(), "pinplan", password());
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> kept() throws IOException, SQLException {
        try (Connection database = EmbeddedPostgres.connect(port(), "pinplan", password());
                var rows = database.createStatement().executeQuery("select what from survivor order by what")) {
            var kept = new ArrayList<String>();
            while (rows.next()) kept.add(rows.getString(1));
            return kept;
        }
    }
}
