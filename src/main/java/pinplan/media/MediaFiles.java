package pinplan.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** Bytes of media for members. */
@Path("/media/{id}")
@Needs(Right.SEE)
class MediaFiles {
    private final Viewer viewer;
    private final Served served;

    MediaFiles(Viewer viewer, Served served) {
        this.viewer = viewer;
        this.served = served;
    }

    @GET
    @Path("file")
    public Response file(
            @RestPath Long id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String onlyIf,
            @HeaderParam("If-None-Match") String known)
            throws IOException {
        return served.file(Media.in(viewer.workspace(), id), new Served.Wanted(range, onlyIf, known));
    }

    @GET
    @Path("{digest: [0-9a-f]{16}}-{width: \\d{1,4}}.jpg")
    public Response thumbnail(@RestPath Long id, @RestPath String digest, @RestPath int width)
            throws IOException, Refusal {
        return served.thumbnail(Media.in(viewer.workspace(), id), digest, width);
    }
}
