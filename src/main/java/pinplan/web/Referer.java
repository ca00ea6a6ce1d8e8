package pinplan.web;

import java.net.URI;

/** The page of ours from which something was sent, to lead back to. */
public final class Referer {
    public static final String HEADER = "Referer";

    private Referer() {}

    /** Whatever host it names, the path is one of ours. */
    public static String path(String referer, String otherwise) {
        try {
            URI from = URI.create(referer == null ? "" : referer);
            String path = from.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return otherwise;
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
