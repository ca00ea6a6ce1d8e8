package pinplan.link;

import pinplan.fetch.WebPage;

/** What a look at a page says of it. */
public enum Verdict {
    FINE,
    /** Its server says that there is no such page, or not any more. */
    GONE,
    /** Its server fails. */
    BROKEN,
    /** Nobody answers. */
    SILENT,
    /** It sends everybody on to another host. */
    ELSEWHERE,
    /** We are not let in, which says nothing of people: many shops turn programs away. Or it is no place that we ask. */
    REFUSED;

    /** @param host of the page that was asked for, as {@link Canonical} writes it */
    static Verdict of(WebPage page, String host) {
        int status = page.status();
        if (page.barred()) {
            return REFUSED;
        }
        if (page.silent()) {
            return SILENT;
        }
        if (status == 404 || status == 410) {
            return GONE;
        }
        if (status >= 500) {
            return BROKEN;
        }
        if (!sameHouse(host, host(page))) {
            return ELSEWHERE;
        }
        return status / 100 == 2 ? FINE : REFUSED;
    }

    /** Null: there was no answer; 0: nobody was asked. */
    static Integer status(WebPage page) {
        return page.status() == 0 ? null : Integer.valueOf(Math.max(0, page.status()));
    }

    static String host(WebPage page) {
        Canonical canonical = Canonical.of(page.address());
        return canonical == null ? page.host() : canonical.host();
    }

    /** A shop's own subdomain is no other place. */
    private static boolean sameHouse(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }

    /** In a list of many. */
    String brief(Integer status, String leadsTo) {
        return switch (this) {
            case FINE -> "Fine";
            case GONE -> "Not there (%d)".formatted(status);
            case BROKEN -> "Its server failed (%d)".formatted(status);
            case SILENT -> "Could not be reached";
            case ELSEWHERE -> "Leads on to " + leadsTo;
            case REFUSED -> status == 0 ? "Not checked" : "Could not be checked from here (%d)".formatted(status);
        };
    }

    /** It may be over in a moment, so that once is not enough to alarm anybody. */
    boolean passing() {
        return this == BROKEN || this == SILENT;
    }
}
