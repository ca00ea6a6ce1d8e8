package pinplan.pin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

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
