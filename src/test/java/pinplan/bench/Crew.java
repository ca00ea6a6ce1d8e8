package pinplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that do the same. */
final class Crew {
    private Crew() {}

    /** @return how many seconds it took until the last was done */
    static double seconds(int threads, Work work) throws Exception {
        ExecutorService crew = Executors.newFixedThreadPool(threads);
        try {
            Callable<Void> one = () -> {
                work.run();
                return null;
            };
            long start = System.nanoTime();
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) all.add(crew.submit(one));
            for (Future<Void> each : all) each.get();
            return (System.nanoTime() - start) / 1e9;
        } finally {
            crew.shutdown();
        }
    }

    interface Work {
        void run() throws Exception;
    }
}
