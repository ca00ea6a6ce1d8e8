package pinplan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final Outage filter = new Outage();

    @AfterEach
    void over() {
        Outage.ends();
    }

    @Test
    void whatALostDatabaseMakesFailIsNotToldOfEachTime() {
        assertThat(filter.isLoggable(line("pinplan.publishing.Claims", lost()))).isFalse();
        assertThat(filter.isLoggable(line("io.agroal.pool", null))).isFalse();
        assertThat(filter.isLoggable(line("pinplan.publishing.Claims", new IllegalStateException(new SQLException()))))
                .as("waited for a connection in vain")
                .isFalse();
    }

    @Test
    void everythingElseIs() {
        assertThat(filter.isLoggable(line("io.agroal.pool", null))).isTrue();
        assertThat(filter.isLoggable(line("pinplan.publishing.Claims", null))).isTrue();
        for (String state : new String[] {null, "23505", "57014", "40001"}) {
            LogRecord line = line("pinplan.publishing.Claims", new SQLException("no", state));
            assertThat(filter.isLoggable(line)).as(state).isTrue();
            assertThat(line.getThrown()).isNotNull();
        }
        filter.isLoggable(line("pinplan.publishing.Claims", lost()));
        assertThat(filter.isLoggable(line("pinplan.publishing.Claims", new IllegalStateException("another"))))
                .as("meanwhile too")
                .isTrue();
    }

    @Test
    void aNumberThatAPersonWasToldIsFoundWithoutItsTrace() {
        LogRecord line = line("pinplan.web.ErrorPages", lost());
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getThrown()).isNull();
    }

    private static Throwable lost() {
        return new IllegalStateException(new SQLException("the server closed the connection", "08006"));
    }

    private static LogRecord line(String about, Throwable thrown) {
        LogRecord line = new LogRecord(Level.WARNING, "something failed");
        line.setLoggerName(about);
        line.setThrown(thrown);
        return line;
    }
}
