package pinplan.media;

import java.util.List;

/** Whoever plans with media makes a draft of each of them. */
public interface Drafting {
    /**
     * @param campaign the one that they are for, by its number; empty for none
     * @param sheet of the form that asks, which makes no draft of a picture twice; empty: it has none
     * @return where the drafts are seen
     */
    String draftEach(List<Media> media, String campaign, String sheet) throws Refusal;
}
