package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A file that was uploaded: what it was, not its bytes. */
@Entity
public class SandboxMedia extends PanacheEntity {
    private static final int THUMBNAILS = 5;

    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    public String publerId;
    public String type;
    public String name;
    public String contentType;
    public long byteCount;
    public String sha256;
    public Instant uploadedAt;

    /** Of those that Publer makes of a video by itself. */
    List<String> thumbnailIds() {
        return IntStream.range(0, THUMBNAILS).mapToObj(n -> publerId + "-" + n).toList();
    }

    /** Whether it may stand for this video: one of the video's own, or a picture that was uploaded. */
    static boolean covers(SandboxWorld world, String videoId, String thumbnailId) {
        SandboxMedia video = in(world, videoId);
        SandboxMedia picture = in(world, thumbnailId);
        return video != null && video.thumbnailIds().contains(thumbnailId)
                || picture != null && picture.type.equals("photo");
    }

    static List<SandboxMedia> in(SandboxWorld world, List<String> publerIds) {
        return list("world = ?1 and publerId in ?2 order by id", world, publerIds);
    }

    private static SandboxMedia in(SandboxWorld world, String publerId) {
        return find("world = ?1 and publerId = ?2", world, publerId).firstResult();
    }

    static boolean exists(SandboxWorld world, String publerId) {
        return count("world = ?1 and publerId = ?2", world, publerId) > 0;
    }
}
