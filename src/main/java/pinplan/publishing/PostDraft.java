package pinplan.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pinplan.media.Kind;
import pinplan.pin.Content;
import pinplan.publer.PublerMedia.Thumbnail;

/**
 * The body of a create, to the letter of Publer's page on pins. What is empty is left out.
 *
 * <p>A film's cover, as running clients send it: {@code thumbnails}, which Publer's page on media shows for videos, and
 * {@code default_thumbnail}, an index into them from 0 on. Inferred, and said nowhere: that a picture uploaded by itself may
 * be such a thumbnail, and that Publer's own lie evenly over the film. A picture is therefore sent as the only one, with the
 * index 0: whoever ignores it shows the film's first, which is what Publer does unasked. Without any it is never sent: Publer
 * would choose.
 */
final class PostDraft {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** With seconds, and the offset of the workspace's zone at that moment. */
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private PostDraft() {}

    private record Envelope(Bulk bulk) {}

    private record Bulk(String state, List<Post> posts) {}

    /** One pin's part of it. */
    record Post(Map<String, Network> networks, List<Target> accounts) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Network(String type, String text, List<Entry> media, String title, String url) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"id", "type", "path", "thumbnail", "alt_text", "thumbnails", "default_thumbnail"})
    private record Entry(
            String id,
            String type,
            String path,
            String thumbnail,
            @JsonProperty("alt_text") String altText,
            List<Thumbnail> thumbnails,
            @JsonProperty("default_thumbnail") Integer cover) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Target(
            String id,
            @JsonProperty("scheduled_at") String scheduledAt,
            @JsonProperty("album_id") String albumId) {}

    /**
     * @param publerMedia each uploaded media as Publer has it, by our number
     * @param at          null to publish now
     */
    static Post of(Content content, Map<Long, AtPubler> publerMedia, Instant at, ZoneId zone) {
        List<Entry> media = new ArrayList<>();
        for (Content.Picture picture : content.pictures()) {
            media.add(entry(picture, publerMedia, media.size()));
        }
        Network network = new Network(type(content), content.description(), media, content.title(), content.link());
        String scheduledAt = at == null ? null : OFFSET.format(at.atZone(zone));
        Target target = new Target(content.publerAccount(), scheduledAt, content.publerBoard());
        return new Post(Map.of("pinterest", network), List.of(target));
    }

    static String body(List<Post> posts) {
        try {
            return JSON.writeValueAsString(new Envelope(new Bulk("scheduled", posts)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(Content.Picture picture, Map<Long, AtPubler> publerMedia, int position) {
        String type = word(picture.kind());
        if (picture.external()) {
            String thumbnail =
                    picture.thumbnailUrl() == null || picture.thumbnailUrl().isEmpty()
                            ? picture.sourceUrl()
                            : picture.thumbnailUrl();
            return new Entry(
                    "external-" + position, type, picture.sourceUrl(), thumbnail, picture.altText(), null, null);
        }
        AtPubler there = at(publerMedia, picture.mediaId());
        Content.Cover cover = picture.cover();
        if (cover == null) {
            return new Entry(there.id(), type, null, null, picture.altText(), null, null);
        }
        List<Thumbnail> thumbnails = cover.mediaId() == null
                ? there.covers()
                : at(publerMedia, cover.mediaId()).covers();
        if (thumbnails.isEmpty()) {
            throw new IllegalStateException("the cover of media " + picture.mediaId() + " is not at Publer yet");
        }
        int index = cover.mediaId() == null ? part(cover, thumbnails.size()) : 0;
        return new Entry(there.id(), type, null, null, picture.altText(), thumbnails, index);
    }

    private static AtPubler at(Map<Long, AtPubler> publerMedia, long media) {
        AtPubler there = publerMedia.get(media);
        if (there == null) {
            throw new IllegalStateException("media " + media + " is not at Publer yet");
        }
        return there;
    }

    /** In which of so many equal parts of the film its moment lies. */
    private static int part(Content.Cover cover, int parts) {
        return (int) Math.min(parts - 1, cover.millis() * parts / Math.max(1, cover.length()));
    }

    private static String type(Content content) {
        return word(content.pictures().get(0).kind());
    }

    private static String word(Kind kind) {
        return kind == Kind.VIDEO ? "video" : "photo";
    }
}
