package pinplan.pin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import pinplan.media.Kind;
import pinplan.media.Media;

/**
 * Everything of a pin that reaches Pinterest, and nothing else. Two contents with one fingerprint are the same pin to a
 * reader there; an approval is bound to that fingerprint. Time is not part of it.
 */
public record Content(
        String title,
        String description,
        String link,
        String publerAccount,
        String publerBoard,
        List<Picture> pictures) {

    /** @param sourceUrl the address that Publer fetches itself, null for an upload */
    public record Picture(
            long mediaId, Kind kind, String sha256, String sourceUrl, String thumbnailUrl, String altText) {
        static Picture of(Shot shot) {
            Media media = shot.media;
            return new Picture(media.id, media.kind, media.sha256, media.sourceUrl, media.thumbnailUrl, shot.altText);
        }

        @JsonIgnore
        public boolean external() {
            return sourceUrl != null;
        }
    }

    static Content of(Pin pin) {
        return new Content(
                pin.title(),
                pin.description(),
                pin.leads().ships(),
                pin.account() == null ? null : pin.account().publerId,
                pin.board() == null ? null : pin.board().publerId,
                pin.shots().stream().map(Picture::of).toList());
    }

    @JsonIgnore
    public String fingerprint() {
        // Each part is preceded by its length, so that no two different contents can read the same.
        MessageDigest digest = sha256();
        for (String part : parts()) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(((part == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.addAll(java.util.Arrays.asList("pinplan-1", title, description, link, publerAccount, publerBoard));
        for (Picture picture : pictures) {
            parts.add(picture.kind().name());
            parts.add(picture.sha256());
            parts.add(picture.sourceUrl());
            parts.add(picture.thumbnailUrl());
            parts.add(picture.altText());
        }
        return parts;
    }

    /** The labels of the fields in which this differs from another content. */
    public List<String> differences(Content other) {
        List<String> fields = new ArrayList<>();
        compare(fields, "Title", title, other.title);
        compare(fields, "Description", description, other.description);
        compare(fields, "Destination link", link, other.link);
        compare(fields, "Account", publerAccount, other.publerAccount);
        compare(fields, "Board", publerBoard, other.publerBoard);
        compare(fields, "Media", media(), other.media());
        if (pictures.size() == other.pictures.size()) {
            compare(fields, "Alt text", altTexts(), other.altTexts());
        }
        return fields;
    }

    private static void compare(List<String> fields, String label, Object mine, Object theirs) {
        if (!Objects.equals(mine, theirs)) {
            fields.add(label);
        }
    }

    private List<List<String>> media() {
        return pictures.stream()
                .map(p -> java.util.Arrays.asList(p.kind.name(), p.sha256, p.sourceUrl, p.thumbnailUrl))
                .toList();
    }

    private List<String> altTexts() {
        return pictures.stream().map(Picture::altText).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
