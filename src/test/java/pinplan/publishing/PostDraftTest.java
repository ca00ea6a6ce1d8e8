package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.media.Kind;
import pinplan.pin.Content;
import pinplan.pin.Content.Picture;
import pinplan.publer.PublerMedia.Thumbnail;

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

    private static Map<Long, AtPubler> at(long media, String publer) {
        return Map.of(media, new AtPubler(publer, List.of()));
    }

    private static String body(Content content, Map<Long, AtPubler> media, Instant at, ZoneId zone) {
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
                        at(7, "6813892b5ec8b1e65235ae9e"),
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
        same(body(content(List.of(upload(9, Kind.VIDEO, ""))), at(9, "68138aaaaaaaaaaaaaaaaaaa"), AT, PARIS), """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"video","text":"Twelve slices, five ingredients, no oven.",
                    "media":[{"id":"68138aaaaaaaaaaaaaaaaaaa","type":"video"}],
                    "title":"No-bake lemon tart","url":"https://example.org/lemon-tart"}},
                  "accounts":[{"id":"66aa00000000000000000acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"934145216398624390"}]}]}}
                """);
    }

    @Test
    void publishNowHasNoTime() throws Exception {
        same(body(content(List.of(upload(7, Kind.PHOTO, ""))), at(7, "abc"), null, PARIS), """
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
        same(body(bare, at(7, "abc"), AT, PARIS), """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"photo","media":[{"id":"abc","type":"photo"}]}},
                  "accounts":[{"id":"acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"123"}]}]}}
                """);
    }

    private static Picture film(Content.Cover cover) {
        return new Picture(9, Kind.VIDEO, "cd", null, null, "", cover);
    }

    private static List<Thumbnail> thumbnails(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Thumbnail(
                        "t" + n, "https://cdn.example.org/t" + n + "-small", "https://cdn.example.org/t" + n))
                .toList();
    }

    @Test
    void aVideoWithAPictureAsItsCover() throws Exception {
        Content.Cover frame = new Content.Cover(11L, "ef", 3_500L, 10_000L);
        Thumbnail picture = new Thumbnail(
                "68139bbbbbbbbbbbbbbbbbbb", "https://cdn.example.org/frame-small", "https://cdn.example.org/frame");
        Map<Long, AtPubler> there = Map.of(
                9L, new AtPubler("68138aaaaaaaaaaaaaaaaaaa", thumbnails(5)),
                11L, new AtPubler("68139bbbbbbbbbbbbbbbbbbb", List.of(picture)));
        String expected = """
                {"bulk":{"state":"scheduled","posts":[{
                  "networks":{"pinterest":{"type":"video","text":"Twelve slices, five ingredients, no oven.",
                    "media":[{"id":"68138aaaaaaaaaaaaaaaaaaa","type":"video",
                      "thumbnails":[{"id":"68139bbbbbbbbbbbbbbbbbbb","small":"https://cdn.example.org/frame-small",
                                     "real":"https://cdn.example.org/frame"}],
                      "default_thumbnail":0}],
                    "title":"No-bake lemon tart","url":"https://example.org/lemon-tart"}},
                  "accounts":[{"id":"66aa00000000000000000acc","scheduled_at":"2025-07-05T14:16:00+02:00","album_id":"934145216398624390"}]}]}}
                """;
        same(body(content(List.of(film(frame))), there, AT, PARIS), expected);
        Content.Cover own = new Content.Cover(11L, "ef", null, 10_000L);
        same(body(content(List.of(film(own))), there, AT, PARIS), expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1999, 0", "2000, 1", "3500, 1", "9999, 4", "10000, 4"})
    void aMomentIsThePublersThumbnailOfItsPart(long millis, int index) throws Exception {
        Content.Cover moment = new Content.Cover(null, null, millis, 10_000L);
        Map<Long, AtPubler> there = Map.of(9L, new AtPubler("68138aaaaaaaaaaaaaaaaaaa", thumbnails(5)));
        JsonNode media = JSON.readTree(body(content(List.of(film(moment))), there, AT, PARIS))
                .at("/bulk/posts/0/networks/pinterest/media/0");
        assertThat(media.path("default_thumbnail").intValue()).isEqualTo(index);
        assertThat(media.path("thumbnails")).hasSize(5);
        assertThat(media.path("thumbnails").get(4)).isEqualTo(JSON.readTree("""
                {"id":"t4","small":"https://cdn.example.org/t4-small","real":"https://cdn.example.org/t4"}"""));
    }

    @Test
    void aMomentOfAVideoWithoutThumbnailsIsNeverLeftToPubler() {
        Content.Cover moment = new Content.Cover(null, null, 3_500L, 10_000L);
        assertThatThrownBy(() -> body(content(List.of(film(moment))), at(9, "abc"), AT, PARIS))
                .hasMessage("the cover of media 9 is not at Publer yet");
    }
}
