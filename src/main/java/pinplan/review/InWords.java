package pinplan.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.team.Difference;
import pinplan.team.Membership;

/** A policy as it is said to people, to be compared with what it says after a change. */
record InWords(String steps, String moves, String late) {
    static InWords of(Policy policy) {
        return new InWords(
                steps(policy),
                policy.moves.words() + (policy.moves.counted() ? ": " + policy.movesDays : ""),
                policy.late.words() + (policy.late.counted() ? ": " + policy.lateTimes : ""));
    }

    private static String steps(Policy policy) {
        Map<Long, String> names = Membership.ever(policy.workspace).stream()
                .collect(Collectors.toMap(place -> place.member.id, place -> place.member.name));
        return policy.steps.none()
                ? "nobody else is asked"
                : policy.steps.steps().stream().map(step -> step.words(names)).collect(Collectors.joining(", then "));
    }

    List<Difference> since(InWords before) {
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Who agrees", before.steps, steps);
        Difference.add(all, "Moves in time", before.moves, moves);
        Difference.add(all, "Not approved in time", before.late, late);
        return all;
    }
}
