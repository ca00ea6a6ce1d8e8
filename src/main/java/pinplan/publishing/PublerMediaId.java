package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pinplan.pin.Content;

/** What Publer already has of our media, so that a later try does not upload it again. */
final class PublerMediaId {
    private PublerMediaId() {}

    @SuppressWarnings("unchecked")
    static Map<Long, String> known(Content content, String publerWorkspaceId) {
        List<Long> uploads = uploads(content);
        Map<Long, String> known = new HashMap<>();
        if (!uploads.isEmpty()) {
            List<Object[]> rows = Panache.getEntityManager()
                    .createNativeQuery("select media_id, publer_id from publer_media"
                            + " where media_id in (?1) and publer_workspace_id = ?2")
                    .setParameter(1, uploads)
                    .setParameter(2, publerWorkspaceId)
                    .getResultList();
            rows.forEach(row -> known.put(((Number) row[0]).longValue(), (String) row[1]));
        }
        return known;
    }

    static List<Long> uploads(Content content) {
        return content.pictures().stream()
                .filter(picture -> !picture.external())
                .map(Content.Picture::mediaId)
                .distinct()
                .toList();
    }

    static void remember(long mediaId, String publerWorkspaceId, String publerId, Instant now) {
        Panache.getEntityManager()
                .createNativeQuery("insert into publer_media (media_id, publer_workspace_id, publer_id, uploaded_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict (media_id, publer_workspace_id)"
                        + " do update set publer_id = excluded.publer_id, uploaded_at = excluded.uploaded_at")
                .setParameter(1, mediaId)
                .setParameter(2, publerWorkspaceId)
                .setParameter(3, publerId)
                .setParameter(4, now)
                .executeUpdate();
    }

    static void forget(Content content, String publerWorkspaceId) {
        List<Long> uploads = uploads(content);
        if (!uploads.isEmpty()) {
            Panache.getEntityManager()
                    .createNativeQuery("delete from publer_media where media_id in (?1) and publer_workspace_id = ?2")
                    .setParameter(1, uploads)
                    .setParameter(2, publerWorkspaceId)
                    .executeUpdate();
        }
    }
}
