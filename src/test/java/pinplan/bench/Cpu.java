package pinplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The time that processors worked for a process and all that it began, in the milliseconds that Linux counts. */
final class Cpu {
    private static final int MILLIS_PER_TICK = 10;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private Cpu() {}

    static long millis(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> own(each.pid()))
                .sum();
    }

    private static long own(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MILLIS_PER_TICK;
        } catch (IOException gone) {
            return 0;
        }
    }
}
