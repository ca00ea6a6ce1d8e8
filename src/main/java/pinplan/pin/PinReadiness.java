package pinplan.pin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import pinplan.web.Errors;
import pinplan.words.Token;

/** What a pin needs before it may go on: its place, its picture, a time that is far enough ahead and from others of its page. */
public final class PinReadiness {
    /** Publer wants a minute; the other two are for the way there. */
    public static final Duration LEAD = Duration.ofMinutes(3);

    private PinReadiness() {}

    /** Everything that is still missing for a submission, field by field. */
    public static Errors missing(Pin pin, Instant now) {
        Errors errors = new Errors();
        if (pin.shots().isEmpty()) {
            errors.add("media", "Add an image or a video.");
        }
        if (pin.account() == null) {
            errors.add("account", "Choose an account.");
        }
        if (pin.board() == null) {
            errors.add("board", "Choose a board.");
        } else if (retired(pin) != null) {
            errors.add("board", retired(pin));
        }
        // What was saved under a wider limit may be beyond the one that holds now.
        PinLimits.check(pin.fields(), pin.workspace(), errors);
        words(pin, errors);
        if (pin.publishAt() != null && pin.publishAt().isBefore(now.plus(LEAD))) {
            errors.add("publishDate", tooSoon(pin.planned(), now));
        }
        // What was sent on goes out all the same once another came close.
        String close = pin.standing().goesOn() || !pin.leads().spacingReason().isEmpty()
                ? null
                : Spacing.of(pin).refusal();
        if (close != null) {
            errors.add("spacingReason", close + " Choose another time, or say why it may be closer.");
        }
        return errors;
    }

    /** The same, and that its minute is another's: all that one who submits it is told at once. */
    static Errors lacking(Pin pin, Instant now) {
        Errors errors = missing(pin, now);
        try {
            Minutes.refuseUnlessFree(pin);
        } catch (Refused taken) {
            errors.add(taken.field(), taken.getMessage());
        }
        return errors;
    }

    /** A token that nobody filled would be read by everybody. */
    private static void words(Pin pin, Errors errors) {
        filled("title", "The title", pin.title(), errors);
        filled("description", "The description", pin.description(), errors);
        for (int place = 1; place <= pin.shots().size(); place++) {
            filled("altText" + place, "The alt text", pin.shots().get(place - 1).altText, errors);
        }
    }

    private static void filled(String field, String what, String text, Errors errors) {
        List<String> open = Token.open(text);
        if (!open.isEmpty()) {
            errors.add(field, "%s still says %s. Write what it stands for.".formatted(what, String.join(", ", open)));
        }
    }

    static void refuseUnlessReady(Pin pin, Instant now) {
        Errors errors = lacking(pin, now);
        errors.byField().entrySet().stream().findFirst().ifPresent(e -> {
            throw new Refused(e.getKey(), errors.all());
        });
    }

    /** Null where its board is there, or it has none. */
    static String retired(Pin pin) {
        return pin.board() == null || pin.board().live()
                ? null
                : "“%s” is no longer there at Pinterest. Choose another board.".formatted(pin.board().name);
    }

    static void refuseIfRetired(Pin pin) {
        if (!pin.board().live()) {
            throw new Refused(
                    "board",
                    "The board “%s” is no longer there at Pinterest. Request changes.".formatted(pin.board().name));
        }
    }

    /** Pins to one page keep their distance, unless somebody said why this one need not. */
    static void refuseUnlessSpaced(Pin pin, PinLink leads, LocalDateTime at) {
        if (!leads.spacingReason().isEmpty()) {
            return;
        }
        String close =
                Spacing.of(pin.workspace(), leads.destination(), at, pin.id).refusal();
        if (close != null) {
            throw new Refused("publishDate", close + " Choose another time, or say on its page why it may be closer.");
        }
    }

    static void refuseTooSoon(PlannedTime time, Instant now) {
        if (time.instant().isBefore(now.plus(LEAD))) {
            throw new Refused("publishDate", tooSoon(time, now));
        }
    }

    private static String tooSoon(PlannedTime time, Instant now) {
        return time.instant().isBefore(now)
                ? "This time has passed. Choose one at least 3 minutes ahead."
                : "This is less than 3 minutes ahead. Choose a later time.";
    }

    /** Whether, once agreed on, its time is still ahead and its minute its own. */
    static boolean wouldGoOut(Pin pin, Instant now) {
        if (pin.publishAt() == null || pin.account() == null) {
            return true;
        }
        Minutes.reserve(pin, pin.publishAt());
        return !pin.publishAt().isBefore(now.plus(LEAD)) && Minutes.free(pin, pin.publishAt());
    }
}
