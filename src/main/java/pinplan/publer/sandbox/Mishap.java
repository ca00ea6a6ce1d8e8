package pinplan.publer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/** Something that happens at Publer or Pinterest without a request of ours. */
enum Mishap {
    BOARD_DELETED((world, now) -> pinterest(world).boards().stream().findFirst().ifPresent(board -> board.gone = true)),
    ACCOUNT_REAUTH((world, now) -> pinterest(world).reauth = true),
    FOREIGN_POST((world, now) -> foreignPost(
            pinterest(world),
            now.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS),
            "Made in Publer itself",
            null,
            now)),
    POST_EDITED((world, now) -> {
        SandboxPost next = SandboxPost.next(world);
        if (next != null) {
            next.text = "Edited in Publer";
        }
    }),
    POST_DELETED((world, now) -> {
        SandboxPost next = SandboxPost.next(world);
        if (next != null) {
            delete(next, now);
        }
    });

    private final BiConsumer<SandboxWorld, Instant> what;

    Mishap(BiConsumer<SandboxWorld, Instant> what) {
        this.what = what;
    }

    static Mishap of(Fault fault) {
        return valueOf(fault.name());
    }

    void happen(SandboxWorld world, Instant now) {
        what.accept(world, now);
    }

    private static SandboxAccount pinterest(SandboxWorld world) {
        return world.accounts().stream()
                .filter(account -> account.provider.equals("pinterest"))
                .findFirst()
                .orElseThrow();
    }

    static SandboxPost foreignPost(SandboxAccount account, Instant at, String text, String url, Instant now) {
        SandboxPost post = new SandboxPost();
        post.world = account.world;
        post.account = account;
        post.publerId = Ids.hex();
        post.state = "scheduled";
        post.type = "photo";
        post.albumId = account.boards().get(0).albumId;
        post.text = text;
        post.url = url;
        post.media = "[]";
        post.scheduledAt = at;
        post.foreignMade = true;
        post.madeAt = now;
        post.visibleAt = now;
        post.persist();
        return post;
    }

    /** A published one leaves a trace, a waiting one is gone. */
    static void delete(SandboxPost post, Instant now) {
        if (post.state.startsWith("published")) {
            post.state = "published_deleted";
        } else {
            post.deletedAt = now;
        }
    }
}
