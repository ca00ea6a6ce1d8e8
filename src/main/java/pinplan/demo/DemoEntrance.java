package pinplan.demo;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import pinplan.team.SetupToken;
import pinplan.web.Answer;
import pinplan.web.Open;

/** The set-up page's other door. */
@Path("/setup/demo")
class DemoEntrance {
    private final Demo demo;
    private final DemoStart start;
    private final SetupToken token;
    private final Clock clock;

    DemoEntrance(Demo demo, DemoStart start, SetupToken token, Clock clock) {
        this.demo = demo;
        this.start = start;
        this.token = token;
        this.clock = clock;
    }

    @POST
    @Open(why = "nobody is a member yet; the one-time token from the console is the key")
    public Response explore(@FormParam("token") String key) {
        must(token.good(key));
        try {
            demo.make(start.zone(), () -> must(token.spend(key, clock.instant())));
        } catch (RuntimeException failed) {
            token.giveBack(key);
            throw failed;
        }
        return Answer.seeOther("/sign-in");
    }

    private static void must(boolean good) {
        if (!good) {
            throw new NotFoundException("This set-up link was used, or a newer one replaced it.");
        }
    }
}
