package pinplan.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.Pictures;

/** A certificate that is trusted is believed for its own name only. */
class FetchOverTlsTest {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpsServer server;
    private SSLContext both;
    private int port;

    @BeforeEach
    void serveAsPicturesTest() throws Exception {
        both = context(certificateFor("pictures.test"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(both));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = Pictures.jpeg(600, 900);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        port = server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itsOwnNameIsFetched() throws Exception {
        Path file =
                fetcher(both).fetch("https://pictures.test:" + port + "/", Files.createFile(folder.resolve("draft")));
        assertThat(Files.readAllBytes(file)).isEqualTo(Pictures.jpeg(600, 900));
    }

    @Test
    void anotherNameIsRefusedThoughTheCertificateIsTrusted() {
        SafeFetcher fetcher = fetcher(both);
        assertThatThrownBy(() -> fetcher.fetch("https://other.test:" + port + "/", folder.resolve("draft")))
                .isInstanceOf(Unfetched.class);
        assertThatThrownBy(() -> fetcher.fetch("https://127.0.0.1:" + port + "/", folder.resolve("draft")))
                .isInstanceOf(Unfetched.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        SafeFetcher fetcher = fetcher(SSLContext.getDefault());
        assertThatThrownBy(() -> fetcher.fetch("https://pictures.test:" + port + "/", folder.resolve("draft")))
                .isInstanceOf(Unfetched.class);
        assertThat(asked).hasValue(0);
    }

    private SafeFetcher fetcher(SSLContext trust) {
        String places = "pictures.test:%1$d,other.test:%1$d,127.0.0.1:%1$d".formatted(port);
        return new SafeFetcher(
                Limits.fetch("also-allow", places),
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                trust);
    }

    /** Made by the JDK's own tool: the JDK has no public class that signs certificates. */
    private Path certificateFor(String name) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
        return store;
    }

    /** Serves with the key, and trusts its certificate. */
    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory serving = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        serving.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(serving.getKeyManagers(), trusting.getTrustManagers(), null);
        return context;
    }
}
