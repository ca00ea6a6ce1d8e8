package pinplan.guest;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import pinplan.team.Token;

/** One person's browser that came by a link. */
@Entity
public class Guest extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    GuestLink link;

    /** As they gave it, once; empty until then. */
    public String name = "";

    private byte[] tokenHash;
    Instant beganAt;

    /** Null: this browser is not known to the link. */
    static Guest with(GuestLink link, String token) {
        return token == null || token.isBlank()
                ? null
                : find("link = ?1 and tokenHash = ?2", link, new Token(token).hash())
                        .firstResult();
    }

    static Guest begin(GuestLink link, Token token, String name, Instant now) {
        Guest guest = new Guest();
        guest.link = link;
        guest.name = name;
        guest.tokenHash = token.hash();
        guest.beganAt = now;
        guest.persist();
        return guest;
    }

    /** This one in the transaction that is open, so that a change is kept. */
    Guest fresh() {
        return findById(id);
    }
}
