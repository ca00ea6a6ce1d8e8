package pinplan.database;

import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Another server answers from now on, as far as the application can tell. */
public final class SwitchOver {
    private SwitchOver() {}

    public static void happen() {
        answering("another");
    }

    /** As after a start. */
    public static void forget() {
        answering(null);
    }

    private static void answering(String server) {
        DatabaseMemory memory = ClientProxy.unwrap(DatabaseMemory.inUse());
        try {
            var known = DatabaseMemory.class.getDeclaredField("server");
            known.setAccessible(true);
            known.set(memory, server);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
        QuarkusTransaction.requiringNew().run(memory::read);
    }
}
