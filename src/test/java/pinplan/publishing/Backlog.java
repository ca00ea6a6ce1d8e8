package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Approved pins that wait to be sent, in workspaces with a Publer key of their own and several accounts each. One pin of
 * each account is made through the model, the others are copies of it at other minutes.
 */
public final class Backlog {
    /** As many as may go with one request. */
    public static final int ACCOUNTS = 10;

    /** A day has 35 of these: no more than an account may have. */
    private static final int MINUTES_APART = 41;

    private static final Duration AHEAD = Duration.ofDays(2);

    /** One pin of each account, then the next of each, every time in another order. */
    private static final String COPY = """
            with copy as (select c.*, nextval('pin_seq') pin, nextval('revision_seq') revision,
                nextval('publication_seq') publication, ? - row_number() over () back
                from (select o.id original, g from unnest(?::bigint[]) o (id), generate_series(0, ?) g
                      order by g, random() limit ?) c),
            given as (select o, i, r, c.pin, jsonb_build_object('id', c.pin, 'revision_id', c.revision,
                'publish_at', ?::timestamptz + c.g * ? * interval '1 minute', 'publishing', 'PENDING') of_pin,
                jsonb_build_object('id', c.revision, 'pin_id', c.pin) of_revision,
                jsonb_build_object('id', c.publication, 'pin_id', c.pin, 'revision_id', c.revision, 'state', 'PENDING',
                'publish_at', ?::timestamptz + c.g * ? * interval '1 minute', 'prepared_at', ?::timestamptz,
                'due_at', ?::timestamptz - c.back * interval '100 microseconds') of_order
                from copy c join publication o on o.id = c.original join pin i on i.id = o.pin_id
                join revision r on r.id = o.revision_id),
            pins as (insert into pin select p.* from given, jsonb_populate_record(i, of_pin) p),
            media as (insert into pin_media select p.* from given join pin_media m on m.pin_id = (i).id,
                jsonb_populate_record(m, jsonb_build_object('pin_id', pin)) p),
            revisions as (insert into revision select p.* from given, jsonb_populate_record(r, of_revision) p)
            insert into publication select p.* from given, jsonb_populate_record(o, of_order) p""";

    private static final String[] CLEAR = {
        "update attempt set is_open = false where is_open",
        "update publication set state = 'CANCELLED', due_at = null, alone = false where state <> 'CANCELLED'",
        "vacuum analyze workspace, account, board, lane, pin, revision, publication, attempt, step"
    };

    private final DataSource database = Connected.bean(DataSource.class);
    /** The originals by workspace. */
    private final List<List<Long>> orders = new ArrayList<>();

    public Backlog(int workspaces) throws SQLException {
        for (int i = 0; i < workspaces; i++) orders.add(workspace());
        clear();
    }

    private List<Long> workspace() {
        Connected desk = new Connected();
        QuarkusTransaction.requiringNew().run(() -> {
            String publer = pinplan.publer.Connection.of(desk.people.workspace.id)
                    .orElseThrow()
                    .publerWorkspaceId();
            PublerMediaId.remember(desk.picture.id, publer, "media", List.of(), Connected.now());
        });
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Long board = desk.anotherBoard().id;
            made.add(desk.publication(desk.approvedPin(Connected.now().plus(AHEAD), board)).id);
        }
        return made;
    }

    public int accounts() {
        return orders.size() * ACCOUNTS;
    }

    /** So many pins instead of what was there, all due now. */
    public void fill(int pins) throws SQLException {
        fill(pins, orders.size());
    }

    /** @param workspaces the number of those that have them */
    public void fill(int pins, int workspaces) throws SQLException {
        clear();
        List<Long> from =
                orders.subList(0, workspaces).stream().flatMap(List::stream).toList();
        Timestamp now = Timestamp.from(Connected.now());
        Timestamp first = Timestamp.from(now.toInstant().plus(AHEAD).truncatedTo(ChronoUnit.MINUTES));
        try (Connection connection = database.getConnection();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            Object[] given = {
                pins,
                connection.createArrayOf("bigint", from.toArray()),
                pins / from.size(),
                pins,
                first,
                MINUTES_APART,
                first,
                MINUTES_APART,
                now,
                now
            };
            for (int i = 0; i < given.length; i++) copy.setObject(i + 1, given[i]);
            copy.executeUpdate();
        }
        freshBudget();
        run(CLEAR[2]);
    }

    /** What waits goes with requests of its own. */
    public void apart() throws SQLException {
        run("update publication set alone = true where state = 'PENDING'");
    }

    /** What waits becomes due one by one from now on. */
    public void spread(Duration apart) throws SQLException {
        run(
                "update publication p set due_at = clock_timestamp() + o.nth * %d * interval '1 millisecond' from (select id,"
                                .formatted(apart.toMillis())
                        + " row_number() over (order by due_at) nth from publication where state = 'PENDING') o where o.id = p.id");
    }

    /** As if nothing had been asked of Publer yet. */
    public void freshBudget() throws SQLException {
        run("update lane set arrival = 'epoch'");
    }

    public void clear() throws SQLException {
        for (String sql : CLEAR) run(sql);
    }

    public boolean waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet any = sql.executeQuery("select 1 from publication where state = 'PENDING' limit 1")) {
            return any.next();
        }
    }

    /** When each that waits is due, by its id. */
    public Map<Long, Instant> due() throws SQLException {
        return moments("select id, due_at from publication where state = 'PENDING'");
    }

    /** When each that does not wait any more was claimed, by its id. */
    public Map<Long, Instant> claimed() throws SQLException {
        return moments("select publication_id, started_at from attempt where is_open");
    }

    private Map<Long, Instant> moments(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            Map<Long, Instant> moments = new HashMap<>();
            while (row.next()) moments.put(row.getLong(1), row.getTimestamp(2).toInstant());
            return moments;
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
