package pinplan.pin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pinplan.link.Destination;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** The pages that a workspace's pins lead to, the busiest first. */
public record DestinationList(Workspace workspace, String q, Paging<Line> lines) {
    /** @param last when the latest pin to it goes or went out; null: none has a time */
    public record Line(Destination page, long pins, Instant last) {}

    static DestinationList of(Workspace workspace, String q, int page) {
        String text = "%" + q.replace("\0", "").toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        List<Line> lines = Pin.getEntityManager()
                .createQuery(
                        "select d, count(p), max(p.timing.publishAt) from Pin p join p.link.destination d"
                                + " where p.workspace = :workspace and p.deletedAt is null"
                                + " and lower(d.address) like :text escape '!' group by d"
                                + " order by count(p) desc, d.id",
                        Object[].class)
                .setParameter("workspace", workspace)
                .setParameter("text", text)
                .setFirstResult(Paging.first(page))
                .setMaxResults(Paging.SIZE + 1)
                .getResultStream()
                .map(row -> new Line((Destination) row[0], (Long) row[1], (Instant) row[2]))
                .toList();
        return new DestinationList(workspace, q, Paging.of(lines, page));
    }

    public String address(Integer page) {
        return page == null
                ? null
                : "/destinations?page=" + page
                        + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }
}
