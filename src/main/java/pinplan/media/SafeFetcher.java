package pinplan.media;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;

/**
 * The one way out to servers that people name. Every host is looked up once per hop, all its addresses must be public, and
 * the connection goes to those very addresses; so a name that changes its answer changes nothing. Whoever asked is told
 * only whether it worked: anything more would let them look around in our network.
 */
@ApplicationScoped
public class SafeFetcher {
    private static final Logger log = Logger.getLogger(SafeFetcher.class);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FetchLimits limits;
    private final Set<String> alsoAllow;
    private final Resolver resolver;
    private final MediaStore store;
    private final CloseableHttpClient client;
    private final ExecutorService fetches;

    @Inject
    SafeFetcher(FetchLimits limits, MediaStore store) {
        this(limits, store, InetAddress::getAllByName);
    }

    SafeFetcher(FetchLimits limits, MediaStore store, Resolver resolver) {
        this(limits, store, resolver, SSLContexts.createSystemDefault());
    }

    /** @param trust whose certificates are believed */
    SafeFetcher(FetchLimits limits, MediaStore store, Resolver resolver, SSLContext trust) {
        this.limits = limits;
        this.store = store;
        this.resolver = resolver;
        this.alsoAllow = Set.copyOf(limits.alsoAllow().orElse(Set.of()).stream()
                .map(place -> place.strip().toLowerCase(Locale.ROOT))
                .toList());
        this.client = client(trust);
        this.fetches = Executors.newFixedThreadPool(limits.atOnce(), task -> {
            Thread thread = new Thread(task, "fetch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is at the address, in a new file that the caller deletes. */
    Path fetch(String text) throws Refusal {
        WebAddress address = WebAddress.of(text);
        Path file = store.draft();
        AtomicReference<HttpGet> running = new AtomicReference<>();
        Future<?> fetch = fetches.submit(() -> {
            get(address, file, running);
            return null;
        });
        try {
            fetch.get(limits.longest().toMillis(), TimeUnit.MILLISECONDS);
            return file;
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            fetch.cancel(true);
            if (running.get() != null) {
                running.get().cancel();
            }
            delete(file);
            log.infof("Not fetched from %s: %s", address.host(), e.getCause() == null ? e : e.getCause());
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new Refusal(
                    "Nothing could be fetched from this address. It must be reachable by everyone, without signing in.");
        }
    }

    private void get(WebAddress first, Path file, AtomicReference<HttpGet> running) throws IOException, Refusal {
        WebAddress address = first;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            checkPort(address);
            HttpGet request = new HttpGet(address.uri());
            request.setHeader("Accept", "image/jpeg, image/png, image/gif, */*;q=0.1");
            running.set(request);
            String location = client.execute(request, response -> answer(response, file));
            if (location == null) {
                return;
            }
            address = address.follow(location);
        }
        throw new IOException("too many redirects");
    }

    /** Writes the body, or tells where to go instead. */
    private String answer(ClassicHttpResponse response, Path file) throws IOException {
        if (REDIRECTS.contains(response.getCode()) && response.getFirstHeader("Location") != null) {
            return response.getFirstHeader("Location").getValue();
        }
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null || entity.getContentLength() > limits.maxBytes()) {
            throw new IOException(
                    "answered " + response.getCode() + (entity == null ? "" : ", " + entity.getContentLength()));
        }
        try (InputStream in = entity.getContent();
                // Not created: when time ran out the draft is gone, and stays gone.
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[16_384];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limits.maxBytes()) {
                    throw new IOException("more than " + limits.maxBytes() + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        return null;
    }

    private boolean allowed(String host, int port) {
        return alsoAllow.contains(host + ":" + port);
    }

    private void checkPort(WebAddress address) throws IOException {
        if (address.port() != 80 && address.port() != 443 && !allowed(address.host(), address.port())) {
            throw new IOException("port " + address.port());
        }
    }

    private List<InetSocketAddress> checked(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = resolver.addresses(host);
        boolean open = addresses.length > 0
                && (allowed(host, port) || Arrays.stream(addresses).allMatch(PublicAddress::is));
        if (!open) {
            throw new UnknownHostException(host + " is not public");
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
                        .setMaxConnTotal(limits.atOnce() * 2)
                        .setMaxConnPerRoute(limits.atOnce() * 2)
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
                .setUserAgent("Pinplan")
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        fetches.shutdownNow();
        client.close();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warnf("A draft stays behind: %s", e.getMessage());
        }
    }
}
