package pinplan.autosave;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** What one member or guest typed into one form, at one opening of it, and has not saved. Nobody else ever sees it. */
@Entity
public class Kept extends PanacheEntityBase {
    /** Of one member or guest; the oldest goes. */
    static final int MOST = 50;

    public static final String THROWN_AWAY = "What you typed there was discarded.";

    private static final String THEIRS = "workspace = ?1 and (member.id = ?2 or guestId = ?3) and over = false";

    @Id
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    Member member;

    private Long guestId;

    String form;
    String sitting;
    private String fields;
    private String files;
    private Instant keptAt;
    private boolean over;

    protected Kept() {}

    /** What is known of it before it is brought back. */
    public record Head(Long id, String form, String sitting, String files, Instant keptAt) {}

    /** @return whether it is: not if it was saved or thrown away before */
    public static boolean keep(Owner owner, Told told, Instant now) {
        int rows = getEntityManager()
                .createNativeQuery(
                        "insert into kept (workspace_id, member_id, guest_id, form, sitting, fields, files, kept_at)"
                                + " values (?1, nullif(?2, 0), nullif(?3, 0), ?4, ?5, ?6, ?7, ?8) on conflict "
                                + owner.once()
                                + " do update set fields = excluded.fields, files = excluded.files, kept_at = excluded.kept_at"
                                + " where not kept.over and kept.form = excluded.form")
                .setParameter(1, owner.workspace().id)
                .setParameter(2, owner.member())
                .setParameter(3, owner.guest())
                .setParameter(4, told.form())
                .setParameter(5, told.sitting())
                .setParameter(6, told.filled().stored())
                .setParameter(7, told.files())
                .setParameter(8, now)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery(
                        "delete from kept where id in (select id from kept where workspace_id = ?1"
                                + " and (member_id = ?2 or guest_id = ?3) and not over order by kept_at desc, id desc offset ?4)")
                .setParameter(1, owner.workspace().id)
                .setParameter(2, owner.member())
                .setParameter(3, owner.guest())
                .setParameter(4, MOST)
                .executeUpdate();
        return rows == 1;
    }

    /** All that is in the form again is what it began with. */
    public static void forget(Owner owner, String sitting) {
        delete(THEIRS + " and sitting = ?4", owner.workspace(), owner.member(), owner.guest(), sitting);
    }

    /** It is saved or not wanted any more. A page may still be about to tell of it, so that it is remembered for a while. */
    static void end(Owner owner, String sitting, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into kept (workspace_id, member_id, guest_id, form, sitting, fields, files, kept_at, over)"
                                + " values (?1, nullif(?2, 0), nullif(?3, 0), '', ?4, '', '', ?5, true) on conflict "
                                + owner.once()
                                + " do update set fields = '', files = '', kept_at = excluded.kept_at, over = true")
                .setParameter(1, owner.workspace().id)
                .setParameter(2, owner.member())
                .setParameter(3, owner.guest())
                .setParameter(4, sitting)
                .setParameter(5, now)
                .executeUpdate();
    }

    public static void throwAway(Owner owner, Long id, Instant now) {
        end(owner, sitting(owner, id), now);
    }

    /** The latest first. */
    static List<Head> heads(Owner owner) {
        return find(THEIRS + " order by keptAt desc, id desc", owner.workspace(), owner.member(), owner.guest())
                .project(Head.class)
                .list();
    }

    static Optional<Filled> filled(Owner owner, Long id) {
        return Kept.<Kept>find(THEIRS + " and id = ?4", owner.workspace(), owner.member(), owner.guest(), id)
                .firstResultOptional()
                .map(kept -> Filled.read(kept.fields));
    }

    private static String sitting(Owner owner, Long id) {
        return heads(owner).stream()
                .filter(head -> head.id.equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new)
                .sitting;
    }

    /** How much of it the guests of a link have. */
    public static long byLink(Long link) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from kept k join guest g on g.id = k.guest_id"
                                + " where g.link_id = ?1 and not k.over")
                        .setParameter(1, link)
                        .getSingleResult())
                .longValue();
    }

    /** Which guest of a link told of this sitting; null: none did. */
    public static Long guestOf(Long link, String sitting) {
        return (Long) getEntityManager()
                .createNativeQuery(
                        "select g.id from kept k join guest g on g.id = k.guest_id where g.link_id = ?1 and k.sitting = ?2")
                .setParameter(1, link)
                .setParameter(2, sitting)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** It dies with the link that its guests came by. */
    public static void forgetLink(Long link) {
        getEntityManager()
                .createNativeQuery("delete from kept where guest_id in (select id from guest where link_id = ?1)")
                .setParameter(1, link)
                .executeUpdate();
    }

    /** What nobody came back for, what is over, and what belongs to people who left, or came by a link that is closed. */
    static void forgetOld(Instant unwanted, Instant ended, Instant now) {
        delete("keptAt <= ?1 or over = true and keptAt <= ?2", unwanted, ended);
        getEntityManager()
                .createNativeQuery(
                        "delete from kept k where k.member_id is not null and not exists (select 1 from membership p where"
                                + " p.member_id = k.member_id and p.workspace_id = k.workspace_id and p.removed_at is null)")
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("delete from kept where guest_id in (select g.id from guest g join guest_link l on"
                        + " l.id = g.link_id where l.revoked_at is not null or l.expires_at <= ?1)")
                .setParameter(1, now)
                .executeUpdate();
    }
}
