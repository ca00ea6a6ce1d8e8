package pinplan.pin;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.team.Member;

/** Somebody is changing a pin: their open page says so again and again, and it is over soon after it does not. */
final class Editing {
    /** Pages say it every five seconds; one may be late. */
    private static final Duration LASTS = Duration.ofSeconds(12);

    private Editing() {}

    static void goesOn(Pin pin, Member member, Instant now) {
        database()
                .createNativeQuery("insert into editing (pin_id, member_id, until_at) values (?1, ?2, ?3)"
                        + " on conflict (pin_id, member_id) do update set until_at = excluded.until_at")
                .setParameter(1, pin.id)
                .setParameter(2, member.id)
                .setParameter(3, now.plus(LASTS))
                .executeUpdate();
    }

    /** What nobody ended goes with it. */
    static void ends(Pin pin, Member member, Instant now) {
        database()
                .createNativeQuery("delete from editing where pin_id = ?1 and (member_id = ?2 or until_at <= ?3)")
                .setParameter(1, pin.id)
                .setParameter(2, member.id)
                .setParameter(3, now)
                .executeUpdate();
    }

    /** The names of those who are at it besides you. */
    static List<String> others(Pin pin, Member you, Instant now) {
        return database()
                .createNativeQuery("select m.name from editing e join member m on m.id = e.member_id"
                        + " where e.pin_id = ?1 and e.member_id <> ?2 and e.until_at > ?3 order by m.name")
                .setParameter(1, pin.id)
                .setParameter(2, you.id)
                .setParameter(3, now)
                .getResultList();
    }

    private static EntityManager database() {
        return Pin.getEntityManager();
    }
}
