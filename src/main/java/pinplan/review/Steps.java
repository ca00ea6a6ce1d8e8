package pinplan.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.List;

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
