package pinplan.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import pinplan.team.Viewer;

/** How much the viewer has not read yet: on every page, so it is one look at a small index. */
@Named("bell")
@RequestScoped
public class Bell {
    private final Viewer viewer;

    Bell(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Empty for nothing. */
    public String unread() {
        int count = Notification.unread(viewer.workspace(), viewer.member());
        return count == 0 ? "" : count > Notification.COUNTED ? Notification.COUNTED + "+" : String.valueOf(count);
    }
}
