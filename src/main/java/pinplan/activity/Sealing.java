package pinplan.activity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pinplan.database.DatabaseClock;
import pinplan.database.MasterKey;
import pinplan.web.Ticks;

/** Seals what was written down, a moment later, on whichever replica comes first. */
@ApplicationScoped
public class Sealing {
    private static final String NAME = "sealing";
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** As many as are bound within a fraction of a second. */
    private static final int MOST = 5000;

    private final Map<Long, LocalDate> noted = new ConcurrentHashMap<>();
    private final AgroalDataSource database;
    private final MasterKey master;
    private final DatabaseClock clock;
    private final Ticks ticks;

    @Inject
    Sealing(AgroalDataSource database, MasterKey master, DatabaseClock clock, Ticks ticks) {
        this.database = database;
        this.master = master;
        this.clock = clock;
        this.ticks = ticks;
    }

    private record Sealed(int lines, String end) {}

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
        if (master.comesInstead()) {
            beginAnew();
        }
    }

    private void beginAnew() {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                master.replaceTheLost(connection);
                for (long workspace : ids("select workspace_id from chain", connection)) {
                    new Chain(connection, workspace, master.key()).lose();
                }
            }
            return null;
        });
        Log.warn(
                "From now on the database belongs to this master key; what was sealed with the lost one stays, unread");
    }

    /** Two seconds: until then a line that is taken away leaves only its number behind. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        for (long workspace : waiting()) {
            try {
                sealAll(workspace);
            } catch (RuntimeException e) {
                Log.errorf(e, "The activity of workspace %d could not be sealed", workspace);
            }
        }
        alive();
    }

    /** Also while there is much to do. */
    private void alive() {
        ticks.beat(NAME, clock.now());
    }

    private void sealAll(long workspace) {
        int sealed;
        do {
            sealed = seal(workspace);
            alive();
        } while (sealed == MOST);
    }

    private int seal(long workspace) {
        Sealed sealed = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Chain chain = new Chain(connection, workspace, master.key());
                return new Sealed(chain.seal(MOST), chain.end());
            }
        });
        note(workspace, sealed);
        return sealed.lines();
    }

    /** Once a day, where who has only the database can't reach: whoever cuts off the end of a chain can't cut it off here. */
    private void note(long workspace, Sealed sealed) {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        if (sealed.lines() > 0 && !today.equals(noted.put(workspace, today))) {
            Log.infof("Activity is sealed up to %s", sealed.end());
        }
    }

    private List<Long> waiting() {
        try (Connection connection = database.getConnection()) {
            return ids(
                    "select w.id from workspace w where exists (select 1 from unsealed u where u.workspace_id = w.id)",
                    connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> ids(String query, Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(query);
                ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
