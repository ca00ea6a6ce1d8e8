package pinplan.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pinplan.media.Media;
import pinplan.pin.PinEvent.Kind;
import pinplan.team.Member;

/** An immutable snapshot of what reaches Pinterest of a pin, as it was submitted, or as somebody changed it later. */
@Entity
@Immutable
public class Revision extends PanacheEntity {
    private static final List<Kind> SENT = List.of(Kind.SUBMITTED, Kind.TAKEN_OVER);

    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    public int number;

    @JdbcTypeCode(SqlTypes.JSON)
    public Content content;

    public String fingerprint;

    /** As it was typed, without the tags of the one that ships; null for what was made when there were none. */
    private String link;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member madeBy;

    public Instant madeAt;

    /** The number of the one that it is again; null: of none. */
    public Integer restoredFrom;

    protected Revision() {}

    /** @param restored which one it is again; null: none */
    static Revision of(Pin pin, Revision restored, Member by, Instant now) {
        Revision revision = new Revision();
        revision.pin = pin;
        revision.number = latest(pin) + 1;
        revision.content = pin.content();
        revision.fingerprint = revision.content.fingerprint();
        revision.link = pin.link();
        revision.madeBy = by;
        revision.madeAt = now;
        revision.restoredFrom = restored == null ? null : restored.number;
        revision.persist();
        return revision;
    }

    // ---- finding ----

    static Revision in(Pin pin, int number) {
        return Revision.<Revision>find("pin = ?1 and number = ?2", pin, number)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The number of the last one; 0: nobody was asked about the pin yet. */
    static int latest(Pin pin) {
        return (int) count("pin", pin);
    }

    /** @param first how many to leave out */
    static List<Revision> newest(Pin pin, int first, int most) {
        return Revision.<Revision>find(
                        "from Revision r join fetch r.madeBy where r.pin = ?1 order by r.number desc", pin)
                .range(first, first + most - 1)
                .list();
    }

    /** This, or the last before it that somebody sent on. */
    public Revision lastSent() {
        return Revision.<Revision>find(
                        "from Revision r where r.pin = ?1 and r.number <= ?2 and exists (from PinEvent e where e.pin = r.pin"
                                + " and e.revision = r and e.kind in ?3) order by r.number desc",
                        pin,
                        number,
                        SENT)
                .firstResultOptional()
                .orElse(this);
    }

    /** Those that had this picture at any time since they were submitted, of all pins that have. */
    @SuppressWarnings("unchecked")
    public static List<Long> pinsThatHad(Media media, int most) {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct pin_id from revision where content -> 'pictures' @> cast(:pictures as jsonb)"
                                + " or content -> 'pictures' @> cast(:covers as jsonb)")
                .setParameter("pictures", "[{\"mediaId\": %d}]".formatted(media.id))
                .setParameter("covers", "[{\"cover\": {\"mediaId\": %d}}]".formatted(media.id))
                .setMaxResults(most)
                .getResultList();
    }

    boolean sent() {
        return PinEvent.count("pin = ?1 and revision = ?2 and kind in ?3", pin, this, SENT) > 0;
    }

    // ---- restoring ----

    /**
     * What makes its pin this again. A board or an account that is no longer at Pinterest comes back as a draft may have it,
     * and holds up a submission; what can't be brought back at all is refused.
     */
    PinFields restored() {
        Refused.when(
                fingerprint.equals(pin.content().fingerprint()),
                "The pin is as it was in revision %d already: nothing would change.".formatted(number));
        Found found = Found.of(List.of(this));
        PinFields fields = fields(found);
        Refused.when(
                !found.has(content),
                "A picture of revision %d is not here any more, so it can't be restored.".formatted(number));
        Refused.when(
                !placed(fields),
                "The board of revision %d is not here any more, so it can't be restored.".formatted(number));
        PinLimits.refuseBeyond(fields, pin.workspace(), "Revision %d can't be a pin any more: ".formatted(number));
        return fields;
    }

    /** What its pin was then; empty where not all of that is here any more. */
    Optional<PinFields> again() {
        Found found = Found.of(List.of(this));
        return Optional.of(fields(found)).filter(fields -> found.has(content) && placed(fields));
    }

    private PinFields fields(Found found) {
        return found.fields(content)
                .leadingTo(link == null ? content.link() : link)
                .in(pin.campaign())
                .at(pin.fields().plannedFor());
    }

    private boolean placed(PinFields fields) {
        return (fields.account() != null || content.publerAccount() == null)
                && (fields.board() != null || content.publerBoard() == null);
    }

    /** How the history says that it was restored; which fields that changed comes first where an approval or a review went with them. */
    String told(String fields, boolean voided) {
        return voided
                ? "%s (revision %d was restored)".formatted(fields, number)
                : "revision %d: %s".formatted(number, fields);
    }
}
