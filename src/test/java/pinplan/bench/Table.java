package pinplan.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A table of another engine, whose rows are what it still has to do. */
record Table(DataSource database, String name) {
    private static final long OFTEN = 2;

    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void untilEmpty() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            while (any(statement)) Thread.sleep(OFTEN);
        }
    }

    private boolean any(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from " + name + " limit 1")) {
            return row.next();
        }
    }
}
