package pinplan.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.SetupToken;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Open;

/** The way in from the set-up page, and the way out from the settings. */
@Path("/")
class DemoDoor {
    private final Demo demo;
    private final DemoStart start;
    private final Removal removal;
    private final SetupToken token;
    private final Viewer viewer;
    private final Clock clock;

    DemoDoor(Demo demo, DemoStart start, Removal removal, SetupToken token, Viewer viewer, Clock clock) {
        this.demo = demo;
        this.start = start;
        this.removal = removal;
        this.token = token;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Path("setup/demo")
    @Open(why = "nobody is a member yet; the one-time token from the console is the key")
    public Response explore(@FormParam("token") String key) {
        boolean spent = QuarkusTransaction.requiringNew().call(() -> token.spend(key, clock.instant()));
        if (!spent) {
            throw new NotFoundException("This set-up link was used, or a newer one replaced it.");
        }
        demo.make(start.zone());
        return Answer.seeOther("/sign-in");
    }

    @POST
    @Path("demo/remove")
    @Needs(Right.OWN)
    public Response remove() {
        if (!viewer.workspace().demo) {
            return Answer.seeOther("/settings", "This workspace is no demo. Nothing was removed.");
        }
        removal.of(viewer.workspace());
        return Answer.seeOther("/setup?token=" + token.issue(clock.instant()).text());
    }
}
