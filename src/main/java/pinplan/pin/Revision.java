package pinplan.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.media.Media;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** An immutable snapshot of what was submitted of a pin. */
@Entity
@Immutable
public class Revision extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    public int number;

    @JdbcTypeCode(SqlTypes.JSON)
    public Content content;

    public String fingerprint;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member madeBy;

    public Instant madeAt;

    protected Revision() {}

    static Revision of(Pin pin, Member by, Instant now) {
        Revision revision = new Revision();
        revision.pin = pin;
        revision.number = (int) count("pin", pin) + 1;
        revision.content = pin.content();
        revision.fingerprint = revision.content.fingerprint();
        revision.madeBy = by;
        revision.madeAt = now;
        revision.persist();
        return revision;
    }

    /** What would make this of its pin again, but for its campaign and its time, which are no part of it. What is not here any more is missing. */
    public PinFields fields() {
        Workspace workspace = pin.workspace();
        Account account = Account.<Account>find("workspace = ?1 and publerId = ?2", workspace, content.publerAccount())
                .firstResult();
        Board board = account == null
                ? null
                : Board.<Board>find("account = ?1 and publerId = ?2", account, content.publerBoard())
                        .firstResult();
        Map<Long, Media> there = new HashMap<>();
        Media.in(
                        workspace,
                        content.pictures().stream()
                                .map(Content.Picture::mediaId)
                                .toList())
                .forEach(media -> there.put(media.id, media));
        List<Shot> shots = content.pictures().stream()
                .filter(picture -> there.containsKey(picture.mediaId()))
                .map(picture -> new Shot(there.get(picture.mediaId()), picture.altText()))
                .toList();
        return new PinFields(content.title(), content.description(), content.link(), account, board, null, null, shots);
    }

    /** The one before this that was approved, or else the one just before it; null: this is the first. */
    public static Revision decidedBefore(Revision now) {
        Revision approved = Revision.<Revision>find(
                        "from Revision r where r.pin = ?1 and r.number < ?2 and exists (from PinEvent e where e.revision = r"
                                + " and e.kind in ?3) order by r.number desc",
                        now.pin,
                        now.number,
                        List.of(PinEvent.Kind.APPROVED, PinEvent.Kind.TAKEN_OVER))
                .firstResult();
        return approved != null
                ? approved
                : Revision.<Revision>find("pin = ?1 and number < ?2 order by number desc", now.pin, now.number)
                        .firstResult();
    }

    public static List<Revision> of(Pin pin) {
        return list("pin = ?1 order by number", pin);
    }
}
