package pinplan.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs (initdb, pg_ctl and postgres, no more), unpacked once from a jar among our dependencies. */
record PostgresBinaries(Path folder) {

    /** Unpacks beside the cluster; a kill half-way leaves nothing that looks complete. */
    static PostgresBinaries under(Path home) throws IOException {
        var archive = PostgresBinaries.class.getResource(archiveName());
        if (archive == null) throw new IOException("there are no PostgreSQL programs for this machine in the jar");
        String size = Long.toHexString(archive.openConnection().getContentLengthLong());
        Path folder = home.resolve("programs-" + size);
        if (!Files.isDirectory(folder)) {
            Path draft = home.resolve("programs.new");
            remove(draft);
            try (InputStream bytes = archive.openStream()) {
                unpack(bytes, draft);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** As it stands in a cluster's PG_VERSION, for example 17. */
    int major(Path log) throws IOException, InterruptedException {
        String version = Program.read(List.of(program("postgres"), "--version"), log);
        return Integer.parseInt(version.replaceFirst("^.*?(\\d+)(?s:[^\\d].*)?$", "$1"));
    }

    static String archiveName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return "/postgres-%s-%s.txz"
                .formatted(
                        os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux",
                        switch (machine) {
                            case "amd64", "x86_64" -> "x86_64";
                            case "aarch64" -> "arm_64";
                            default -> machine;
                        });
    }

    private static void unpack(InputStream bytes, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) throw new IOException("the archive points outside: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                else Files.copy(tar, target);
                if (target.getParent().endsWith("bin")) target.toFile().setExecutable(true, false);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
