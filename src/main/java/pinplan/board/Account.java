package pinplan.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import pinplan.team.Workspace;

/** A Pinterest account connected in Publer. */
@Entity
public class Account extends PanacheEntity {
    @ManyToOne(fetch = jakarta.persistence.FetchType.LAZY)
    public Workspace workspace;

    public String publerId;
    public String name;
    public String type;
    public String picture;
    /** Publer says that it can't be used now, for instance because Pinterest wants a new sign-in. */
    public boolean locked;

    public Instant seenAt;
    public Instant retiredAt;

    public static Account in(Workspace workspace, Long id) {
        return Account.<Account>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    public static List<Account> live(Workspace workspace) {
        return list("workspace = ?1 and retiredAt is null order by lower(name), id", workspace);
    }

    public boolean live() {
        return retiredAt == null;
    }
}
