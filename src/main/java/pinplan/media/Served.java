package pinplan.media;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.PathPart;

/** How the bytes of media leave, to whomever may see them: whatever is in them, a browser only ever sees a picture or a video. */
@ApplicationScoped
public class Served {
    /** Even opened on its own, a file runs nothing and belongs to no site. */
    private static final String CSP = "default-src 'none'; sandbox";

    private final MediaStore store;
    private final Thumbnails thumbnails;
    private final CurrentVertxRequest request;

    @Inject
    Served(MediaStore store, Thumbnails thumbnails, CurrentVertxRequest request) {
        this.store = store;
        this.thumbnails = thumbnails;
        this.request = request;
    }

    /** What a browser says of the bytes that it wants, each null where it says nothing. */
    public record Wanted(String range, String onlyIf, String known) {}

    public Response file(Media media, Wanted wanted) throws IOException {
        String tag = "\"" + media.sha256 + "\"";
        if (tag.equals(wanted.known())) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        Path path = found(store.path(media));
        long size = Files.size(path);
        boolean partly = wanted.onlyIf() == null || wanted.onlyIf().equals(tag);
        ByteRange range = partly ? ByteRange.of(wanted.range(), size) : null;
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

    /** @param digest of what is meant: an address never changes what it shows */
    public Response thumbnail(Media media, String digest, int width) throws IOException, Refusal {
        if (!digest.equals(Thumbnails.digest(media)) || !Thumbnails.offers(width)) {
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

    private static Path found(Path file) {
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
