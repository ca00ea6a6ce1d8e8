package pinplan.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import pinplan.publer.PublerBoard;
import pinplan.team.Workspace;

/** A Pinterest board of an account. Chosen by id, shown by name. */
@Entity
public class Board extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Account account;

    public String publerId;
    public String name;
    public Instant seenAt;
    public Instant retiredAt;

    /** The one that Publer calls so, if it is still there; else null. */
    public static Board at(Account account, String publerId) {
        return find("account = ?1 and publerId = ?2 and retiredAt is null", account, publerId)
                .firstResult();
    }

    public static Board in(Workspace workspace, Long id) {
        return Board.<Board>find(
                        "from Board b join fetch b.account where b.workspace = ?1 and b.id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** All live boards of all live accounts, account by account. */
    public static List<Board> live(Workspace workspace) {
        return list(
                "from Board b join fetch b.account a where b.workspace = ?1 and b.retiredAt is null and a.retiredAt is null"
                        + " order by lower(a.name), a.id, lower(b.name), b.id",
                workspace);
    }

    /** Retired ones too. */
    static List<Board> all(Workspace workspace) {
        return list("workspace = ?1 order by lower(name), id", workspace);
    }

    static List<Board> of(Account account) {
        return list("account", account);
    }

    /** Takes over what Publer says now; a board that had gone is back. */
    void seen(PublerBoard at, Instant now) {
        name = Mirror.text(at.name(), "Board " + at.id());
        seenAt = now;
        retiredAt = null;
    }

    void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    /** Since when Publer does not list it, by itself or with its account; null while it does. */
    public Instant goneSince() {
        return retiredAt == null ? account.retiredAt : retiredAt;
    }

    public boolean live() {
        return retiredAt == null && account.live();
    }
}
