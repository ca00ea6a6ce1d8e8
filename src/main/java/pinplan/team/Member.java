package pinplan.team;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/** A person. What they may do is their membership's matter. */
@Entity
public class Member extends PanacheEntity {
    public String email;
    public String name;
    public String passwordHash;
    public Instant createdAt;

    @Enumerated(EnumType.STRING)
    public DayOfWeek weekBegins = DayOfWeek.MONDAY;

    /** 24 or 12. */
    public int clockHours = 24;

    /** Where they are themselves; null: where the workspace is. */
    public ZoneId zone;

    public static Member called(String name, String email, String passwordHash, Instant now) {
        Member member = new Member();
        member.name = name;
        member.email = email;
        member.passwordHash = passwordHash;
        member.createdAt = now;
        member.persist();
        return member;
    }

    public static Member withEmail(String email) {
        return find("lower(email) = lower(?1)", email == null ? "" : email.strip())
                .firstResult();
    }

    /** Held until the transaction ends: of two invitations that they accept at once, one lets them in. */
    Member locked() {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** This member in the transaction that is open, so that a change is kept. */
    Member fresh() {
        return findById(id);
    }
}
