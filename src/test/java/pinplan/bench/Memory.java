package pinplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a Java process takes: of its heap as its collector's log says it, of all as the kernel does. */
final class Memory {
    private static final Pattern COLLECTED = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final long pid;
    private final Path log;
    private int read;
    private long most;

    /** @param log of the collector, whose process began with {@link #logging} */
    Memory(long pid, Path log) {
        this.pid = pid;
        this.log = log;
    }

    static String logging(Path log) {
        return "-Xlog:gc:file=" + log.toAbsolutePath();
    }

    /** What is alive in the heap, in MB. */
    long alive() throws IOException, InterruptedException {
        int before = lines().size();
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), "" + pid, "GC.run").start().waitFor(1, TimeUnit.MINUTES);
        while (lines().size() == before) {
            Thread.onSpinWait();
        }
        List<String> all = lines();
        for (int at = all.size() - 1; at >= 0; at--) {
            Matcher collected = COLLECTED.matcher(all.get(at));
            if (collected.find()) {
                return Long.parseLong(collected.group(2));
            }
        }
        throw new IOException("nothing was collected");
    }

    /** The most that the heap held since this was asked last, in MB: as each collection found it. */
    long most() throws IOException {
        List<String> all = lines();
        most = 0;
        all.subList(read, all.size()).forEach(line -> {
            Matcher collected = COLLECTED.matcher(line);
            if (collected.find()) {
                most = Math.max(most, Long.parseLong(collected.group(1)));
            }
        });
        read = all.size();
        return most;
    }

    private List<String> lines() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** All of the process, in MB: now. */
    long resident() throws IOException {
        return said("VmRSS:");
    }

    /** The most that all of the process ever was, in MB. */
    long mostResident() throws IOException {
        return said("VmHWM:");
    }

    private long said(String what) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith(what)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1_024;
            }
        }
        throw new IOException("no " + what);
    }
}
