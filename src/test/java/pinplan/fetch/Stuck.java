package pinplan.fetch;

import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;

/** Fetchers whose threads all wait for a name server that does not answer. */
public final class Stuck {
    private Stuck() {}

    /** @param over when it does, after all */
    public static SafeFetcher fetcher(CountDownLatch over) {
        SafeFetcher fetcher = new SafeFetcher(Limits.fetch("at-once", "1", "longest", "1s"), host -> {
            while (over.getCount() > 0) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    // No name server cares.
                }
            }
            return new InetAddress[0];
        });
        fetcher.look("http://first.test/");
        fetcher.check("http://first.test/");
        return fetcher;
    }
}
