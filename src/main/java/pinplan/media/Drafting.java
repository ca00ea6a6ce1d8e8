package pinplan.media;

import java.util.List;

/** Whoever plans with media makes a draft of each of them. */
public interface Drafting {
    /** @return where the drafts are seen */
    String draftEach(List<Media> media);
}
