package pinplan.publer;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

/**
 * Publer's paths that may be asked twice. Where Publer is comes with each call, since every workspace may have its own.
 * The answers are left raw: a wrong status is an answer too, and {@link Reply} reads it.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "publer", baseUri = "https://app.publer.com/api/v1")
@RegisterProvider(NoTransaction.class)
@RegisterProvider(AnswerStream.Opening.class)
interface PublerApi {
    String KEY = "Authorization";
    String WORKSPACE = "Publer-Workspace-Id";

    @GET
    @Path("/users/me")
    Uni<RestResponse<InputStream>> me(@Url String base, @HeaderParam(KEY) String key);

    @GET
    @Path("/workspaces")
    Uni<RestResponse<InputStream>> workspaces(@Url String base, @HeaderParam(KEY) String key);

    @GET
    @Path("/accounts")
    Uni<RestResponse<InputStream>> accounts(
            @Url String base, @HeaderParam(KEY) String key, @HeaderParam(WORKSPACE) String workspace);

    @GET
    @Path("/workspaces/{id}/media_options")
    Uni<RestResponse<InputStream>> mediaOptions(
            @Url String base,
            @HeaderParam(KEY) String key,
            @HeaderParam(WORKSPACE) String workspace,
            @PathParam("id") String id,
            @QueryParam("accounts[]") List<String> accounts);

    @POST
    @Path("/media")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<RestResponse<InputStream>> upload(
            @Url String base,
            @HeaderParam(KEY) String key,
            @HeaderParam(WORKSPACE) String workspace,
            ClientMultipartForm form);

    @GET
    @Path("/media")
    Uni<RestResponse<InputStream>> media(
            @Url String base,
            @HeaderParam(KEY) String key,
            @HeaderParam(WORKSPACE) String workspace,
            @QueryParam("ids[]") List<String> ids,
            @QueryParam("types[]") List<String> types,
            @QueryParam("used[]") List<Boolean> used);

    @GET
    @Path("/job_status/{id}")
    Uni<RestResponse<InputStream>> job(
            @Url String base,
            @HeaderParam(KEY) String key,
            @HeaderParam(WORKSPACE) String workspace,
            @PathParam("id") String id);

    @GET
    @Path("/posts")
    Uni<RestResponse<InputStream>> posts(
            @Url String base,
            @HeaderParam(KEY) String key,
            @HeaderParam(WORKSPACE) String workspace,
            @QueryParam("account_ids[]") List<String> accounts,
            @QueryParam("state[]") List<String> states,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("page") int page);

    @DELETE
    @Path("/posts")
    Uni<RestResponse<InputStream>> delete(
            @Url String base,
            @HeaderParam(KEY) String key,
            @HeaderParam(WORKSPACE) String workspace,
            @QueryParam("post_ids[]") List<String> ids);
}
