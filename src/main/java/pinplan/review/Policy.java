package pinplan.review;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;

/** Who has to agree to the pins of a workspace, or of one of its campaigns instead, and what a time means to them. */
@Entity
public class Policy extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Workspace workspace;

    /** Null: of the workspace, for every campaign that has none of its own. */
    @ManyToOne(fetch = FetchType.LAZY)
    Campaign campaign;

    @JdbcTypeCode(SqlTypes.JSON)
    Steps steps = Steps.USUAL;

    @Enumerated(EnumType.STRING)
    Moves moves = Moves.FREE;

    int movesDays = 7;

    @Enumerated(EnumType.STRING)
    Late late = Late.HOLD;

    int lateTimes = 3;

    @Version
    int version;

    /** What holds for the pins of a campaign; null: for those without one. */
    static Policy of(Workspace workspace, Campaign campaign) {
        Policy found = Policy.<Policy>find(
                        "from Policy p where p.workspace = ?1 and (p.campaign is null or p.campaign = ?2)"
                                + " order by case when p.campaign is null then 1 else 0 end",
                        workspace,
                        campaign)
                .firstResult();
        return found != null ? found : fresh(workspace, null);
    }

    /** The workspace's own, or this campaign's own; one that is not kept yet where there is none. */
    static Policy own(Workspace workspace, Campaign campaign) {
        Policy found = kept(workspace, campaign);
        return found != null ? found : fresh(workspace, campaign);
    }

    static Policy kept(Workspace workspace, Campaign campaign) {
        return campaign == null
                ? find("workspace = ?1 and campaign is null", workspace).firstResult()
                : find("workspace = ?1 and campaign = ?2", workspace, campaign).firstResult();
    }

    /** The workspace's own, then those of its campaigns. */
    static List<Policy> every(Workspace workspace) {
        return list(
                "from Policy p left join fetch p.campaign c where p.workspace = ?1 order by c.name nulls first, p.id",
                workspace);
    }

    /** As it is where nobody said anything. */
    static Policy fresh(Workspace workspace, Campaign campaign) {
        Policy fresh = new Policy();
        fresh.workspace = workspace;
        fresh.campaign = campaign;
        return fresh;
    }

    void take(Policy wanted) {
        steps = wanted.steps;
        moves = wanted.moves;
        movesDays = wanted.movesDays;
        late = wanted.late;
        lateTimes = wanted.lateTimes;
    }

    boolean outlives(Instant approvedFor, Instant at) {
        return moves.outlives(approvedFor, at, movesDays);
    }
}
