package pinplan.guest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.media.Media;
import pinplan.media.Refusal;
import pinplan.media.Served;
import pinplan.team.Viewer;
import pinplan.web.Open;

/** The pictures and videos of the pins that a link shows, and no others. */
@Path("/g/{token}/media/{id}")
@Open(why = "a guest is no member; the token is the key, looked at for each request")
class GuestMedia {
    private final Viewer viewer;
    private final Served served;
    private final Clock clock;

    GuestMedia(Viewer viewer, Served served, Clock clock) {
        this.viewer = viewer;
        this.served = served;
        this.clock = clock;
    }

    @GET
    @Path("file")
    public Response file(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(GuestPages.COOKIE) String cookie,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String onlyIf,
            @HeaderParam("If-None-Match") String known)
            throws IOException {
        return served.file(media(token, id, cookie), new Served.Wanted(range, onlyIf, known));
    }

    @GET
    @Path("{digest: [0-9a-f]{16}}-{width: \\d{1,4}}.jpg")
    public Response thumbnail(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(GuestPages.COOKIE) String cookie,
            @RestPath String digest,
            @RestPath int width)
            throws IOException, Refusal {
        return served.thumbnail(media(token, id, cookie), digest, width);
    }

    private Media media(String token, Long id, String cookie) {
        Visit visit = Visit.at(token, cookie, viewer, clock.instant());
        if (!visit.admitted()) {
            throw new NotFoundException();
        }
        return GuestPins.media(visit, id);
    }
}
