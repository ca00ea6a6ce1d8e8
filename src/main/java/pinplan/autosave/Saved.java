package pinplan.autosave;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pinplan.team.Viewer;

/** A form that was taken leads on: then nothing of it is kept any more. */
public class Saved {
    private static final int SEE_OTHER = 303;

    private final KeptForms forms;
    private final Viewer viewer;
    private final Clock clock;

    Saved(KeptForms forms, Viewer viewer, Clock clock) {
        this.forms = forms;
        this.viewer = viewer;
        this.clock = clock;
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.POST) || response.getStatus() != SEE_OTHER || !viewer.known()) {
            return;
        }
        String sitting = forms.sent();
        if (sitting != null && sitting.matches(Keeping.SITTING)) {
            QuarkusTransaction.requiringNew().run(() -> Kept.end(viewer, sitting, clock.instant()));
        }
    }
}
