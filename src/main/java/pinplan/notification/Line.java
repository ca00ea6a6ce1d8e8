package pinplan.notification;

import java.time.Instant;
import java.time.ZoneId;
import pinplan.pin.Called;
import pinplan.pin.PinPage;
import pinplan.web.Words;

/**
 * One thing that a member is told, as the inbox and mails say it.
 *
 * @param gone the pin is deleted: there is nothing to be led to
 * @param actor null for Pinplan itself
 */
public record Line(
        Long id,
        News news,
        Long pin,
        String title,
        String link,
        Instant publishAt,
        ZoneId zone,
        boolean gone,
        Long comment,
        String said,
        String actor,
        String written,
        Instant happenedAt,
        boolean read) {
    static final String OF =
            "select new pinplan.notification.Line(n.id, n.news, p.id, p.title, p.link.typed, p.timing.publishAt, w.zone,"
                    + " case when p.deletedAt is null then false else true end, c.id, c.text, coalesce(a.name, nullif(n.guestName, '')), n.note, n.happenedAt,"
                    + " case when n.readAt is null then false else true end)"
                    + " from Notification n join n.pin p join p.workspace w left join n.comment c left join n.actor a";

    /** So much of a comment is enough to know it again. */
    private static final int EXCERPT = 240;

    public String name() {
        return Called.apart(title, link, publishAt, zone);
    }

    /** What it is about; null where there is none any more. What follows a # does not survive signing in, so a comment has an address of its own. */
    public String address() {
        return gone ? null : PinPage.at(pin) + (comment == null ? "" : "/comments/" + comment);
    }

    /** What somebody wrote with it; empty for nothing, and where a comment was deleted since. */
    public String note() {
        return Words.clip(comment == null ? written : said, EXCERPT);
    }
}
