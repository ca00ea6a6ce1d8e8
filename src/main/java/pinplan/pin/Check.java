package pinplan.pin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pinplan.link.Destination;
import pinplan.link.Shorteners;
import pinplan.media.Advice;
import pinplan.media.Media;
import pinplan.web.Errors;
import pinplan.web.Formats;

/** One line of "what is still missing, and what is unwise": {@code kind} is empty when all is well, warn, or bad. */
public record Check(String kind, String words) {
    static List<Check> of(Pin pin, Advice advice, Instant now) {
        List<Check> all = new ArrayList<>();
        Errors missing = PinReadiness.missing(pin, now);
        missing.all().forEach(words -> all.add(new Check("bad", words)));
        if (pin.title().isBlank()) {
            all.add(new Check("warn", "It has no title yet."));
        }
        media(pin, advice, all);
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
        Alike.to(pin).forEach(words -> all.add(new Check("warn", words)));
        return all;
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

    private static void media(Pin pin, Advice advice, List<Check> all) {
        for (Shot shot : pin.shots()) {
            List<String> about = advice.about(shot.media);
            about.forEach(words -> all.add(new Check("warn", words)));
            if (about.isEmpty()) {
                all.add(new Check("", size(shot.media)));
            }
        }
    }

    private static String size(Media media) {
        return "%s, %,d × %,d".formatted(media.video() ? "Video" : "Picture", media.width, media.height);
    }

    /** For a pin whose instant is not what the clocks make of its time any more. */
    public static String offTheClock(Instant at, ZoneId zone) {
        return "The clocks of %s go by other rules since this was handed over: it goes out %s. Move it to put that right."
                .formatted(zone, Formats.moment(at, zone));
    }

    private static void time(Pin pin, boolean ahead, List<Check> all) {
        if (pin.planned() == null) {
            all.add(new Check("", "No time yet: it can be agreed on first."));
            return;
        }
        String shared = Minutes.warning(pin);
        if (shared != null) {
            all.add(new Check("warn", shared));
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
