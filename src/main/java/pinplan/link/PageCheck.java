package pinplan.link;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import pinplan.fetch.WebPage;

/** One look at a page, and what it said. */
@Entity
public class PageCheck extends PanacheEntity {
    /** Half a year of weekly looks. */
    private static final int KEPT = 26;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Destination destination;

    private Instant checkedAt;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private Integer httpStatus;
    private String leadsTo;

    protected PageCheck() {}

    static void note(Destination destination, WebPage page, Verdict verdict, Instant now) {
        PageCheck check = new PageCheck();
        check.destination = destination;
        check.checkedAt = now;
        check.verdict = verdict;
        check.httpStatus = Verdict.status(page);
        check.leadsTo = verdict == Verdict.ELSEWHERE ? Verdict.host(page) : null;
        check.persist();
        List<PageCheck> all = of(destination);
        all.subList(Math.min(KEPT, all.size()), all.size()).forEach(PageCheck::delete);
    }

    /** The latest first. */
    public static List<PageCheck> of(Destination destination) {
        return list("destination = ?1 order by checkedAt desc, id desc", destination);
    }

    public Instant checkedAt() {
        return checkedAt;
    }

    public String kind() {
        return switch (verdict) {
            case FINE -> "";
            case ELSEWHERE, REFUSED -> "warn";
            case GONE, BROKEN, SILENT -> "bad";
        };
    }

    public String words() {
        return verdict.brief(httpStatus, leadsTo);
    }
}
