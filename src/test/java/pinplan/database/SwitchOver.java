package pinplan.database;

import io.quarkus.arc.ClientProxy;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** Another server answers from now on, as far as the application can tell. */
public final class SwitchOver {
    private SwitchOver() {}

    public static void happen() {
        answering("another");
    }

    /** The same just before this replica starts, so that it has not seen it. */
    public static void happenBeforeTheStart() {
        timelines("insert into timeline (id, seen_at) select 'before', seen_at from timeline");
        timelines("delete from timeline where id <> 'before'");
        answering(null);
        ClientProxy.unwrap(DatabaseMemory.inUse()).begin(new StartupEvent());
    }

    /** As after a start. */
    public static void forget() {
        timelines("delete from timeline where id = 'before'");
        answering(null);
    }

    private static void timelines(String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(change).executeUpdate());
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
