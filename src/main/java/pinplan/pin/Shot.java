package pinplan.pin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import pinplan.media.Media;

/** One image or video in its place in a pin, with the words for those who can't see it. */
@Embeddable
public class Shot {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Media media;

    public String altText = "";

    /** The picture that stands for a film before it plays; null: none is chosen. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Media cover;

    /** The moment of the film that its cover is; null: it is none of its moments. */
    public Long coverMillis;

    protected Shot() {}

    public Shot(Media media, String altText) {
        this.media = media;
        this.altText = altText;
    }

    /** The same, with what stands for it before it plays. */
    Shot covered(Media picture, Long millis) {
        Shot covered = new Shot(media, altText);
        covered.cover = picture;
        covered.coverMillis = millis;
        return covered;
    }

    /** What is seen of it where it does not play. */
    public Media face() {
        return cover == null ? media : cover;
    }

    /** Empty where no cover is chosen. */
    public String coverWords() {
        return FilmTime.words(cover, coverMillis);
    }

    /** The same without the picture's name, which is the team's own. */
    String coverKind() {
        return cover != null && coverMillis == null ? "a picture of its own" : coverWords();
    }

    static boolean same(List<Shot> some, List<Shot> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(at -> some.get(at).same(others.get(at)));
    }

    private boolean same(Shot other) {
        return media.id.equals(other.media.id)
                && altText.equals(other.altText)
                && Objects.equals(cover == null ? null : cover.id, other.cover == null ? null : other.cover.id)
                && Objects.equals(coverMillis, other.coverMillis);
    }
}
