package pinplan.activity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import pinplan.database.Fingerprint;

/** The seals of one workspace, line after line. Works on any connection: the application need not run. */
final class Chain {
    /** Of one fault may follow many; whoever reads this looks at the first ones. */
    private static final int FAULTS = 20;

    private static final int AT_ONCE = 1000;

    private final Connection database;
    private final long workspace;
    private final Link link;
    private final byte[] print;

    private final List<String> faults = new ArrayList<>();
    private long position;
    private byte[] head;
    /** So many from the first on were sealed with a key that is lost. */
    private long lost;

    Chain(Connection database, long workspace, byte[] masterKey) {
        this.database = database;
        this.workspace = workspace;
        link = new Link(masterKey);
        print = Fingerprint.of(masterKey).bytes();
    }

    // ---- sealing ----

    /**
     * Binds what waits. Two that do this take turns, and who would have to wait leaves it to the other. With another key than
     * the database belongs to nothing is bound: it could never be taken back.
     */
    int seal(int most) throws SQLException {
        if (!hold()) {
            return 0;
        }
        List<Long> sealed = new ArrayList<>();
        try (PreparedStatement waiting = database.prepareStatement("select a.id, " + Link.columns("a")
                        + " from unsealed u join activity a on a.id = u.activity_id"
                        + " where u.workspace_id = ? order by u.activity_id limit ?");
                PreparedStatement seal = database.prepareStatement(
                        "insert into seal (workspace_id, position, activity_id, hash) values (?, ?, ?, ?)")) {
            waiting.setLong(1, workspace);
            waiting.setInt(2, most);
            ResultSet line = waiting.executeQuery();
            while (line.next()) {
                head = link.after(head, ++position, line, 2);
                seal.setLong(1, workspace);
                seal.setLong(2, position);
                seal.setLong(3, line.getLong(1));
                seal.setBytes(4, head);
                seal.addBatch();
                sealed.add(line.getLong(1));
            }
            seal.executeBatch();
        }
        if (!sealed.isEmpty()) {
            move(sealed);
        }
        return sealed.size();
    }

    private boolean hold() throws SQLException {
        try (PreparedStatement begin = database.prepareStatement(
                        "insert into chain (workspace_id) values (?) on conflict do nothing");
                PreparedStatement held = database.prepareStatement(
                        "select length, head from chain, master_key where workspace_id = ? and fingerprint = ?"
                                + " for update of chain skip locked")) {
            begin.setLong(1, workspace);
            begin.executeUpdate();
            held.setLong(1, workspace);
            held.setBytes(2, print);
            ResultSet row = held.executeQuery();
            if (!row.next()) {
                return false;
            }
            position = row.getLong(1);
            head = row.getBytes(2);
            return true;
        }
    }

    private void move(List<Long> sealed) throws SQLException {
        try (PreparedStatement done = database.prepareStatement("delete from unsealed where activity_id = any(?)");
                PreparedStatement moved =
                        database.prepareStatement("update chain set length = ?, head = ? where workspace_id = ?")) {
            done.setArray(1, database.createArrayOf("bigint", sealed.toArray()));
            done.executeUpdate();
            moved.setLong(1, position);
            moved.setBytes(2, head);
            moved.setLong(3, workspace);
            moved.executeUpdate();
        }
    }

    /** The key that it was sealed with is lost: from here on this one's holds. */
    void lose() throws SQLException {
        if (!hold()) {
            throw new IllegalStateException("The activity of workspace %d is being sealed".formatted(workspace));
        }
        try (PreparedStatement mark = database.prepareStatement(
                "update chain set lost = length, lost_mark = ? where workspace_id = ? and length > 0")) {
            mark.setBytes(1, link.lost(workspace, position, head));
            mark.setLong(2, workspace);
            mark.executeUpdate();
        }
    }

    /** Whether it has this seal at this place. */
    boolean has(long line, String seal) throws SQLException {
        try (PreparedStatement there = database.prepareStatement(
                "select 1 from seal where workspace_id = ? and position = ? and encode(hash, 'hex') = ?")) {
            there.setLong(1, workspace);
            there.setLong(2, line);
            there.setString(3, seal);
            return there.executeQuery().next();
        }
    }

