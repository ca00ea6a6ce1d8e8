package pinplan.guest;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Formula;
import pinplan.autosave.Kept;
import pinplan.campaign.Campaign;
import pinplan.pin.Pin;
import pinplan.team.Deed;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Passwords;
import pinplan.team.Token;
import pinplan.team.Topic;
import pinplan.team.Workspace;

/** Shows one campaign or some pins to whoever has it, until it expires or somebody revokes it. */
@Entity
public class GuestLink extends PanacheEntity {
    /** A passcode is short, so guessing it has to be slow. */
    private static final int FREE_TRIES = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final String OPEN_OF = "workspace = ?1 and madeBy = ?2 and revokedAt is null and expiresAt > ?3";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Workspace workspace;

    /** Null: its pins are chosen one by one. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Campaign campaign;

    @ManyToMany
    @JoinTable(
            name = "guest_link_pin",
            joinColumns = @JoinColumn(name = "guest_link_id"),
            inverseJoinColumns = @JoinColumn(name = "pin_id"))
    private Set<Pin> pins = new HashSet<>();

    @Formula("(select count(*) from guest_link_pin p where p.guest_link_id = id)")
    private int pinCount;

    /** Whom it is for. */
    public String name;

    private byte[] tokenHash;
    public boolean comments;
    public boolean approves;
    private String passcodeHash;
    private int failures;
    private Instant blockedUntil;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Member madeBy;

    public Instant madeAt;
    public Instant expiresAt;
    private Instant revokedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Member revokedBy;

    // ---- finding ----

    /** The one that this opens now. */
    static Optional<GuestLink> open(String token, Instant now) {
        return GuestLink.<GuestLink>find(
                        "from GuestLink l join fetch l.workspace join fetch l.madeBy left join fetch l.campaign"
                                + " where l.tokenHash = ?1 and l.revokedAt is null and l.expiresAt > ?2",
                        new Token(token).hash(),
                        now)
                .firstResultOptional();
    }

    static GuestLink in(Workspace workspace, Long id) {
        return GuestLink.<GuestLink>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The latest first. */
    static List<GuestLink> of(Workspace workspace, int most) {
        return GuestLink.<GuestLink>find(
                        "from GuestLink l join fetch l.madeBy left join fetch l.campaign where l.workspace = ?1 order by l.id desc",
                        workspace)
                .page(0, most)
                .list();
    }

    /** How many of theirs open: they do no more once their place is taken away. */
    @TemplateExtension
    static long openLinks(Membership place, Instant now) {
        return count(OPEN_OF, place.workspace, place.member, now);
    }

    static List<GuestLink> openOf(Membership place, Instant now) {
        return list(OPEN_OF + " order by id", place.workspace, place.member, now);
    }

    // ---- verbs ----

    /** The token, which nobody can be shown again. */
    static Token make(GuestLinkForm form, Member by, Instant now) {
        Token token = Token.fresh();
        GuestLink link = new GuestLink();
        form.apply(link);
        link.tokenHash = token.hash();
        link.madeBy = by;
        link.madeAt = now;
        link.persist();
        return token;
    }

    void shows(List<Pin> pins) {
        this.pins.addAll(pins);
    }

    void asks(String passcode, Passwords passwords) {
        passcodeHash = passwords.hash(passcode);
    }

    /** At once and for everybody; what its guests typed and did not send goes with it. */
    void revoke(Member by, Instant now) {
        if (revokedAt != null) {
            return;
        }
        revokedAt = now;
        revokedBy = by;
        Kept.forgetLink(id);
        Deed.of(workspace, by, Topic.SETTINGS, "closed the guest link for", now)
                .on(name)
                .record();
    }

    /** Counts each wrong one; after some the next has to wait. The caller commits whatever comes of it. */
    Admission admits(String passcode, Passwords passwords, Instant now) {
        GuestLink counted = findById(id, LockModeType.PESSIMISTIC_WRITE);
        getEntityManager().refresh(counted);
        if (counted.blockedUntil != null && counted.blockedUntil.isAfter(now)) {
            return Admission.TOO_OFTEN;
        }
        if (passwords.fits(passcode, passcodeHash)) {
            counted.failures = 0;
            return Admission.RIGHT;
        }
        counted.failures++;
        if (counted.failures >= FREE_TRIES) {
            Duration wait = Duration.ofSeconds(1L << Math.min(counted.failures - FREE_TRIES + 1, 20));
            counted.blockedUntil = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        }
        return Admission.WRONG;
    }

    // ---- reading ----

    public boolean asksPasscode() {
        return passcodeHash != null;
    }

    public boolean open(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    public boolean revoked() {
        return revokedAt != null;
    }

    public int pinCount() {
        return pinCount;
    }

    /** May see, comment and decide. */
    public String rights() {
        return "May see"
                + (comments && approves
                        ? ", comment and decide"
                        : comments ? " and comment" : approves ? " and decide" : "");
    }
}
