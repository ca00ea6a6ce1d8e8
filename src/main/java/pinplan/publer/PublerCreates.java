package pinplan.publer;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The two paths that make a post, apart from the others because nothing may ever send them twice: a fresh connection
 * each time, so that no stale one tempts anybody to try again, and a deadline checked last of all.
 */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "publer-creates", baseUri = "https://app.publer.com/api/v1")
@RegisterProvider(NoTransaction.class)
@RegisterProvider(Deadline.class)
@RegisterProvider(AnswerStream.Opening.class)
interface PublerCreates {
    @POST
    @Path("/posts/schedule")
    Uni<RestResponse<InputStream>> schedule(
            @Url String base,
            @HeaderParam(PublerApi.KEY) String key,
            @HeaderParam(PublerApi.WORKSPACE) String workspace,
            @HeaderParam(Deadline.HEADER) long deadline,
            String body);

    @POST
    @Path("/posts/schedule/publish")
    Uni<RestResponse<InputStream>> publish(
            @Url String base,
            @HeaderParam(PublerApi.KEY) String key,
            @HeaderParam(PublerApi.WORKSPACE) String workspace,
            @HeaderParam(Deadline.HEADER) long deadline,
            String body);
}
