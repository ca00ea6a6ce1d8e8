package pinplan.publer.sandbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import pinplan.publer.KeyBox;
import pinplan.web.Open;

/** Publer's own paths. Each request is one transaction on its world; what the wire does to the answer comes after it. */
@Path("/sandbox/publer/api/v1")
@Open(why = "carries Publer's own key, ignores sessions")
class SandboxApi {
    private static final String PREFIX = "/sandbox/publer/api/v1";
    private static final String SCHEME = "Bearer-API ";

    private final KeyBox box;
    private final Clock clock;
    private final Wire wire;

    @Context
    HttpServerRequest request;

    @RestHeader("Authorization")
    String authorization;

    @RestHeader("Publer-Workspace-Id")
    String workspaceId;

    SandboxApi(KeyBox box, Clock clock, Wire wire) {
        this.box = box;
        this.clock = clock;
        this.wire = wire;
    }

    @GET
    @Path("/users/me")
    public Response me() {
        return serve(Operation.ME, "", Clerk::me);
    }

    @GET
    @Path("/workspaces")
    public Response workspaces() {
        return serve(Operation.WORKSPACES, "", Clerk::workspaces);
    }

    @GET
    @Path("/accounts")
    public Response accounts() {
        return serve(Operation.ACCOUNTS, "", Clerk::accounts);
    }

    @GET
    @Path("/workspaces/{id}/media_options")
    public Response boards(@PathParam("id") String id, @RestQuery("accounts[]") List<String> accounts) {
        return serve(Operation.BOARDS, "", clerk -> clerk.boards(id, accounts));
    }

    @POST
    @Path("/media")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("file") FileUpload file) throws IOException {
        if (file == null) {
            return serve(Operation.UPLOAD, "", clerk -> Played.errors(400, "File can't be blank"));
        }
        SandboxMedia media = new SandboxMedia();
        media.name = file.fileName();
        media.contentType = file.contentType();
        media.type = file.contentType() != null && file.contentType().startsWith("video/") ? "video" : "photo";
        media.byteCount = file.size();
        media.sha256 = Ids.sha256(file.uploadedFile());
        String seen = "file " + media.name + ", " + media.contentType + ", " + media.byteCount + " bytes, sha256 "
                + media.sha256;
        return serve(Operation.UPLOAD, seen, clerk -> clerk.upload(media));
    }

    @GET
    @Path("/media")
    public Response media(@RestQuery("ids[]") List<String> ids) {
        return serve(Operation.MEDIA, "", clerk -> clerk.media(ids));
    }

    @POST
    @Path("/media/from-url")
    @Consumes(MediaType.WILDCARD)
    public Response fromUrl(String body) {
        return serve(Operation.FROM_URL, body, clerk -> clerk.fromUrl(body));
    }

    @POST
    @Path("/posts/schedule")
    @Consumes(MediaType.WILDCARD)
    public Response schedule(String body) {
        return serve(Operation.SCHEDULE, body, clerk -> clerk.create(Operation.SCHEDULE, body));
    }

    @POST
    @Path("/posts/schedule/publish")
    @Consumes(MediaType.WILDCARD)
    public Response publish(String body) {
        return serve(Operation.PUBLISH, body, clerk -> clerk.create(Operation.PUBLISH, body));
    }

    @GET
    @Path("/job_status/{id}")
    public Response job(@PathParam("id") String id) {
        return serve(Operation.JOB, "", clerk -> clerk.job(id));
    }

    @GET
    @Path("/posts")
    public Response posts(
            @RestQuery("account_ids[]") List<String> accounts,
            @RestQuery("state[]") List<String> states,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery int page) {
        Listing listing = new Listing(accounts, states, from, to, Math.max(0, page));
        return serve(Operation.POSTS, "", clerk -> clerk.posts(listing));
    }

    @GET
    @Path("/posts/{id}")
    public Response post(@PathParam("id") String id) {
        return serve(Operation.POSTS, "", clerk -> Played.errors(403, "You are not allowed to do this"));
    }

    @DELETE
    @Path("/posts")
    public Response delete(@RestQuery("post_ids[]") List<String> ids) {
        return serve(Operation.DELETE, "", clerk -> clerk.delete(ids));
    }

    @PUT
    @Path("/posts/{id}")
    @Consumes(MediaType.WILDCARD)
    public Response update(@PathParam("id") String id, String body) {
        return serve(Operation.UPDATE, body, clerk -> clerk.update(id, body));
    }

    private Response serve(Operation operation, String body, Function<Clerk, Played> act) {
        String query = request.query();
        Call call = new Call(
                operation,
                request.method().name(),
                request.path().substring(PREFIX.length())
                        + (query == null ? "" : "?" + URLDecoder.decode(query, StandardCharsets.UTF_8)),
                body,
                workspaceId);
        return wire.send(QuarkusTransaction.requiringNew().call(() -> played(call, act)), request);
    }

    private Played played(Call call, Function<Clerk, Played> act) {
        SandboxWorld world = authorization == null || !authorization.startsWith(SCHEME)
                ? null
                : SandboxWorld.locked(box.digest(authorization.substring(SCHEME.length())))
                        .orElse(null);
        if (world == null) {
            return Played.errors(403, Clerk.INVALID_KEY);
        }
        Instant now = clock.instant();
        world.advance(now);
        Set<Fault> faults = SandboxFault.take(world, call.operation());
        Played played = new Clerk(world, faults, now).serve(call, act);
        SandboxRequest.write(world, call, now, played);
        return played;
    }
}
