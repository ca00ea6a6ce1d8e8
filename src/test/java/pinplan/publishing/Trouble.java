package pinplan.publishing;

import java.util.Random;

/** What becomes of one create, and how often: a quarter of all goes wrong in some way. */
enum Trouble {
    NONE(750),
    NO_CONNECTION(25),
    THROTTLED(15),
    DENIED(5),
    REFUSED(10),
    ERROR_WITHOUT_EFFECT(20),
    ERROR_WITH_EFFECT(20),
    REQUEST_LOST(20),
    ANSWER_LOST(30),
    /** The connection was closed, and the request takes effect minutes later. */
    STRAGGLER(20),
    SLOW_JOB(15),
    /** Publer says that it is done, and has made nothing. */
    EMPTY_JOB(10),
    KILLED_BEFORE_SENDING(15),
    KILLED_AFTER_SENDING(20),
    /** Stopped before a byte left, and woken after the deadline. */
    FROZEN_BEFORE_SENDING(10),
    /** Stopped before the answer was stored, and woken after others had looked. */
    FROZEN_AFTER_SENDING(15);

    private static final int ALL;

    static {
        int all = 0;
        for (Trouble trouble : values()) {
            all += trouble.weight;
        }
        ALL = all;
    }

    private final int weight;

    Trouble(int weight) {
        this.weight = weight;
    }

    static Trouble drawn(Random chance) {
        int left = chance.nextInt(ALL);
        for (Trouble trouble : values()) {
            left -= trouble.weight;
            if (left < 0) {
                return trouble;
            }
        }
        return NONE;
    }
}
