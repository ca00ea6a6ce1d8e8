package pinplan.database;

import io.quarkus.logging.LoggingFilter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * While the database is gone, everything that is done regularly fails each second, with a long trace. The log says it once, and
 * once when it is back: so that whatever else goes wrong can be found in it. Other failures stay as they are.
 */
@LoggingFilter(name = "outage")
public final class Outage implements Filter {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    /** No connection, or it was lost; see PostgreSQL's appendix A. */
    private static final String LOST = "08";

    /** Shut down, crashed, not there yet. */
    private static final String ENDING = "57P0";

    /** What Hibernate says of an exception beside throwing it: its state, then its words. */
    private static final String HIBERNATE = "org.hibernate.orm.jdbc.error";

    private static final String POOL = "io.agroal.pool";

    /** Its lines have numbers that a person was told. */
    private static final String PAGES = "pinplan.web.";

    private static final AtomicBoolean NOW = new AtomicBoolean();

    @Override
    public boolean isLoggable(LogRecord line) {
        String about = String.valueOf(line.getLoggerName());
        if (about.equals(HIBERNATE) || about.equals(POOL)) {
            if (tellsOfIt(line)) begins("its connections are lost");
            return !NOW.get();
        }
        SQLException of = of(line.getThrown());
        if (of == null) return true;
        begins(of.getMessage());
        if (!about.startsWith(PAGES)) return false;
        line.setThrown(null);
        return true;
    }

    /** Its words come with no exception: the state is among what they are made of. */
    private static boolean tellsOfIt(LogRecord line) {
        Object[] parts = line.getParameters();
        return parts != null && Arrays.stream(parts).anyMatch(part -> part instanceof String state && lost(state));
    }

    /** Null: this is no outage. */
    private static SQLException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOne(sql)) return sql;
        }
        return null;
    }

    /** Whoever waits for a connection in vain has no state to show. */
    private static boolean isOne(SQLException sql) {
        return sql.getSQLState() == null ? NOW.get() : lost(sql.getSQLState());
    }

    private static boolean lost(String state) {
        return state.length() == 5 && (state.startsWith(LOST) || state.startsWith(ENDING));
    }

    private static void begins(String why) {
        if (!NOW.getAndSet(true)) {
            LOG.errorf(
                    "The database does not answer: %s. What needs it is tried again, and not told of each time", why);
        }
    }

    /** It answered. */
    static void ends() {
        if (NOW.get() && NOW.getAndSet(false)) {
            LOG.info("The database answers again");
        }
    }
}
