package pinplan.review;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.pin.Pin;
import pinplan.team.Membership;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Paging;

/**
 * What is said about a pin: the threads that are open, and those that are resolved or deleted, each some at a time.
 *
 * @param closedCount of all of them
 */
public record Discussion(Paging<CommentThread> open, Paging<CommentThread> closed, long closedCount) {
    static Discussion of(Pin pin) {
        return new Discussion(
                Threads.of(pin, Threads.Kind.OPEN),
                Threads.of(pin, Threads.Kind.CLOSED),
                Threads.count(pin, Threads.Kind.CLOSED));
    }

    /** How many threads of each of these pins are not resolved. */
    static Map<Long, Long> unsettled(List<Pin> pins) {
        return pins.isEmpty()
                ? Map.of()
                : Panache.getEntityManager()
                        .createQuery(
                                "select c.pin.id, count(*) from Comment c where c.pin in ?1 and c.thread is null"
                                        + " and c.resolvedAt is null and (c.deletedAt is null or exists"
                                        + " (from Comment answer where answer.thread = c and answer.deletedAt is null))"
                                        + " group by c.pin.id",
                                Object[].class)
                        .setParameter(1, pins)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    public boolean silent() {
        return open.items().isEmpty() && open.page() == 1 && closedCount == 0;
    }

    /** Whether somebody turned to what is folded away, or something is wrong with what they typed there. */
    public boolean unfolded(Errors errors) {
        Long asked = Passage.inForce().comment();
        return closed.page() > 1
                || closed.items().stream()
                        .flatMap(thread -> thread.all().stream())
                        .anyMatch(comment -> comment.id.equals(asked)
                                || errors.of(comment.field()) != null
                                || errors.of(comment.answerField()) != null);
    }

    /** Who can be named in what is said; two of one name are one, and both hear of it. */
    public List<String> names(Workspace workspace) {
        return Membership.of(workspace).stream()
                .map(place -> place.member.name)
                .distinct()
                .toList();
    }

    public Audience[] audiences() {
        return Audience.values();
    }
}
