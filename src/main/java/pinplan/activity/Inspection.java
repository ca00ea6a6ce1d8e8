package pinplan.activity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pinplan.database.Patience;

/** Looks at the chains of all workspaces, or of one, as they are at one moment. Changes nothing. */
final class Inspection {
    /** All of the lines are read. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection database;
    private final byte[] masterKey;

    Inspection(Connection database, byte[] masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    List<Report> all() throws SQLException {
        oneMoment();
        List<Report> reports = new ArrayList<>();
        for (long workspace : workspaces()) {
            reports.add(new Chain(database, workspace, masterKey).check());
        }
        database.rollback();
        return reports;
    }

    /** Null: somebody has it looked at right now. */
    Report of(long workspace) throws SQLException {
        oneMoment();
        Report report = alone(workspace) ? new Chain(database, workspace, masterKey).check() : null;
        database.rollback();
        return report;
    }

    /** All of the lines are read: not by many at once, however often somebody presses the button. */
    private boolean alone(long workspace) throws SQLException {
        try (PreparedStatement lock = database.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended('activity is checked', ?))")) {
            lock.setLong(1, workspace);
            ResultSet row = lock.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    /** Whether a workspace's chain still has this seal at this place. */
    boolean has(long workspace, long line, String seal) throws SQLException {
        return new Chain(database, workspace, masterKey).has(line, seal);
    }

    private void oneMoment() throws SQLException {
        // Lines come row by row only where a transaction is open. To this one alone: the connection may be of a pool.
        database.setAutoCommit(false);
        try (Statement sql = database.createStatement()) {
            sql.execute("set transaction isolation level repeatable read, read only");
        }
        Patience.of(database, PATIENCE);
    }

    private List<Long> workspaces() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery("select id from workspace order by id")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
