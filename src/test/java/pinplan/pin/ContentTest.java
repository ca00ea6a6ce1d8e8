package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pinplan.media.Kind;
import pinplan.pin.Content.Cover;
import pinplan.pin.Content.Picture;

class ContentTest {
    private static Content film(Cover cover) {
        Picture film = new Picture(7, Kind.VIDEO, "ab", null, null, "A film", cover);
        return new Content("Title", "Words", "https://example.org/a", "acc", "board", List.of(film));
    }

    /** Written out: what was approved before there were covers has the fingerprint that it had. */
    @Test
    void aPinWithoutACoverIsWhatItWas() throws Exception {
        assertThat(film(null).fingerprint())
                .isEqualTo("36ac56f333473fdf95814b2d8924401e3ab9787e4376293fabb6c90ca410ec55");
        String stored = new ObjectMapper().writeValueAsString(film(null));
        assertThat(stored).doesNotContain("cover");
        assertThat(new ObjectMapper().readValue(stored, Content.class)).isEqualTo(film(null));
    }

    @Test
    void aCoverIsContent() throws Exception {
        Cover frame = new Cover(8L, "cd", 3_500L, 10_000L);
        List<Cover> all = java.util.Arrays.asList(
                null,
                frame,
                new Cover(9L, "ef", 3_500L, 10_000L),
                new Cover(null, null, 3_500L, 10_000L),
                new Cover(null, null, 3_600L, 10_000L));
        assertThat(all.stream().map(cover -> film(cover).fingerprint())).doesNotHaveDuplicates();
        all.stream()
                .skip(1)
                .forEach(
                        cover -> assertThat(film(cover).differences(film(null))).containsExactly("Cover"));
        String stored = new ObjectMapper().writeValueAsString(film(frame));
        assertThat(new ObjectMapper().readValue(stored, Content.class)).isEqualTo(film(frame));
    }

    /** Where it was taken from reaches nobody. */
    @Test
    void onePictureIsOneCoverWheneverItWasTaken() {
        assertThat(Stream.of(1_000L, 2_000L)
                        .map(at -> film(new Cover(8L, "cd", at, 10_000L)).fingerprint())
                        .distinct())
                .hasSize(1);
    }
}
