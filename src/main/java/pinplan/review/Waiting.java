package pinplan.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** What the frame of every page says about review: how many pins wait on whoever looks. Templates ask {@code inject:waiting}. */
@Named("waiting")
@RequestScoped
public class Waiting {
    private Viewer viewer;
    private String words;

    Waiting() {}

    @Inject
    Waiting(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Empty: none. */
    public String words() {
        if (words == null) {
            int pins = viewer.may(Right.APPROVE) ? Seat.count(viewer.workspace(), viewer.member()) : 0;
            words = pins == 0 ? "" : pins < Seat.COUNTED ? String.valueOf(pins) : Seat.COUNTED - 1 + "+";
        }
        return words;
    }
}
