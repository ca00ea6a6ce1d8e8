package pinplan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A server that is alive on our data although we did not start it: {@code kill -9} took the application and left it.
 * What answers to the cluster's own random password is ours.
 */
record LiveServer(Path data, String password) {
    private static final Duration PATIENCE = Duration.ofSeconds(60); // it may be recovering, or shutting down

    /** Its port; empty when there is none and the cluster can be started. */
    OptionalInt port() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> lines = pidFile();
            if (lines.isEmpty() || !alive(lines)) return OptionalInt.empty();
            if (lines.size() > 3) {
                int port = Integer.parseInt(lines.get(3).strip());
                try (Connection connection = connect(port)) {
                    return OptionalInt.of(port);
                } catch (SQLException e) {
                    if ("28P01".equals(e.getSQLState()))
                        throw new IOException("the password file does not fit the cluster in " + data);
                }
            }
            if (System.nanoTime() > giveUp)
                throw new IOException("process " + lines.get(0) + " holds " + data + " and does not answer");
            Thread.sleep(100);
        }
    }

    private List<String> pidFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private boolean alive(List<String> lines) throws IOException {
        var process = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) return false;
        if (postgres(process.get().info())) return true;
        disown(lines);
        return false;
    }

    /** Which program it is only its own user may read; by which words it was started, everybody. What tells neither is not ours. */
    private static boolean postgres(ProcessHandle.Info info) {
        String program = info.command()
                .or(() -> info.commandLine().map(words -> words.split(" ", 2)[0]))
                .orElse("");
        return program.substring(program.lastIndexOf('/') + 1).startsWith("postgres");
    }

    /**
     * After a power cut the number may be somebody else's by now, and PostgreSQL would refuse to start for ever. A
     * number no process can have lets it start, and keeps the rest of the file, by which it checks its shared memory.
     */
    private void disown(List<String> lines) throws IOException {
        List<String> rest = lines.subList(1, lines.size());
        Files.writeString(data.resolve("postmaster.pid"), "999999999\n" + String.join("\n", rest) + "\n");
    }

    private Connection connect(int port) throws SQLException {
        return EmbeddedPostgres.connect(port, "postgres", password);
    }
}
