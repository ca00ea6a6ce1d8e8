package pinplan.publer;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where this process itself listens. The sandbox is a Publer inside our own jar, and its port may be another one after
 * each start, so a connection to it keeps a name and not an address.
 */
@ApplicationScoped
public class OwnAddress {
    /** What a connection to the built-in sandbox says instead of an address. */
    public static final String SANDBOX = "sandbox:";

    private final HttpServer server;

    OwnAddress(HttpServer server) {
        this.server = server;
    }

    String resolve(String baseUrl) {
        return SANDBOX.equals(baseUrl) ? "http://127.0.0.1:" + server.getPort() + "/sandbox/publer/api/v1" : baseUrl;
    }
}
