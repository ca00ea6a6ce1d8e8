package pinplan.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import pinplan.pin.Actor;
import pinplan.pin.Minutes;
import pinplan.pin.Pin;
import pinplan.pin.PlannedTime;
import pinplan.pin.Refused;
import pinplan.pin.TypedTime;
import pinplan.web.Errors;

/**
 * Where pins go on the calendar.
 *
 * @param day the day, or null to count from each pin's own time
 * @param time null: each keeps its own
 */
record Target(LocalDate day, LocalTime time, int days, int minutes, boolean unscheduled) {
    static final Comparator<Pin> IN_TIME =
            Comparator.comparing(Pin::publishAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final int FARTHEST = 3660;

    static Target read(String day, String time, String days, String minutes, String unscheduled, Errors errors) {
        if ("true".equals(unscheduled)) {
            return new Target(null, null, 0, 0, true);
        }
        if (given(day)) {
            String typed = given(time) ? time : LocalTime.NOON.toString();
            LocalDateTime at = TypedTime.read(day, typed, errors);
            return at == null ? null : new Target(at.toLocalDate(), given(time) ? at.toLocalTime() : null, 0, 0, false);
        }
        if (!given(days) && !given(minutes)) {
            errors.add("days", "Choose a date or a number of days.");
        }
        return new Target(null, null, number(days, errors), number(minutes, errors), false);
    }

    private static boolean given(String typed) {
        return typed != null && !typed.isBlank();
    }

    private static int number(String typed, Errors errors) {
        if (!given(typed)) {
            return 0;
        }
        if (!typed.strip().matches("-?[0-9]{1,4}") || Math.abs(Integer.parseInt(typed.strip())) > FARTHEST) {
            errors.add("days", "“%s” is no number up to %d.".formatted(typed, FARTHEST));
            return 0;
        }
        return Integer.parseInt(typed.strip());
    }

    /** A day, at each pin's own time. */
    static Target on(LocalDate day) {
        return new Target(day, null, 0, 0, false);
    }

    /** So that none is refused for the minute of one that is about to leave it. */
    List<Pin> inOrder(List<Pin> pins) {
        boolean later = day == null && (days > 0 || days == 0 && minutes > 0);
        return pins.stream().sorted(later ? IN_TIME.reversed() : IN_TIME).toList();
    }

    void move(Pin pin, Actor by, Instant now) {
        LocalDateTime at = of(pin, now);
        if (Objects.equals(at, pin.planned() == null ? null : pin.planned().local())) {
            throw new Refused("", "It is there already.");
        }
        pin.scheduleOrNot(at, by, now);
    }

    /**
     * Only from where it was when somebody looked: from anywhere else it would go where nobody wants it.
     *
     * @param seen its time then
     */
    void moveOnce(Instant seen, Pin pin, Actor by, Instant now) {
        if (!Objects.equals(seen, pin.publishAt())) {
            throw new Refused("", ledTo(pin, seen) ? "It is there already." : "It was moved since you looked.");
        }
        move(pin, by, now);
    }

    /** Whether it did what this is about already: somebody pressed twice, say. */
    private boolean ledTo(Pin pin, Instant seen) {
        if (pin.planned() == null) {
            return false;
        }
        LocalDateTime is = pin.planned().local();
        return seen == null
                ? is.toLocalDate().equals(day)
                : from(PlannedTime.at(seen, pin.planned().zone()).local()).equals(is);
    }

    private LocalDateTime from(LocalDateTime was) {
        return day == null
                ? was.plusDays(days).plusMinutes(minutes)
                : day.atTime(time == null ? was.toLocalTime() : time);
    }

    /** Null: without a time. */
    LocalDateTime of(Pin pin, Instant now) {
        if (unscheduled) {
            return null;
        }
        if (pin.planned() != null) {
            return from(pin.planned().local());
        }
        if (day == null) {
            throw new Refused("", "It has no time yet. Choose a date.");
        }
        return time == null ? Minutes.suggested(pin, day, now) : day.atTime(time);
    }
}
