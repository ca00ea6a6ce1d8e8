package pinplan.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where a request comes from, and from whom: a person, or a page that asks by itself. */
public final class Caller {
    /** The header of a page that asks by itself. */
    public static final String LIVE = "Pinplan-Live";

    private static final String FORWARDED = "X-Forwarded-For";

    /** Said by Quarkus of each request, whatever the request said of itself: but only where there is a proxy to believe. */
    private static final String TRUSTED = "X-Forwarded-Trusted-Proxy";

    private static final String PROXIED = "quarkus.http.proxy.proxy-address-forwarding";

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
