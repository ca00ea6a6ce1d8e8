package pinplan.bench;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publishing.Backlog;

/** How fast publishing is, beside others in the same database. It measures and asserts nothing: bin/bench. */
@QuarkusTest
@TestProfile(DurableDatabase.class)
class PublishingBench {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("pinplan.seconds", 60));
    private static final int PINS = Integer.getInteger("pinplan.backlog", 10_000);
    private static final int WORKSPACES = 40;

    @Inject
    DataSource database;

    @Inject
    Clocks clocks;

    @Inject
    Clock clock;

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @Test
    void measures() throws Exception {
        Report report = new Report(Path.of("target", "bench.md"), "How fast publishing is");
        Backlog backlog = new Backlog(WORKSPACES);
        new Comparison(database, backlog).measure(TIME, report);
        new PickUp(backlog).measure(TIME.dividedBy(3), report);
        new LongTransaction(database, backlog).measure(report);
        new Drain(backlog, clocks, new Requests(clock), PINS).measure(report);
        report.end();
    }
}
