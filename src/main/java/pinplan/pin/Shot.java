package pinplan.pin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import pinplan.media.Media;

/** One image or video in its place in a pin, with the words for those who can't see it. */
@Embeddable
public class Shot {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Media media;

    public String altText = "";

    protected Shot() {}

    public Shot(Media media, String altText) {
        this.media = media;
        this.altText = altText;
    }
}
