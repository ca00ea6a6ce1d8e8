package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import pinplan.board.Account;
import pinplan.pin.Pin;
import pinplan.publer.PublerPost;
import pinplan.team.Workspace;

/** A pin that somebody made in Publer itself. It is shown on the calendar, and nothing else is ever done with it. */
@Entity
class ForeignPost extends PanacheEntity {
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TEXT = 800;
    private static final int LONGEST_LINK = 2000;

    @ManyToOne(fetch = FetchType.LAZY)
    Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    Account account;

    String publerPostId;
    Instant publishAt;
    String title;
    String text;
    boolean published;
    String postLink;
    private Instant changedAt;

    protected ForeignPost() {}

    ForeignPost(Account account, String publerPostId) {
        this.account = account;
        this.workspace = account.workspace;
        this.publerPostId = publerPostId;
    }

    /** Those of these days, and those that have one of these ids on whatever day they were. */
    static List<ForeignPost> around(Account account, Days days, Collection<String> postIds) {
        return list(
                "account = ?1 and (workspace = ?2 and publishAt >= ?3 and publishAt < ?4 or publerPostId in ?5)",
                account,
                account.workspace,
                days.begin(),
                days.end(),
                postIds);
    }

    /** Whether one is in the minute of the pin's account. */
    static boolean takes(Pin pin, Instant minute) {
        return count(
                        "account = ?1 and workspace = ?2 and publishAt >= ?3 and publishAt < ?4",
                        pin.account(),
                        pin.workspace(),
                        minute,
                        minute.plus(1, ChronoUnit.MINUTES))
                > 0;
    }

    static void forget(Account account, Instant before) {
        delete("account = ?1 and workspace = ?2 and publishAt < ?3", account, account.workspace, before);
    }

    /** Nothing is written where nothing changed, which is nearly always. */
    void seen(PublerPost post, Instant begin) {
        String words = words(post.text());
        String name = words(post.title()).isEmpty() ? words : words(post.title());
        String heading = cut(name, LONGEST_TITLE);
        String body = cut(words, LONGEST_TEXT);
        String link = link(post.postLink());
        boolean out = post.is("published");
        if (post.scheduledAt().equals(publishAt)
                && heading.equals(title)
                && body.equals(text)
                && out == published
                && Objects.equals(link, postLink)) {
            return;
        }
        publishAt = post.scheduledAt();
        title = heading;
        text = body;
        published = out;
        postLink = link;
        changedAt = begin;
    }

    /** Whether a listing that began then may still say something about it. */
    boolean older(Instant begin) {
        return changedAt == null || !changedAt.isAfter(begin);
    }

    private static String words(String text) {
        return text == null ? "" : text.replace("\0", "").strip().replaceAll("\\s+", " ");
    }

    private static String cut(String words, int longest) {
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest)).stripTrailing() + "…";
    }

    /** It becomes a link on a page of ours: only what a browser may follow without harm. */
    private static String link(String said) {
        return said != null && said.matches("https?://\\S+") && said.length() <= LONGEST_LINK ? said : null;
    }
}
