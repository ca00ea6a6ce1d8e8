package pinplan.publer.sandbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import pinplan.publer.KeyBox;

/** Sends away whose key opens no world, before anything of what they send is read: anybody can send a lot. */
class Doorkeeper {
    private static final String SCHEME = "Bearer-API ";

    private final KeyBox box;
    private final Wire wire;

    Doorkeeper(KeyBox box, Wire wire) {
        this.box = box;
        this.wire = wire;
    }

    @Keyed
    @ServerRequestFilter
    public Optional<Response> admit(HttpHeaders headers, HttpServerRequest request) {
        boolean known = digest(headers.getHeaderString(HttpHeaders.AUTHORIZATION), box)
                .filter(digest -> QuarkusTransaction.requiringNew()
                        .call(() -> SandboxWorld.of(digest).isPresent()))
                .isPresent();
        return known ? Optional.empty() : Optional.of(wire.send(refusal(), request));
    }

    /** By which a world knows the key of a request; empty: it brought none. */
    static Optional<String> digest(String authorization, KeyBox box) {
        return authorization == null || !authorization.startsWith(SCHEME)
                ? Optional.empty()
                : Optional.of(box.digest(authorization.substring(SCHEME.length())));
    }

    static Played refusal() {
        return Played.errors(403, Clerk.INVALID_KEY);
    }
}
