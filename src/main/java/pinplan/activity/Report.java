package pinplan.activity;

import java.util.List;

/**
 * What a look at a workspace's chain found.
 *
 * @param lines those that are sealed
 * @param lost how many of them, from the first on, with a master key that is lost
 * @param waiting those that will be in a moment
 * @param head the last seal, in hex; empty: none yet
 * @param faults in sentences, the first ones; empty: the chain is whole
 */
record Report(long workspace, long lines, long lost, long waiting, String head, List<String> faults) {
    boolean whole() {
        return faults.isEmpty();
    }

    String sentence() {
        String count = lines == 1 ? "1 line is" : lines + " lines are";
        String more = waiting == 0 ? "" : " (and %d more in a moment)".formatted(waiting);
        return whole()
                ? "%s sealed%s, and none was changed or taken away.%s".formatted(count, more, unread())
                : "%s sealed%s, and something was done to them behind Pinplan's back.".formatted(count, more);
    }

    private String unread() {
        return lost == 0
                ? ""
                : " But the first %d were sealed with a master key that is lost: of them it is only known that none is missing."
                        .formatted(lost);
    }
}
