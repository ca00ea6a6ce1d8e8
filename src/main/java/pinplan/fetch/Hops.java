package pinplan.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/** Goes from one address to the next where a server says so, each checked anew, up to the last, whose answer is read. */
final class Hops implements Closeable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FetchLimits limits;
    private final Set<String> alsoAllow;
    private final Resolver resolver;
    private final CloseableHttpClient client;

    Hops(FetchLimits limits, Resolver resolver, SSLContext trust) {
        this.limits = limits;
        this.resolver = resolver;
        this.alsoAllow = Set.copyOf(limits.alsoAllow().orElse(Set.of()).stream()
                .map(place -> place.strip().toLowerCase(Locale.ROOT))
                .toList());
        this.client = client(trust);
    }

    /** Reads the last answer. */
    interface Reader {
        void read(WebAddress at, ClassicHttpResponse answer, HttpGet request) throws IOException;
    }

    /** It never came to an end. */
    static final class TooMany extends IOException {
        final transient WebAddress last;
        final int status;

        TooMany(WebAddress last, int status) {
            super("too many redirects");
            this.last = last;
            this.status = status;
        }
    }

    /** @param running told of each request, for who may have to cancel it */
    void follow(WebAddress first, Asking asking, AtomicReference<HttpGet> running, Reader reader)
            throws IOException, Unfetched {
        WebAddress address = first;
        int status = 0;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            checkPort(address);
            HttpGet request = new HttpGet(address.uri());
            request.setHeader("Accept", asking.accept());
            request.setHeader("User-Agent", asking.agent());
            running.set(request);
            WebAddress at = address;
            Next next = client.execute(request, response -> {
                if (REDIRECTS.contains(response.getCode()) && response.getFirstHeader("Location") != null) {
                    return new Next(
                            response.getCode(),
                            response.getFirstHeader("Location").getValue());
                }
                reader.read(at, response, request);
                return null;
            });
            if (next == null) {
                return;
            }
            status = next.status;
            address = address.follow(next.location);
        }
        throw new TooMany(address, status);
    }

    private record Next(int status, String location) {}

    /** What is wanted, and who asks. */
    record Asking(String accept, String agent) {}

    private boolean allowed(String host, int port) {
        return alsoAllow.contains(host + ":" + port);
    }

    /** Whoever it is, it is no public one. */
    static final class NotPublic extends UnknownHostException {
        /** Whether its own text says so. Of a name this would tell that there is one in our network. */
        final boolean evident;

        NotPublic(String host) {
            super(host + " is not public");
            evident = !PublicAddress.may(host);
        }
    }

    private void checkPort(WebAddress address) throws Unfetched {
        if (!open(address)) {
            throw new Unfetched("port " + address.port());
        }
    }

    private boolean open(WebAddress address) {
        return address.port() == 80 || address.port() == 443 || allowed(address.host(), address.port());
    }

    /** Whether it may be asked for, as far as its own text says. */
    boolean may(WebAddress address) {
        return open(address) && (allowed(address.host(), address.port()) || PublicAddress.may(address.host()));
    }

    private List<InetSocketAddress> checked(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = resolver.addresses(host);
        boolean open = addresses.length > 0
                && (allowed(host, port) || Arrays.stream(addresses).allMatch(PublicAddress::is));
        if (!open) {
            throw addresses.length > 0 ? new NotPublic(host) : new UnknownHostException(host);
        }
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    private CloseableHttpClient client(SSLContext trust) {
        Timeout longest = Timeout.of(limits.longest());
        DnsResolver checking = new DnsResolver() {
            @Override
            public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
                return checked(host, port);
            }

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                throw new UnknownHostException("a port is needed to judge " + host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(checking)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setMaxConnTotal(limits.atOnce() * 4)
                        .setMaxConnPerRoute(limits.atOnce() * 4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(longest)
                                .setSocketTimeout(longest)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(longest)
                        .setConnectionRequestTimeout(longest)
                        .build())
                // A kept connection would outlive the check of its address.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
