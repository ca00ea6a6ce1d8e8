package pinplan.review;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.pin.Pin;
import pinplan.pin.Visitor;
import pinplan.team.Member;
import pinplan.team.Workspace;

/**
 * Who can take the step that a pin is at. That is reckoned in one place, by the database's {@code who_can_take}, and kept there
 * in {@code waiting}: for one pin, for a member's whole desk, and for a count of it.
 *
 * @param insteadOf who was asked; null: the member themself
 * @param barred what keeps that person from it; null: nothing
 */
public record Seat(Member member, Member insteadOf, Barred barred) {
    /** How many pins wait on {@code :member} of {@code :workspace}, and no more than {@code :most}: for whoever asks more at once. */
    public static final String HOW_MANY = "select count(*) from (select distinct w.pin_id from waiting w"
            + " where w.workspace_id = :workspace and w.member_id = :member and w.barred is distinct from 'GUEST'"
            + " and (select p.status = 'IN_REVIEW' and p.deleted_at is null from pin p where p.id = w.pin_id)"
            + " limit :most) asked";

    /** For one more question of others: whether {@code p}, a pin, waits on the member of {@code n}, be it held meanwhile or not. */
    public static final String WAITS = "p.deleted_at is null and 'IN_REVIEW' in (p.status, coalesce(p.held_from, ''))"
            + " and exists (select from waiting w where w.pin_id = p.id and w.member_id = n.member_id"
            + " and w.barred is distinct from 'GUEST')";

    enum Barred {
        AWAY("who is away"),
        GONE("who can't decide here any more"),
        OWN("whose own pin it is"),
        GUEST(""),
        NOBODY("");

        private final String words;

        Barred(String words) {
            this.words = words;
        }
    }

    /** Where a guest is asked, others may step in, but it does not wait on them. */
    public boolean asked() {
        return barred != Barred.GUEST;
    }

    /** In place of Mia, who is away; empty for one's own. */
    public String words() {
        if (barred == Barred.GUEST) {
            return "in place of a guest";
        }
        return insteadOf == null
                ? ""
                : "in place of " + insteadOf.name + (barred == null ? ", as it is due soon" : ", " + barred.words);
    }

    // ---- finding ----

    /** A guest's, if the step that it is at takes one; null: they are not asked. */
    static Seat of(Review review, Visitor guest) {
        boolean theirs = review != null
                && (review.workspace.authorsMayApprove || !review.askedBy.id.equals(guest.invitedBy().id));
        return theirs && review.steps.steps().get(review.step).takesGuests() ? new Seat(null, null, null) : null;
    }

    /** Theirs on this pin, their own before any other; null: they are not asked. */
    static Seat of(Pin pin, Member member) {
        return in(pin).filter(seat -> seat.member.id.equals(member.id))
                .findFirst()
                .orElse(null);
    }

    /** Theirs on each of these that are in review, their own before any other. */
    static Map<Long, Seat> of(List<Pin> pins, Member member) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(
                        "select distinct on (w.pin_id) w.member_id, w.instead_of_id, w.barred, w.pin_id from waiting w"
                                + " where w.member_id = :member and w.pin_id = any(:pins)"
                                + " order by w.pin_id, w.instead_of_id is not null, w.instead_of_id")
                .setParameter("member", member.id)
                .setParameter("pins", pins.stream().map(pin -> pin.id).toArray(Long[]::new))
                .getResultList();
        Map<Long, Member> people = people(rows);
        return rows.stream().collect(Collectors.toMap(row -> (Long) row[3], row -> of(row, people)));
    }

    /** Everybody who could. */
    public static List<Seat> of(Pin pin) {
        return in(pin).toList();
    }

    private static Stream<Seat> in(Pin pin) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(
                        "select w.member_id, w.instead_of_id, w.barred from waiting w join member m on m.id = w.member_id"
                                + " join pin p on p.id = w.pin_id and p.status = 'IN_REVIEW'"
                                + " where w.pin_id = :pin"
                                + " order by w.instead_of_id is not null, m.name, w.instead_of_id")
                .setParameter("pin", pin.id)
                .getResultList();
        Map<Long, Member> people = people(rows);
        return rows.stream().map(row -> of(row, people));
    }

    private static Seat of(Object[] row, Map<Long, Member> people) {
        return new Seat(
                people.get(row[0]), people.get(row[1]), row[2] == null ? null : Barred.valueOf((String) row[2]));
    }

    private static Map<Long, Member> people(List<Object[]> rows) {
        List<Long> ids = rows.stream()
                .flatMap(row -> Stream.of(row[0], row[1]))
                .filter(Objects::nonNull)
                .map(Long.class::cast)
                .distinct()
                .toList();
        Map<Long, Member> people = new HashMap<>();
        if (!ids.isEmpty()) {
            Member.<Member>list("id in ?1", ids).forEach(member -> people.put(member.id, member));
        }
        return people;
    }

    /** Whether the step that this is at needs still somebody, when everybody of it is asked. */
    static boolean leftIn(Review review) {
        return !Panache.getEntityManager()
                .createNativeQuery("select 1 from open_seat(:review) where barred is null or barred <> 'OWN'")
                .setParameter("review", review.id)
                .getResultList()
                .isEmpty();
    }

    /** The pins in review that wait on them, or those that don't: the first to go out first, those without a time last. */
    @SuppressWarnings("unchecked")
    static List<Long> pins(Workspace workspace, Member member, boolean theirs, int first, int most) {
        return theirs(
                        "select p.id from pin p where p.workspace_id = :workspace and p.status = 'IN_REVIEW'"
                                + " and p.deleted_at is null and p.id " + (theirs ? "in" : "not in")
                                + " (select pin_id from waiting where workspace_id = :workspace and member_id = :member"
                                + " and barred is distinct from 'GUEST')"
                                + " order by p.publish_at nulls last, p.id",
                        workspace,
                        member)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    private static Query theirs(String query, Workspace workspace, Member member) {
        return Panache.getEntityManager()
                .createNativeQuery(query)
                .setParameter("workspace", workspace.id)
                .setParameter("member", member.id);
    }
}
