package pinplan.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API of JSON in the test's own process, one request at a time. What breaks its rules is refused, and kept as a complaint. */
public abstract class JsonServer implements AutoCloseable {
    protected static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/api/v1";

    protected record Answer(int status, Object body) {}

    /** @param what the method and the path, as {@code GET /posts} */
    protected record Request(HttpExchange exchange, String what, byte[] body) {
        public String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** What the path ends with. */
        public String last() {
            return what.substring(what.lastIndexOf('/') + 1);
        }

        /** Every value of that parameter, of which there is at least one. */
        public List<String> all(String parameter) {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            List<String> values = Arrays.stream(query.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> decoded(pair[0]).equals(parameter))
                    .map(pair -> decoded(pair[1]))
                    .toList();
            require(!values.isEmpty(), "no " + parameter);
            return values;
        }

        public String one(String parameter) {
            return all(parameter).get(0);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    private final List<String> complaints = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    protected JsonServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.createContext(ROOT, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    protected abstract Answer answer(Request request) throws IOException;

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + ROOT;
    }

    /** What was asked against the documentation. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answered(new Request(exchange, exchange.getRequestMethod() + " " + path, body));
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized Answer answered(Request request) {
        try {
            return answer(request);
        } catch (RuntimeException | IOException wrong) {
            complaints.add(request.exchange().getRequestURI() + ": " + wrong);
            return refused(400, "Bad request");
        }
    }

    public static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }

    protected static Answer ok(Object body) {
        return new Answer(200, body);
    }

    protected static Answer refused(int status, String sentence) {
        return new Answer(status, of("errors", List.of(sentence)));
    }

    protected static void require(boolean kept, String rule) {
        if (!kept) throw new IllegalArgumentException(rule);
    }
}
