package pinplan.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.function.Predicate;

/** Fetchers that find every server on this machine, as long as it can be reached. */
public final class Wire {
    private Wire() {}

    /** @param places host:port of each */
    public static SafeFetcher fetcher(Collection<String> places, Predicate<String> reached) {
        return new SafeFetcher(Limits.fetch("also-allow", String.join(",", places)), host -> {
            if (!reached.test(host)) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
    }
}
