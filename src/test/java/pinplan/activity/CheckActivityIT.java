package pinplan.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.database.Fingerprint;
import pinplan.database.MasterKey;
import pinplan.support.PackagedApp;

/** The command as people give it, beside the packaged application and without it. Needs {@code package} to have run. */
class CheckActivityIT {
    private static final Duration BUSY = Duration.ofMinutes(2);
    private static final String ANOTHER = "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j";

    @TempDir
    Path folder;

    private record Said(int code, String words) {}

    @Test
    void itFindsALineThatWasTakenAwayWhetherPinplanRunsOrNot() throws Exception {
        assertThat(check().code()).as("nothing there yet").isEqualTo(2);
        try (PackagedApp app = PackagedApp.start(folder, Map.of("PINPLAN_DEMO", "true"))) {
            app.address();
            theDemoIsSealed();
            behindItsBack("delete from activity where id = (select activity_id from seal where position = 7)");
            Said said = check();
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.words()).contains("behind Pinplan's back").contains("Line 7 (number");
        }
        Said said = check();
        assertThat(said.words()).contains("Line 7 (number");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aMasterKeyThatIsLostIsReplacedByTheOneThatIsNamed() throws Exception {
        try (PackagedApp app = PackagedApp.start(folder, Map.of("PINPLAN_DEMO", "true"))) {
            app.address();
            theDemoIsSealed();
        }
        byte[] key = MasterKey.outside(Optional.of(ANOTHER), false, folder);
        Map<String, String> another = Map.of("PINPLAN_MASTER_KEY", ANOTHER);
        Map<String, String> instead =
                Map.of("PINPLAN_MASTER_KEY", ANOTHER, "PINPLAN_MASTER_KEY_LOST", "" + Fingerprint.of(key));
        try (PackagedApp app = PackagedApp.start(folder, instead)) {
            app.address();
            assertThat(app.printed()).contains("From now on the database belongs to this master key");
            Said said = check(another);
            assertThat(said.words()).contains("were sealed with a master key that is lost");
            assertThat(said.code()).isZero();
            assertThat(check().words()).contains("it is sealed with another master key");
        }
    }

    private void theDemoIsSealed() {
        await("the demo is sealed").atMost(BUSY).until(() -> {
            Said said = check();
            return said.code() == 0
                    && said.words().matches("(?s)Workspace 1: \\d+ lines are sealed, .*last seal, of line .*");
        });
    }

    private Said check() throws IOException, InterruptedException {
        return check(Map.of());
    }

    private Said check(Map<String, String> environment) throws IOException, InterruptedException {
        Path app = Path.of(System.getProperty("pinplan.jar")).getParent();
        String classes = app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*";
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder command = new ProcessBuilder(java.toString(), "-cp", classes, CheckActivity.class.getName());
        command.environment().keySet().removeIf(name -> name.matches("(QUARKUS|PINPLAN|PUBLER)_.*"));
        command.environment().putAll(environment);
        Process process =
                command.directory(folder.toFile()).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    private void behindItsBack(String sql) throws Exception {
        Path home = folder.resolve("data/pg");
        String port =
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip();
        String password = Files.readString(home.resolve("password")).strip();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/pinplan", "pinplan", password);
                Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
