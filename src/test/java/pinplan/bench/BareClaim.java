package pinplan.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import pinplan.publishing.Backlog;
import pinplan.publishing.Pipeline;

/** The claim without everything that makes it safe: the statement that finds and locks one, an update and a commit. */
final class BareClaim implements Engine {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):\\w+");
    private static final Timestamp START_OF_TIME = Timestamp.from(Instant.EPOCH);

    private final DataSource database;
    private final Backlog backlog;
    private final int ofEachAccount;
    private final int threads;
    private final List<String> parameters = PARAMETER
            .matcher(Pipeline.statement())
            .results()
            .map(MatchResult::group)
            .toList();

    BareClaim(DataSource database, Backlog backlog, int ofEachAccount, int threads) {
        this.database = database;
        this.backlog = backlog;
        this.ofEachAccount = ofEachAccount;
        this.threads = threads;
    }

    @Override
    public double round() throws Exception {
        int pins = backlog.accounts() * ofEachAccount;
        backlog.fill(pins);
        return pins / Crew.seconds(threads, this::claimAll);
    }

    private void claimAll() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement next = connection.prepareStatement(
                        PARAMETER.matcher(Pipeline.statement()).replaceAll("?"));
                PreparedStatement update = connection.prepareStatement(
                        "update publication set state = 'SENDING', due_at = ? where id = ?")) {
            connection.setAutoCommit(false);
            Array nobody = connection.createArrayOf("bigint", new Long[0]);
            while (claim(next, update, nobody)) connection.commit();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private boolean claim(PreparedStatement next, PreparedStatement update, Array nobody) throws SQLException {
        Instant now = Instant.now();
        Map<String, Object> given =
                Map.of(":now", Timestamp.from(now), ":mark", START_OF_TIME, ":closed", nobody, ":waiting", nobody);
        for (int i = 0; i < parameters.size(); i++) next.setObject(i + 1, given.get(parameters.get(i)));
        try (ResultSet row = next.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            update.setTimestamp(1, Timestamp.from(now.plusSeconds(60)));
            update.setLong(2, row.getLong(1));
            return update.executeUpdate() == 1;
        }
    }
}
