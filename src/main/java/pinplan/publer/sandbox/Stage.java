package pinplan.publer.sandbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where a test or the page directs a world. Each verb is a transaction of its own. */
public class Stage {
    private final String keyDigest;
    private final Clock clock;

    Stage(String keyDigest, Clock clock) {
        this.keyDigest = keyDigest;
        this.clock = clock;
    }

    /** Lets a fault strike the next requests that it usually concerns, or happen at once. */
    public Stage fault(Fault fault, int times) {
        return fault(fault, times, fault.usual);
    }

    public Stage fault(Fault fault, int times, Operation first, Operation... more) {
        return fault(fault, times, EnumSet.of(first, more));
    }

    private Stage fault(Fault fault, int times, Set<Operation> operations) {
        return change(world -> {
            if (fault.kind == Fault.Kind.NOW) {
                Mishap.of(fault).happen(world, clock.instant());
            } else {
                SandboxFault.script(world, fault, times, operations);
            }
        });
    }

    public Stage forgetFaults() {
        return change(world -> SandboxFault.delete("world", world));
    }

    /** The faults that still wait, with how often. */
    public Map<String, Integer> waiting() {
        return read(world -> {
            Map<String, Integer> waiting = new TreeMap<>();
            SandboxFault.waiting(world)
                    .forEach(scripted -> waiting.merge(scripted.fault.words, scripted.remaining, Integer::sum));
            return waiting;
        });
    }

    public SandboxLog log() {
        return read(SandboxLog::of);
    }

    /** Somebody makes a post in Publer itself. Gives back its id. */
    public String foreignPost(String accountId, Instant at, String text, String url) {
        return read(world ->
                Mishap.foreignPost(SandboxAccount.in(world, accountId), at, text, url, clock.instant()).publerId);
    }

    public Stage editPost(String postId, String text) {
        return change(world -> SandboxPost.in(world, postId).text = text);
    }

    public Stage deletePost(String postId) {
        return change(world -> Mishap.delete(SandboxPost.in(world, postId), clock.instant()));
    }

    public Stage deleteBoard(String albumId) {
        return change(
                world -> SandboxBoard.update("gone = true where account.world = ?1 and albumId = ?2", world, albumId));
    }

    public Stage reauth(String accountId, boolean needed) {
        return change(world -> SandboxAccount.in(world, accountId).reauth = needed);
    }

    /** Anything else about the world: its limits, its dialect, its accounts. */
    public Stage change(Consumer<SandboxWorld> how) {
        read(world -> {
            how.accept(world);
            return null;
        });
        return this;
    }

    public <T> T read(Function<SandboxWorld, T> how) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SandboxWorld world = SandboxWorld.locked(keyDigest).orElseThrow();
            world.advance(clock.instant());
            return how.apply(world);
        });
    }
}
