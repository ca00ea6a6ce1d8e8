package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a file is by its first bytes. Its name and what a browser says about it count for nothing. */
enum Format {
    JPEG("image/jpeg", ".jpg", Set.of("jpg", "jpeg", "jpe", "jfif")),
    PNG("image/png", ".png", Set.of("png")),
    GIF("image/gif", ".gif", Set.of("gif")),
    /** Taken, and kept as a JPEG or PNG: Publer's own list does not name it everywhere. */
    WEBP("image/webp", ".webp", Set.of("webp")),
    MP4("video/mp4", ".mp4", Set.of("mp4")),
    /** QuickTime, of which MP4 was made: as phones and cameras write it. */
    MOV("video/quicktime", ".mov", Set.of("mov", "qt")),
    /** Apple's own kind of MP4. */
    M4V("video/x-m4v", ".m4v", Set.of("m4v"));

    static final String HEIC_REFUSED =
            "This is a HEIC or AVIF picture, which Pinterest does not take. Save it as JPEG or PNG.";
    static final String SVG_REFUSED = "SVG drawings are not taken: they can carry programs. Save it as PNG.";
    static final String NEITHER =
            "This file is neither a picture (JPEG, PNG, GIF or WebP) nor a video (MP4, MOV or M4V).";

    private static final int HEAD = 1_024;
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "dash",
            "MSNV", "XAVC", "mmp4", "f4v ");
    private static final Set<String> M4V_BRANDS = Set.of("M4V ", "M4VH", "M4VP");
    /** With what a QuickTime file begins that is older than brands. */
    private static final Set<String> UNBRANDED = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    final String contentType;
    final String extension;
    private final Set<String> endings;

    Format(String contentType, String extension, Set<String> endings) {
        this.contentType = contentType;
        this.extension = extension;
        this.endings = endings;
    }

    boolean video() {
        return this == MP4 || this == MOV || this == M4V;
    }

    /** What a media is kept as. */
    static Format of(Media media) {
        return Stream.of(values())
                .filter(format -> format.contentType.equals(media.contentType))
                .findFirst()
                .orElseThrow();
    }

    static Format of(Path file) throws IOException, Refusal {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    static Format of(byte[] head) throws Refusal {
        String text = new String(head, 0, Math.min(head.length, HEAD), ISO_8859_1);
        if (text.isEmpty()) {
            throw new Refusal("This file is empty.");
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (text.startsWith("ftyp", 4)) {
            return branded(text.length() < 12 ? "" : text.substring(8, 12));
        }
        if (text.length() >= 8 && UNBRANDED.contains(text.substring(4, 8))) {
            return MOV;
        }
        throw new Refusal(text.toLowerCase(Locale.ROOT).contains("<svg") ? SVG_REFUSED : NEITHER);
    }

    private static Format branded(String brand) throws Refusal {
        if (MP4_BRANDS.contains(brand)) {
            return MP4;
        }
        if (brand.equals("qt  ")) {
            return MOV;
        }
        if (M4V_BRANDS.contains(brand)) {
            return M4V;
        }
        if (HEIC_BRANDS.contains(brand)) {
            throw new Refusal(HEIC_REFUSED);
        }
        throw new Refusal("This kind of video is not taken. Save it as MP4 with H.264 or H.265.");
    }

    /** .jpg and whatever else such a file may end with. */
    Stream<String> endings() {
        return endings.stream().sorted().map(ending -> '.' + ending);
    }

    /** Whether a name says that it is another one. */
    boolean belies(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                && Stream.of(values())
                        .filter(other -> other != this)
                        .anyMatch(other -> other.endings.contains(ending(name, dot)));
    }

    private static String ending(String name, int dot) {
        return name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The last part of what a person's machine calls the file, with an ending that tells the truth. */
    String name(String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\"<>|:*?]", "").strip();
        int dot = name.lastIndexOf('.');
        if (dot >= 0 && endings.contains(ending(name, dot))) {
            return shortened(name.substring(0, dot)) + name.substring(dot);
        }
        boolean ending = dot > 0 && name.length() - dot <= 5;
        return shortened(ending ? name.substring(0, dot) : name) + extension;
    }

    private static String shortened(String stem) {
        String kept = stem.codePointCount(0, stem.length()) <= 150
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, 150));
        return kept.isBlank() || kept.chars().allMatch(c -> c == '.') ? "unnamed" : kept;
    }
}
