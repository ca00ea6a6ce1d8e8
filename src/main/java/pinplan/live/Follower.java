package pinplan.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** An open page. It is told at most once a second: what happens in between is told together. */
final class Follower {
    private static final long PAUSE_MILLIS = 1000;

    /** Runs something so many milliseconds later. */
    interface Timer {
        void in(long millis, Runnable what);
    }

    private final long session;
    private final long workspace;
    private final Instant since;
    private final MultiEmitter<? super Word> ear;
    private final Timer timer;

    private boolean told;
    private boolean waiting;
    private long toldAt;

    Follower(long session, long workspace, Instant since, MultiEmitter<? super Word> ear, Timer timer) {
        this.session = session;
        this.workspace = workspace;
        this.since = since;
        this.ear = ear;
        this.timer = timer;
    }

    long session() {
        return session;
    }

    long workspace() {
        return workspace;
    }

    Instant since() {
        return since;
    }

    synchronized void changed() {
        if (waiting) {
            return;
        }
        long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
        if (!told || passed >= PAUSE_MILLIS) {
            tell();
        } else {
            waiting = true;
            timer.in(PAUSE_MILLIS - passed, this::tell);
        }
    }

    private synchronized void tell() {
        waiting = false;
        told = true;
        toldAt = System.nanoTime();
        ear.emit(Word.CHANGED);
    }

    void stillHere() {
        ear.emit(Word.STILL_HERE);
    }

    void end() {
        ear.complete();
    }
}
