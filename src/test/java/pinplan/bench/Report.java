package pinplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of figures, each with its goal where it has one. */
final class Report {
    private final Path file;
    private final List<String> lines;

    Report(Path file, String title) {
        this.file = file;
        lines = new ArrayList<>(
                List.of("# " + title, "", "| What | Measured | Goal | |", "| --- | ---: | ---: | --- |"));
    }

    void figure(String what, String measured, Object... values) throws IOException {
        line(what, say(measured, values), "", "");
    }

    void goal(String what, boolean reached, String goal, String measured, Object... values) throws IOException {
        line(what, say(measured, values), goal, reached ? "reached" : "not reached");
    }

    private void line(String what, String measured, String goal, String reached) throws IOException {
        lines.add("| %s | %s | %s | %s |".formatted(what, measured, goal, reached));
        Files.write(file, lines);
    }

    private static String say(String measured, Object... values) {
        return String.format(Locale.ROOT, measured, values);
    }

    void end() throws IOException {
        lines.add("");
        lines.add("%d processors, Java %s, PostgreSQL beside it, synced to its disk."
                .formatted(Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
        Files.write(file, lines);
    }
}
