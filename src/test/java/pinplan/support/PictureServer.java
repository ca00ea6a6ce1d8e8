package pinplan.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A server elsewhere that has pictures, for pins whose picture Publer fetches itself. The application under test may fetch
 * from it; what it has, a test says with {@link #put}. Starts with any test, once.
 */
public class PictureServer implements QuarkusTestResourceLifecycleManager {
    private static final String WHERE = "test.pictures";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "pictures");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        int port = server.getAddress().getPort();
        String place = "localhost:" + port;
        return Map.of("pinplan.fetch.also-allow", place + ",127.0.0.1:" + port, WHERE, "http://" + place + "/");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** From now on these bytes are there; none: nothing is. Returns the picture's address. */
    public static String put(String name, byte... bytes) {
        return put(name, bytes.length == 0 ? 404 : 200, "", bytes);
    }

    /** The page that says so is there. Returns its address. */
    public static String page(String name, String html) {
        return put(name, 200, "", html.getBytes(StandardCharsets.UTF_8));
    }

    /** @param location empty: nowhere else */
    public static String put(String name, int status, String location, byte... bytes) {
        return put(name, "", status, location, bytes);
    }

    /** The same, for which whoever asks has to wait until somebody has asked for another. */
    public static String after(String other, String name, byte... bytes) {
        return put(name, "/" + other, 200, "", bytes);
    }

    private static String put(String name, String after, int status, String location, byte... bytes) {
        URI address = URI.create(ConfigProvider.getConfig().getValue(WHERE, String.class) + name);
        try {
            // The server lives with another class loader, so it is told over the wire.
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .header("Answer-Status", String.valueOf(status))
                                    .header("Answer-Location", location)
                                    .header("Answer-After", after)
                                    .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            return address.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answer(int status, String location, String after, byte[] bytes) {}

    private void await(String path, String after) {
        synchronized (asked) {
            asked.add(path);
            asked.notifyAll();
            try {
                while (!after.isEmpty() && !asked.contains(after)) {
                    asked.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            answers.put(
                    path,
                    new Answer(
                            Integer.parseInt(exchange.getRequestHeaders().getFirst("Answer-Status")),
                            exchange.getRequestHeaders().getFirst("Answer-Location"),
                            exchange.getRequestHeaders().getFirst("Answer-After"),
                            exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
        } else {
            Answer answer = answers.getOrDefault(path, new Answer(404, "", "", new byte[0]));
            await(path, answer.after);
            if (!answer.location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", answer.location);
            }
            exchange.sendResponseHeaders(answer.status, answer.bytes.length == 0 ? -1 : answer.bytes.length);
            if (answer.bytes.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer.bytes);
                }
            }
        }
        exchange.close();
    }
}
