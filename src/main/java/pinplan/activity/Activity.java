package pinplan.activity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import pinplan.team.Difference;
import pinplan.team.Topic;
import pinplan.team.Workspace;

/** One line: who, what, when, from where, and what is not as it was. */
@Entity
@Immutable
public class Activity extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    Workspace workspace;

    @Enumerated(EnumType.STRING)
    public Topic topic;

    public Long pinId;
    public Long campaignId;

    /** The name of what it was done to, as it was then. */
    public String thing = "";

    /** Null: a guest, or Pinplan itself. */
    Long actorId;

    /** Empty: Pinplan itself. */
    public String who = "";

    public String words;

    /** A person's own words. */
    public String note = "";

    @Convert(converter = Differences.class)
    public List<Difference> differences = List.of();

    /** Empty: Pinplan itself. */
    public String address = "";

    public Instant happenedAt;
}
