package pinplan.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Map;
import pinplan.pin.Actor;
import pinplan.team.Member;
import pinplan.team.Role;

/**
 * Whom a pin waits for before it goes on.
 *
 * @param everyone all of them, not one of them
 * @param role whoever is that or more; null: the people, or without any a guest
 */
public record Step(boolean everyone, Role role, List<Long> people) {
    static final Step ANY_APPROVER = new Step(false, Role.APPROVER, List.of());

    static final Step A_GUEST = new Step(false, null, List.of());

    @JsonIgnore
    boolean asksGuest() {
        return role == null && people.isEmpty();
    }

    /** Whether this member's word is all that it takes. */
    boolean isTakenBy(Actor by) {
        return !everyone && by.member() != null && asks(by.member(), by.role());
    }

    boolean asks(Member member, Role theirs) {
        return role == null ? people.contains(member.id) : theirs.compareTo(role) <= 0;
    }

    /** One of many approvers may as well be a guest whose link lets them decide. */
    boolean takesGuests() {
        return asksGuest() || role == Role.APPROVER && !everyone;
    }

    /** Whom a role means, for somebody who chooses it. */
    @TemplateExtension
    static String those(Role role) {
        return switch (role) {
            case APPROVER -> "Approvers, admins and owners";
            case ADMIN -> "Admins and owners";
            case OWNER -> "Owners";
            case CREATOR, VIEWER -> throw mayNot(role);
        };
    }

    /** Mia and Tom; Mia or Tom; every admin and owner; an admin or an owner. */
    String words(Map<Long, String> names) {
        if (asksGuest()) {
            return "a guest";
        }
        if (role == null) {
            List<String> all = people.stream().map(names::get).sorted().toList();
            String last = all.get(all.size() - 1);
            String others = String.join(", ", all.subList(0, all.size() - 1));
            return others.isEmpty() ? last : others + (everyone ? " and " : " or ") + last;
        }
        return switch (role) {
            case APPROVER -> everyone ? "every approver, admin and owner" : "an approver, an admin or an owner";
            case ADMIN -> everyone ? "every admin and owner" : "an admin or an owner";
            case OWNER -> everyone ? "every owner" : "an owner";
            case CREATOR, VIEWER -> throw mayNot(role);
        };
    }

    /** Mia and Tom decide; an admin or an owner decides. */
    String decides(Map<Long, String> names) {
        return words(names) + (everyone && people.size() > 1 ? " decide" : " decides");
    }

    private static IllegalArgumentException mayNot(Role role) {
        return new IllegalArgumentException("may not approve: " + role);
    }
}
