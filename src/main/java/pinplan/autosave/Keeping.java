package pinplan.autosave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Formats;
import pinplan.web.Referer;

/** Open forms tell what is typed into them, about a second after it is. What one says there is for oneself, so whoever sees may. */
@Path("/kept")
@Needs(Right.SEE)
class Keeping {
    static final String SITTING = "[0-9a-f]{32}";
    private static final String FORM = "[a-z-]{1,40}/(new|[0-9]{1,18})";

    /** Far more than any form of ours holds. */
    static final int MOST = 64 * 1024;

    private static final int LONGEST_FILES = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Viewer viewer;
    private final Clock clock;

    Keeping(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * @param fields a name and a value each; none: the form is as it was
     * @param files the names of those that are chosen
     */
    record Page(String form, String sitting, List<List<String>> fields, List<String> files) {
        boolean understood() {
            return form != null
                    && form.matches(FORM)
                    && sitting != null
                    && sitting.matches(SITTING)
                    && fields != null
                    && fields.stream().allMatch(pair -> pair != null && pair.size() == 2 && !pair.contains(null))
                    && files != null
                    && !files.contains(null);
        }

        String fileNames() {
            String names = String.join(", ", files).replace("\0", "");
            return names.codePointCount(0, names.length()) <= LONGEST_FILES
                    ? names
                    : names.substring(0, names.offsetByCodePoints(0, LONGEST_FILES - 1)) + "…";
        }
    }

    /** Says in a few words that it is kept, or why not. Not one transaction: what comes is read first, as slowly as it may. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    public Response keep(InputStream body) throws IOException {
        byte[] told = body.readNBytes(MOST + 1);
        if (told.length > MOST) {
            return words(413, "Not kept: this is too much. Save it.");
        }
        Page page = read(told);
        if (page == null || !page.understood()) {
            return words(422, "Not kept: what came makes no form.");
        }
        if (page.fields.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> Kept.forget(viewer, page.sitting));
            return words(200, "");
        }
        Kept.Told whole = new Kept.Told(page.form, page.sitting, Filled.of(page.fields), page.fileNames());
        if (whole.filled().stored().getBytes(StandardCharsets.UTF_8).length > MOST) {
            return words(413, "Not kept: this is too much. Save it.");
        }
        Instant now = clock.instant();
        boolean kept = QuarkusTransaction.requiringNew().call(() -> Kept.keep(viewer, whole, now));
        return kept
                ? words(200, "Kept " + Formats.clock(now, viewer.workspace().zone))
                : words(410, "Not kept: this was saved or thrown away already.");
    }

    @POST
    @Path("/throw-away")
    @Transactional
    public Response throwAway(@RestForm Long id, @RestHeader(Referer.HEADER) String referer) {
        if (id != null) {
            Kept.end(viewer, Kept.sitting(viewer, id), clock.instant());
        }
        return Answer.seeOther(Referer.path(referer, "/calendar"), "What you typed there is thrown away.");
    }

    private static Page read(byte[] told) {
        try {
            return JSON.readValue(told, Page.class);
        } catch (IOException e) {
            return null;
        }
    }

    private static Response words(int status, String words) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(words)
                .build();
    }
}
