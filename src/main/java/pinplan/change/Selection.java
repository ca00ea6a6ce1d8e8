package pinplan.change;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.PinPage.Verb;
import pinplan.pin.Refused;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Ids;

/**
 * Pins that somebody chose, and what shall become of them, as a form says it.
 *
 * @param fill whether those without a board go where new drafts of the campaign begin
 */
public record Selection(
        List<Long> pins,
        Action action,
        String days,
        String from,
        String until,
        String board,
        String campaign,
        boolean fill,
        Map<Long, AsShown> seen,
        String back) {
    static Selection read(MultivaluedMap<String, String> form, String otherwiseBack) {
        Map<Long, AsShown> seen = new HashMap<>();
        List<Long> pins = new ArrayList<>();
        // 12, or 12:what was seen of it
        for (String each : form.getOrDefault("pin", List.of())) {
            String[] parts = each.split(":", 2);
            Long id = Ids.read(parts[0]);
            if (id != null && !pins.contains(id)) {
                pins.add(id);
                seen.put(id, AsShown.read(parts.length == 2 ? parts[1] : ""));
            }
        }
        String typedBack = form.getFirst("back");
        String back = typedBack != null && typedBack.matches("(/calendar|/campaigns/[0-9]+)([?][^#]*)?")
                ? typedBack
                : otherwiseBack;
        return new Selection(
                pins,
                Arrays.stream(Action.values())
                        .filter(action -> action.key().equals(form.getFirst("action")))
                        .findFirst()
                        .orElse(null),
                text(form, "days"),
                text(form, "from"),
                text(form, "until"),
                text(form, "board"),
                text(form, "campaign"),
                "true".equals(form.getFirst("fill")),
                seen,
                // Not with all of it chosen once more.
                back.replaceFirst("[?&]chosen=all$", ""));
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    /** What is looked at now is what may be approved, and where it is counted from. */
    Selection withSeen(List<Pin> pins) {
        Map<Long, AsShown> now = new HashMap<>();
        pins.forEach(pin -> now.put(pin.id, AsShown.of(pin)));
        return new Selection(this.pins, action, days, from, until, board, campaign, fill, now, back);
    }

    /** What it leads back to, in words. */
    public String backWords() {
        return back.startsWith("/campaigns/") ? "Back to the campaign" : "Back to the calendar";
    }

    public boolean chose(Action other) {
        return action == other;
    }

    /** What does it to each pin; null when the errors say what is missing. */
    Verb verb(Workspace workspace, Errors errors) {
        if (action == null) {
            errors.add("action", "Choose what to do.");
            return null;
        }
        return switch (action) {
            case MOVE -> move(errors);
            case SPREAD -> {
                Spread spread = spread(errors);
                yield spread == null
                        ? null
                        : (pin, by, now) -> spread.moveOnce(seen.get(pin.id).at(), pin, by, now);
            }
            case BOARD -> board(workspace, errors);
            case CAMPAIGN -> campaign(workspace, errors);
            case SUBMIT -> Pin::submit;
            case APPROVE -> (pin, by, now) -> pin.approve(seen.get(pin.id).decided(), by, now);
            case DELETE -> Pin::delete;
        };
    }

    /**
     * The same, only to what is still as it was shown. A move asks for the time alone, and an approval for what it is bound to:
     * they do so by themselves.
     */
    Verb asSeen(Verb verb) {
        return switch (action) {
            case MOVE, SPREAD, APPROVE -> verb;
            case BOARD, CAMPAIGN, SUBMIT, DELETE ->
                (pin, by, now) -> {
                    AsShown is = AsShown.of(pin);
                    // First: why it can't be done at all says more. Refused after it, nothing of it is kept.
                    verb.on(pin, by, now);
                    seen.get(pin.id).refuseUnlessStill(action.agrees() ? is.shipping(pin) : is);
                };
        };
    }

    /** Those that leave their minutes to others come first. */
    List<Pin> inOrder(List<Pin> pins) {
        if (action == Action.MOVE) {
            Target to = Target.read(null, null, days, null, null, new Errors());
            return to.inOrder(pins);
        }
        Spread spread = action == Action.SPREAD ? spread(new Errors()) : null;
        return spread == null ? pins.stream().sorted(Target.IN_TIME).toList() : spread.inOrder(pins);
    }

    private Verb move(Errors errors) {
        Target to = Target.read(null, null, days, null, null, errors);
        return to == null
                ? null
                : (pin, by, now) -> to.moveOnce(seen.get(pin.id).at(), pin, by, now);
    }

    private Spread spread(Errors errors) {
        LocalDate first = day("from", from, errors);
        LocalDate last = day("until", until, errors);
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            errors.add("until", "The range ends before it begins.");
            return null;
        }
        return Spread.over(first, last, seen);
    }

    private static LocalDate day(String field, String typed, Errors errors) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        errors.add(field, typed.isEmpty() ? "Choose a date." : "“%s” is no date within reach.".formatted(typed));
        return null;
    }

    private Verb board(Workspace workspace, Errors errors) {
        Board chosen = chosen(board, id -> Board.in(workspace, id));
        if (chosen == null || !chosen.live()) {
            errors.add("board", "Choose a board.");
            return null;
        }
        return (pin, by, now) -> edit(pin, pin.fields().on(Board.in(workspace, chosen.id)), by, now);
    }

    private Verb campaign(Workspace workspace, Errors errors) {
        if (campaign.equals("none")) {
            return (pin, by, now) -> edit(pin, pin.fields().in(null), by, now);
        }
        Campaign chosen = chosen(campaign, id -> Campaign.in(workspace, id));
        if (chosen == null) {
            errors.add("campaign", "Choose a campaign.");
            return null;
        }
        return (pin, by, now) -> edit(pin, into(Campaign.in(workspace, chosen.id), pin.fields()), by, now);
    }

    /** As a new draft has it: only where nothing is said, and on no board of another account. */
    private PinFields into(Campaign chosen, PinFields was) {
        PinFields fields = was.in(chosen);
        Board start = chosen.archived() ? null : chosen.start.board();
        boolean free = start != null && start.live() && was.board() == null;
        return fill && free && (was.account() == null || was.account().id.equals(start.account.id))
                ? fields.on(start)
                : fields;
    }

    private static void edit(Pin pin, PinFields fields, Actor by, Instant now) {
        if (!pin.edits(fields)) {
            throw new Refused("", "It is so already.");
        }
        pin.edit(fields, by, now);
    }

    private static <T> T chosen(String id, Function<Long, T> find) {
        try {
            return Ids.read(id) == null ? null : find.apply(Ids.read(id));
        } catch (NotFoundException gone) {
            return null;
        }
    }
}
