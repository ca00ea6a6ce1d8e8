package pinplan.media;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

    /** As it came. */
    public String fileName;
    /** What people call it instead; may be empty. */
    public String name = "";

    /** As {@link Tags} writes them. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags = new ArrayList<>();
    /** What it says at first wherever it is added to a pin. */
    public String altText = "";
    /** Which state of these words a person has seen. */
    public int edition = 1;

    public String contentType;
    public long byteCount;
    /** As seen: after the turn that a camera noted. */
    public int width;

    public int height;
    public Long durationMillis;
    /** A film had words beside picture and sound, and has them no more. */
    public boolean captionsLeftOut;
    /** Lower-case hex of the bytes that are sent; for a URL, of the bytes that were there when it was saved. */
    public String sha256;

    public String storeKey;
    /** As {@link Look} has it; null: nobody looked yet, or there is nothing to look at. */
    Long look;

    /** Where somebody had it fetched from; null: it came as a file. */
    public String cameFrom;

    public String sourceUrl;
    public String thumbnailUrl;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Member addedBy;

    public Instant addedAt;

    /** Since when it is in the bin; null: it is not. */
    private Instant binnedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Member binnedBy;

    /** Since when its bytes are gone; null: they are here. */
    private Instant emptiedAt;

    public boolean video() {
        return kind == Kind.VIDEO;
    }

    /** By what people know it. */
    public String called() {
        return name.isEmpty() ? fileName : name;
    }

    public boolean external() {
        return origin == Origin.URL;
    }

    public boolean binned() {
        return binnedAt != null;
    }

    public Instant binnedAt() {
        return binnedAt;
    }

    public Member binnedBy() {
        return binnedBy;
    }

    boolean emptied() {
        return emptiedAt != null;
    }

    void throwAway(Member by, Instant now) {
        binnedAt = now;
        binnedBy = by;
    }

    void takeBack() {
        binnedAt = null;
        binnedBy = null;
        emptiedAt = null;
    }

    void empty(Instant now) {
        emptiedAt = now;
    }

    public static Media in(Workspace workspace, Long id) {
        Media found = id == null
                ? null
                : find("workspace = ?1 and id = ?2 and emptiedAt is null", workspace, id)
                        .firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** In no order; fewer than asked for where an id is not of this workspace, or its bytes are gone. */
    public static List<Media> in(Workspace workspace, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("workspace = ?1 and id in ?2 and emptiedAt is null", workspace, ids);
    }

    /** Null where there is no such picture with its bytes here. */
    public static Media picture(Workspace workspace, Long id) {
        return id == null
                ? null
                : in(workspace, List.of(id)).stream()
                        .filter(one -> !one.video())
                        .findFirst()
                        .orElse(null);
    }

    /** Those whose bytes are here, the newest first. */
    public static List<Media> latestPictures(Workspace workspace, int most) {
        return Media.<Media>find(
                        "workspace = ?1 and kind = ?2 and origin = ?3 and binnedAt is null and emptiedAt is null"
                                + " order by id desc",
                        workspace,
                        Kind.PHOTO,
                        Origin.UPLOAD)
                .page(0, most)
                .list();
    }

    /** Those of them that may be shown by a pin. None goes to the bin before this transaction has ended. Locked in one order. */
    public static List<Media> usable(Workspace workspace, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : Media.<Media>find("workspace = ?1 and id in ?2 and binnedAt is null order by id", workspace, ids)
                        .withLock(LockModeType.PESSIMISTIC_READ)
                        .list();
    }

    /** To change it. Its bytes may have gone while whoever had it was waited for. */
    static Media locked(Workspace workspace, Long id) {
        Media media = in(workspace, id).lock();
        if (media.emptied()) {
            throw new NotFoundException();
        }
        return media;
    }

    /** What was read before may be old by now. */
    Media lock() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    /** What was in the bin for so long, in whatever workspace: the first that went there first. */
    static List<Media> binnedBefore(Instant then, int most) {
        return Media.<Media>find("binnedAt < ?1 and emptiedAt is null order by binnedAt", then)
                .page(0, most)
                .list();
    }

    /** Pictures that nobody looked at yet, in whatever workspace: the newest first. */
    static List<Media> unlooked(long below, int most) {
        return Media.<Media>find(
                        "look is null and kind = ?1 and emptiedAt is null and id < ?2 order by id desc",
                        Kind.PHOTO,
                        below)
                .page(0, most)
                .list();
    }

    /** Those of these keys that a row names whose bytes are to be kept, in whatever workspace. */
    static Set<String> known(Collection<String> storeKeys) {
        return Set.copyOf(getEntityManager()
                .createQuery("select storeKey from Media where storeKey in ?1 and emptiedAt is null", String.class)
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
