package pinplan.media;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** Bytes of media for members. Whatever is in them, a browser only ever sees a picture or a video. */
@Path("/media/{id}")
@Needs(Right.SEE)
class MediaFiles {
    /** Even opened on its own, a file runs nothing and belongs to no site. */
    private static final String CSP = "default-src 'none'; sandbox";

    private final Viewer viewer;
    private final MediaStore store;
    private final Thumbnails thumbnails;
    private final CurrentVertxRequest request;

    MediaFiles(Viewer viewer, MediaStore store, Thumbnails thumbnails, CurrentVertxRequest request) {
        this.request = request;
        this.viewer = viewer;
        this.store = store;
        this.thumbnails = thumbnails;
    }

    @GET
    @Path("file")
    public Response file(
            @RestPath Long id,
            @HeaderParam("Range") String asked,
            @HeaderParam("If-Range") String onlyIf,
            @HeaderParam("If-None-Match") String known)
            throws IOException {
        Media media = Media.in(viewer.workspace(), id);
        String tag = "\"" + media.sha256 + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        java.nio.file.Path path = found(store.path(media));
        long size = Files.size(path);
        ByteRange range = onlyIf == null || onlyIf.equals(tag) ? ByteRange.of(asked, size) : null;
        if (range == ByteRange.OUTSIDE) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        Response.ResponseBuilder answer = range == null
                ? Response.ok(path)
                : Response.status(206)
                        .entity(new PathPart(path, range.first(), range.length()))
                        .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
        return fixed(answer, media.contentType, "private, max-age=86400")
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(media.fileName))
                .build();
    }

    @GET
    @Path("{digest: [0-9a-f]{16}}-{width: \\d{1,4}}.jpg")
    public Response thumbnail(@RestPath Long id, @RestPath String digest, @RestPath int width)
            throws IOException, Refusal {
        Media media = Media.in(viewer.workspace(), id);
        if (!digest.equals(Thumbnails.digest(media))
                || Arrays.stream(Thumbnails.WIDTHS).noneMatch(w -> w == width)) {
            throw new NotFoundException();
        }
        found(store.path(media));
        return fixed(Response.ok(thumbnails.file(media, width)), "image/jpeg", "private, max-age=31536000, immutable")
                .build();
    }

    private Response.ResponseBuilder fixed(Response.ResponseBuilder answer, String type, String cache) {
        // Set here, since a header of the answer's own would be said besides the one that every page has.
        request.getCurrent().response().putHeader("Content-Security-Policy", CSP);
        return answer.type(type).header(HttpHeaders.CACHE_CONTROL, cache);
    }

    private static java.nio.file.Path found(java.nio.file.Path file) {
        if (!Files.exists(file)) {
            throw new NotFoundException();
        }
        return file;
    }

    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "inline; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
