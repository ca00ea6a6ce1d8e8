package pinplan.pin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pinplan.link.Destination;
import pinplan.link.Shorteners;
import pinplan.media.Advice;
import pinplan.media.Media;
import pinplan.web.Errors;
import pinplan.web.Formats;

/**
 * One line of "what is still missing, and what is unwise".
 *
 * @param kind empty when all is well, warn, or bad
 * @param href where one looks at it or mends it, or null
 */
public record Check(String kind, String words, String href, String fix) {
    Check(String kind, String words) {
        this(kind, words, null, null);
    }

    static List<Check> of(Pin pin, Advice advice, Instant now) {
        List<Check> all = new ArrayList<>();
        Errors missing = PinReadiness.missing(pin, now);
        missing.all().forEach(words -> all.add(new Check("bad", words)));
        unwise(pin, advice).forEach(words -> all.add(new Check("warn", words)));
        sizes(pin, advice, all);
        if (pin.account() != null && pin.account().locked) {
            all.add(new Check(
                    "warn",
                    "Publer says that %s can't be used now. Connect it there again.".formatted(pin.account().name)));
        }
        time(pin, missing.of("publishDate") == null, all);
        String close = missing.of("spacingReason") == null ? Spacing.of(pin).warning() : null;
        if (close != null) {
            String reason = pin.leads().spacingReason();
            all.add(new Check("warn", reason.isEmpty() ? close : close + " Said of it: “" + reason + "”."));
        }
        all.addAll(link(pin, now));
        Alike.to(pin).forEach(other -> all.add(new Check("warn", other.words(), other.href(), "Look at it")));
        return all;
    }

    /** Where somebody asks for a word on it, or is asked for one: all that it warns of. */
    public static List<String> warnings(Pin pin, Advice advice, Instant now) {
        return of(pin, advice, now).stream()
                .filter(check -> check.kind().equals("warn"))
                .map(Check::words)
                .toList();
    }

    /** What stops no pin, and is seen by everybody who reads it then: words that nobody wrote, and poor pictures. */
    public static List<String> unwise(Pin pin, Advice advice) {
        List<String> all = new ArrayList<>();
        if (pin.title().isBlank()) {
            all.add("It has no %s yet.".formatted(unwritten(pin)));
        }
        pin.shots().stream()
                .flatMap(shot -> advice.about(shot.media).stream())
                .distinct()
                .forEach(all::add);
        return all;
    }

    /** A title, and what is not there either: title, description or link. */
    private static String unwritten(Pin pin) {
        List<String> also = new ArrayList<>();
        if (pin.description().isBlank()) {
            also.add("description");
        }
        if (pin.link().isBlank()) {
            also.add("link");
        }
        return switch (also.size()) {
            case 0 -> "title";
            case 1 -> "title and no " + also.get(0);
            default -> "title, no description and no link";
        };
    }

    /** Whether the page that it leads to is there, as far as somebody looked, and no mere signpost. It stops no pin. */
    public static List<Check> link(Pin pin, Instant now) {
        List<Check> all = new ArrayList<>();
        String shortener = Shorteners.warning(pin.link());
        if (shortener != null) {
            all.add(new Check("warn", "Its link: " + shortener));
        }
        Destination page = pin.leads().destination();
        if (page != null && page.health().checkedAt() != null) {
            all.add(new Check(
                    page.health().kind().isEmpty() ? "" : "warn",
                    "Its link: " + page.health().words(now, pin.workspace().zone)));
        }
        return all;
    }

    private static void sizes(Pin pin, Advice advice, List<Check> all) {
        pin.shots().stream()
                .map(shot -> shot.media)
                .filter(media -> advice.about(media).isEmpty())
                .forEach(media -> all.add(new Check("", size(media))));
    }

    private static String size(Media media) {
        return "%s, %,d × %,d".formatted(media.video() ? "Video" : "Picture", media.width, media.height);
    }

    /** For a pin whose instant is not what the clocks make of its time any more. */
    public static String offTheClock(Instant at, ZoneId zone) {
        return "The clocks of %s go by other rules since this was handed over: it goes out %s. Move it to put that right."
                .formatted(zone, Formats.moment(at, zone));
    }

    /** For the form in which it is moved: to the next minute that is free. */
    public static String elsewhere(Pin pin) {
        LocalDateTime next = Minutes.nextFree(pin, pin.publishAt());
        return next == null ? "" : "?at=" + next;
    }

    private static void time(Pin pin, boolean ahead, List<Check> all) {
        if (pin.planned() == null) {
            all.add(new Check("", "No time yet: it can be agreed on first."));
            return;
        }
        String shared = Minutes.warning(pin);
        if (shared != null) {
            all.add(new Check("warn", shared, "/pins/%d/move%s".formatted(pin.id, elsewhere(pin)), "Move it"));
        } else if (ahead && pin.account() != null) {
            all.add(new Check("", "Its minute is free."));
        }
        if (!pin.chosen().means(pin.publishAt())) {
            all.add(new Check("warn", offTheClock(pin.publishAt(), pin.workspace().zone)));
        }
        String clockChange = pin.planned().clockChange(pin.publishAt());
        if (clockChange != null) {
            all.add(new Check("warn", clockChange));
        }
    }
}
