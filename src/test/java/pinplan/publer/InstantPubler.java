package pinplan.publer;

import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** A Publer within the process that takes every post, and takes so long for it: what is measured is ours, not a network. */
@Vetoed
public final class InstantPubler extends PublerGateway {
    /** So many calls it answers at a time; the next one waits. */
    public static final int AT_A_TIME = 10;

    private final Semaphore lines = new Semaphore(AT_A_TIME);
    private final Duration call;
    private final LongConsumer asked;
    private final AtomicLong jobs = new AtomicLong();

    public InstantPubler(Duration call) {
        this(call, lane -> {});
    }

    /** @param asked hears the lane of each request */
    public InstantPubler(Duration call, LongConsumer asked) {
        super(null, null, null, null, null);
        this.call = call;
        this.asked = asked;
    }

    @Override
    public Outcome<String> schedule(Access a, String body, long deadlineNanos) {
        return taken("POST /posts/schedule", a);
    }

    @Override
    public Outcome<String> publishNow(Access a, String body, long deadlineNanos) {
        return taken("POST /posts/schedule/publish", a);
    }

    private Outcome<String> taken(String request, Access a) {
        NoTransaction.check();
        asked.accept(a.laneId());
        lines.acquireUninterruptibly();
        try {
            long end = System.nanoTime() + call.toNanos();
            for (long left = call.toNanos(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
        } finally {
            lines.release();
        }
        String job = "job-" + jobs.incrementAndGet();
        return new Outcome.Answered<>(
                job, new Evidence(request, 200, "{\"job_id\":\"%s\"}".formatted(job), null, null, null, call));
    }
}
