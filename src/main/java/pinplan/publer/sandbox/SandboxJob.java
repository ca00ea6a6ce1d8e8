package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Work that was accepted: it runs a moment later, and only then is anything checked or made. */
@Entity
public class SandboxJob extends PanacheEntity {
    private static final Duration LATE = Duration.ofMinutes(3);

    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    public String publerId;
    public String operation;
    public String body;
    /** The faults that came with it, by name. */
    public String faults;

    public Instant runAt;
    public Instant ranAt;
    /** What it says once it ran, as JSON. */
    public String payload;

    static SandboxJob accept(SandboxWorld world, Operation operation, String body, Set<Fault> faults, Instant now) {
        SandboxJob job = new SandboxJob();
        job.world = world;
        job.publerId = Ids.hex();
        job.operation = operation.name();
        job.body = body;
        job.faults = faults.stream().map(Enum::name).collect(Collectors.joining(","));
        job.runAt = now.plusMillis(world.jobMillis);
        job.persist();
        return job;
    }

    static SandboxJob in(SandboxWorld world, String publerId) {
        return find("world = ?1 and publerId = ?2", world, publerId).firstResult();
    }

    static boolean uploading(SandboxWorld world) {
        return count("world = ?1 and operation = 'FROM_URL' and ranAt is null", world) > 0;
    }

    static void runDue(SandboxWorld world, Instant now) {
        // A job may leave another one behind that is due by now too.
        for (List<SandboxJob> due = due(world, now); !due.isEmpty(); due = due(world, now)) {
            due.forEach(SandboxJob::run);
        }
    }

    private static List<SandboxJob> due(SandboxWorld world, Instant now) {
        return list("world = ?1 and ranAt is null and runAt <= ?2 order by runAt, id", world, now);
    }

    /** Runs as of its own moment, however late anybody comes to look. */
    private void run() {
        ranAt = runAt;
        if (faults().contains(Fault.POST_LATE)) {
            SandboxJob straggler = accept(world, operation(), body, Set.of(), runAt);
            straggler.runAt = runAt.plus(LATE);
            payload = Composer.nothingSaid();
            return;
        }
        payload = faults().contains(Fault.POST_NEVER) ? Composer.nothingSaid() : new Composer(this).run();
    }

    boolean working() {
        return ranAt == null || faults().contains(Fault.JOB_NEVER_ENDS);
    }

    Operation operation() {
        return Operation.valueOf(operation);
    }

    Set<Fault> faults() {
        return faults.isEmpty()
                ? EnumSet.noneOf(Fault.class)
                : Arrays.stream(faults.split(",")).map(Fault::valueOf).collect(Collectors.toSet());
    }
}
