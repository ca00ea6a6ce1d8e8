package pinplan.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long each of many askings took, by some who ask again as soon as they have their answer. */
record Visitors(List<Long> nanos, double seconds) {
    /** What one of them does again and again, on a line of its own. */
    interface Asking extends AutoCloseable {
        void ask() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    static Visitors ask(int together, double seconds, Callable<Asking> line) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(together);
        try {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            List<Future<List<Long>>> each = new ArrayList<>();
            for (int i = 0; i < together; i++) {
                each.add(all.submit(() -> {
                    List<Long> took = new ArrayList<>();
                    try (Asking asking = line.call()) {
                        while (System.nanoTime() < end) {
                            long from = System.nanoTime();
                            asking.ask();
                            took.add(System.nanoTime() - from);
                        }
                    }
                    return took;
                }));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> future : each) {
                nanos.addAll(future.get());
            }
            Collections.sort(nanos);
            return new Visitors(nanos, (System.nanoTime() - begin) / 1e9);
        } finally {
            all.shutdownNow();
        }
    }

    double rate() {
        return nanos.size() / seconds;
    }

    double millis(double part) {
        return nanos.get((int) Math.min(nanos.size() - 1, Math.floor(nanos.size() * part))) / 1e6;
    }
}
