package pinplan.publishing;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.context.ManagedExecutor;
import pinplan.database.DatabaseClock;
import pinplan.publer.PublerGateway;
import pinplan.web.Ticks;

/** The ways into publishing for those who measure it. */
public final class Pipeline {
    /** So many pins go into one request, at most. */
    public static final int TOGETHER = 10;

    private Pipeline() {}

    /** What a further replica would have: it claims, calls and settles at each tick. */
    public static Dispatcher replica(PublerGateway publer) {
        return new Dispatcher(
                Connected.bean(DatabaseClock.class),
                Connected.bean(Preparation.class),
                Connected.bean(Claims.class),
                new Sender(Connected.bean(DatabaseClock.class), publer),
                Connected.bean(Ticks.class),
                Connected.bean(ManagedExecutor.class));
    }

    /** Claims without calling, until nothing more is due or may be asked: how long each claim took, in nanoseconds. */
    public static List<Long> claims() {
        Claims claims = Connected.bean(Claims.class);
        Round round = new Round();
        List<Long> took = new ArrayList<>();
        boolean more = true;
        while (more) {
            long start = System.nanoTime();
            Claims.Taken taken = claims.next(round);
            if (taken.claim() != null) {
                took.add(System.nanoTime() - start);
                round.ended(taken.claim().workspaceId());
            }
            more = taken.any();
        }
        return took;
    }

    /** The bare statement that finds and locks what is next, with named parameters. */
    public static String statement() {
        return Due.NEXT;
    }
}
