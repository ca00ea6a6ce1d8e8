package pinplan.link;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.query.NativeQuery;
import pinplan.fetch.SafeFetcher;
import pinplan.fetch.WebPage;
import pinplan.team.Workspace;

/**
 * A page that pins of a workspace lead to, once, whichever way their links are written. Its rule and what is known of it are
 * written by different hands at the same time, so only what changed is.
 */
@Entity
@DynamicUpdate
public class Destination extends PanacheEntity {
    public static final int MOST_DAYS = HostRules.LONGEST;

    /** Names that are kept for examples: nobody is there to be asked. */
    private static final Pattern NOBODYS = Pattern.compile("(^|\\.)(example\\.(com|net|org)|example|test|invalid)$");

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Workspace workspace;

    private String address;
    private String host;

    /** Its own rule; null: that of its host, or of the workspace. */
    private Integer ownDays;

    /** How many days apart pins to it are to be, by whichever rule. */
    private int spacingDays;

    @Embedded
    private Health health = Health.unknown();

    // ---- finding ----

    public static Destination in(Workspace workspace, Long id) {
        return Destination.<Destination>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Null where no pin leads there yet, or it is no address on the web. */
    public static Destination of(Workspace workspace, String link) {
        Canonical canonical = Canonical.of(link);
        return canonical == null ? null : known(workspace, canonical.address());
    }

    /** For a pin that leads there; null where it is no address on the web. */
    public static Destination wanted(Workspace workspace, String link) {
        Canonical canonical = Canonical.of(link);
        if (canonical == null) {
            return null;
        }
        String asked = looksAt(link, canonical.host()) ? link.strip() : "";
        Destination known = known(workspace, canonical.address());
        if (known != null) {
            known.wanted(asked);
            return known;
        }
        // Two that are first at the same moment make one.
        getEntityManager()
                .createNativeQuery(
                        "insert into destination (id, workspace_id, address, host, spacing_days, link, check_at)"
                                + " values (nextval('destination_seq'), ?1, ?2, ?3, ?4, ?5,"
                                + " case when ?5 <> '' then now() end) on conflict do nothing")
                .setParameter(1, workspace.id)
                .setParameter(2, canonical.address())
                .setParameter(3, canonical.host())
                .setParameter(4, LinkRules.of(workspace).days(canonical.host()))
                .setParameter(5, asked)
                .executeUpdate();
        return known(workspace, canonical.address());
    }

    private static boolean looksAt(String link, String host) {
        return !NOBODYS.matcher(host).find()
                && Arc.container().instance(SafeFetcher.class).get().looksAt(link);
    }

    /** It is to be looked at soon, unless that was done today. Whoever has its row does something of that kind already. */
    private void wanted(String link) {
        if (link.isEmpty()) {
            return;
        }
        getEntityManager()
                .createNativeQuery(
                        "update destination set link = ?2, check_at = now() where id = (select id from destination"
                                + " where id = ?1 and (link <> ?2 or check_at is null or check_at > now()"
                                + " and (checked_at is null or checked_at < now() - interval '1 day'))"
                                + " for no key update skip locked)")
                // It says nothing of what else is being written: no reason to write that now.
                .unwrap(NativeQuery.class)
                .addSynchronizedEntityClass(Destination.class)
                .setParameter(1, id)
                .setParameter(2, link)
                .executeUpdate();
    }

    /** An address is longer than an index takes. */
    private static Destination known(Workspace workspace, String address) {
        return Destination.<Destination>find(
                        "workspace = ?1 and function('md5', address) = function('md5', ?2) and address = ?2",
                        workspace,
                        address)
                .firstResult();
    }

    /** The rules of its workspace are others now: each takes its own, or that of its host. */
    static void follow(Workspace workspace, LinkRules rules) {
        List<String> hosts = getEntityManager()
                .createQuery("select distinct d.host from Destination d where d.workspace = ?1", String.class)
                .setParameter(1, workspace)
                .getResultList();
        HostRules hostRules = rules.hosts();
        for (String host : hosts) {
            update(
                    "spacingDays = ?1 where workspace = ?2 and host = ?3 and ownDays is null and spacingDays <> ?1",
                    hostRules.of(host, rules.spacingDays()),
                    workspace,
                    host);
        }
    }

    // ---- verbs ----

    /** @param days null: as the rules say */
    public void space(Integer days) {
        ownDays = days;
        spacingDays = days == null ? LinkRules.of(workspace).days(host) : days;
    }

    void checked(WebPage page, Instant now) {
        health.heard(page, host, now);
        PageCheck.note(this, page, health.verdict(), now);
    }

    // ---- reading ----

    public Health health() {
        return health;
    }

    public String address() {
        return address;
    }

    public String host() {
        return host;
    }

    public Integer ownDays() {
        return ownDays;
    }

    /** 0: as close as one likes. */
    public int spacingDays() {
        return spacingDays;
    }
}
