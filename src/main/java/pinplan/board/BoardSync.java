package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.publer.KeyBox;
import pinplan.publer.Reserve;

/** Keeps the mirror of Publer's accounts and boards fresh: on demand and by the timer, one look at a time. */
@ApplicationScoped
public class BoardSync {
    private static final Logger LOG = Logger.getLogger(BoardSync.class);

    /** A board made in Pinterest shows up within a coffee break, at a hundred requests a day and account. */
    static final Duration EVERY = Duration.ofMinutes(15);

    /** The first request may even look at a Publer that was out of reach; the many after it leave room for pins. */
    private static final Look.Pace PERSON = new Look.Pace(Reserve.PERSON, Reserve.AHEAD, Duration.ofSeconds(10));

    private static final Look.Pace TIMER = new Look.Pace(Reserve.AUDIT, Reserve.AUDIT, Duration.ofSeconds(60));

    private final Look look;
    private final DatabaseClock clock;

    BoardSync(Look look, DatabaseClock clock) {
        this.look = look;
        this.clock = clock;
    }

    /** Looks now, because somebody waits for it. Never inside a transaction: it talks to Publer. */
    public LastSync now(long workspaceId) {
        turn(workspaceId, Duration.ZERO);
        return look(workspaceId, PERSON);
    }

    /** The same, unless somebody did so less than {@code rest} ago. */
    boolean now(long workspaceId, Duration rest) {
        boolean turn = turn(workspaceId, rest);
        if (turn) {
            look(workspaceId, PERSON);
        }
        return turn;
    }

    /** Every connected workspace that was not looked at for so long, or not since it was connected. */
    void due(Duration every) {
        Instant before = QuarkusTransaction.requiringNew().call(clock::read).minus(every);
        List<LastSync.Due> due = QuarkusTransaction.requiringNew().call(() -> LastSync.due(before));
        for (LastSync.Due each : due) {
            if (turn(each)) {
                look(each.workspaceId(), TIMER);
            }
        }
    }

    private boolean turn(long workspaceId, Duration rest) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.read();
            return LastSync.claim(workspaceId, now.minus(rest), now);
        });
    }

    private boolean turn(LastSync.Due due) {
        return QuarkusTransaction.requiringNew()
                .call(() -> LastSync.claim(due.workspaceId(), due.unlessSince(), clock.read()));
    }

    private LastSync look(long workspaceId, Look.Pace pace) {
        String problem = problem(workspaceId, pace);
        return QuarkusTransaction.requiringNew().call(() -> {
            LastSync last = LastSync.locked(workspaceId);
            last.ended(problem, clock.read());
            return last;
        });
    }

    /** One workspace's trouble is written down and never stops the others. */
    private String problem(long workspaceId, Look.Pace pace) {
        try {
            return look.at(workspaceId, pace);
        } catch (KeyBox.Unreadable sealed) {
            return sealed.getMessage();
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "The boards of workspace %d could not be synced", workspaceId);
            return "Something went wrong here, not at Publer. It is in the log.";
        }
    }
}
