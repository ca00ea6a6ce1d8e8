package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pinplan.media.Kind;
import pinplan.pin.Content;
import pinplan.pin.Content.Picture;

/** Each body of a create, held against one that is written out. */
class PostDraftTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant AT = Instant.parse("2025-07-05T12:16:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Picture external(int n, String thumbnail, String alt) {
        return new Picture(n, Kind.PHOTO, "ab", "https://img.example.org/tart" + n + ".jpg", thumbnail, alt);
    }

    private static Picture upload(long id, Kind kind, String alt) {
        return new Picture(id, kind, "cd", null, null, alt);
    }

    private static Content content(List<Picture> pictures) {
        return new Content(
                "No-bake lemon tart",
                "Twelve slices, five ingredients, no oven.",
                "https://example.org/lemon-tart",
                "66aa00000000000000000acc",
                "934145216398624390",
                pictures);
    }

    private static String body(Content content, Map<Long, String> media, Instant at, ZoneId zone) {
        return PostDraft.body(List.of(PostDraft.of(content, media, at, zone)));
    }

    private static void same(String body, String expected) throws Exception {
        assertThat(JSON.readTree(body)).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void oneExternalImageScheduled() throws Exception {
        String body = body(
                content(List.of(
                        external(0, "https://img.example.org/tart-thumb.jpg", "Slice of lemon tart on a plate"))),
                Map.of(),
                AT,
                PARIS);
        same(body, """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"photo","text":"Twelve slices, five ingredients, no oven.",
                    "media":[{"id":"external-0","type":"photo","path":"https://img.example.org/tart0.jpg",
                              "thumbnail":"https://img.example.org/tart-thumb.jpg","alt_text":"Slice of lemon tart on a plate"}],
                    "title":"No-bake lemon tart","url":"https://example.org/lemon-tart"}},
                  "accounts":[{"id":"66aa00000000000000000acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"934145216398624390"}]}]}}
                """);
    }

    @Test
    void theOffsetIsTheZonesAtThatMoment() {
        Content content = content(List.of(external(0, null, "")));
        assertThat(body(content, Map.of(), Instant.parse("2025-01-05T12:16:00Z"), PARIS))
                .contains("\"scheduled_at\":\"2025-01-05T13:16:00+01:00\"");
        assertThat(body(content, Map.of(), AT, ZoneId.of("UTC")))
                .contains("\"scheduled_at\":\"2025-07-05T12:16:00+00:00\"");
    }

    @Test
    void anExternalImageWithoutAThumbnailIsItsOwn() {
        assertThat(body(content(List.of(external(0, null, ""))), Map.of(), AT, PARIS))
                .contains("\"thumbnail\":\"https://img.example.org/tart0.jpg\"");
    }

    @Test
    void anUploadIsNamedByPublersId() throws Exception {
        same(
                body(
                        content(List.of(upload(7, Kind.PHOTO, "Slice of lemon tart"))),
                        Map.of(7L, "6813892b5ec8b1e65235ae9e"),
                        AT,
                        PARIS),
                """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"photo","text":"Twelve slices, five ingredients, no oven.",
                    "media":[{"id":"6813892b5ec8b1e65235ae9e","type":"photo","alt_text":"Slice of lemon tart"}],
                    "title":"No-bake lemon tart","url":"https://example.org/lemon-tart"}},
                  "accounts":[{"id":"66aa00000000000000000acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"934145216398624390"}]}]}}
                """);
    }

    @Test
    void fivePhotosKeepTheirOrder() throws Exception {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pictures.add(external(i, null, "Picture " + i));
        }
        var media = JSON.readTree(body(content(pictures), Map.of(), AT, PARIS))
                .at("/bulk/posts/0/networks/pinterest/media");
        assertThat(media).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(media.get(i).path("id").asText()).isEqualTo("external-" + i);
            assertThat(media.get(i).path("path").asText()).isEqualTo("https://img.example.org/tart" + i + ".jpg");
            assertThat(media.get(i).path("alt_text").asText()).isEqualTo("Picture " + i);
        }
    }

    @Test
    void aVideoIsSaidTwice() throws Exception {
        same(body(content(List.of(upload(9, Kind.VIDEO, ""))), Map.of(9L, "68138aaaaaaaaaaaaaaaaaaa"), AT, PARIS), """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"video","text":"Twelve slices, five ingredients, no oven.",
                    "media":[{"id":"68138aaaaaaaaaaaaaaaaaaa","type":"video"}],
                    "title":"No-bake lemon tart","url":"https://example.org/lemon-tart"}},
                  "accounts":[{"id":"66aa00000000000000000acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"934145216398624390"}]}]}}
                """);
    }

    @Test
    void publishNowHasNoTime() throws Exception {
        same(body(content(List.of(upload(7, Kind.PHOTO, ""))), Map.of(7L, "abc"), null, PARIS), """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"photo","text":"Twelve slices, five ingredients, no oven.",
                    "media":[{"id":"abc","type":"photo"}],
                    "title":"No-bake lemon tart","url":"https://example.org/lemon-tart"}},
                  "accounts":[{"id":"66aa00000000000000000acc","album_id":"934145216398624390"}]}]}}
                """);
    }

    @Test
    void whatIsEmptyIsLeftOut() throws Exception {
        Content bare = new Content("", "", "", "acc", "123", List.of(upload(7, Kind.PHOTO, "")));
        same(body(bare, Map.of(7L, "abc"), AT, PARIS), """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"photo","media":[{"id":"abc","type":"photo"}]}},
                  "accounts":[{"id":"acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"123"}]}]}}
                """);
    }
}
