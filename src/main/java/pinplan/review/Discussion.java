package pinplan.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.pin.Pin;

/** What is said about a pin: the threads that are open, and those that are resolved. */
public record Discussion(List<CommentThread> open, List<CommentThread> resolved) {
    static Discussion of(Pin pin) {
        Map<Long, CommentThread> threads = new LinkedHashMap<>();
        for (Comment comment : Comment.of(pin)) {
            if (comment.thread == null) {
                threads.put(comment.id, new CommentThread(comment));
            } else {
                threads.get(comment.thread.id).answers().add(comment);
            }
        }
        Map<Boolean, List<CommentThread>> byState = threads.values().stream()
                .filter(CommentThread::says)
                .collect(Collectors.partitioningBy(CommentThread::resolved));
        return new Discussion(byState.get(false), byState.get(true));
    }

    public Audience[] audiences() {
        return Audience.values();
    }
}
