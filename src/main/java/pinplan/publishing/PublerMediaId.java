package pinplan.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pinplan.pin.Content;
import pinplan.publer.Place;
import pinplan.publer.PublerMedia.Thumbnail;

/** What Publer already has of our media, so that a later try does not upload it again. */
final class PublerMediaId {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Thumbnail>> THUMBNAILS = new TypeReference<>() {};
    /** The addresses of thumbnails may be temporary there, unlike ids. */
    private static final Duration THUMBNAILS_HOLD = Duration.ofDays(1);

    private PublerMediaId() {}

    /** By our number, those that are there with all that the content needs of them. */
    static Map<Long, AtPubler> known(Content content, String publerWorkspaceId, Instant now) {
        return finished(content, there(uploads(content), publerWorkspaceId, now));
    }

    /** Those of them that have all that the content needs of them. */
    static Map<Long, AtPubler> finished(Content content, Map<Long, AtPubler> there) {
        Map<Long, AtPubler> finished = new HashMap<>(there);
        finished.keySet().retainAll(uploads(content));
        finished.entrySet().removeIf(each -> covers(content, each.getKey()) && bare(each.getValue()));
        return finished;
    }

    /** By our number, those that are there and lack nothing but the thumbnails that the content needs. */
    static Map<Long, AtPubler> inTheMaking(Content content, String publerWorkspaceId, Instant now) {
        Map<Long, AtPubler> there = there(uploads(content), publerWorkspaceId, now);
        there.entrySet()
                .removeIf(each ->
                        !covers(content, each.getKey()) || each.getValue().covers() == null || !bare(each.getValue()));
        return there;
    }

    private static boolean bare(AtPubler media) {
        return media.covers() == null || media.covers().isEmpty();
    }

    /** By our number, those that are there, whatever they lack. */
    @SuppressWarnings("unchecked")
    static Map<Long, AtPubler> there(Collection<Long> uploads, String publerWorkspaceId, Instant now) {
        Map<Long, AtPubler> known = new HashMap<>();
        if (!uploads.isEmpty()) {
            List<Object[]> rows = Panache.getEntityManager()
                    .createNativeQuery(
                            "select media_id, publer_id, case when uploaded_at > ?3 then cast(thumbnails as text) end"
                                    + " from publer_media where media_id = any(?1) and publer_workspace_id = ?2")
                    .setParameter(1, uploads.toArray(Long[]::new))
                    .setParameter(2, publerWorkspaceId)
                    .setParameter(3, now.minus(THUMBNAILS_HOLD))
                    .getResultList();
            rows.forEach(row ->
                    known.put(((Number) row[0]).longValue(), new AtPubler((String) row[1], read((String) row[2]))));
        }
        return known;
    }

    /** All that is uploaded for it, the pictures of covers too. */
    static List<Long> uploads(Content content) {
        List<Long> all = new ArrayList<>();
        for (Content.Picture picture : content.pictures()) {
            if (!picture.external()) {
                all.add(picture.mediaId());
            }
            if (picture.cover() != null && picture.cover().mediaId() != null) {
                all.add(picture.cover().mediaId());
            }
        }
        return all.stream().distinct().toList();
    }

    /** Whether its thumbnails are sent: a cover's picture, or the film itself where only its moment is known. */
    static boolean covers(Content content, Long media) {
        return content.pictures().stream()
                .filter(picture -> picture.cover() != null)
                .map(picture -> picture.cover().mediaId() == null
                        ? (Long) picture.mediaId()
                        : picture.cover().mediaId())
                .anyMatch(media::equals);
    }

    static void remember(long mediaId, String publerWorkspaceId, String publerId, List<Thumbnail> covers, Instant now) {
        Panache.getEntityManager()
                .createNativeQuery(
                        "insert into publer_media (media_id, publer_workspace_id, publer_id, thumbnails, uploaded_at)"
                                + " values (?1, ?2, ?3, cast(?4 as jsonb), ?5) on conflict (media_id, publer_workspace_id)"
                                + " do update set publer_id = excluded.publer_id, thumbnails = excluded.thumbnails,"
                                + " uploaded_at = excluded.uploaded_at")
                .setParameter(1, mediaId)
                .setParameter(2, publerWorkspaceId)
                .setParameter(3, publerId)
                .setParameter(4, written(covers))
                .setParameter(5, now)
                .executeUpdate();
    }

    /** What is not there any more is uploaded once more before the next try. @param place null: nothing was ever sent */
    static void forget(Content content, Place place) {
        if (place != null) {
            Panache.getEntityManager()
                    .createNativeQuery("delete from publer_media where media_id = any(?1) and publer_workspace_id = ?2")
                    .setParameter(1, uploads(content).toArray(Long[]::new))
                    .setParameter(2, place.publerWorkspaceId())
                    .executeUpdate();
        }
    }

    private static List<Thumbnail> read(String json) {
        try {
            return json == null ? null : JSON.readValue(json, THUMBNAILS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(List<Thumbnail> covers) {
        try {
            return JSON.writeValueAsString(covers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
