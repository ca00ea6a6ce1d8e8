package pinplan.bench;

import java.time.Duration;
import pinplan.publer.InstantPubler;
import pinplan.publishing.Backlog;
import pinplan.publishing.Dispatcher;
import pinplan.publishing.Pipeline;

/**
 * Our way from "due" to "accepted, and stored" with one replica.
 *
 * @param apart whether each pin goes with a request of its own
 * @param call  how long a call of Publer takes, which answers ten at a time
 */
record OurLifecycle(Backlog backlog, int ofEachAccount, boolean apart, Duration call) implements Engine {
    @Override
    public double round() throws Exception {
        int pins = backlog.accounts() * ofEachAccount;
        backlog.fill(pins);
        if (apart) backlog.apart();
        Dispatcher replica = Pipeline.replica(new InstantPubler(call));
        long start = System.nanoTime();
        while (backlog.waiting()) replica.tick();
        return pins / ((System.nanoTime() - start) / 1e9);
    }
}
