package pinplan.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Pictures;

class SafeFetcherTest {
    private static final String TOLD =
            "Nothing could be fetched from this address. It must be reachable by everyone, without signing in.";

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger lookedUp = new AtomicInteger();
    private HttpServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        port = server.getAddress().getPort();
        answer("/picture", 200, null, Pictures.jpeg(600, 900));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesFromAServerThatTheConfigurationNames() throws Exception {
        Path file = open().fetch(url("/picture"), draft());
        assertThat(Files.readAllBytes(file)).isEqualTo(Pictures.jpeg(600, 900));
        assertThat(lookedUp).hasValue(1);
    }

    @Test
    void refusesTheSameServerWhenItDoesNot() {
        SafeFetcher fetcher = new SafeFetcher(Limits.fetch(), this::loopback);
        refused(fetcher, url("/picture"), TOLD);
        refused(fetcher, "http://pictures.test/picture", TOLD);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:80/",
                "http://localhost/",
                "http://localhost./",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://0/",
                "http://0.0.0.0/",
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://100.100.100.200/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://168.63.129.16/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:1::1]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25lo]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://example.org@127.0.0.1/",
                "http://127.0.0.1@example.org/",
                "http://127.0.0.1#@example.org/",
                "http://127.0.0.1\\@example.org/",
                "http://example.org:22/",
                "http://example.org:8080/",
                "https://example.org:80443/",
                "ftp://example.org/a.jpg",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:http://example.org/!/",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)",
                "//example.org/a.jpg",
                "example.org/a.jpg",
                "http://",
                "http:///a",
                "http://exa mple.org/",
                "http://example.org\r\nHost: x/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "",
            })
    void refusesEveryKnownBypass(String address) {
        // Real look-ups here: no name of this list needs a network to be resolved; those that would are refused before.
        SafeFetcher fetcher = new SafeFetcher(Limits.fetch(), this::real);
        assertThatThrownBy(() -> fetcher.fetch(address, draft())).isInstanceOf(Unfetched.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void oneClosedAddressAmongOpenOnesIsEnough() {
        SafeFetcher fetcher = new SafeFetcher(
                Limits.fetch(), host -> new InetAddress[] {address(93, 184, 216, 34), address(127, 0, 0, 1)});
        refused(fetcher, "http://two-faced.test/", TOLD);
    }

    @Test
    void aNameThatChangesItsAnswerIsLookedUpOnce() throws Exception {
        // Were the name looked up again between check and connection, it would lead to where nobody listens.
        SafeFetcher fetcher =
                new SafeFetcher(Limits.fetch("also-allow", "rebinding.test:" + port, "longest", "5s"), host ->
                        new InetAddress[] {address(127, 0, 0, lookedUp.incrementAndGet())});
        assertThat(fetcher.fetch("http://rebinding.test:" + port + "/picture", draft()))
                .isNotEmptyFile();
        assertThat(lookedUp).hasValue(1);
        refused(fetcher, "http://rebinding.test:" + port + "/picture", TOLD);
        assertThat(asked).hasValue(1);
    }

    @Test
    void theConnectionGoesToTheCheckedAddressUnderTheName() throws Exception {
        // The name means nothing to the system: only the checked answer can have led there.
        SafeFetcher fetcher = new SafeFetcher(Limits.fetch("also-allow", "pictures.test:" + port), this::loopback);
        String[] host = new String[1];
        server.createContext("/host", exchange -> {
            host[0] = exchange.getRequestHeaders().getFirst("Host");
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write(1);
            exchange.close();
        });
        fetcher.fetch("http://pictures.test:" + port + "/host", draft());
        assertThat(host[0]).isEqualTo("pictures.test:" + port);
        assertThat(lookedUp).hasValue(1);
    }

    @Test
    void followsThreeRedirectsAndNoFourth() throws Exception {
        answer("/3", 302, "/picture", null);
        answer("/2", 301, "/3", null);
        answer("/1", 307, url("/2"), null);
        answer("/0", 308, "/1", null);
        assertThat(open().fetch(url("/1"), draft())).isNotEmptyFile();
        refused(open(), url("/0"), TOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/",
                "http://[::1]/",
                "file:///etc/passwd",
                "ftp://x.test/",
                "http://user@127.0.0.1/",
                "//2130706433/",
                "http://other.test:%d/picture",
                "::"
            })
    void checksEveryRedirectAnew(String location) {
        answer("/away", 302, location.replace("%d", "" + port), null);
        refused(open(), url("/away"), TOLD);
        assertThat(asked).hasValue(1);
    }

    @Test
    void sendsNoCookieBack() throws Exception {
        String[] cookie = new String[1];
        server.createContext("/set", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.getResponseHeaders().add("Location", "/get");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/get", exchange -> {
            cookie[0] = exchange.getRequestHeaders().getFirst("Cookie");
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write(1);
            exchange.close();
        });
        open().fetch(url("/set"), draft());
        assertThat(cookie[0]).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 401, 403, 404, 500, 503})
    void tellsOnlyThatItDidNotWork(int status) {
        answer("/trouble", status, null, null);
        refused(open(), url("/trouble"), TOLD);
    }

    @Test
    void stopsAtTheLimitWhetherItIsAnnouncedOrNot() {
        byte[] large = new byte[2_000];
        answer("/announced", 200, null, large);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(large);
                }
            }
        });
        refused(open("max-bytes", "1000"), url("/announced"), TOLD);
        refused(open("max-bytes", "1000"), url("/endless"), TOLD);
        assertThat(drafts()).isZero();
    }

    @Test
    void stopsWhenTimeIsUpHoweverSlowlyItDrips() {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(1);
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException gone) {
                // The other side hung up, as it should.
            }
        });
        long started = System.nanoTime();
        refused(open("longest", "1s"), url("/slow"), TOLD);
        assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(5_000);
    }

    @Test
    void whatIsDueDoesNotWaitForWhatPeopleTryOut() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        SafeFetcher fetcher = new SafeFetcher(
                Limits.fetch("also-allow", "localhost:" + port, "at-once", "1", "longest", "1s"), host -> {
                    while (host.equals("stuck.test") && over.getCount() > 0) {
                        try {
                            over.await();
                        } catch (InterruptedException e) {
                            // No name server cares.
                        }
                    }
                    return loopback(host);
                });
        refused(fetcher, "http://stuck.test/", TOLD);
        refused(fetcher, url("/picture"), TOLD);
        assertThat(fetcher.refetch(url("/picture"), draft())).isNotEmptyFile();
        over.countDown();
    }

    private void refused(SafeFetcher fetcher, String address, String sentence) {
        assertThatThrownBy(() -> fetcher.fetch(address, draft()))
                .isInstanceOf(Unfetched.class)
                .hasMessage(sentence);
    }

    private SafeFetcher open(String... settings) {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "also-allow";
        all[1] = "localhost:" + port;
        return new SafeFetcher(Limits.fetch(all), this::loopback);
    }

    private Path draft() throws IOException {
        return Files.createTempFile(folder, "draft", "");
    }

    private long drafts() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private void answer(String path, int status, String location, byte[] body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
            if (body != null) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
            exchange.close();
        });
    }

    private InetAddress[] loopback(String host) {
        lookedUp.incrementAndGet();
        return new InetAddress[] {address(127, 0, 0, 1)};
    }

    /** Never asks a name server. */
    private InetAddress[] real(String host) throws UnknownHostException {
        return host.matches("\\[.*]|[0-9.]+|localhost\\.?") ? InetAddress.getAllByName(host) : loopback(host);
    }

    private static InetAddress address(int a, int b, int c, int d) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
