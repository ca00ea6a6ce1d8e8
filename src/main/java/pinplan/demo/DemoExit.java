package pinplan.demo;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.SetupToken;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Caller;

/**
 * One click in the settings takes the demo away and leads to the set-up of the real thing: at once who sits at this machine,
 * and anybody else by the link on its console. Everybody may be the owner of a demo.
 */
@Path("/demo/remove")
class DemoExit {
    private final Removal removal;
    private final SetupToken token;
    private final Viewer viewer;
    private final Clock clock;

    DemoExit(Removal removal, SetupToken token, Viewer viewer, Clock clock) {
        this.removal = removal;
        this.token = token;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Needs(Right.OWN)
    public Response remove(@Context HttpServerRequest request) {
        if (!viewer.workspace().demo) {
            return Answer.seeOther("/settings", "This workspace is no demo. Nothing was removed.");
        }
        removal.of(viewer.workspace());
        if (Caller.sitsHere(request)) {
            return Answer.seeOther(
                    "/setup?token=" + token.issue(clock.instant()).text());
        }
        token.announce(clock.instant());
        return Answer.seeOther("/sign-in", "The demo is removed.");
    }
}
