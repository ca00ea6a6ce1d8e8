package pinplan.activity;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pinplan.database.Door;
import pinplan.database.Fingerprint;

/**
 * The command that checks the chains of all workspaces, whether Pinplan runs or not. Ends with 0 when all are whole, 1 when
 * one is not, 2 when it could not look. What is given to it are seals that somebody noted elsewhere, which have to be there still. Reads the settings that Pinplan reads, and changes nothing.
 */
public final class CheckActivity {
    private static final Pattern NOTED = Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):([0-9a-f]{64})");

    static final String ANOTHER_KEY =
            "The activity could not be checked: it is sealed with another master key than this one.";

    private CheckActivity() {}

    public static void main(String[] arguments) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withSources(new DotEnvConfigSourceProvider())
                .build();
        System.exit(run(new Door(config), List.of(arguments), System.out, System.err));
    }

    static int run(Door door, List<String> noted, PrintStream out, PrintStream err) {
        try (Connection database = door.open()) {
            byte[] key = door.masterKey();
            if (!Fingerprint.of(key).fits(database)) {
                err.println(ANOTHER_KEY);
                return 2;
            }
            Inspection inspection = new Inspection(database, key);
            List<Report> reports = inspection.all();
            reports.forEach(report -> print(report, out));
            boolean whole = reports.stream().allMatch(Report::whole);
            for (String seal : noted) {
                whole &= isThere(seal, inspection, out);
            }
            return whole ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (SQLException | IOException | ConfigurationException e) {
            err.println("The activity could not be checked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return 2;
    }

    private static boolean isThere(String noted, Inspection inspection, PrintStream out) throws SQLException {
        Matcher form = NOTED.matcher(noted);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a seal that was noted, as WORKSPACE:LINE:SEAL: " + noted);
        }
        boolean there = inspection.has(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), form.group(3));
        out.printf(
                "The seal of line %s of workspace %s %s.%n",
                form.group(2), form.group(1), there ? "is the one that was noted" : "is NOT the one that was noted");
        return there;
    }

    private static void print(Report report, PrintStream out) {
        out.printf("Workspace %d: %s%n", report.workspace(), report.sentence());
        if (!report.head().isEmpty()) {
            out.printf("  last seal, of line %d: %s%n", report.lines(), report.head());
        }
        report.faults().forEach(fault -> out.println("  " + fault));
    }
}
