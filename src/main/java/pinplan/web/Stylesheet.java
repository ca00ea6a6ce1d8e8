package pinplan.web;

import io.quarkus.runtime.LaunchMode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The style sheets, one file per component, as one answer: a first visit waits once and not for each. */
@Path("/css/pinplan.css")
@Open(why = "how pages look is no secret, and the sign-in page needs it")
class Stylesheet {
    private static final List<String> FILES = List.of(
            "tokens",
            "base",
            "layout",
            "form",
            "content",
            "pin",
            "preview",
            "composer",
            "comments",
            "review",
            "guest",
            "inbox",
            "media",
            "head",
            "calendar",
            "strip",
            "week",
            "board",
            "timeline",
            "moves",
            "publishing");
    private static final String ALL = all();

    @GET
    public Response show() {
        boolean changes = LaunchMode.current() == LaunchMode.DEVELOPMENT;
        return Response.ok(changes ? all() : ALL, "text/css;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, changes ? "no-cache" : "public, max-age=31536000, immutable")
                .build();
    }

    static String all() {
        return FILES.stream().map(Stylesheet::read).collect(Collectors.joining("\n")) + "\n@media print {\n"
                + read("print") + "\n}\n";
    }

    private static String read(String name) {
        String file = "/META-INF/resources/css/" + name + ".css";
        try (var in = Stylesheet.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
