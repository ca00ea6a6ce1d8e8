package pinplan.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jboss.logging.Logger;
import pinplan.web.Site;

/** Lets whoever reads the console, and nobody else, begin the first workspace. Works once; a newer one ends it. */
@ApplicationScoped
public class SetupToken {
    private static final Logger LOG = Logger.getLogger(SetupToken.class);

    private final EntityManager database;
    private final Site site;

    SetupToken(EntityManager database, Site site) {
        this.database = database;
        this.site = site;
    }

    /** Prints the link that has a new one at its end. */
    @Transactional
    public void announce(Instant now) {
        LOG.infof(
                "Nothing is set up yet. Open this link once:%n%n    %s/setup?token=%s%n",
                site.address(), issue(now).text());
    }

    @Transactional
    public Token issue(Instant now) {
        Token token = Token.fresh();
        database.createNativeQuery("delete from setup_token").executeUpdate();
        database.createNativeQuery("insert into setup_token (token_hash, created_at) values (:hash, :now)")
                .setParameter("hash", token.hash())
                .setParameter("now", now)
                .executeUpdate();
        return token;
    }

    public boolean good(String token) {
        return token != null
                && Workspace.count() == 0
                && !database.createNativeQuery("select 1 from setup_token where token_hash = :hash and used_at is null")
                        .setParameter("hash", new Token(token).hash())
                        .getResultList()
                        .isEmpty();
    }

    /** Where what it began is gone again, it works once more. */
    @Transactional
    public void giveBack(String token) {
        if (Workspace.count() == 0) {
            database.createNativeQuery("update setup_token set used_at = null where token_hash = :hash")
                    .setParameter("hash", new Token(token).hash())
                    .executeUpdate();
        }
    }

    /** In the caller's transaction, so that a set-up that fails leaves the token good. False: used, replaced or never ours. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean spend(String token, Instant now) {
        return token != null
                && Workspace.count() == 0
                && database.createNativeQuery(
                                        "update setup_token set used_at = :now where token_hash = :hash and used_at is null")
                                .setParameter("now", now)
                                .setParameter("hash", new Token(token).hash())
                                .executeUpdate()
                        == 1;
    }
}
