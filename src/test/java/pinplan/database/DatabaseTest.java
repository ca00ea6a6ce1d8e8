package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import pinplan.web.ErrorPages;

@QuarkusTest
class DatabaseTest {
    @Inject
    DatabaseClock clock;

    @Inject
    ErrorPages pages;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void theApplicationRunsOnItsOwnDatabase() {
        assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
        assertThat(clock.read())
                .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
    }

    @Test
    void aStatementTakesAtMostHalfAMinuteWhereNothingElseIsSaid() {
        assertThat(longest(() -> {})).isEqualTo("30s");
        assertThat(longest(() -> Patience.of(Duration.ofMinutes(15)))).isEqualTo("15min");
        assertThat(longest(() -> {})).as("of the next that has this connection").isEqualTo("30s");
    }

    private static String longest(Runnable before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            before.run();
            return (String) Panache.getEntityManager()
                    .createNativeQuery("show statement_timeout")
                    .getSingleResult();
        });
    }

    @Test
    void anAnswerIsWaitedForALittleLonger() {
        assertThat(waited(() -> {})).isEqualTo(60_000);
        assertThat(waited(() -> Patience.of(Duration.ofMinutes(15)))).isEqualTo(15 * 60_000 + 30_000);
        assertThat(waited(() -> {})).as("by the next that has this connection").isEqualTo(60_000);
    }

    private static int waited(Runnable before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            before.run();
            return Panache.getEntityManager().unwrap(Session.class).doReturningWork(Connection::getNetworkTimeout);
        });
    }

    /** On a connection that waits for a second, as all others wait for a minute. */
    @Test
    void aMigrationTakesItsTime(@TempDir Path migrations) throws Exception {
        Files.writeString(migrations.resolve("V1__slow.sql"), "select pg_sleep(2);");
        PGSimpleDataSource impatient = new PGSimpleDataSource();
        impatient.setUrl(url);
        impatient.setUser(username);
        impatient.setPassword(password);
        impatient.setSocketTimeout(1);
        Flyway flyway = Flyway.configure()
                .dataSource(impatient)
                .schemas("slow")
                .cleanDisabled(false)
                .locations("filesystem:" + migrations)
                .callbacks(new UnhurriedMigrations())
                .load();
        try {
            assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
        } finally {
            flyway.clean();
        }
    }

    @Test
    void whoAskedForTooMuchIsToldSo() {
        Response answer = pages.unexpected(new IllegalStateException(new SQLException("canceling statement", "57014")));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity().toString()).contains("This took too long and was stopped");
    }
}
