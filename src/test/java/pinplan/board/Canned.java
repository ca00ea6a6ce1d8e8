package pinplan.board;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says what it was told to, for answers that the sandbox is too well-behaved to give. */
final class Canned implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    Canned() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String asked = exchange.getRequestURI().toString();
            requests.add(asked);
            String found = answers.keySet().stream()
                    .filter(asked::contains)
                    .findFirst()
                    .orElse(null);
            if (found != null && before.containsKey(found)) {
                before.get(found).run();
            }
            byte[] body = (found == null ? "" : answers.get(found)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(found == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    Canned says(String to, String answer) {
        answers.put(to, answer);
        return this;
    }

    Canned first(String to, Runnable does) {
        before.put(to, does);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
