package pinplan.publer.sandbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.publer.Connection;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** What the sandbox behind the viewer's workspace received and holds, and the form that makes it misbehave. */
@Path("/sandbox")
class SandboxPage {
    private static final int MOST_TIMES = 1000;
    private static final Pattern TIMES = Pattern.compile("[0-9]{1,4}");

    private final Viewer viewer;
    private final Sandbox sandbox;

    SandboxPage(Viewer viewer, Sandbox sandbox) {
        this.viewer = viewer;
        this.sandbox = sandbox;
    }

    @CheckedTemplate(basePath = "sandbox")
    static class Templates {
        static native TemplateInstance page(
                SandboxLog log,
                Map<String, Integer> waiting,
                Map<String, List<Fault>> faults,
                String times,
                Errors errors);

        static native TemplateInstance none();
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance page() {
        return stage().map(stage -> show(stage, "1", new Errors())).orElseGet(Templates::none);
    }

    @POST
    @Path("/faults")
    @Needs(Right.ADMINISTER)
    public Response script(@RestForm String fault, @RestForm String times) {
        Stage stage = stage().orElse(null);
        if (stage == null) {
            return Answer.seeOther("/sandbox");
        }
        Fault chosen = Fault.named(fault);
        int count = times != null && TIMES.matcher(times.strip()).matches() ? Integer.parseInt(times.strip()) : 0;
        Errors errors = new Errors();
        if (chosen == null) {
            errors.add("fault", "Choose what shall go wrong.");
        }
        if (count < 1 || count > MOST_TIMES) {
            errors.add("times", "How many times: 1 to " + MOST_TIMES + ".");
        }
        if (errors.any()) {
            return Answer.again(show(stage, times == null ? "" : times, errors));
        }
        stage.fault(chosen, count);
        return Answer.seeOther("/sandbox", "It will: " + chosen.words() + ".");
    }

    @POST
    @Path("/faults/forget")
    @Needs(Right.ADMINISTER)
    public Response forget() {
        stage().ifPresent(Stage::forgetFaults);
        return Answer.seeOther("/sandbox", "The sandbox behaves again.");
    }

    private Optional<Stage> stage() {
        return Connection.of(viewer.workspace().id).flatMap(sandbox::of);
    }

    private static TemplateInstance show(Stage stage, String times, Errors errors) {
        return Templates.page(stage.log(), stage.waiting(), Fault.byTopic(), times, errors);
    }
}
