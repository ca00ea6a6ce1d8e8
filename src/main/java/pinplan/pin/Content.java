package pinplan.pin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            long mediaId,
            Kind kind,
            String sha256,
            String sourceUrl,
            String thumbnailUrl,
            String altText,
            @JsonInclude(JsonInclude.Include.NON_NULL) Cover cover) {
        public Picture(long mediaId, Kind kind, String sha256, String sourceUrl, String thumbnailUrl, String altText) {
            this(mediaId, kind, sha256, sourceUrl, thumbnailUrl, altText, null);
        }

        static Picture of(Shot shot) {
            Media media = shot.media;
            return new Picture(
                    media.id,
                    media.kind,
                    media.sha256,
                    media.sourceUrl,
                    media.thumbnailUrl,
                    shot.altText,
                    Cover.of(shot));
        }

        @JsonIgnore
        public boolean external() {
            return sourceUrl != null;
        }
    }

    /**
     * What stands for a film before it plays.
     *
     * @param mediaId a picture; null: only the moment is known
     * @param millis the moment of the film; null: a picture of its own
     * @param length of the film, to place the moment in it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cover(Long mediaId, String sha256, Long millis, Long length) {
        /** Null where none is chosen. */
        static Cover of(Shot shot) {
            Media picture = shot.cover;
            return picture == null && shot.coverMillis == null
                    ? null
                    : new Cover(
                            picture == null ? null : picture.id,
                            picture == null ? null : picture.sha256,
                            shot.coverMillis,
                            shot.media.durationMillis);
        }

        /** What of it reaches Pinterest: the picture, and its moment only where there is none. */
        private List<String> parts() {
            return java.util.Arrays.asList("cover", sha256, sha256 == null ? millis.toString() : null);
        }
    }

    static Content of(PinBody pin) {
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
            // Left out without one: what was approved before there were covers has the fingerprint that it had.
            if (picture.cover() != null) {
                parts.addAll(picture.cover().parts());
            }
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
        compare(fields, "Cover", covers(), other.covers());
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

    private List<List<String>> covers() {
        return pictures.stream()
                .map(Picture::cover)
                .filter(Objects::nonNull)
                .map(Cover::parts)
                .toList();
    }

    private List<String> altTexts() {
        return pictures.stream().map(Picture::altText).toList();
    }

    /** The numbers of all that it shows, covers too. */
    Stream<Long> shown() {
        return pictures.stream()
                .flatMap(picture -> Stream.of(
                                picture.mediaId(),
                                picture.cover() == null ? null : picture.cover().mediaId())
                        .filter(Objects::nonNull));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
