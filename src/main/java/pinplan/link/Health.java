package pinplan.link;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import pinplan.fetch.WebPage;
import pinplan.web.Formats;

/** Whether a page is still there, as far as it was looked at. */
@Embeddable
public class Health {
    private static final Duration WEEK = Duration.ofDays(7);
    /** Who mends a page wants to see that it is seen. */
    private static final Duration DAY = Duration.ofDays(1);
    /** A server that is being restarted is back by then. */
    private static final Duration SOON = Duration.ofMinutes(30);

    private static final Duration LATER = Duration.ofHours(6);

    private static final String NOT_CHECKED = "Not checked: only public addresses at the usual ports are looked at.";

    /** How people write the page, which is what is asked for; empty: it is never looked at. */
    private String link = "";

    private Instant checkAt;
    private Instant checkedAt;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private Integer httpStatus;
    private String leadsTo;
    private Instant verdictSince;

    /** How often it was said without another word in between; that a server fails and that nobody answers are one here. */
    private int times;

    /** Whether whoever plans pins to it should know. */
    private boolean troubled;

    /** Whatever was wrong in its course; null: it is not. */
    private Instant troubledSince;

    protected Health() {}

    static Health unknown() {
        return new Health();
    }

    void heard(WebPage page, String host, Instant now) {
        Verdict said = Verdict.of(page, host);
        boolean before = troubled;
        boolean again = said == verdict || said.passing() && verdict != null && verdict.passing();
        times = again ? times + 1 : 1;
        verdictSince = again ? verdictSince : now;
        verdict = said;
        httpStatus = Verdict.status(page);
        leadsTo = said == Verdict.ELSEWHERE ? Verdict.host(page) : null;
        checkedAt = now;
        checkAt = now.plus(next());
        // What may be over in a moment ends no other trouble.
        troubled = said == Verdict.GONE || said == Verdict.ELSEWHERE || said.passing() && (before || times > 1);
        troubledSince = troubled && before ? troubledSince : troubled ? now : null;
    }

    private Duration next() {
        return switch (verdict) {
            case FINE, ELSEWHERE, REFUSED -> WEEK;
            case GONE -> DAY;
            case BROKEN, SILENT -> times == 1 ? SOON : LATER;
        };
    }

    /** No pin needs it any more. */
    void rest() {
        checkAt = null;
    }

    void askAt(Instant at) {
        checkAt = at;
    }

    /** Whether it is looked at at all. */
    public boolean checkable() {
        return !link.isEmpty();
    }

    String link() {
        return link;
    }

    public Instant checkedAt() {
        return checkedAt;
    }

    Verdict verdict() {
        return verdict;
    }

    public boolean troubled() {
        return troubled;
    }

    public Instant troubledSince() {
        return troubledSince;
    }

    /** Empty when all is well, warn, or bad. */
    public String kind() {
        if (verdict == null || verdict == Verdict.FINE || verdict == Verdict.REFUSED) {
            return "";
        }
        return troubled && verdict != Verdict.ELSEWHERE ? "bad" : "warn";
    }

    public String brief() {
        return verdict != null ? verdict.brief(httpStatus, leadsTo) : checkable() ? "Not checked yet" : "";
    }

    /** Checked 3 hours ago: fine. */
    public String words(Instant now, ZoneId zone) {
        if (verdict == null) {
            return "Not checked yet.";
        }
        String ago = Formats.relative(checkedAt, now, zone);
        String when = ago.equals("now") ? "just now" : ago;
        return switch (verdict) {
            case FINE -> "Checked %s: fine.".formatted(when);
            case REFUSED -> httpStatus == 0 ? NOT_CHECKED : "Checked %s: %s".formatted(when, refused());
            default ->
                troubled || !verdict.passing()
                        ? trouble(zone)
                        : "Checked %s: %s It is asked again soon.".formatted(when, passing());
        };
    }

    /** What whoever plans a pin to it should know; null: nothing. */
    public String trouble(ZoneId zone) {
        if (!troubled) {
            return null;
        }
        String since = Formats.day(verdictSince, zone).replaceFirst("^[^ ]+ ", "");
        return switch (verdict) {
            case GONE -> "This page is not there any more (%d), since %s.".formatted(httpStatus, since);
            case BROKEN -> "The server of this page fails (%d), since %s.".formatted(httpStatus, since);
            case SILENT -> "This page can’t be reached, since %s.".formatted(since);
            default ->
                "This page sends everybody on to %s: link to that page itself, since Pinterest takes such redirects for spam."
                        .formatted(leadsTo);
        };
    }

    private String passing() {
        return verdict == Verdict.BROKEN ? "its server failed (%d).".formatted(httpStatus) : "it could not be reached.";
    }

    private String refused() {
        return httpStatus / 100 == 3
                ? "it redirects again and again (%d), which browsers may not see. Open it once yourself."
                        .formatted(httpStatus)
                : "we were not let in (%d), as many shops turn programs away. Open it once yourself."
                        .formatted(httpStatus);
    }
}
