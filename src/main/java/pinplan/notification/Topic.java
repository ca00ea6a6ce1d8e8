package pinplan.notification;

import java.util.List;

/** What news are about, for who chooses among them. */
public enum Topic {
    ASKED("Decisions", News.SUBMITTED, News.REMINDED, News.ESCALATED, News.PUT_OFF, News.OVERDUE, News.APPROVAL_VOIDED),
    MADE(
            "What happens to pins",
            News.APPROVED,
            News.CHANGES_REQUESTED,
            News.REVIEW_ENDED,
            News.WITHDRAWN,
            News.HELD,
            News.PUBLISHED,
            News.FAILED,
            News.OUTCOME_UNKNOWN,
            News.ATTENTION,
            News.PAGE_TROUBLED),
    TALK("Comments", News.MENTIONED, News.ANSWERED, News.COMMENTED);

    private final String words;
    private final List<News> news;

    Topic(String words, News... news) {
        this.words = words;
        this.news = List.of(news);
    }

    public String words() {
        return words;
    }

    public List<News> news() {
        return news;
    }
}
