package pinplan.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pinplan.team.Member;
import pinplan.team.Workspace;

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

    public Instant archivedAt;
    public Instant createdAt;

    @Version
    public int version;

    public static Campaign in(Workspace workspace, Long id) {
        return Campaign.<Campaign>find(
                        "from Campaign c left join fetch c.owner where c.workspace = ?1 and c.id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    public static List<Campaign> live(Workspace workspace) {
        return list("workspace = ?1 and archivedAt is null order by lower(name)", workspace);
    }

    public static List<Campaign> archived(Workspace workspace) {
        return list("workspace = ?1 and archivedAt is not null order by archivedAt desc", workspace);
    }

    public boolean archived() {
        return archivedAt != null;
    }
}
