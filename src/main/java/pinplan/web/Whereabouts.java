package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.RequestScoped;

/** Where the request that is being answered came from. Filled once per request by the gate. */
@RequestScoped
public class Whereabouts {
    private String address = "";

    public void are(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Work that is done aside, for somebody at this address. */
    public static void at(String address, Runnable work) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            Arc.container().instance(Whereabouts.class).get().are(address);
            work.run();
        } finally {
            context.terminate();
        }
    }

    /** The address of whoever asked; empty where nobody did, and Pinplan works by itself. */
    public static String here() {
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(Whereabouts.class).get().address()
                : "";
    }
}
