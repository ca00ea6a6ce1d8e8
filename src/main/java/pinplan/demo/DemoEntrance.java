package pinplan.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
        boolean spent = QuarkusTransaction.requiringNew().call(() -> token.spend(key, clock.instant()));
        if (!spent) {
            throw new NotFoundException("This set-up link was used, or a newer one replaced it.");
        }
        demo.make(start.zone());
        return Answer.seeOther("/sign-in");
    }
}
