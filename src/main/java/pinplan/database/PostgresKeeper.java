package pinplan.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Looks after the server while the application runs. One that ended, for want of memory or disk, is started again where
 * everybody knows it; if it can't be, the application ends too, so that whoever watches that is told.
 */
final class PostgresKeeper implements Runnable {
    private static final Logger LOG = Logger.getLogger(PostgresKeeper.class);

    private static final Duration ROUND = Duration.ofMinutes(10);

    /** What a killed one left may be at work still, as long as a statement may take. */
    private static final int TRIES = 60;

    private final PostgresCluster cluster;
    private final int port;
    private Optional<ProcessHandle> server;
    private boolean ending;

    PostgresKeeper(PostgresCluster cluster, int port) throws IOException {
        this.cluster = cluster;
        this.port = port;
        server = cluster.server();
    }

    void start() {
        Thread thread = new Thread(this, "postgres-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (goesOn()) {
                if (endedWithin(ROUND)) {
                    startAgain();
                } else {
                    turnLog();
                }
            }
        } catch (IOException e) {
            LOG.fatalf("Pinplan ends: its PostgreSQL ended and can't be started again: %s", e.getMessage());
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endedWithin(Duration round) throws InterruptedException {
        try {
            if (server.isPresent()) server.get().onExit().get(round.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void turnLog() {
        try {
            cluster.turnLog();
        } catch (IOException e) {
            LOG.warnf("%s is too long and can't be turned: %s", cluster.log(), e);
        }
    }

    private synchronized boolean goesOn() {
        return !ending;
    }

    private synchronized void startAgain() throws IOException, InterruptedException {
        if (ending) return;
        cluster.start(port, TRIES);
        server = cluster.server();
        LOG.warnf("Pinplan's PostgreSQL had ended and was started again; %s says why", cluster.log());
    }

    /** From now on it is meant to end. */
    synchronized void stop() throws IOException, InterruptedException {
        ending = true;
        cluster.stop();
    }
}
