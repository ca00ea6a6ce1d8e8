package pinplan.pin;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import pinplan.web.Formats;

/** What a pin is called, also while nobody gave it a title: then by where it leads, which tells several of a list apart. */
public final class Called {
    private Called() {}

    /** @param link null or empty: it leads nowhere yet */
    public static String by(String title, String link) {
        if (!title.isBlank()) {
            return title;
        }
        String leads = link == null ? "" : place(link);
        return leads.isEmpty() ? "Untitled pin" : "Untitled: " + leads;
    }

    /** The same where several may have neither: then also by when it goes out. @param at null: no time yet */
    public static String apart(String title, String link, Instant at, ZoneId zone) {
        String name = by(title, link);
        return !title.isBlank() || at == null ? name : "%s, %s".formatted(name, Formats.moment(at, zone));
    }

    /** Its path, as most have the same host; its host where it has none. */
    private static String place(String link) {
        try {
            URI uri = new URI(link);
            String path = Objects.toString(uri.getPath(), "").replaceAll("\\p{Cntrl}", "");
            return path.length() > 1 ? path : Objects.toString(uri.getHost(), "");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
