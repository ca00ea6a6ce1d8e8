package pinplan.activity;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.campaign.Campaign;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.team.Membership;
import pinplan.team.Right;
import pinplan.team.Role;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;

/** A page of the activity for one person: read once, so that the template asks nothing twice. */
public class ActivityView {
    public final Workspace workspace;
    public final Wanted wanted;
    public final List<Activity> lines;
    public final List<Membership> members;
    /** Whether they see from where something was done. */
    public final boolean administers;

    /** What the lines are of, by name; null: of no single one. */
    public final Pin pin;

    public final Campaign campaign;
    private final Role role;
    private final Set<Long> pins;
    private final String older;

    ActivityView(Wanted wanted, Viewer viewer, Cursor before, int most) {
        this.wanted = wanted;
        workspace = viewer.workspace();
        role = viewer.role();
        administers = viewer.may(Right.ADMINISTER);
        List<Activity> found = new Lines(wanted, viewer).page(before, most + 1);
        lines = found.subList(0, Math.min(most, found.size()));
        older = found.size() > most ? Cursor.after(lines.get(most - 1)).toString() : null;
        members = Membership.ever(workspace);
        pins = living();
        pin = wanted.pinId() == null ? null : Pin.evenDeleted(workspace, wanted.pinId());
        campaign = wanted.campaignId() == null ? null : Campaign.in(workspace, wanted.campaignId());
    }

    private Set<Long> living() {
        List<Long> ids = lines.stream()
                .map(line -> line.pinId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Set.of()
                : Pin.in(workspace, ids).stream().map(one -> one.id).collect(Collectors.toSet());
    }

    public List<Topic> topics() {
        return Arrays.stream(Topic.values()).filter(topic -> topic.openTo(role)).toList();
    }

    /** Where the thing is that a line is about; null: nowhere, or nowhere any more. */
    public String place(Activity line) {
        if (line.pinId != null) {
            return pins.contains(line.pinId) ? PinPage.at(line.pinId) : null;
        }
        return line.campaignId != null ? "/campaigns/" + line.campaignId : null;
    }

    /** The address of the older ones; null: there are none. */
    public String next() {
        return older == null
                ? null
                : address("/activity").queryParam("before", older).build().toString();
    }

    public String export() {
        return address("/activity/export").build().toString();
    }

    private UriBuilder address(String path) {
        UriBuilder address = UriBuilder.fromPath(path);
        wanted.said().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.resolveTemplates(new HashMap<>(wanted.said()));
    }

    public boolean chose(String asked, Object value) {
        return Objects.equals(asked, String.valueOf(value));
    }
}
