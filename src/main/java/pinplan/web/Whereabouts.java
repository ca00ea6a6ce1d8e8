package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Function;

/** Where the request that is being answered came from. Filled once per request by the gate. */
@RequestScoped
public class Whereabouts {
    private String address = "";
    private String browser = "";

    /** @param agent what the browser says of itself, or null */
    public void are(String address, String agent) {
        this.address = address;
        this.browser = BrowserName.of(agent);
    }

    String address() {
        return address;
    }

    String browserName() {
        return browser;
    }

    /** Work that is done aside, for somebody at this address. */
    public static void at(String address, Runnable work) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            Arc.container().instance(Whereabouts.class).get().are(address, null);
            work.run();
        } finally {
            context.terminate();
        }
    }

    /** The address of whoever asked; empty where nobody did, and Pinplan works by itself. */
    public static String here() {
        return asked(Whereabouts::address);
    }

    /** Their browser in words; empty where it is none that is known. */
    public static String browser() {
        return asked(Whereabouts::browserName);
    }

    private static String asked(Function<Whereabouts, String> what) {
        return Arc.container().requestContext().isActive()
                ? what.apply(Arc.container().instance(Whereabouts.class).get())
                : "";
    }
}
