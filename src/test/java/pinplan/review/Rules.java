package pinplan.review;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import pinplan.campaign.Campaign;
import pinplan.pin.Kitchen;
import pinplan.team.Member;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** Policies for tests, set without their page. */
public final class Rules {
    private Rules() {}

    public static Step any(Role role) {
        return new Step(false, role, List.of());
    }

    public static Step all(Role role) {
        return new Step(true, role, List.of());
    }

    public static Step any(Member... people) {
        return named(false, people);
    }

    public static Step all(Member... people) {
        return named(true, people);
    }

    private static Step named(boolean everyone, Member... people) {
        return new Step(
                everyone, null, Arrays.stream(people).map(member -> member.id).toList());
    }

    public static void steps(Kitchen kitchen, Step... steps) {
        set(kitchen, null, policy -> policy.steps = new Steps(List.of(steps)));
    }

    /** Every move needs a new approval. */
    public static void everyMoveIsAskedFor(Kitchen kitchen) {
        everyMoveIsAskedFor(kitchen.people.workspace);
    }

    public static void everyMoveIsAskedFor(Workspace workspace) {
        set(workspace, null, policy -> policy.moves = Moves.ALWAYS);
    }

    static void set(Kitchen kitchen, Campaign campaign, Consumer<Policy> how) {
        set(kitchen.people.workspace, campaign, how);
    }

    private static void set(Workspace where, Campaign campaign, Consumer<Policy> how) {
        Kitchen.write(() -> {
            Workspace workspace = Workspace.locked(where);
            Policy policy = Policy.own(workspace, campaign);
            how.accept(policy);
            policy.persist();
            return policy;
        });
    }
}
