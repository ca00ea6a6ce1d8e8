package pinplan.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The production application as a process of its own, in a folder of its own, on any free port: to be killed. */
public final class PackagedApp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^ ]+?)\\. ");
    private static final Pattern SETUP = Pattern.compile("(http://\\S+/setup\\?token=\\S+)");

    private final Process process;
    private final Path log;

    private PackagedApp(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; does not wait until it serves. */
    public static PackagedApp start(Path folder, Map<String, String> environment) throws IOException {
        return start(folder, environment, List.of("-Xmx384m"));
    }

    /** @param options of its Java */
    public static PackagedApp start(Path folder, Map<String, String> environment, List<String> options)
            throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.add("-jar");
        command.add(System.getProperty("pinplan.jar"));
        Path log = Files.createTempFile(folder, "app", ".log");
        ProcessBuilder app = new ProcessBuilder(command).directory(folder.toFile());
        app.environment().keySet().removeIf(name -> name.matches("(QUARKUS|PINPLAN|PUBLER)_.*"));
        app.environment().put("QUARKUS_HTTP_PORT", "0");
        app.environment().putAll(environment);
        return new PackagedApp(
                app.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    /** Where it serves, once it does. */
    public String address() throws IOException, InterruptedException {
        return told(LISTENING, "does not serve");
    }

    /** What whoever reads the console opens first. */
    public String setUpLink() throws IOException, InterruptedException {
        return told(SETUP, "prints no link to set it up");
    }

    private String told(Pattern what, String otherwise) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            Matcher line = what.matcher(printed());
            if (line.find()) return line.group(1);
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) break;
        }
        throw new IllegalStateException("The application " + otherwise + ":\n" + printed());
    }

    public String printed() throws IOException {
        return Files.readString(log);
    }

    /** The exit code of one that is expected to end by itself. */
    public int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new IllegalStateException("it goes on");
        return process.exitValue();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -STOP}, for example: a signal by its name, and nothing is waited for. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}: it closes what it opened, its PostgreSQL too. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) kill();
    }
}
