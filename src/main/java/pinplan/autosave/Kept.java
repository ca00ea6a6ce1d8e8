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
import pinplan.team.Viewer;
import pinplan.team.Workspace;

/** What one member typed into one form, at one opening of it, and has not saved. Nobody else ever sees it. */
@Entity
public class Kept extends PanacheEntityBase {
    /** Of one member; the oldest goes. */
    static final int MOST = 50;

    private static final String THEIRS = "workspace = ?1 and member = ?2 and over = false";

    @Id
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    Member member;

    String form;
    String sitting;
    private String fields;
    private String files;
    private Instant keptAt;
    private boolean over;

    protected Kept() {}

    /** What a page tells of its form. */
    record Told(String form, String sitting, Filled filled, String files) {}

    /** What is known of it before it is brought back. */
    public record Head(Long id, String form, String sitting, String files, Instant keptAt) {}

    /** @return whether it is: not if it was saved or thrown away before */
    static boolean keep(Viewer viewer, Told told, Instant now) {
        int rows = getEntityManager()
                .createNativeQuery("insert into kept (workspace_id, member_id, form, sitting, fields, files, kept_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (member_id, workspace_id, sitting)"
                        + " do update set fields = excluded.fields, files = excluded.files, kept_at = excluded.kept_at"
                        + " where not kept.over and kept.form = excluded.form")
                .setParameter(1, viewer.workspace().id)
                .setParameter(2, viewer.member().id)
                .setParameter(3, told.form)
                .setParameter(4, told.sitting)
                .setParameter(5, told.filled.stored())
                .setParameter(6, told.files)
                .setParameter(7, now)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("delete from kept where id in (select id from kept where workspace_id = ?1"
                        + " and member_id = ?2 and not over order by kept_at desc, id desc offset ?3)")
                .setParameter(1, viewer.workspace().id)
                .setParameter(2, viewer.member().id)
                .setParameter(3, MOST)
                .executeUpdate();
        return rows == 1;
    }

    /** All that is in the form again is what it began with. */
    static void forget(Viewer viewer, String sitting) {
        delete(THEIRS + " and sitting = ?3", viewer.workspace(), viewer.member(), sitting);
    }

    /** It is saved or not wanted any more. A page may still be about to tell of it, so that it is remembered for a while. */
    static void end(Viewer viewer, String sitting, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into kept (workspace_id, member_id, form, sitting, fields, files, kept_at, over)"
                                + " values (?1, ?2, '', ?3, '', '', ?4, true) on conflict (member_id, workspace_id, sitting)"
                                + " do update set fields = '', files = '', kept_at = excluded.kept_at, over = true")
                .setParameter(1, viewer.workspace().id)
                .setParameter(2, viewer.member().id)
                .setParameter(3, sitting)
                .setParameter(4, now)
                .executeUpdate();
    }

    /** The latest first. */
    static List<Head> heads(Viewer viewer) {
        return find(THEIRS + " order by keptAt desc, id desc", viewer.workspace(), viewer.member())
                .project(Head.class)
                .list();
    }

    static Optional<Filled> filled(Viewer viewer, Long id) {
        return Kept.<Kept>find(THEIRS + " and id = ?3", viewer.workspace(), viewer.member(), id)
                .firstResultOptional()
                .map(kept -> Filled.read(kept.fields));
    }

    static String sitting(Viewer viewer, Long id) {
        return heads(viewer).stream()
                .filter(head -> head.id.equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new)
                .sitting;
    }

    /** What nobody came back for, what is over, and what belongs to people who left. */
    static void forgetOld(Instant unwanted, Instant ended) {
        delete("keptAt <= ?1 or over = true and keptAt <= ?2", unwanted, ended);
        getEntityManager()
                .createNativeQuery("delete from kept k where not exists (select 1 from membership p where"
                        + " p.member_id = k.member_id and p.workspace_id = k.workspace_id and p.removed_at is null)")
                .executeUpdate();
    }
}
