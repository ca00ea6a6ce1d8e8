package pinplan.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** db-scheduler as it is fastest: it fetches and locks many at once, and removes each when it is done. */
final class DbScheduler implements Engine {
    private static final int EXECUTIONS = 3000;

    private final DataSource database;
    private final int threads;
    private final Table table;
    private final AtomicLong number = new AtomicLong();

    DbScheduler(DataSource database, int threads) throws Exception {
        this.database = database;
        this.threads = threads;
        table = new Table(database, "scheduled_tasks");
        // As its documentation gives it.
        table.run("""
                create table scheduled_tasks (
                  task_name text not null, task_instance text not null, task_data bytea,
                  execution_time timestamptz not null, picked boolean not null, picked_by text,
                  last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                  last_heartbeat timestamptz, version bigint not null, priority smallint,
                  primary key (task_name, task_instance));
                create index execution_time_idx on scheduled_tasks (execution_time);
                create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
                create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc)""");
    }

    @Override
    public double round() throws Exception {
        OneTimeTask<Void> task = Tasks.oneTime("pin").execute((instance, context) -> {});
        Scheduler scheduler = Scheduler.create(database, task)
                .threads(threads)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        Instant due = Instant.now();
        scheduler.scheduleBatch(
                IntStream.range(0, EXECUTIONS)
                        .<TaskInstance<?>>mapToObj(i -> task.instance("pin-" + number.incrementAndGet()))
                        .toList(),
                due);
        table.run("vacuum analyze scheduled_tasks");
        long start = System.nanoTime();
        scheduler.start();
        table.untilEmpty();
        double seconds = (System.nanoTime() - start) / 1e9;
        scheduler.stop();
        return EXECUTIONS / seconds;
    }
}
