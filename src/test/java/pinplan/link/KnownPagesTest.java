package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.team.Role;

/** Pins from before pages were known get theirs as the database is brought up to date. */
@QuarkusTest
class KnownPagesTest {
    @Inject
    DataSource database;

    @Inject
    KnownPages migration;

    private final Kitchen kitchen = new Kitchen();

    @Test
    void oldPinsLeadToTheirPages() throws SQLException {
        Pin tart = kitchen.draft("Tart", Role.CREATOR);
        Pin cake = kitchen.draft("Cake", Role.CREATOR);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            forget(connection);
            migration.migrate(in(connection));
            connection.commit();
        }
        Long page = kitchen.read(tart, pin -> pin.leads().destination().id);
        Long other = kitchen.read(cake, pin -> pin.leads().destination().id);
        String address = kitchen.read(tart, pin -> pin.leads().destination().address());
        assertThat(other).isEqualTo(page);
        assertThat(address).isEqualTo("example.org/tart");
    }

    private void forget(Connection connection) throws SQLException {
        for (String step : new String[] {
            "update pin set destination_id = null where workspace_id = ?",
            "delete from destination where workspace_id = ?"
        }) {
            try (PreparedStatement statement = connection.prepareStatement(step)) {
                statement.setLong(1, kitchen.people.workspace.id);
                assertThat(statement.executeUpdate()).isPositive();
            }
        }
    }

    private static Context in(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
