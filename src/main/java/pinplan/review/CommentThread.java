package pinplan.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A comment and what was answered to it, in the order in which it was said. */
public record CommentThread(Comment first, List<Comment> answers) {
    CommentThread(Comment first) {
        this(first, new ArrayList<>());
    }

    public List<Comment> all() {
        return Stream.concat(Stream.of(first), answers.stream()).toList();
    }

    /** Whether anything is left of it. */
    public boolean says() {
        return all().stream().anyMatch(comment -> !comment.deleted());
    }

    public boolean closed() {
        return first.resolved() || !says();
    }
}
