package pinplan.publishing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import pinplan.publishing.Claims.Claimed;
import pinplan.publishing.Claims.Taken;

/**
 * What one tick sends: several claims, requests and preparations are under way at a time, and whatever ends makes room for the
 * next, until nothing is due. Workspaces don't wait for each other's answers.
 */
final class Dispatch {
    /**
     * So much is under way at a time: one request for each workspace, and the preparations. It is for ten at Publer; the others are
     * being written down meanwhile.
     */
    private static final int UNDER_WAY = 16;
    /** A large video holds up one of these, and not what else has to be made ready. */
    private static final int PREPARATIONS = 2;
    /** So many look for what is next: while one waits for the disk or for a lock, the other goes on. */
    private static final int CLAIMS = 2;

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Preparation preparation;
    private final Claims claims;
    private final Sender sender;
    private final Executor threads;
    private final Runnable beat;
    private final BooleanSupplier ending;
    private final Round round = new Round();
    private final BlockingQueue<Over> over = new LinkedBlockingQueue<>();

    /**
     * @param beat says that this is alive, however long it takes
     * @param ending whether nothing may begin any more
     */
    Dispatch(
            Preparation preparation,
            Claims claims,
            Sender sender,
            Executor threads,
            Runnable beat,
            BooleanSupplier ending) {
        this.preparation = preparation;
        this.claims = claims;
        this.sender = sender;
        this.threads = threads;
        this.beat = beat;
        this.ending = ending;
    }

    /**
     * What was under way and has ended.
     *
     * @param more where it pays to ask for the same again
     * @param known the news of the round when it began: what it found nothing of may be there since
     */
    private record Over(long whose, boolean more, int known) {}

    /** Ends when nothing is due and nothing is under way. */
    void run() throws InterruptedException {
        try {
            beginPreparations();
            boolean more = true;
            while (more && !ending.getAsBoolean() || round.busy()) {
                if (more) beginClaims();
                Over one = over.poll(1, TimeUnit.SECONDS);
                boolean second = round.aSecondHasPassed();
                boolean prepares = second;
                if (one != null) {
                    round.ended(one.whose());
                    boolean nothing = one.whose() == Round.CLAIM && !one.more() && round.news() == one.known();
                    more = !nothing || round.again();
                    prepares |= one.whose() == Round.PREPARATION && one.more();
                }
                // While answers and uploads take long, budgets fill again and more becomes due.
                more |= second;
                if (prepares) {
                    beginPreparations();
                    beat.run();
                }
            }
        } finally {
            // Nothing that is under way is left behind, whatever went wrong here.
            while (round.busy()) {
                round.ended(over.take().whose());
            }
        }
    }

    private void beginClaims() {
        while (!ending.getAsBoolean() && round.claims() < CLAIMS && round.underWay() < UNDER_WAY) {
            int known = round.news();
            threads.execute(() -> claimAndSend(known));
            round.begun(Round.CLAIM);
        }
    }

    private void beginPreparations() {
        while (!ending.getAsBoolean() && round.preparations() < PREPARATIONS) {
            threads.execute(this::prepare);
            round.begun(Round.PREPARATION);
        }
    }

    private void prepare() {
        boolean more = false;
        try {
            more = preparation.next();
        } catch (RuntimeException unforeseen) {
            // What was being prepared waits.
            LOG.error("Preparing failed", unforeseen);
        } finally {
            over.add(new Over(Round.PREPARATION, more, 0));
        }
    }

    /** The others look for what is next as soon as this is claimed. */
    private void claimAndSend(int known) {
        Taken taken = Taken.NOTHING;
        try {
            if (!ending.getAsBoolean()) taken = claims.nextOrPutOff(round);
        } finally {
            over.add(new Over(Round.CLAIM, taken.any(), known));
        }
        Claimed claim = taken.claim();
        if (claim != null) {
            try {
                sender.send(claim);
            } catch (RuntimeException unforeseen) {
                // Whatever was being sent is in doubt now, and the reconciler finds it.
                LOG.error("Sending failed", unforeseen);
            } finally {
                over.add(new Over(claim.workspaceId(), false, 0));
            }
        }
    }
}
