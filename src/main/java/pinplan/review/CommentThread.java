package pinplan.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * A comment and what was answered to it, in the order in which it was said: of many answers a part.
 *
 * @param answers some that follow each other
 * @param earlier how many there are before them
 * @param before the last of those; null: there are none
 * @param later how many there are after them
 * @param says whether anything is left of it
 */
public record CommentThread(Comment first, List<Comment> answers, long earlier, Long before, long later, boolean says) {
    public List<Comment> all() {
        return Stream.concat(Stream.of(first), answers.stream()).toList();
    }
}
