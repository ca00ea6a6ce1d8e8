package pinplan.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages answer, on a server of every kind of manners. */
class PageLookTest {
    private static final String HTML = "<title>Lemon tart</title>";

    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        port = server.getAddress().getPort();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 403, 404, 410, 418, 429, 500, 502, 503, 599})
    void theLastStatusIsKnown(int status) {
        answer("/page", status, null, "text/html", status == 204 ? null : HTML);
        WebPage page = look("/page");
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource({"301, localhost", "302, other.test", "303, localhost", "307, other.test", "308, localhost"})
    void redirectsAreFollowedToWhereTheyEnd(int status, String host) {
        answer("/from", status, "http://" + host + ":" + port + "/to", null, null);
        answer("/to", 200, null, "text/html", HTML);
        WebPage page = look("/from");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.host()).isEqualTo(host);
        assertThat(page.address()).isEqualTo("http://" + host + ":" + port + "/to");
        assertThat(page.html()).isEqualTo(HTML.getBytes(UTF_8));
    }

    @Test
    void aLoopEndsWithItsRedirect() {
        answer("/round", 302, "/round", null, null);
        assertThat(look("/round").status()).isEqualTo(302);
        assertThat(asked).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/",
                "http://[::1]/",
                "file:///etc/passwd",
                "http://a@b.test/",
                "::"
            })
    void whatARedirectMayNotLeadToIsBarred(String location) {
        answer("/away", 302, location, null, null);
        assertThat(look("/away")).isEqualTo(WebPage.BARRED);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://other.test:22/",
                "ftp://other.test/",
                "nonsense",
                ""
            })
    void privatePlacesAreBarred(String address) {
        assertThat(fetcher().look(address)).isEqualTo(WebPage.BARRED);
        assertThat(asked).hasValue(0);
    }

    /** Else one could ask for one name after the other, to learn which there are in our network. */
    @ParameterizedTest
    @ValueSource(strings = {"http://inner.test/", "http://intranet/"})
    void aNameOfAPrivatePlaceIsAsSilentAsOneThatLeadsNowhere(String address) {
        assertThat(fetcher().look(address)).isEqualTo(WebPage.SILENT);
        answer("/away", 302, address, null, null);
        assertThat(look("/away")).isEqualTo(WebPage.SILENT);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.test/tart, true",
        "http://shop.test:80/, true",
        "https://shop.test:8443/, false",
        "http://93.184.216.34/, true",
        "http://192.168.1.1/, false",
        "http://999.1.1.1/, false",
        "http://[::1]/, false",
        "http://[2606:2800:220:1::1]/, true",
        "http://localhost:1/, false",
        "ftp://shop.test/, false"
    })
    void whetherAPageIsLookedAtIsKnownFromItsAddress(String address, boolean looks) {
        SafeFetcher fetcher = new SafeFetcher(Limits.fetch(), host -> {
            throw new AssertionError("looked up: " + host);
        });
        assertThat(fetcher.looksAt(address)).isEqualTo(looks);
        assertThat(fetcher().looksAt(url("/"))).as("as the configuration says").isTrue();
    }

    @Test
    void aNameThatLeadsNowhereIsSilent() {
        SafeFetcher fetcher = new SafeFetcher(Limits.fetch(), host -> {
            throw new java.net.UnknownHostException(host);
        });
        assertThat(fetcher.look("http://misspelt.test/")).isEqualTo(WebPage.SILENT);
    }

    @Test
    void whoHasNoTurnHearsNothingOfThePage() {
        CountDownLatch over = new CountDownLatch(1);
        SafeFetcher fetcher = Stuck.fetcher(over);
        assertThat(fetcher.look(url("/page"))).isEqualTo(WebPage.UNASKED);
        assertThat(fetcher.check(url("/page"))).isEqualTo(WebPage.UNASKED);
        over.countDown();
    }

    @Test
    void peopleAndChecksDoNotWaitForEachOther() {
        answer("/page", 200, null, "text/html", HTML);
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
        assertThat(fetcher.look("http://stuck.test/")).isEqualTo(WebPage.SILENT);
        assertThat(fetcher.look(url("/page"))).isEqualTo(WebPage.UNASKED);
        assertThat(fetcher.check(url("/page")).status()).isEqualTo(200);
        over.countDown();
    }

    @Test
    void nobodyThereIsSilent() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int nobody = closed.getLocalPort();
            closed.close();
            SafeFetcher fetcher = new SafeFetcher(Limits.fetch("also-allow", "localhost:" + nobody), this::loopback);
            assertThat(fetcher.look("http://localhost:" + nobody + "/")).isEqualTo(WebPage.SILENT);
        }
    }

    @Test
    void whatIsNoHtmlIsNotRead() {
        answer("/file", 200, null, "application/pdf", "%PDF");
        WebPage page = look("/file");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.type()).isEqualTo("application/pdf");
        assertThat(page.html()).isEmpty();
    }

    @Test
    void ofAHugePageTheBeginIsRead() {
        answer("/huge", 200, null, "text/html; charset=utf-8", HTML + "x".repeat(3_000_000));
        WebPage page = look("/huge");
        assertThat(page.html()).hasSize(524_288);
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void ofAnEndlessPageToo() {
        server.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (byte[] more = "x".repeat(10_000).getBytes(UTF_8); ; ) {
                    out.write(more);
                }
            } catch (IOException hungUp) {
                // As it should.
            }
        });
        assertThat(look("/endless").html()).hasSize(524_288);
    }

    @Test
    void aPageThatIsCutOffIsThere() throws IOException {
        try (ServerSocket rough = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket one = rough.accept()) {
                    one.getInputStream().read(new byte[4_000]);
                    one.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n" + HTML)
                                    .getBytes(UTF_8));
                }
                return null;
            });
            SafeFetcher fetcher =
                    new SafeFetcher(Limits.fetch("also-allow", "localhost:" + rough.getLocalPort()), this::loopback);
            WebPage page = fetcher.look("http://localhost:" + rough.getLocalPort() + "/");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html()).isEqualTo(HTML.getBytes(UTF_8));
        }
    }

    @Test
    void whoAnswersTooLateIsSilent() {
        server.createContext("/late", exchange -> waitFor(exchange));
        assertThat(fetcher("longest", "1s").look(url("/late"))).isEqualTo(WebPage.SILENT);
    }

    @Test
    void whoIsSlowAfterItsStatusIsThere() {
        server.createContext("/slow", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            waitFor(exchange);
        });
        assertThat(fetcher("longest", "2s").look(url("/slow")).status()).isEqualTo(200);
    }

    @Test
    void saysWhoAsks() {
        String[] agent = new String[1];
        server.createContext("/page", exchange -> {
            agent[0] = exchange.getRequestHeaders().getFirst("User-Agent");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        look("/page");
        assertThat(agent[0]).startsWith("Pinplan (looks at the pages");
    }

    private static void waitFor(HttpExchange exchange) {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException over) {
            exchange.close();
        }
    }

    private WebPage look(String path) {
        return fetcher().look(url(path));
    }

    private SafeFetcher fetcher(String... settings) {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "also-allow";
        all[1] = "localhost:%1$d,other.test:%1$d".formatted(port);
        return new SafeFetcher(Limits.fetch(all), this::loopback);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private InetAddress[] loopback(String host) {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private void answer(String path, int status, String location, String type, String body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            if (type != null) {
                exchange.getResponseHeaders().add("Content-Type", type);
            }
            byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            } catch (IOException hungUp) {
                // Who looked has seen enough.
            }
            exchange.close();
        });
    }
}
