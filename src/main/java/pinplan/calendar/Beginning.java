package pinplan.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import pinplan.board.Connected;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** What a new workspace still lacks, said where nothing is planned yet, to those who may do something about it. */
@Named("beginning")
@RequestScoped
public class Beginning {
    private Viewer viewer;
    private Connected publer;

    Beginning() {}

    @Inject
    Beginning(Viewer viewer, Connected publer) {
        this.viewer = viewer;
        this.publer = publer;
    }

    public record Step(String words, String href) {}

    /** @param choices what there is already; so it costs no question of its own */
    public List<Step> steps(Choices choices) {
        List<Step> steps = new ArrayList<>();
        if (viewer.may(Right.ADMINISTER) && !publer.any()) {
            steps.add(new Step("Connect Publer, or try the built-in sandbox", "/settings/publer"));
        }
        boolean begun = publer.any() && !choices.campaigns().isEmpty();
        if (viewer.may(Right.ADMINISTER) && choices.authors().size() == 1 && !begun) {
            steps.add(new Step("Invite your team", "/team"));
        }
        if (viewer.may(Right.EDIT) && choices.campaigns().isEmpty()) {
            steps.add(new Step("Make a campaign", "/campaigns/new"));
        }
        return steps;
    }
}
