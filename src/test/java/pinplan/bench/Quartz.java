package pinplan.bench;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.TriggerBuilder.newTrigger;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its clustered store in the database; it may take as many triggers at once as it has threads. */
final class Quartz implements Engine {
    private static final int TRIGGERS = 1000;
    private static final String DATABASE = "bench";

    private final int threads;
    private final Table table;

    Quartz(DataSource database, int threads) throws Exception {
        this.threads = threads;
        table = new Table(database, "qrtz_triggers");
        try (InputStream sql = JobStoreTX.class.getResourceAsStream("tables_postgres.sql")) {
            table.run(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        DBConnectionManager.getInstance().addConnectionProvider(DATABASE, new Pool(database));
    }

    @Override
    public double round() throws Exception {
        Scheduler scheduler = new StdSchedulerFactory(settings()).getScheduler();
        Map<JobDetail, Set<? extends Trigger>> jobs = new HashMap<>();
        for (int i = 0; i < TRIGGERS; i++) {
            jobs.put(
                    newJob(Nothing.class).withIdentity("pin-" + i).build(),
                    Set.of(newTrigger().withIdentity("pin-" + i).startNow().build()));
        }
        scheduler.scheduleJobs(jobs, true);
        table.run("vacuum analyze qrtz_triggers, qrtz_job_details, qrtz_simple_triggers, qrtz_fired_triggers");
        long start = System.nanoTime();
        scheduler.start();
        table.untilEmpty();
        double seconds = (System.nanoTime() - start) / 1e9;
        scheduler.shutdown(true);
        return TRIGGERS / seconds;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName",
                "bench",
                "org.quartz.scheduler.instanceId",
                "AUTO",
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount",
                "" + threads,
                "org.quartz.threadPool.threadCount",
                "" + threads,
                "org.quartz.jobStore.class",
                JobStoreTX.class.getName(),
                "org.quartz.jobStore.driverDelegateClass",
                PostgreSQLDelegate.class.getName(),
                "org.quartz.jobStore.dataSource",
                DATABASE,
                "org.quartz.jobStore.isClustered",
                "true",
                "org.quartz.jobStore.acquireTriggersWithinLock",
                "true",
                // Waiting for its turn in the round is no misfire.
                "org.quartz.jobStore.misfireThreshold",
                "600000"));
        return settings;
    }

    public static class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {}
    }

    private record Pool(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
