package pinplan.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * How long a statement may take, where it is known to take longer than others, and how long its answer is waited for. PostgreSQL
 * ends a statement itself; where nothing comes long after that, nobody is there any more: a host that lost its power says
 * no goodbye, nor does a network that forgot a connection.
 */
@Singleton
public class Patience implements AgroalPoolInterceptor {
    /** As it was set for all connections: half a minute more than a statement may take. */
    private final Duration usual;

    private static final Duration MORE = Duration.ofSeconds(30);

    Patience(
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout")
                    int usualSeconds) {
        usual = Duration.ofSeconds(usualSeconds);
    }

    /** For each statement of the transaction that is open. */
    public static void of(Duration longest) {
        Panache.getEntityManager().unwrap(Session.class).doWork(connection -> of(connection, longest));
    }

    /** Also on a connection that the pool does not know. */
    public static void of(Connection connection, Duration longest) throws SQLException {
        statementsTake(connection, longest);
        wait(connection, longest.plus(MORE));
    }

    /** For a change of the tables, which takes as long as there are rows. */
    static void endless(Connection connection) throws SQLException {
        statementsTake(connection, Duration.ZERO);
        wait(connection, Duration.ZERO);
    }

    private static void statementsTake(Connection connection, Duration longest) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("select set_config('statement_timeout', ?, true)")) {
            sql.setString(1, longest.toMillis() + "ms");
            sql.execute();
        }
    }

    private static void wait(Connection connection, Duration longest) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
    }

    /** What PostgreSQL forgets at the end of a transaction, the connection remembers. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            wait(connection, usual);
        } catch (SQLException closed) {
            // whoever asks it something is told
        }
    }
}
