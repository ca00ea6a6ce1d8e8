package pinplan.team;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** The general settings as typed. */
public class GeneralForm {
    /** Publer takes nothing that is closer, and Pinterest nothing that is further away. */
    private static final Duration SHORTEST_LEAD = Duration.ofMinutes(5);

    private static final Duration LONGEST_LEAD = Duration.ofDays(14);

    @RestForm
    public String name;

    @RestForm
    public String zone;

    /** "now": as soon as approved; "ahead": by the lead. */
    @RestForm
    public String handOver;

    @RestForm
    public String lead;

    @RestForm
    public String unit;

    @RestForm
    public String descriptionLimit;

    @RestForm
    public String dailyCap;

    @RestForm
    public int version;

    private ZoneId readZone;
    private Integer readHorizon;
    private int readLimit;
    private int readCap;

    static GeneralForm of(Workspace workspace) {
        GeneralForm form = new GeneralForm();
        form.name = workspace.name;
        form.zone = workspace.zone.getId();
        form.handOver = workspace.horizonMinutes == null ? "now" : "ahead";
        int minutes = workspace.horizonMinutes == null ? 24 * 60 : workspace.horizonMinutes;
        form.unit = minutes % (24 * 60) == 0 ? "days" : minutes % 60 == 0 ? "hours" : "minutes";
        form.lead = String.valueOf(minutes / minutesOf(form.unit));
        form.descriptionLimit = String.valueOf(workspace.descriptionLimit);
        form.dailyCap = String.valueOf(workspace.dailyCap);
        form.version = workspace.version;
        return form;
    }

    void read(Workspace now, Errors errors) {
        name = Typed.line("name", name, errors)
                .required("Name the workspace.")
                .atMost(100)
                .text();
        readZone = Zones.read(zone)
                .or(() -> Optional.of(now.zone).filter(z -> z.getId().equals(zone)))
                .orElse(null);
        if (readZone == null) {
            errors.add("zone", "Choose a time zone from the list.");
        }
        readHorizon = "now".equals(handOver) ? null : horizon(errors);
        readLimit = Typed.line("descriptionLimit", descriptionLimit, errors).number(1, 800);
        readCap = Typed.line("dailyCap", dailyCap, errors).number(1, 1000);
    }

    private Integer horizon(Errors errors) {
        int count = Typed.line("lead", lead, errors).number(1, (int) LONGEST_LEAD.toMinutes());
        long minutes = (long) count * minutesOf(unit);
        if (minutes < SHORTEST_LEAD.toMinutes() || minutes > LONGEST_LEAD.toMinutes()) {
            errors.add("lead", "Choose between 5 minutes and 14 days.");
        }
        return (int) Math.min(minutes, LONGEST_LEAD.toMinutes());
    }

    boolean movesZone(Workspace workspace) {
        return !workspace.zone.equals(readZone);
    }

    boolean stale(Workspace workspace) {
        return version != workspace.version;
    }

    /** The zone too, unless that is asked about first. */
    List<Difference> apply(Workspace workspace, boolean zoneToo) {
        List<Difference> changed = new ArrayList<>();
        Difference.add(changed, "Name", workspace.name, name);
        Difference.add(changed, "Time zone", workspace.zone, zoneToo ? readZone : workspace.zone);
        Difference.add(changed, "Hand-over", handOver(workspace.horizonMinutes), handOver(readHorizon));
        Difference.add(changed, "Longest description", workspace.descriptionLimit, readLimit);
        Difference.add(changed, "Pins a day", workspace.dailyCap, readCap);
        workspace.name = name;
        if (zoneToo) {
            workspace.moveTo(readZone);
        }
        workspace.horizonMinutes = readHorizon;
        workspace.descriptionLimit = readLimit;
        workspace.dailyCap = readCap;
        return changed;
    }

    private static String handOver(Integer minutes) {
        return minutes == null ? "as soon as approved" : minutes + " minutes ahead";
    }

    private static int minutesOf(String unit) {
        return "days".equals(unit) ? 24 * 60 : "hours".equals(unit) ? 60 : 1;
    }
}
