package pinplan.autosave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import pinplan.web.Formats;

/** Takes what open forms tell while one types, and says in a few words that it is kept, or why not. */
public final class Telling {
    static final String SITTING = "[0-9a-f]{32}";
    private static final String FORM = "[a-z-]{1,40}/(new|[0-9]{1,18})";

    /** Far more than any form of ours holds. */
    public static final int MOST = 64 * 1024;

    private static final int LONGEST_FILES = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Telling() {}

    /**
     * @param fields a name and a value each; none: the form is as it was
     * @param files the names of those that are chosen
     */
    private record Page(String form, String sitting, List<List<String>> fields, List<String> files) {
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

    /**
     * Not one transaction: what comes is read first, as slowly as it may.
     *
     * @param keeps it, or says why not
     * @param forgets what is as it was
     */
    public static Response take(
            InputStream body, Function<Told, Response> keeps, Consumer<String> forgets, Instant now, ZoneId zone)
            throws IOException {
        byte[] told = body.readNBytes(MOST + 1);
        if (told.length > MOST) {
            return words(413, "Not kept: this is too much. Save it.");
        }
        Page page = read(told);
        if (page == null || !page.understood()) {
            return words(422, "Not kept: what came makes no form.");
        }
        if (page.fields.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> forgets.accept(page.sitting));
            return words(200, "");
        }
        Told whole = new Told(page.form, page.sitting, Filled.of(page.fields), page.fileNames());
        if (whole.filled().stored().getBytes(StandardCharsets.UTF_8).length > MOST) {
            return words(413, "Not kept: this is too much. Save it.");
        }
        Response refused = QuarkusTransaction.requiringNew().call(() -> keeps.apply(whole));
        return refused == null ? words(200, "Kept " + Formats.clock(now, zone) + ", not saved yet") : refused;
    }

    /** Null where it is kept. */
    public static Response kept(Owner owner, Told told, Instant now) {
        return Kept.keep(owner, told, now) ? null : words(410, "Not kept: this was already saved or discarded.");
    }

    public static Response words(int status, String words) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(words)
                .build();
    }

    private static Page read(byte[] told) {
        try {
            return JSON.readValue(told, Page.class);
        } catch (IOException e) {
            return null;
        }
    }
}
