package pinplan.change;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Formats;

/** What can be done to many pins at once. */
public enum Action {
    MOVE("Move by days", "Move", ChangeSet.Kind.MOVE, "moved", Action::time),
    SPREAD("Spread over a range of days", "Spread", ChangeSet.Kind.MOVE, "moved", Action::time),
    BOARD("Put on a board", "Change", ChangeSet.Kind.EDIT, "changed", Action::board),
    CAMPAIGN("Put into a campaign", "Change", ChangeSet.Kind.EDIT, "changed", Action::campaign),
    SUBMIT("Submit for review", "Submit", null, "sent to review", Action::time),
    APPROVE("Approve", "Approve", null, "approved", Action::time),
    DELETE("Delete", "Delete", ChangeSet.Kind.DELETE, "deleted", (pin, now) -> pin.deleted() ? "gone" : "");

    private final String words;
    private final String button;
    private final ChangeSet.Kind kind;
    private final String done;
    private final BiFunction<Pin, Instant, String> shown;

    Action(String words, String button, ChangeSet.Kind kind, String done, BiFunction<Pin, Instant, String> shown) {
        this.words = words;
        this.button = button;
        this.kind = kind;
        this.done = done;
        this.shown = shown;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this person may do. */
    static List<Action> offered(Viewer viewer) {
        return Stream.of(values())
                .filter(action -> action != APPROVE || viewer.may(Right.APPROVE))
                .toList();
    }

    public String words() {
        return words;
    }

    /** Move 7 pins */
    public String button(int pins) {
        return button + (pins == 1 ? " 1 pin" : " " + pins + " pins");
    }

    /** Null where there is nothing to undo: people agreed, or were asked to. */
    ChangeSet.Kind kind() {
        return kind;
    }

    /** Whether somebody agrees to a pin, or asks others to. */
    boolean agrees() {
        return this == SUBMIT || this == APPROVE;
    }

    /** What was asked for: approved. */
    String done() {
        return done;
    }

    /** What came of it: not every word is the last that is asked for, and some pins are asked of nobody else. */
    String done(Pin pin) {
        boolean waits = pin.status() == PinStatus.IN_REVIEW;
        return switch (this) {
            case SUBMIT -> waits ? done : "approved, as nobody else is asked";
            case APPROVE -> waits ? "agreed to, still waiting for others" : done;
            default -> done;
        };
    }

    /** What of the pin it is about, as it is. */
    String shown(Pin pin, Instant now) {
        return shown.apply(pin, now);
    }

    private static String time(Pin pin, Instant now) {
        return pin.planned() == null
                ? "No time"
                : Formats.moment(pin.publishAt(), pin.planned().zone(), now);
    }

    private static String board(Pin pin, Instant now) {
        return pin.board() == null ? "No board" : pin.board().name + " (" + pin.account().name + ")";
    }

    private static String campaign(Pin pin, Instant now) {
        String campaign = pin.campaign() == null ? "No campaign" : pin.campaign().name;
        return campaign + " · " + (pin.board() == null ? "no board" : pin.board().name);
    }
}
