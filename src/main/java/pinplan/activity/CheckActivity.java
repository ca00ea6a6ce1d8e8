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
import pinplan.database.Door;

/**
 * The command that checks the chains of all workspaces, whether Pinplan runs or not. Ends with 0 when all are whole, 1 when
 * one is not, 2 when it could not look. Reads the settings that Pinplan reads, and changes nothing.
 */
public final class CheckActivity {
    private CheckActivity() {}

    public static void main(String[] arguments) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withSources(new DotEnvConfigSourceProvider())
                .build();
        System.exit(run(new Door(config), System.out, System.err));
    }

    static int run(Door door, PrintStream out, PrintStream err) {
        try (Connection database = door.open()) {
            List<Report> reports = new Inspection(database, door.masterKey()).all();
            reports.forEach(report -> print(report, out));
            return reports.stream().allMatch(Report::whole) ? 0 : 1;
        } catch (SQLException | IOException | ConfigurationException e) {
            err.println("The activity could not be checked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return 2;
    }

    private static void print(Report report, PrintStream out) {
        out.printf("Workspace %d: %s%n", report.workspace(), report.sentence());
        if (!report.head().isEmpty()) {
            out.printf("  last seal, of line %d: %s%n", report.lines(), report.head());
        }
        report.faults().forEach(fault -> out.println("  " + fault));
    }
}
