package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.team.Workspace;

/**
 * The orders of a workspace, as a person sorts them: what asks for somebody, what is on its way, what is out.
 *
 * @param moreAsk whether more ask than are shown
 * @param more    how many more are on their way than are shown
 * @param waiting how many are due and wait for their turn
 */
public record Queue(
        List<Publication> asking,
        boolean moreAsk,
        List<Publication> underWay,
        long more,
        long waiting,
        List<Publication> out,
        List<Publication> overdue) {
    private static final int MOST = 100;
    private static final int LATELY = 20;
    private static final Duration SOON_OUT = Duration.ofHours(36);

    private static final String WITH_PIN =
            "from Publication p join fetch p.pin i left join fetch i.board left join fetch i.account join fetch p.revision"
                    + " join fetch p.workspace where p.workspace = ?1 and i.deletedAt is null and ";

    static Queue of(Workspace workspace, Instant now) {
        List<Publishing> onItsWay = List.of(
                Publishing.PENDING,
                Publishing.SENDING,
                Publishing.ACCEPTED,
                Publishing.SCHEDULED,
                Publishing.RECALLING);
        List<Publication> underWay = Publication.<Publication>find(
                        WITH_PIN + "p.state in ?2 and (p.state <> ?3 or not i.attention) order by p.publishAt, p.id",
                        workspace,
                        onItsWay,
                        Publishing.SCHEDULED)
                .page(0, MOST)
                .list();
        long all = underWay.size() < MOST
                ? underWay.size()
                : Publication.count("workspace = ?1 and state in ?2", workspace, onItsWay);
        List<Publication> asking = asking(workspace);
        return new Queue(
                asking.subList(0, Math.min(MOST, asking.size())),
                asking.size() > MOST,
                // Each stands once, where somebody is asked for it.
                underWay.stream().filter(order -> !asking.contains(order)).toList(),
                all - underWay.size(),
                Publication.count(
                        "workspace = ?1 and state = ?2 and (reason = ?3 or dueAt <= ?4 and preparedAt is not null)",
                        workspace,
                        Publishing.PENDING,
                        Waiting.ROOM,
                        now),
                Publication.<Publication>find(
                                WITH_PIN + "p.state = ?2 order by p.settledAt desc, p.id desc",
                                workspace,
                                Publishing.PUBLISHED)
                        .page(0, LATELY)
                        .list(),
                workspace.paused() ? overdue(workspace, now) : List.of());
    }

    /** One more than are shown, where there are so many. */
    private static List<Publication> asking(Workspace workspace) {
        return Publication.<Publication>find(
                        WITH_PIN + "(i.attention or i.status in ?2) and p.id = (select max(q.id) from"
                                + " Publication q where q.pin = p.pin) order by p.publishAt, p.id",
                        workspace,
                        List.of(PinStatus.FAILED, PinStatus.OUTCOME_UNKNOWN))
                .page(0, MOST + 1)
                .list();
    }

    /** What should have gone out and was not sent; nothing of what was withdrawn, which is only looked for. */
    static List<Publication> overdue(Workspace workspace, Instant now) {
        return Publication.list(
                WITH_PIN + "p.state = ?2 and p.recallWanted = false and p.publishAt < ?3 order by p.publishAt, p.id",
                workspace,
                Publishing.PENDING,
                now);
    }

    public List<Complaint> complaints() {
        return Complaint.sorted(asking);
    }

    /** Today, tonight and tomorrow: what somebody who looks in once a day should have seen. */
    public List<Publication> soon(Instant now) {
        return underWay.stream()
                .filter(publication -> publication.publishAt.isBefore(now.plus(SOON_OUT)))
                .toList();
    }

    public List<Publication> later(Instant now) {
        return underWay.stream()
                .filter(publication -> !publication.publishAt.isBefore(now.plus(SOON_OUT)))
                .toList();
    }

    public boolean empty() {
        return asking.isEmpty() && underWay.isEmpty() && out.isEmpty();
    }
}
