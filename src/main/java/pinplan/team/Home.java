package pinplan.team;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import pinplan.web.Answer;
import pinplan.web.Open;

@Path("/")
class Home {
    private final Viewer viewer;

    Home(Viewer viewer) {
        this.viewer = viewer;
    }

    @GET
    @Open(why = "it only points to sign-in or to the calendar")
    public Response home() {
        return Answer.seeOther(viewer.known() ? "/calendar" : "/sign-in");
    }
}
