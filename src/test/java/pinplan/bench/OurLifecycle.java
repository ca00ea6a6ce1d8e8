package pinplan.bench;

import java.time.Duration;
import pinplan.publer.InstantPubler;
import pinplan.publishing.Backlog;
import pinplan.publishing.Dispatcher;
import pinplan.publishing.Pipeline;

/**
 * Our way from "due" to "accepted, and stored": as many replicas as threads, since each has one that sends.
 *
 * @param call how long a call of Publer takes
 */
record OurLifecycle(Backlog backlog, int threads, Duration call) implements Engine {
    @Override
    public double round() throws Exception {
        int pins = backlog.accounts();
        backlog.fill(pins);
        InstantPubler publer = new InstantPubler(call);
        return pins / Crew.seconds(threads, () -> send(Pipeline.replica(publer)));
    }

    private void send(Dispatcher replica) throws Exception {
        while (backlog.waiting()) replica.tick();
    }
}
