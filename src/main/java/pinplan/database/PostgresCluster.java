package pinplan.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One cluster on disk and the server that runs on it, if one does. Only the holder of the lock file touches it. */
record PostgresCluster(Path home, PostgresBinaries binaries, boolean durable) {
    private static final long LOG_BYTES = 10_000_000;

    private static final int ANY = 0;
    private static final int TRIES = 5;

    /** Of an orderly end: what was sent is given 35 seconds, and a request of a page 5. */
    private static final int PATIENCE_SECONDS = 45;

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    /** Makes the cluster if there is none; initdb works in another folder, so that a kill leaves no half a cluster. */
    void create(Path password) throws IOException, InterruptedException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            refuseOtherMajor();
            return;
        }
        Path draft = home.resolve("data.new");
        PostgresBinaries.remove(draft);
        List<String> initdb = new ArrayList<>(List.of(binaries.program("initdb"), "-D", draft.toString()));
        initdb.addAll(List.of("-U", EmbeddedPostgres.USER, "-A", "scram-sha-256", "--pwfile=" + password));
        initdb.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und"));
        if (!durable) initdb.add("--no-sync");
        run(initdb, "PostgreSQL's initdb failed");
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOtherMajor() throws IOException, InterruptedException {
        int ours = binaries.major(log());
        String theirs = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!theirs.equals(String.valueOf(ours)))
            throw new IOException(
                    "the data in %s is of PostgreSQL %s and this version brings PostgreSQL %d. Start the version of Pinplan that made it, or dump it with pg_dump %s and restore it"
                            .formatted(data(), theirs, ours, theirs));
    }

    /** The port. */
    int start() throws IOException, InterruptedException {
        return start(ANY, TRIES);
    }

    /** More than one try: another process may take a free port first, and what a killed server left may take a moment to end. */
    int start(int wanted, int mostTries) throws IOException, InterruptedException {
        turnLog();
        for (int tries = 1; ; tries++) {
            int port = wanted == ANY ? freePort() : wanted;
            String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
                    + " -c max_connections=60 -c logging_collector=off -c log_checkpoints=off"
                    + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
            try {
                run(
                        List.of(
                                binaries.program("pg_ctl"),
                                "start",
                                "-w",
                                "-t",
                                "100",
                                "-D",
                                data().toString(),
                                "-l",
                                log().toString(),
                                "-o",
                                options),
                        "PostgreSQL did not start");
                return port;
            } catch (IOException e) {
                if (tries == mostTries) throw e;
                Thread.sleep(500);
            }
        }
    }

    /**
     * Smart first: Quarkus' own shutdown runs at the same time, and closes its connections when the last answer is written
     * down, see the dispatcher's. Then fast.
     */
    void stop() throws IOException, InterruptedException {
        if (!stop("smart", PATIENCE_SECONDS)) stop("fast", 8);
    }

    private boolean stop(String mode, int seconds) throws IOException, InterruptedException {
        String patience = String.valueOf(seconds);
        List<String> stop =
                List.of(binaries.program("pg_ctl"), "stop", "-m", mode, "-t", patience, "-w", "-D", data().toString());
        return Program.run(stop, log()) == 0;
    }

    private void run(List<String> words, String failure) throws IOException, InterruptedException {
        if (Program.run(words, log()) == 0) return;
        throw new IOException(failure + ", see " + log()
                + (Program.root() ? " (as root it needs the program unshare and user namespaces)" : ""));
    }

    /** In its place, since a server that runs goes on writing there; a line of that moment may be lost. */
    void turnLog() throws IOException {
        if (!Files.exists(log()) || Files.size(log()) <= LOG_BYTES) return;
        Files.copy(log(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        Files.newByteChannel(log(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
    }

    /** Its first process; empty: none runs. */
    Optional<ProcessHandle> server() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        return Files.readAllLines(file).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(ProcessHandle::isAlive);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
