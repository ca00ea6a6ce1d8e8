package pinplan.pin;

import java.util.List;
import pinplan.fetch.SafeFetcher;
import pinplan.link.PageFacts;

/**
 * What the page behind a link offers to whoever plans a pin to it.
 *
 * @param link where it was looked
 * @param facts null: nothing could be read from there
 * @param refusal why it was not looked; or null
 */
public record Offer(String link, PageFacts facts, String refusal) {
    /** Waits for the page: never inside a transaction. */
    static Offer of(String link, SafeFetcher fetcher) {
        var page = fetcher.look(link);
        return new Offer(
                link,
                page.status() / 100 == 2 ? PageFacts.of(page) : null,
                page.unasked() ? "Too many pages are being looked at just now. Try again in a moment." : null);
    }

    static Offer refused(String link, Refused refused) {
        return new Offer(link, null, refused.getMessage());
    }

    public String problem() {
        if (link.isEmpty()) {
            return "Type the link first.";
        }
        if (refusal != null) {
            return refusal;
        }
        if (facts == null) {
            return "Nothing could be read from this page. It must be reachable by everyone, without signing in.";
        }
        return facts.none() ? "This page says nothing of itself that a pin could use." : null;
    }

    public String title() {
        return facts == null ? "" : facts.title();
    }

    public String description() {
        return facts == null ? "" : facts.description();
    }

    public List<PageFacts.Picture> pictures() {
        return facts == null ? List.of() : facts.pictures();
    }
}
