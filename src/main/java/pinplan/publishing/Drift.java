package pinplan.publishing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pinplan.publer.PublerPost;

/** How a post that Publer holds differs from what was approved: somebody changed it there. */
final class Drift {
    static final String TIME = "time “";

    private static final int CLIP = 120;

    private Drift() {}

    /** What it says there, field by field; empty when nothing that the row shows differs. */
    static Map<String, String> of(PublerPost post, Publication publication) {
        Map<String, String> theirs = new LinkedHashMap<>();
        if (!publication.publishNow && moved(post, publication)) {
            theirs.put("time", Waiting.at(publication, post.scheduledAt()));
        }
        theirs.putAll(Match.differences(post, publication.revision.content));
        return theirs;
    }

    /** For people; null when nothing differs. */
    static String words(Map<String, String> theirs) {
        return theirs.isEmpty()
                ? null
                : theirs.entrySet().stream()
                        .map(field -> "%s “%s”".formatted(field.getKey(), clipped(field.getValue())))
                        .collect(Collectors.joining(", "));
    }

    /** The same for the same change, however long its texts are. */
    static String digest(Map<String, String> theirs) {
        return Attempt.hash(new TreeMap<>(theirs).toString());
    }

    private static boolean moved(PublerPost post, Publication publication) {
        return post.scheduledAt() != null
                && Duration.between(publication.publishAt, post.scheduledAt())
                                .abs()
                                .compareTo(Match.TOLERANCE)
                        > 0;
    }

    private static String clipped(String text) {
        return text.codePointCount(0, text.length()) <= CLIP
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CLIP)) + "…";
    }
}
