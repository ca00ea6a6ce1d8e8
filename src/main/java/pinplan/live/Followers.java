package pinplan.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The open pages of this replica. None of them has a thread: they are told by whoever hears of a change. */
@ApplicationScoped
class Followers {
    /** Pages that nobody sees follow nothing, so this many are on screens at once. */
    static final int OF_ONE_SESSION = 8;
    /** A socket and some kilobytes each. */
    private static final int MOST = 2000;
    /** So much may wait for a browser that takes nothing: then it is cut off, comes back, and asks anew. */
    private static final int UNHEARD = 16;
    /** Then the browser opens it again: what is wrong with a line, or with us, lasts no longer. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    /** Who comes with an older page is told to ask again, without looking whether that is needed. */
    private static final Duration MEMORY = Duration.ofMinutes(2);

    private final Set<Follower> open = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> changedAt = new ConcurrentHashMap<>();
    private final Vertx vertx;
    /** Open pages would hold up an orderly end, which waits for requests under way before it tells anybody. */
    private final Thread farewell = new Thread(this::endAll, "followers-end");

    private volatile long allChangedAt = System.nanoTime();

    Followers(Vertx vertx) {
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // the whole process ends, and the hook is at it
        }
        endAll();
    }

    /** @param age of what the page shows: what changed since then is told at once */
    Multi<Word> follow(long session, long workspace, Duration age, Instant now) {
        if (open.size() >= MOST) {
            throw new ServiceUnavailableException();
        }
        if (ofOneSession(session) >= OF_ONE_SESSION) {
            throw new ClientErrorException(429);
        }
        long seenAt = System.nanoTime() - age.toNanos();
        return Multi.createFrom()
                .<Word>emitter(
                        ear -> begin(new Follower(session, workspace, now, ear, this::later), ear, seenAt), UNHEARD)
                .onFailure()
                .recoverWithCompletion();
    }

    private synchronized void begin(Follower follower, MultiEmitter<? super Word> ear, long seenAt) {
        if (open.size() >= MOST || ofOneSession(follower.session()) >= OF_ONE_SESSION) {
            ear.complete();
            return;
        }
        ear.onTermination(() -> open.remove(follower));
        open.add(follower);
        follower.stillHere();
        if (changedSince(follower.workspace(), seenAt)) {
            follower.changed();
        }
    }

    private long ofOneSession(long session) {
        return open.stream().filter(follower -> follower.session() == session).count();
    }

    private boolean changedSince(long workspace, long seenAt) {
        Long changed = changedAt.get(workspace);
        long now = System.nanoTime();
        return now - seenAt > MEMORY.toNanos() || allChangedAt - seenAt > 0 || changed != null && changed - seenAt > 0;
    }

    private void later(long millis, Runnable what) {
        vertx.setTimer(millis, passed -> what.run());
    }

    void changed(long workspace) {
        changedAt.put(workspace, System.nanoTime());
        open.stream().filter(follower -> follower.workspace() == workspace).forEach(Follower::changed);
    }

    /** Nobody knows what was missed. */
    void allChanged() {
        allChangedAt = System.nanoTime();
        open.forEach(Follower::changed);
    }

    void stillHere() {
        open.forEach(Follower::stillHere);
        long forgotten = System.nanoTime() - MEMORY.toNanos();
        changedAt.values().removeIf(changed -> changed - forgotten < 0);
    }

    Set<Long> sessions() {
        return open.stream().map(Follower::session).collect(Collectors.toSet());
    }

    void endAllBut(Set<Long> sessions, Instant now) {
        open.stream()
                .filter(follower -> !sessions.contains(follower.session())
                        || !follower.since().plus(LIFETIME).isAfter(now))
                .forEach(Follower::end);
    }

    private void endAll() {
        open.forEach(Follower::end);
    }
}
