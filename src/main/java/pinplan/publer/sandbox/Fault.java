package pinplan.publer.sandbox;

import static pinplan.publer.sandbox.Operation.CREATES;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways to misbehave. The words are what the page offers. */
public enum Fault {
    LOSE_REQUEST("drop the connection before accepting", Kind.TRANSPORT, CREATES),
    LOSE_ANSWER("accept, then drop the connection", Kind.TRANSPORT, CREATES),
    DELAY("accept, then answer too late", Kind.TRANSPORT, CREATES),
    CUT("accept, then cut the answer in the middle", Kind.TRANSPORT, CREATES),
    DRIP("accept, then drip the answer byte by byte", Kind.TRANSPORT, CREATES),

    THROTTLE("429 with a reset time", Kind.INSTEAD, CREATES),
    THROTTLE_MUTE("429 without a reset time", Kind.INSTEAD, CREATES),
    THROTTLE_ABSURD("429 with a reset time in ten years", Kind.INSTEAD, CREATES),
    BAD_REQUEST("400", Kind.INSTEAD, CREATES),
    UNAUTHORIZED("401: no access on this workspace", Kind.INSTEAD, CREATES),
    FORBIDDEN("403: invalid key", Kind.INSTEAD, CREATES),
    UPLOAD_BUSY("403: wait for the other upload", Kind.INSTEAD, EnumSet.of(Operation.UPLOAD, Operation.FROM_URL)),
    TOO_LARGE("413", Kind.INSTEAD, EnumSet.of(Operation.UPLOAD)),
    UNPROCESSABLE("422", Kind.INSTEAD, CREATES),
    SERVER_ERROR("500, nothing made", Kind.INSTEAD, CREATES),
    BAD_GATEWAY("502 with a page, nothing made", Kind.INSTEAD, CREATES),
    UNAVAILABLE("503, nothing made", Kind.INSTEAD, CREATES),

    BAD_GATEWAY_AFTER("accept, then 502 with a page", Kind.ANSWER, CREATES),
    NO_JOB_ID("accept, then 200 without a job id", Kind.ANSWER, CREATES),
    WRONG_SHAPE("accept, then an envelope nobody knows", Kind.ANSWER, CREATES),
    WRAPPED("answer in the other envelope", Kind.ANSWER, Operation.ALL),
    THUMBNAILS_LATE("show no thumbnails of a video yet", Kind.ANSWER, EnumSet.of(Operation.UPLOAD, Operation.MEDIA)),
    COMPLETED("say completed instead of complete", Kind.ANSWER, EnumSet.of(Operation.JOB)),

    JOB_NEVER_ENDS("make the post, but the job says working for ever", Kind.JOB, CREATES),
    FAILURE_OBJECT("refuse in the job, failures as an object", Kind.JOB, CREATES),
    FAILURE_ARRAY("refuse in the job, failures as an array", Kind.JOB, CREATES),
    FAILURE_NAMELESS("refuse the first in the job, and do not say which", Kind.JOB, CREATES),
    POST_LATE("say complete, but make the post three minutes later", Kind.JOB, CREATES),
    POST_NEVER("say complete, but make no post", Kind.JOB, CREATES),
    POST_TWICE("make the post twice", Kind.JOB, CREATES),
    LIST_LAG("list the post a minute late", Kind.JOB, CREATES),
    INTEGER_IDS("give the post a number for an id", Kind.JOB, CREATES),

    ROWS_MOVE("rows move between the pages of a listing", Kind.ANSWER, EnumSet.of(Operation.POSTS)),
    DELETE_NOTHING("delete: 200, and nothing is deleted", Kind.ANSWER, EnumSet.of(Operation.DELETE)),
    DELETE_LIES("delete: says deleted, and nothing is", Kind.ANSWER, EnumSet.of(Operation.DELETE)),
    DELETE_PUBLISHED("delete: forget also what is published", Kind.ANSWER, EnumSet.of(Operation.DELETE)),

    BOARD_DELETED("delete a board at Pinterest", Kind.NOW, Set.of()),
    ACCOUNT_REAUTH("an account must be authorised again", Kind.NOW, Set.of()),
    FOREIGN_POST("someone schedules a post in Publer itself", Kind.NOW, Set.of()),
    POST_EDITED("someone edits the next scheduled post in Publer", Kind.NOW, Set.of()),
    POST_DELETED("someone deletes the next scheduled post in Publer", Kind.NOW, Set.of());

    /** When a fault does its work. */
    enum Kind {
        /** On the way, before or after the request is carried out. */
        TRANSPORT("The connection breaks"),
        /** In place of carrying the request out. */
        INSTEAD("It refuses, and nothing is made"),
        /** In how the request is carried out or answered. */
        ANSWER("It answers otherwise"),
        /** Later, when the accepted job runs. */
        JOB("The post is made otherwise, or never"),
        /** At once: something happens at Publer without any request of ours. */
        NOW("Somebody does something at Publer or Pinterest");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final Set<Operation> LOOKS = EnumSet.of(Operation.POSTS, Operation.DELETE);

    final String words;
    final Kind kind;
    final Set<Operation> usual;

    Fault(String words, Kind kind, Set<Operation> usual) {
        this.words = words;
        this.kind = kind;
        this.usual = usual;
    }

    /** Null when there is no such fault. */
    static Fault named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The requests that it concerns unless told otherwise; none: it happens at once. */
    public Set<Operation> usual() {
        return usual;
    }

    public String words() {
        return words;
    }

    /** By what they break, for who chooses among them. */
    static Map<String, List<Fault>> byTopic() {
        return Arrays.stream(values())
                .collect(Collectors.groupingBy(Fault::topic, LinkedHashMap::new, Collectors.toList()));
    }

    private String topic() {
        return kind == Kind.ANSWER && LOOKS.containsAll(usual) ? "It lists or deletes wrongly" : kind.words;
    }
}
