package pinplan.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pinplan.publer.PublerAccount;
import pinplan.team.Workspace;

/** A Pinterest account connected in Publer. */
@Entity
public class Account extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
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

    static Optional<Account> at(Workspace workspace, String publerId) {
        return find("workspace = ?1 and publerId = ?2", workspace, publerId).firstResultOptional();
    }

    /** Live ones first. */
    static List<Account> all(Workspace workspace) {
        return list(
                "workspace = ?1 order by case when retiredAt is null then 0 else 1 end, lower(name), id", workspace);
    }

    /** Takes over what Publer says now; an account that had gone is back. */
    void seen(PublerAccount at, Instant now) {
        name = Mirror.text(at.name(), "Account " + at.id());
        type = Mirror.text(at.type(), null);
        picture = Mirror.text(at.picture(), null);
        locked = at.locked();
        seenAt = now;
        retiredAt = null;
    }

    void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    /** Publer's type in words: "business" of {@code pin_business}; null when it says none. */
    public String kind() {
        return type == null ? null : type.replaceFirst("^pin_", "").replace('_', ' ');
    }

    public boolean live() {
        return retiredAt == null;
    }
}
