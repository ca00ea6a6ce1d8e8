package pinplan.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import pinplan.team.Membership;
import pinplan.team.Role;

/** One after the other. None: whoever may approve agrees by submitting, and for the others one such person is asked. */
public record Steps(List<Step> steps) {
    /** Longer than any that people keep to. */
    static final int MOST = 5;

    static final Steps USUAL = new Steps(List.of(Step.ANY_APPROVER));

    @JsonIgnore
    public boolean none() {
        return steps.isEmpty();
    }

    /** Those that are taken when somebody has to be asked. */
    Steps asked() {
        return none() ? USUAL : this;
    }

    boolean askGuests() {
        return steps.stream().anyMatch(Step::asksGuest);
    }

    /** What of it may wait for nobody, as the team is. Who heads it decides for those who can't, but not for themself. */
    List<String> troubles(List<Membership> deciders, boolean ownToo) {
        List<Membership> heads = deciders.stream()
                .filter(place -> place.role().compareTo(Role.ADMIN) <= 0)
                .toList();
        if (ownToo || heads.size() != 1) {
            return List.of();
        }
        Membership head = heads.get(0);
        return IntStream.range(0, count())
                .filter(at -> !steps.get(at).asksGuest()
                        && deciders.stream()
                                .noneMatch(
                                        place -> place != head && steps.get(at).asks(place.member, place.role())))
                .mapToObj(at ->
                        "Only %s can take step %d. Nobody could decide on pins they began or submitted themselves, until you invite another admin or owner."
                                .formatted(head.member.name, at + 1))
                .toList();
    }

    int count() {
        return steps.size();
    }

    List<Long> everybodyNamed() {
        return steps.stream()
                .map(Step::people)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }
}
