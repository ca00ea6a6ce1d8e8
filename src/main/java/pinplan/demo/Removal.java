package pinplan.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import pinplan.database.Patience;
import pinplan.media.Media;
import pinplan.media.MediaStore;
import pinplan.team.Workspace;

/** Takes the demo away without a trace. The one place where rows of a workspace are deleted. */
@ApplicationScoped
class Removal {
    /** In the order that the foreign keys ask for. */
    static final List<String> STEPS = List.of(
            "delete from unsealed where workspace_id = ?1",
            "delete from seal where workspace_id = ?1",
            "delete from chain where workspace_id = ?1",
            "delete from activity where workspace_id = ?1",
            "delete from alert where workspace_id = ?1",
            "delete from notification where workspace_id = ?1",
            "delete from mailing where workspace_id = ?1",
            "delete from preference where workspace_id = ?1",
            "delete from reminder where pin_id in (select id from pin where workspace_id = ?1)",
            "delete from step where publication_id in (select id from publication where workspace_id = ?1)",
            "delete from attempt where publication_id in (select id from publication where workspace_id = ?1)",
            "delete from publication where workspace_id = ?1",
            "delete from publer_media where media_id in (select id from media where workspace_id = ?1)",
            "delete from changed_pin where change_set_id in (select id from change_set where workspace_id = ?1)",
            "delete from change_set where workspace_id = ?1",
            "delete from waiting where workspace_id = ?1",
            "delete from decision where review_id in (select id from review where workspace_id = ?1)",
            "delete from review where workspace_id = ?1",
            "delete from policy where workspace_id = ?1",
            "delete from comment where workspace_id = ?1",
            "delete from pin_event where workspace_id = ?1",
            "delete from guest where link_id in (select id from guest_link where workspace_id = ?1)",
            "delete from guest_link_pin where guest_link_id in (select id from guest_link where workspace_id = ?1)",
            "delete from guest_link where workspace_id = ?1",
            "update pin set editorial = 'DRAFT', held_from = null, revision_id = null where workspace_id = ?1",
            "delete from revision where pin_id in (select id from pin where workspace_id = ?1)",
            "delete from pin_media where pin_id in (select id from pin where workspace_id = ?1)",
            "delete from pin where workspace_id = ?1",
            "delete from page_check where destination_id in (select id from destination where workspace_id = ?1)",
            "delete from destination where workspace_id = ?1",
            "delete from link_rules where workspace_id = ?1",
            "delete from media where workspace_id = ?1",
            "delete from campaign where workspace_id = ?1",
            "delete from template where workspace_id = ?1",
            "delete from snippet where workspace_id = ?1",
            "delete from changed_moment where moment_id in (select id from moment where workspace_id = ?1)",
            "delete from moment where workspace_id = ?1",
            "delete from board where workspace_id = ?1",
            "delete from account where workspace_id = ?1",
            "delete from board_sync where workspace_id = ?1",
            "delete from sandbox_world where key_digest in (select key_digest from lane join publer_connection c"
                    + " on c.lane_id = lane.id where c.workspace_id = ?1 and c.base_url = 'sandbox:')",
            "delete from publer_connection where workspace_id = ?1",
            "delete from offered_key where workspace_id = ?1",
            "delete from saved_view where workspace_id = ?1",
            "delete from session where workspace_id = ?1",
            "delete from invitation where workspace_id = ?1",
            "update membership set delegate_id = null where workspace_id = ?1",
            "update workspace set paused_by = null where id = ?1");

    /** However much somebody tried out in it. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final EntityManager database;
    private final MediaStore store;

    Removal(EntityManager database, MediaStore store) {
        this.database = database;
        this.store = store;
    }

    void of(Workspace workspace) {
        List<Media> media = QuarkusTransaction.requiringNew()
                .timeout((int) PATIENCE.toSeconds())
                .call(() -> rowsDeleted(workspace));
        media.forEach(store::forget);
    }

    /** @return what it had, whose files are of no use any more */
    private List<Media> rowsDeleted(Workspace workspace) {
        Patience.of(PATIENCE);
        List<Media> all = Media.list("workspace", workspace);
        STEPS.forEach(step -> run(step, workspace.id));
        List<?> members = database.createNativeQuery("select member_id from membership where workspace_id = ?1")
                .setParameter(1, workspace.id)
                .getResultList();
        run("delete from membership where workspace_id = ?1", workspace.id);
        run("delete from workspace where id = ?1", workspace.id);
        members.forEach(id -> run("delete from member where id = ?1", ((Number) id).longValue()));
        return all;
    }

    private void run(String step, long id) {
        database.createNativeQuery(step).setParameter(1, id).executeUpdate();
    }
}