    /** By what one would know later that nothing up to here was changed: as {@link CheckActivity} takes it. */
    String end() {
        return "%d:%d:%s".formatted(workspace, position, hex());
    }

    private String hex() {
        return head == null ? "" : HexFormat.of().formatHex(head);
    }

    // ---- checking ----

    /** In a transaction that sees one moment: see {@link Inspection}. */
    Report check() throws SQLException {
        walk();
        compareWithTheHead();
        long waiting = count(
                "select count(*) from unsealed u join activity a on a.id = u.activity_id where u.workspace_id = ?");
        many(
                count("select count(*) from unsealed u left join activity a on a.id = u.activity_id"
                        + " where u.workspace_id = ? and a.id is null"),
                "written, and taken away before they were sealed");
        many(
                count("select count(*) from unsealed u where u.workspace_id = ?"
                        + " and (u.since < now() - interval '10 minutes'"
                        + " or exists (select 1 from seal s where s.activity_id = u.activity_id))"),
                "waiting for a seal, though they should have one by now");
        many(
                count("select count(*) from activity a where a.workspace_id = ?"
                        + " and not exists (select 1 from seal s where s.activity_id = a.id)"
                        + " and not exists (select 1 from unsealed u where u.activity_id = a.id)"),
                "without a seal: theirs was taken away, or they were put in");
        return new Report(workspace, position, lost, waiting, hex(), faults);
    }

    private void walk() throws SQLException {
        byte[] mark = lost();
        try (PreparedStatement lines =
                database.prepareStatement("select s.position, s.hash, s.activity_id, a.id, " + Link.columns("a")
                        + " from seal s left join activity a on a.id = s.activity_id"
                        + " where s.workspace_id = ? order by s.position")) {
            lines.setLong(1, workspace);
            lines.setFetchSize(AT_ONCE);
            ResultSet line = lines.executeQuery();
            while (line.next()) {
                long at = line.getLong(1);
                if (at != position + 1) {
                    fault(
                            position + 1 == at - 1
                                    ? "Seal %d is missing.".formatted(at - 1)
                                    : "Seals %d to %d are missing.".formatted(position + 1, at - 1));
                }
                byte[] hash = line.getBytes(2);
                byte[] meant = link.after(head, at, line, 5);
                boolean missing = line.getString(4) == null;
                if (missing) {
                    fault("Line %d (number %d in the table) was taken away.".formatted(at, line.getLong(3)));
                } else if (at > lost && at == position + 1 && !Arrays.equals(hash, meant)) {
                    fault("Line %d (number %d in the table) is not as it was written.".formatted(at, line.getLong(3)));
                }
                position = at;
                head = hash;
                if (at == lost && !Arrays.equals(mark, link.lost(workspace, at, head))) {
                    fault("It was not Pinplan that marked the key of the first %d lines as lost.".formatted(lost));
                }
            }
        }
    }

    private byte[] lost() throws SQLException {
        try (PreparedStatement marked =
                database.prepareStatement("select lost, lost_mark from chain where workspace_id = ?")) {
            marked.setLong(1, workspace);
            ResultSet row = marked.executeQuery();
            if (!row.next()) {
                return null;
            }
            lost = row.getLong(1);
            return row.getBytes(2);
        }
    }

    private void compareWithTheHead() throws SQLException {
        try (PreparedStatement end =
                database.prepareStatement("select length, head from chain where workspace_id = ?")) {
            end.setLong(1, workspace);
            ResultSet row = end.executeQuery();
            long length = row.next() ? row.getLong(1) : 0;
            if (length > position) {
                fault("The end is missing: there were %d lines, now the last is %d.".formatted(length, position));
            } else if (length < position || length > 0 && !Arrays.equals(row.getBytes(2), head)) {
                fault("The end is not the one that was sealed last.");
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (PreparedStatement count = database.prepareStatement(sql)) {
            count.setLong(1, workspace);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private void many(long count, String what) {
        if (count > 0) {
            fault("%d %s %s.".formatted(count, count == 1 ? "line is" : "lines are", what));
        }
    }

    private void fault(String sentence) {
        if (faults.size() < FAULTS) {
            faults.add(sentence);
        }
    }
}
