package pinplan.autosave;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A form that was taken leads on: then nothing of it is kept any more. */
public class Saved {
    private static final int SEE_OTHER = 303;

    private final KeptForms forms;
    private final Clock clock;

    Saved(KeptForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.POST)
                || response.getStatus() != SEE_OTHER
                || forms.owner() == null) {
            return;
        }
        String sitting = forms.sent();
        if (sitting != null && sitting.matches(Telling.SITTING)) {
            QuarkusTransaction.requiringNew().run(() -> Kept.end(forms.owner(), sitting, clock.instant()));
        }
    }
}
