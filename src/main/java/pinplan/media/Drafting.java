package pinplan.media;

import java.util.List;

/** Whoever plans with media makes a draft of each of them. */
public interface Drafting {
    /**
     * @param campaign the one that they are for, by its number; empty for none
     * @return where the drafts are seen
     */
    String draftEach(List<Media> media, String campaign) throws Refusal;
}
