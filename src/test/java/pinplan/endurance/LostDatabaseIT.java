package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;

/** The database ends, or falls silent as behind a host without power or a network that forgot. Needs {@code package} to have run. */
class LostDatabaseIT {
    private static final Duration BUSY = Duration.ofMinutes(2);
    private static final int SILENCE_SECONDS = 5;
    private static final Pattern AGE = Pattern.compile("pinplan_tick_age_seconds\\{tick=\"dispatcher\"} (\\S+)");
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on (http://\\S+?)\\.\\s");

    @TempDir
    Path folder;

    @Test
    void oneThatFellSilentIsLeftAfterAWhileAndAskedAnew() throws Exception {
        try (OwnServer server = new OwnServer(folder.resolve("pg"));
                SilentWire wire = new SilentWire(server.port());
                PackagedApp app = start(server, wire.port())) {
            String address = app.address();
            Matcher told = MANAGEMENT.matcher(app.printed());
            told.find();
            String metrics = told.group(1) + "/q/metrics";
            await("its regular work").atMost(BUSY).until(() -> age(metrics) < 3);

            wire.forget();
            long since = System.nanoTime();
            // No word of it comes, so nothing is sure of it before the patience is at its end.
            await("its regular work goes on")
                    .atMost(BUSY)
                    .until(() -> seconds(since) > 3 * SILENCE_SECONDS && age(metrics) < SILENCE_SECONDS);
            await("its pages too")
                    .atMost(BUSY)
                    .until(() -> RestAssured.get(address + "/q/health/ready").statusCode() == 200
                            && RestAssured.get(address + "/sign-in").statusCode() == 200);
        }
    }

    @Test
    void oneThatEndedIsToldOfOnceAndSoIsItsReturn() throws Exception {
        try (OwnServer server = new OwnServer(folder.resolve("pg"));
                PackagedApp app = start(server, server.port())) {
            String ready = app.address() + "/q/health/ready";
            await("its regular work")
                    .atMost(BUSY)
                    .until(() -> RestAssured.get(ready).statusCode() == 200);
            int before = app.printed().length();

            server.stop("fast");
            long since = System.nanoTime();
            await("much is tried in vain").atMost(BUSY).until(() -> seconds(since) > 20);
            server.start();
            await("it is back").atMost(BUSY).until(() -> app.printed().contains("The database answers again"));

            String told = app.printed().substring(before);
            assertThat(told).doesNotContain("\tat ").containsOnlyOnce("The database does not answer");
            assertThat(told.lines().filter(line -> !line.contains("[p.l.Listener]")))
                    .as(told)
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    private PackagedApp start(OwnServer server, int port) throws Exception {
        return PackagedApp.start(
                folder,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", OwnServer.url(port, "pinplan"),
                        "QUARKUS_DATASOURCE_USERNAME", server.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", server.password(),
                        "QUARKUS_MANAGEMENT_PORT", "0",
                        "PINPLAN_MASTER_KEY", "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j"),
                List.of(
                        "-Xmx384m",
                        "-Dquarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout=" + SILENCE_SECONDS));
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    private static double age(String metrics) {
        Matcher line = AGE.matcher(RestAssured.get(metrics).asString());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.MAX_VALUE;
    }
}
