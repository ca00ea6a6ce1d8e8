package pinplan.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pinplan.publer.Connection;
import pinplan.team.Viewer;

/** What the frame of every page has to know of the Publer behind the viewer's workspace. Asked once per request. */
@Named("publer")
@RequestScoped
public class Connected {
    private Viewer viewer;
    private boolean asked;
    private Connection connection;

    Connected() {}

    @Inject
    Connected(Viewer viewer) {
        this.viewer = viewer;
    }

    public boolean any() {
        return connection() != null;
    }

    /** Whether nothing reaches Pinterest, whatever the pages say of pins. */
    public boolean sandbox() {
        return any() && connection().sandbox();
    }

    private Connection connection() {
        if (!asked) {
            connection = Connection.of(viewer.workspace().id).orElse(null);
            asked = true;
        }
        return connection;
    }
}
