package pinplan.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import pinplan.publishing.Backlog;
import pinplan.publishing.Pipeline;

/** What becomes of the claim while some old transaction keeps PostgreSQL from forgetting what was claimed before. */
record LongTransaction(DataSource database, Backlog backlog) {
    private static final int PINS_OF_AN_ACCOUNT = 20;
    private static final double GOAL_MILLIS = 40;

    void measure(Report report) throws Exception {
        List<Long> without = claims(false);
        List<Long> with = claims(true);
        report.figure(
                "A claim of up to 10 pins, one at a time, %,d pins in all: p50, p99"
                        .formatted(backlog.accounts() * PINS_OF_AN_ACCOUNT),
                "%.1f ms, %.1f ms",
                Rounds.median(without) / 1e6,
                Rounds.percentile(without, 99) / 1e6);
        double p99 = Rounds.percentile(with, 99) / 1e6;
        report.goal(
                "The same while a REPEATABLE READ transaction is open all the time: p50, p99",
                p99 <= GOAL_MILLIS,
                "p99 ≤ 40 ms",
                "%.1f ms, %.1f ms",
                Rounds.median(with) / 1e6,
                p99);
    }

    private List<Long> claims(boolean open) throws Exception {
        backlog.fill(backlog.accounts() * PINS_OF_AN_ACCOUNT);
        try (Connection old = database.getConnection();
                Statement sql = old.createStatement()) {
            old.setAutoCommit(false);
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            if (open) {
                sql.executeQuery("select count(*) from publication").close();
            }
            List<Long> took = new ArrayList<>();
            while (backlog.waiting()) {
                took.addAll(Pipeline.claims());
                backlog.freshBudget();
            }
            old.rollback();
            return took;
        }
    }
}
