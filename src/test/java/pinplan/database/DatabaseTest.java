package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pinplan.web.ErrorPages;

@QuarkusTest
class DatabaseTest {
    @Inject
    DatabaseClock clock;

    @Inject
    ErrorPages pages;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

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
    void whoAskedForTooMuchIsToldSo() {
        Response answer = pages.unexpected(new IllegalStateException(new SQLException("canceling statement", "57014")));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity().toString()).contains("This took too long and was stopped");
    }
}
