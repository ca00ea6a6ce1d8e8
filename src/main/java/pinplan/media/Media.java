package pinplan.media;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** A picture or a video of a workspace. Its bytes never change: other bytes are another media. */
@Entity
public class Media extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Workspace workspace;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    public String fileName;
    public String contentType;
    public long byteCount;
    /** As seen: after the turn that a camera noted. */
    public int width;

    public int height;
    public Long durationMillis;
    /** Lower-case hex of the bytes that are sent; for a URL, of the bytes that were there when it was saved. */
    public String sha256;

    public String storeKey;
    public String sourceUrl;
    public String thumbnailUrl;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Member addedBy;

    public Instant addedAt;

    public boolean video() {
        return kind == Kind.VIDEO;
    }

    public boolean external() {
        return origin == Origin.URL;
    }

    public static Media in(Workspace workspace, Long id) {
        Media found = id == null
                ? null
                : find("workspace = ?1 and id = ?2", workspace, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** In no order; fewer than asked for where an id is not of this workspace. */
    public static List<Media> in(Workspace workspace, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("workspace = ?1 and id in ?2", workspace, ids);
    }

    /** @param first how many to leave out */
    public static List<Media> newest(Workspace workspace, int first, int most) {
        return find("workspace", Sort.descending("id"), workspace)
                .range(first, first + most - 1)
                .list();
    }

    public static long countIn(Workspace workspace) {
        return count("workspace", workspace);
    }

    /** Those of these keys that a row names, in whatever workspace. */
    static Set<String> known(Collection<String> storeKeys) {
        return Set.copyOf(getEntityManager()
                .createQuery("select storeKey from Media where storeKey in ?1", String.class)
                .setParameter(1, storeKeys)
                .getResultList());
    }

    static Media uploaded(Workspace workspace, String sha256) {
        return find("workspace = ?1 and sha256 = ?2 and origin = ?3", workspace, sha256, Origin.UPLOAD)
                .firstResult();
    }

    static Media linked(Workspace workspace, String sourceUrl, String thumbnailUrl, String sha256) {
        return find(
                        "workspace = ?1 and sourceUrl = ?2 and thumbnailUrl = ?3 and sha256 = ?4 and origin = ?5",
                        workspace,
                        sourceUrl,
                        thumbnailUrl,
                        sha256,
                        Origin.URL)
                .firstResult();
    }
}
