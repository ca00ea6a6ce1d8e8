package pinplan.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where a request comes from, and from whom: a person, or a page that asks by itself. */
public final class Caller {
    /** The header of a page that asks by itself. */
    public static final String LIVE = "Pinplan-Live";

    private static final String FORWARDED = "X-Forwarded-For";

    /** Said by Quarkus of each request, whatever the request said of itself: but only where there is a proxy to believe. */
    private static final String TRUSTED = "X-Forwarded-Trusted-Proxy";

    private static final String PROXIED = "quarkus.http.proxy.proxy-address-forwarding";

    /** A request that has one of these came through somebody. */
    private static final List<String> HANDED_ON =
            List.of(FORWARDED, "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "::1", "[::1]");

    private Caller() {}

    /**
     * Behind a proxy of ours, what that proxy has seen: the last entry of its header. What stands before it came with the
     * request, and anybody may write it.
     */
    public static String address(HttpServerRequest request) {
        String told = request.remoteAddress().hostAddress();
        List<String> forwarded = request.headers().getAll(FORWARDED);
        if (!throughProxy(request) || forwarded.isEmpty()) {
            return told;
        }
        String all = String.join(",", forwarded);
        return withoutPort(all.substring(all.lastIndexOf(',') + 1).strip());
    }

    /** Whether they are at this very machine. What a proxy on it hands on comes from anywhere. */
    public static boolean sitsHere(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        return HERE.contains(String.valueOf(request.remoteAddress().hostAddress()))
                && asked != null
                && HERE.contains(asked.host())
                && HANDED_ON.stream().noneMatch(request.headers()::contains);
    }

    private static boolean throughProxy(HttpServerRequest request) {
        return ConfigProvider.getConfig()
                        .getOptionalValue(PROXIED, Boolean.class)
                        .orElse(false)
                && Boolean.parseBoolean(request.getHeader(TRUSTED));
    }

    private static String withoutPort(String address) {
        if (address.startsWith("[")) {
            return address.substring(1, Math.max(1, address.indexOf(']')));
        }
        int colon = address.indexOf(':');
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
