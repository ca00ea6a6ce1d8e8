package pinplan.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pinplan.link.Tagging;
import pinplan.team.Member;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** A named effort with a goal, dates and a colour. */
@Entity
public class Campaign extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    public String name;
    public String goal = "";
    public String brief = "";
    public LocalDate startsOn;
    public LocalDate endsOn;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member owner;

    @Enumerated(EnumType.STRING)
    public Colour colour = Colour.BERRY;

    /** How many pins it is meant to have; null when nobody said. */
    public Integer target;

    /** Else its pins' links get the tags of the workspace. */
    public boolean ownTags;

    @Embedded
    public Tagging tagging = Tagging.none();

    @Embedded
    public Start start = Start.none();

    public Instant archivedAt;
    public Instant createdAt;

    @Version
    public int version;

    public static Campaign in(Workspace workspace, Long id) {
        return Campaign.<Campaign>find(
                        "from Campaign c left join fetch c.owner left join fetch c.start.startBoard b"
                                + " left join fetch b.account left join fetch c.start.startTemplate where c.workspace = ?1 and c.id = ?2",
                        workspace,
                        id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** For every change. */
    static Campaign locked(Workspace workspace, Long id) {
        return Campaign.<Campaign>find("workspace = ?1 and id = ?2", workspace, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Whether another live campaign has this name; hold the workspace's row, so that it stays true. */
    static boolean taken(Workspace workspace, String name, Campaign but) {
        return count(
                        "workspace = ?1 and lower(name) = lower(?2) and archivedAt is null and id <> ?3",
                        workspace,
                        name,
                        but == null ? -1L : but.id)
                > 0;
    }

    public static List<Campaign> live(Workspace workspace) {
        return list("workspace = ?1 and archivedAt is null order by lower(name)", workspace);
    }

    public static List<Campaign> archived(Workspace workspace) {
        return list("workspace = ?1 and archivedAt is not null order by archivedAt desc", workspace);
    }

    // ---- verbs ----

    public static Campaign begin(Workspace workspace, CampaignFields fields, Instant now) {
        Campaign campaign = new Campaign();
        campaign.workspace = workspace;
        campaign.createdAt = now;
        campaign.edit(fields);
        campaign.persist();
        return campaign;
    }

    public void edit(CampaignFields fields) {
        name = fields.name();
        goal = fields.goal();
        brief = fields.brief();
        startsOn = fields.startsOn();
        endsOn = fields.endsOn();
        owner = fields.owner();
        colour = fields.colour();
        target = fields.target();
        ownTags = fields.tagging() != null;
        tagging = ownTags ? fields.tagging() : Tagging.none();
        start = fields.start();
    }

    /** Its pins keep it; nothing new can choose it. */
    public void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    public void unarchive() {
        archivedAt = null;
    }

    // ---- reading ----

    public boolean archived() {
        return archivedAt != null;
    }

    /** Mon 1 March 2027 – Sun 4 April 2027; null while it is open. */
    public String dates() {
        if (startsOn == null && endsOn == null) {
            return null;
        }
        if (endsOn == null) {
            return "from " + Formats.date(startsOn);
        }
        return startsOn == null
                ? "until " + Formats.date(endsOn)
                : Formats.date(startsOn) + " – " + Formats.date(endsOn);
    }

    /** The day nearest to today on which it runs: where a calendar should open. */
    public LocalDate around(LocalDate today) {
        if (startsOn != null && today.isBefore(startsOn)) {
            return startsOn;
        }
        return endsOn != null && today.isAfter(endsOn) ? endsOn : today;
    }
}
