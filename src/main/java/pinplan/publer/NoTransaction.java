package pinplan.publer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Refuses to talk to Publer while a transaction is open: an answer that takes 30 s must hold no row and no connection. */
@Priority(1)
class NoTransaction implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
        check();
    }

    static void check() {
        if (QuarkusTransaction.isActive()) {
            throw new Violated();
        }
    }

    static class Violated extends IllegalStateException {
        Violated() {
            super("Publer must not be called with a transaction open");
        }
    }
}
