package pinplan.fetch;

import java.util.Locale;

/**
 * How a page answered, after its redirects.
 *
 * @param status of the last answer; 0: there was none; less: nobody was asked
 * @param address where that came from; empty: nowhere
 * @param host of this address
 * @param type its Content-Type, as it was said
 * @param html the begin of it; empty where it is no HTML
 */
public record WebPage(int status, String address, String host, String type, byte[] html) {
    static final WebPage SILENT = nothing(0);

    /** All of us were busy: that says nothing of the page. */
    static final WebPage UNASKED = nothing(-1);

    /** It is, or leads to, a place that we ask for nobody. */
    static final WebPage BARRED = nothing(-2);

    private static WebPage nothing(int status) {
        return new WebPage(status, "", "", "", new byte[0]);
    }

    static WebPage of(int status, WebAddress at, String type, byte[] html) {
        return new WebPage(status, at.uri().toString(), at.host(), type, html);
    }

    public boolean unasked() {
        return status == UNASKED.status;
    }

    /** Nobody answered. */
    public boolean silent() {
        return status == SILENT.status;
    }

    public boolean barred() {
        return status == BARRED.status;
    }

    /** What says nothing of its kind may be. */
    static boolean html(String type) {
        String kind = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return kind.isEmpty() || kind.equals("text/html") || kind.equals("application/xhtml+xml");
    }
}
