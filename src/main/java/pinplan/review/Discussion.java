package pinplan.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.pin.Pin;
import pinplan.team.Membership;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** What is said about a pin: the threads that are open, and those that are resolved or deleted. */
public record Discussion(List<CommentThread> open, List<CommentThread> closed) {
    static Discussion of(Pin pin) {
        Map<Boolean, List<CommentThread>> closed =
                threads(Comment.of(pin)).stream().collect(Collectors.partitioningBy(CommentThread::closed));
        return new Discussion(closed.get(false), closed.get(true));
    }

    /** @param comments in the order in which they were said */
    static List<CommentThread> threads(List<Comment> comments) {
        Map<Long, CommentThread> threads = new LinkedHashMap<>();
        for (Comment comment : comments) {
            if (comment.thread == null) {
                threads.put(comment.id, new CommentThread(comment));
            } else {
                threads.get(comment.thread.id).answers().add(comment);
            }
        }
        return List.copyOf(threads.values());
    }

    /** Whether something is wrong with what was typed in a thread that is folded away. */
    public boolean refused(Errors errors) {
        return closed.stream()
                .flatMap(thread -> thread.all().stream())
                .anyMatch(comment -> errors.of(comment.field()) != null || errors.of(comment.answerField()) != null);
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
