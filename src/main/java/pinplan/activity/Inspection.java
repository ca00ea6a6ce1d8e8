package pinplan.activity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at the chains of all workspaces, or of one, as they are at one moment. Changes nothing. */
final class Inspection {
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

    Report of(long workspace) throws SQLException {
        oneMoment();
        Report report = new Chain(database, workspace, masterKey).check();
        database.rollback();
        return report;
    }

    private void oneMoment() throws SQLException {
        // Lines come row by row only where a transaction is open. Said to this one alone: the connection may be of a
        // pool.
        database.setAutoCommit(false);
        try (Statement sql = database.createStatement()) {
            sql.execute("set transaction isolation level repeatable read, read only");
        }
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
