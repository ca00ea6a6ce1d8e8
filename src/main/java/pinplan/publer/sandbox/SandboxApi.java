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
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import pinplan.publer.KeyBox;
import pinplan.web.Open;

/** Publer's own paths. Each request is one transaction on its world; what the wire does to the answer comes after it. */
@Path("/sandbox/publer/api/v1")
@Keyed
@Open(why = "carries Publer's own key, ignores sessions")
class SandboxApi {
    /** Of a request without a file: more than a hundred posts are. */
    static final int MOST_BYTES = 1_000_000;

    private static final String PREFIX = "/sandbox/publer/api/v1";

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
    public Response fromUrl(InputStream body) throws IOException {
        return read(Operation.FROM_URL, body, Clerk::fromUrl);
    }

    @POST
    @Path("/posts/schedule")
    @Consumes(MediaType.WILDCARD)
    public Response schedule(InputStream body) throws IOException {
        return read(Operation.SCHEDULE, body, (clerk, text) -> clerk.create(Operation.SCHEDULE, text));
    }

    @POST
    @Path("/posts/schedule/publish")
    @Consumes(MediaType.WILDCARD)
    public Response publish(InputStream body) throws IOException {
        return read(Operation.PUBLISH, body, (clerk, text) -> clerk.create(Operation.PUBLISH, text));
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
    public Response update(@PathParam("id") String id, InputStream body) throws IOException {
        return read(Operation.UPDATE, body, (clerk, text) -> clerk.update(id, text));
    }

    private Response read(Operation operation, InputStream body, BiFunction<Clerk, String, Played> act)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return serve(
                    operation,
                    "more than " + MOST_BYTES + " bytes",
                    clerk -> Played.errors(413, "Request is too large: at most " + MOST_BYTES + " bytes are read"));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return serve(operation, text, clerk -> act.apply(clerk, text));
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
        SandboxWorld world = Doorkeeper.digest(authorization, box)
                .flatMap(SandboxWorld::locked)
                .orElse(null);
        if (world == null) {
            return Doorkeeper.refusal();
        }
        Instant now = clock.instant();
        world.advance(now);
        Set<Fault> faults = SandboxFault.take(world, call.operation());
        Played played = new Clerk(world, faults, now).serve(call, act);
        SandboxRequest.write(world, call, now, played);
        return played;
    }
}
