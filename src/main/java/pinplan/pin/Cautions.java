package pinplan.pin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** What is wrong with the composer's fields while they are being typed: the page puts each beside its field. */
@Path("/pins/cautions")
class Cautions {
    private final Viewer viewer;
    private final Clock clock;

    Cautions(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance cautionsPanel(List<Caution> cautions);
    }

    @GET
    @Needs(Right.EDIT)
    public TemplateInstance panel(@BeanParam Links.Asked asked) {
        Pin pin = asked.pin == null ? null : Pin.in(viewer.workspace(), asked.pin);
        return Templates.cautionsPanel(Caution.of(asked.form(), viewer.workspace(), pin, clock.instant()));
    }
}
