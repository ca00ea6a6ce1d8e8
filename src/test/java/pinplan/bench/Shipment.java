package pinplan.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pinplan.support.Film;
import pinplan.support.PackagedApp;
import pinplan.support.Page;
import pinplan.support.Pages;

/** A large film on its way: through the composer's form into a packaged application, and on to its sandbox. */
record Shipment(Pages pages, Courier courier) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** To an application that was just set up, with the sandbox connected. */
    static Shipment with(PackagedApp app) throws Exception {
        Site site = Site.signedIn(app);
        Shipment shipment = new Shipment(Pages.signedIn(site.cookie().replaceFirst("pinplan=", "")), new Courier(site));
        shipment.connect();
        return shipment;
    }

    private void connect() {
        pages.get("/calendar").at("/sandbox/connect").submit();
        pages.get("/settings")
                .form("Save this rule")
                .check("Authors may approve their own pins")
                .submit();
        await("the sandbox' boards are here")
                .atMost(PATIENCE)
                .until(() -> pages.get("/boards").says("Cakes and tarts"));
    }

    /** With the file on its way like any other field. */
    void compose(Path film) throws Exception {
        ZonedDateTime at = ZonedDateTime.now(ZoneId.of("Europe/Berlin")).plusHours(1);
        Page draft = pages.get("/pins/new")
                .form("Save draft")
                .fill("Title", "A long film")
                .fill("Destination link", "https://example.org/film")
                .choose("Account", "Sandbox Kitchen")
                .choose("Board", "Cakes and tarts")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", "%02d:%02d".formatted(at.getHour(), at.getMinute()))
                .submit();
        Map<String, String> fields = new HashMap<>(Map.of("action", "submit"));
        for (String name : List.of("title", "link", "publishDate", "publishTime", "edition", "status")) {
            fields.put(
                    name, draft.document.select("#composer [name=" + name + "]").val());
        }
        fields.put("account", draft.value("Account"));
        fields.put("board", draft.value("Board"));
        courier.send(draft.path, fields, "film.mp4", "video/mp4", BodyPublishers.ofFile(film));
        pages.get(draft.path).form("Approve").submit();
    }

    /** The digest of what the sandbox received with so many bytes, once it has. */
    String arrived(long size) {
        Pattern file = Pattern.compile(size + " bytes, sha256 ([0-9a-f]{64})");
        AtomicReference<String> digest = new AtomicReference<>();
        await("the film is at the sandbox").atMost(PATIENCE).until(() -> {
            Matcher there = file.matcher(pages.get("/sandbox").document.text());
            digest.set(there.find() ? there.group(1) : null);
            return digest.get() != null;
        });
        return digest.get();
    }

    /** Of which a probe reads the headers only: the rest is noise. */
    static Path write(Path film, long size, int seed) throws IOException {
        byte[] headers = Film.of(1_080, 1_920, 60_000).headersFirst().nowhere().bytes();
        Random random = new Random(seed);
        try (OutputStream out = Files.newOutputStream(film)) {
            out.write(headers);
            long left = size - headers.length;
            out.write(ByteBuffer.allocate(8)
                    .putInt((int) left)
                    .put("mdat".getBytes(StandardCharsets.US_ASCII))
                    .array());
            byte[] noise = new byte[1 << 16];
            for (left -= 8; left > 0; left -= noise.length) {
                random.nextBytes(noise);
                out.write(noise, 0, (int) Math.min(noise.length, left));
            }
        }
        return film;
    }

    static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
