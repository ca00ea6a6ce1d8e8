package pinplan.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Readings of weeks to come that are under way. Their pages wait for room in an account's request limit, and no other look
 * waits for that.
 */
final class Readings {
    /** Each has a thread and an account of its own, most often: where there are more, the others wait after all. */
    private static final int MOST = 4;

    private static final long A_SECOND = 1000;

    private final Executor threads;
    private final List<String> accounts = new ArrayList<>();

    Readings(Executor threads) {
        this.threads = threads;
    }

    void begin(String account, Runnable reading) {
        if (takes(account)) {
            threads.execute(() -> {
                try {
                    reading.run();
                } finally {
                    ended(account);
                }
            });
        } else {
            reading.run();
        }
    }

    private synchronized boolean takes(String account) {
        return accounts.size() < MOST && accounts.add(account);
    }

    private synchronized void ended(String account) {
        accounts.remove(account);
        notifyAll();
    }

    /** Whoever is missing there may be told by one of these. */
    synchronized String[] accounts() {
        return accounts.toArray(String[]::new);
    }

    /** @return whether any was under way; then one has ended since, or a second has passed */
    synchronized boolean waited() {
        boolean any = !accounts.isEmpty();
        try {
            if (any) {
                wait(A_SECOND);
            }
            return any;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
