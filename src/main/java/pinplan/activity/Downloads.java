package pinplan.activity;

import java.util.HashSet;
import java.util.Set;

/** Who takes the lines away right now. Each may read all there are, so that few do at once, and nobody twice. */
final class Downloads {
    private static final int AT_ONCE = 4;

    /** By their numbers. */
    private final Set<Long> members = new HashSet<>();

    /** Why somebody can't begin one; null: they can. */
    synchronized String obstacle(Long member) {
        if (members.contains(member)) {
            return "You are exporting the activity already. Do it again once that download has ended.";
        }
        return members.size() < AT_ONCE ? null : "Others export the activity right now. Try again in a moment.";
    }

    /** False: there is an obstacle. */
    synchronized boolean begin(Long member) {
        return obstacle(member) == null && members.add(member);
    }

    synchronized void end(Long member) {
        members.remove(member);
    }
}
