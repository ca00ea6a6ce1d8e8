package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresClusterTest {
    @TempDir
    static Path home;

    private static String password;
    private static PostgresCluster cluster;

    @BeforeAll
    static void makeOne() throws IOException, InterruptedException {
        password = OwnerOnly.secret(home.resolve("password"));
        cluster = new PostgresCluster(home, PostgresBinaries.under(home), false);
        cluster.create(home.resolve("password"));
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (live().port().isPresent()) cluster.stop();
    }

    @Test
    void aLiveServerIsFoundByItsPasswordAndADeadOneIsNot() throws Exception {
        assertThat(live().port()).isEmpty();
        int port = cluster.start();
        assertThat(live().port()).hasValue(port);
        assertThatThrownBy(() -> new LiveServer(cluster.data(), "another password").port())
                .hasMessageContaining("password file does not fit");
        assertThatThrownBy(() -> EmbeddedPostgres.connect(port, "postgres", ""))
                .as("no way in without the password")
                .isInstanceOf(SQLException.class);

        killServer();
        assertThat(live().port()).isEmpty();
        cluster.start();
        assertThat(live().port()).isPresent();
    }

    @Test
    void aNumberThatSomebodyElseHasByNowDoesNotKeepItFromStarting() throws Exception {
        Process somebodyElse = new ProcessBuilder("sleep", "60").start();
        try {
            startsThoughItIsSaidToBe(somebodyElse.pid());
        } finally {
            somebodyElse.destroyForcibly();
        }
    }

    /** The first process is root's, and tells nobody else which program it is. */
    @Test
    void norDoesANumberOfAnotherUser() throws Exception {
        startsThoughItIsSaidToBe(1);
    }

    private static void startsThoughItIsSaidToBe(long process) throws Exception {
        cluster.start();
        Path pidFile = cluster.data().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        killServer();
        lines.set(0, String.valueOf(process));
        Files.write(pidFile, lines);
        assertThat(live().port()).isEmpty();
        cluster.start();
        assertThat(live().port()).isPresent();
    }

    /** What is still being done may be written down: Quarkus' own shutdown waits longer for an answer than this. */
    @Test
    void anOrderlyStopWaitsForWhoeverIsStillConnected() throws Exception {
        int port = cluster.start();
        Thread stop = new Thread(() -> {
            try {
                cluster.stop();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try (Connection connection = EmbeddedPostgres.connect(port, "postgres", password)) {
            stop.start();
            stop.join(10_000);
            try (Statement late = connection.createStatement()) {
                late.execute("create temporary table answer (words text)");
            }
        }
        stop.join(10_000);
        assertThat(live().port()).isEmpty();
    }

    @Test
    void oneThatEndsIsStartedAgainWhereItWasUntilItIsMeantToEnd() throws Exception {
        int port = cluster.start();
        PostgresKeeper keeper = new PostgresKeeper(cluster, port);
        keeper.start();
        ProcessHandle first = cluster.server().orElseThrow();
        killServer();
        await().atMost(Duration.ofMinutes(1)).until(() -> cluster.server().isPresent() && !first.isAlive());
        assertThat(live().port()).hasValue(port);
        assertThat(cluster.server()).isNotEqualTo(Optional.of(first));

        ProcessHandle second = cluster.server().orElseThrow();
        keeper.stop();
        second.onExit().get(1, TimeUnit.MINUTES);
        assertThat(live().port()).isEmpty();
    }

    @Test
    void theLogIsTurnedWhileItRuns() throws Exception {
        int port = cluster.start();
        Files.writeString(cluster.log(), "x".repeat(10_000_001), StandardOpenOption.APPEND);
        cluster.turnLog();
        assertThat(cluster.log()).isEmptyFile();
        assertThat(home.resolve("postgres.log.1")).exists();
        assertThatThrownBy(() -> EmbeddedPostgres.connect(port, "postgres", "wrong"))
                .isInstanceOf(SQLException.class);
        assertThat(cluster.log())
                .content()
                .contains("password authentication failed")
                .hasSizeLessThan(10_000);
    }

    @Test
    void anOlderClusterIsNotTouched() throws Exception {
        Path version = cluster.data().resolve("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "16\n");
        try {
            assertThatThrownBy(() -> cluster.create(home.resolve("password")))
                    .hasMessageContaining("is of PostgreSQL 16")
                    .hasMessageContaining("brings PostgreSQL 17")
                    .hasMessageContaining("pg_dump");
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void aFolderInUseIsRefusedAndTheWayOutNamed() throws Exception {
        try (FileChannel file =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            assertThatThrownBy(() -> EmbeddedPostgres.under(home, false))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("another Pinplan is running")
                    .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
        }
    }

    @Test
    void thePasswordIsTheOwnersOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(password).hasSizeGreaterThan(40);
    }

    @Test
    void anUnpackingCutShortIsDoneAgain(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("programs.new/bin"));
        Files.writeString(other.resolve("programs.new/bin/postgres"), "half");
        PostgresBinaries programs = PostgresBinaries.under(other);
        assertThat(Path.of(programs.program("postgres"))).isExecutable();
        assertThat(Files.size(Path.of(programs.program("postgres")))).isGreaterThan(1_000_000);
        assertThat(other.resolve("programs.new")).doesNotExist();
    }

    private static LiveServer live() {
        return new LiveServer(cluster.data(), password);
    }

    private static void killServer() throws Exception {
        String pid = Files.readAllLines(cluster.data().resolve("postmaster.pid"))
                .get(0)
                .strip();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }
}
