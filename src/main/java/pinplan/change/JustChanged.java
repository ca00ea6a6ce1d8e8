package pinplan.change;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import pinplan.team.Viewer;
import pinplan.web.Flash;

/** The pins of the change that the page tells of, so that it can mark them. */
@Named("justChanged")
@RequestScoped
public class JustChanged {
    private final Flash flash;
    private final Viewer viewer;

    JustChanged(Flash flash, Viewer viewer) {
        this.flash = flash;
        this.viewer = viewer;
    }

    /** 12 13 14; empty where it tells of no change. */
    public String pins() {
        if (flash.changes() == null || !viewer.known()) {
            return "";
        }
        boolean undone = flash.undo() == null;
        return ChangedPin.of(viewer.workspace(), flash.changes(), undone).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
