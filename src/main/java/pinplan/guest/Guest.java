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

    /**
     * Whose browser is not known, since it takes no cookie, or since the answer that brought one was lost on its way.
     *
     * @param before who told of the same form; null: nobody
     */
    static Guest begun(GuestLink link, Long before, Token token, Instant now) {
        Guest known = before == null ? null : findById(before);
        if (known == null || !known.name.isEmpty()) {
            return begin(link, token, "", now);
        }
        known.tokenHash = token.hash();
        return known;
    }

    /** How many of them have begun something and said nothing yet. */
    static long nameless(GuestLink link) {
        return count("link = ?1 and name = ''", link);
    }

    /** This one in the transaction that is open, so that a change is kept. */
    Guest fresh() {
        return findById(id);
    }
}
