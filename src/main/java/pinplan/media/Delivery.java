package pinplan.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pinplan.team.Workspace;

/** What became of the files that somebody sent together, in their order. */
public record Delivery(List<Piece> pieces) {
    static final Delivery NONE = new Delivery(List.of());

    /** An address that names more was not made here. */
    private static final int MOST = 100;

    /** Of several, or with a longer name, the address says only what they are here. */
    private static final int LONGEST = 200;

    /**
     * @param media null: it is not taken
     * @param how null: it is not taken
     * @param refusal why not
     */
    public record Piece(Media media, Taken.How how, String fileName, String refusal) {
        /** @param fileName as it was sent, whatever the media is called here */
        static Piece of(Taken taken, String fileName) {
            return new Piece(taken.media(), taken.how(), fileName, "");
        }

        static Piece refused(String fileName, String why) {
            return new Piece(null, null, fileName, why);
        }

        /** Goes on after its name. */
        public String words() {
            return switch (how) {
                case NEW -> "is here" + mended() + without();
                case KNOWN -> "was here already" + same();
                case BACK -> "is back from the bin" + same();
            };
        }

        private String same() {
            return renamed() ? ": “%s” is the same file.".formatted(fileName) : ".";
        }

        private String mended() {
            return belied() ? ": “%s” is kept as %s.".formatted(fileName, Format.of(media)) : ".";
        }

        private String without() {
            return media.captionsLeftOut ? " Its captions are left out." : "";
        }

        /** Whether it is here by another name than it was sent with; its ending is no name. */
        private boolean renamed() {
            return !fresh() && !Format.of(media).name(fileName).equals(media.fileName);
        }

        /** Whether its ending had to be mended. */
        private boolean belied() {
            return Format.of(media).belies(fileName);
        }

        /** Whether what is said of it names it as it was sent. */
        private boolean named() {
            return fresh() ? belied() : renamed();
        }

        public boolean fresh() {
            return how == Taken.How.NEW;
        }

        private String code() {
            return how.name().charAt(0) + media.id.toString();
        }
    }

    public boolean any() {
        return !pieces.isEmpty();
    }

    List<Media> media() {
        Map<Long, Media> each = new LinkedHashMap<>();
        pieces.stream()
                .filter(piece -> piece.media != null)
                .map(Piece::media)
                .forEach(media -> each.putIfAbsent(media.id, media));
        return List.copyOf(each.values());
    }

    List<Piece> refused() {
        return pieces.stream().filter(piece -> piece.media == null).toList();
    }

    /** Beside the field: of one file why it is not taken, of several which and why. */
    String problem() {
        return pieces.size() == 1
                ? pieces.get(0).refusal
                : refused().stream()
                        .map(piece -> "“%s”: %s".formatted(piece.fileName, piece.refusal))
                        .collect(Collectors.joining(" "));
    }

    /** Of the page that tells it again. */
    String address() {
        String address = pieces.stream().map(Piece::code).collect(Collectors.joining(".", "/media?got=", ""));
        Piece first = pieces.get(0);
        boolean names = pieces.size() == 1 && first.named() && first.fileName.length() <= LONGEST;
        return names ? address + "&as=" + URLEncoder.encode(first.fileName, StandardCharsets.UTF_8) : address;
    }

    /**
     * @param got as {@link #address} writes it; anything else is nothing
     * @param as the name of the one file as it was sent; null: as it is called here
     */
    static Delivery read(Workspace workspace, String got, String as) {
        if (got == null || !got.matches("[NKB][0-9]{1,18}(\\.[NKB][0-9]{1,18})*")) {
            return NONE;
        }
        List<String> codes = Arrays.stream(got.split("\\.")).limit(MOST).toList();
        Map<Long, Media> found = Media.in(
                        workspace, codes.stream().map(Delivery::id).toList())
                .stream()
                .collect(Collectors.toMap(media -> media.id, Function.identity()));
        return new Delivery(codes.stream()
                .filter(code -> found.containsKey(id(code)))
                .map(code -> Piece.of(
                        new Taken(found.get(id(code)), how(code)),
                        as != null && codes.size() == 1 ? as : found.get(id(code)).fileName))
                .toList());
    }

    private static Long id(String code) {
        return Long.valueOf(code.substring(1));
    }

    private static Taken.How how(String code) {
        return Arrays.stream(Taken.How.values())
                .filter(how -> how.name().charAt(0) == code.charAt(0))
                .findFirst()
                .orElseThrow();
    }
}
