package pinplan.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of one of PostgreSQL's programs, with its output in a log file. */
final class Program {
    private static final int SECONDS = 120; // recovery after a kill can take its time

    private Program() {}

    /** The exit code. */
    static int run(List<String> words, Path log) throws IOException, InterruptedException {
        ProcessBuilder program = program(words);
        program.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return finish(program.start(), words, log);
    }

    /** What it prints: for programs that print a line or two. */
    static String read(List<String> words, Path log) throws IOException, InterruptedException {
        Process process = program(words).start();
        String printed = new String(process.getInputStream().readAllBytes());
        if (finish(process, words, log) != 0) throw new IOException(printed.strip());
        return printed.strip();
    }

    private static ProcessBuilder program(List<String> words) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to run as root. In a user namespace of its own, without a mapping, it sees itself as
        // nobody, while the files stay root's.
        if (root()) command.addAll(List.of("unshare", "-U"));
        command.addAll(words);
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.startsWith("PG"));
        program.environment().put("LC_ALL", "C");
        program.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return program;
    }

    private static int finish(Process process, List<String> words, Path log) throws IOException, InterruptedException {
        if (process.waitFor(SECONDS, TimeUnit.SECONDS)) return process.exitValue();
        process.destroy();
        throw new IOException(Path.of(words.get(0)).getFileName() + " took longer than " + SECONDS + " s, see " + log);
    }

    static boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return false;
        }
    }
}
