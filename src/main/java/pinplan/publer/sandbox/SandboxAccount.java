package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;

/** A social account connected in the sandbox. */
@Entity
public class SandboxAccount extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    public String publerId;
    public String name;
    public String provider;
    public String type;
    /** Pinterest asks its owner to authorise it again: nothing goes out until then. */
    public boolean reauth;

    static SandboxAccount create(SandboxWorld world, String publerId, String name, String provider, String type) {
        SandboxAccount account = new SandboxAccount();
        account.world = world;
        account.publerId = publerId;
        account.name = name;
        account.provider = provider;
        account.type = type;
        account.persist();
        return account;
    }

    static SandboxAccount in(SandboxWorld world, String publerId) {
        return find("world = ?1 and publerId = ?2", world, publerId).firstResult();
    }

    public SandboxBoard board(String name) {
        return SandboxBoard.create(this, Ids.pinterest(), name);
    }

    /** Somebody makes a post in Publer itself. What is past by then has gone out. */
    public void foreignPost(Instant at, String text, String url, Instant now) {
        Mishap.foreignPost(this, at, text, url, now);
    }

    /** Those that still exist. */
    public List<SandboxBoard> boards() {
        return SandboxBoard.list("account = ?1 and gone = false order by id", this);
    }
}
