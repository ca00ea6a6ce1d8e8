package pinplan.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import pinplan.team.Workspace;

/** What a workspace wants of its links: the tags on them, and how far apart pins to one page are to be. */
@Entity
public class LinkRules extends PanacheEntityBase {
    /** Tools and teams name two days to a week; Pinterest names none. */
    private static final int USUAL_DAYS = 7;

    @Id
    private Long workspaceId;

    @Embedded
    private Tagging tagging = Tagging.none();

    private int spacingDays = USUAL_DAYS;
    private String hostDays = "";

    @Version
    private int version;

    protected LinkRules() {}

    /** The usual ones where nobody has chosen yet. */
    public static LinkRules of(Workspace workspace) {
        LinkRules rules = findById(workspace.id);
        if (rules == null) {
            rules = new LinkRules();
            rules.workspaceId = workspace.id;
        }
        return rules;
    }

    /** Whoever changes them holds the workspace's row. */
    public void set(Workspace workspace, Tagging newTagging, int days, String hosts) {
        tagging = newTagging;
        spacingDays = days;
        hostDays = hosts;
        if (!isPersistent()) {
            persist();
        }
        flush();
        Destination.follow(workspace, this);
    }

    public Tagging tagging() {
        return tagging;
    }

    public int spacingDays() {
        return spacingDays;
    }

    String hostDays() {
        return hostDays;
    }

    /** -1 while nobody has chosen yet. */
    int version() {
        return isPersistent() ? version : -1;
    }

    int days(String host) {
        return hosts().of(host, spacingDays);
    }

    HostRules hosts() {
        return HostRules.of(hostDays);
    }
}
