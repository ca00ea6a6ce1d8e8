package pinplan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.database.DatabaseClock;
import pinplan.publer.Access;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PostPage;
import pinplan.publer.PostQuery;
import pinplan.publer.PublerGateway;
import pinplan.publer.Reserve;

/** Reads complete listings, each page paid from the lane. */
@ApplicationScoped
class PublerPosts {
    private static final int MOST_PAGES = 50;
    /** So long may the pages of a listing of weeks to come wait for room: each is a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Whoever rests longer says so in between. */
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final PublerGateway publer;
    private final DatabaseClock clock;

    PublerPosts(PublerGateway publer, DatabaseClock clock) {
        this.publer = publer;
        this.clock = clock;
    }

    /** @param further is told before each page after the first, and after each rest: they may come slowly */
    Listing around(Access access, String accountId, Instant at, Reserve reserve, Runnable further) {
        return between(access, accountId, Days.of(at), reserve, clock.now(), further);
    }

    /** All of these weeks, no further than to where this post is. */
    Listing weeks(Access access, String accountId, List<Days> weeks, String postId, Reserve reserve, Runnable further) {
        Instant until = clock.now().plus(PATIENCE.multipliedBy(weeks.size()));
        Listing read = Listing.NOTHING;
        for (Days days : weeks) {
            if (read.complete() && read.withId(postId) == null) {
                further.run();
                read = read.and(between(access, accountId, days, reserve, until, further));
            }
        }
        return read;
    }

    /** Some of the weeks to come. */
    Listing between(Access access, String accountId, Days days, Reserve reserve) {
        return between(access, accountId, days, reserve, clock.now().plus(PATIENCE), () -> {});
    }

    /** @param until its pages may wait for room */
    private Listing between(
            Access access, String accountId, Days days, Reserve reserve, Instant until, Runnable further) {
        PostQuery query = new PostQuery(List.of(accountId), Listing.STATES, days.askedFrom(), days.askedTo(), 0);
        Listing.Pages pages = new Listing.Pages();
        for (int page = 0; page < MOST_PAGES; page++) {
            if (page > 0) {
                further.run();
            }
            if (!paid(access, reserve, until, further)) {
                return Listing.incomplete(Obstacle.ofLane(access.laneId(), clock.now()));
            }
            Outcome<PostPage> outcome = publer.posts(access, query.page(page));
            Lane.heard(access.laneId(), outcome, clock.now());
            if (outcome.value().isEmpty()) {
                return Listing.incomplete(Obstacle.of(outcome));
            }
            PostPage read = outcome.value().get();
            String problem = pages.add(read.posts(), read.total());
            if (problem != null) {
                return Listing.incomplete(problem);
            }
            if (pages.all() || read.posts().isEmpty()) {
                return pages.listing();
            }
        }
        return Listing.incomplete("The list is longer than can be read at once.");
    }

    private boolean paid(Access access, Reserve reserve, Instant until, Runnable further) {
        while (true) {
            Instant now = clock.now();
            if (Lane.take(access.laneId(), now, reserve)) {
                return true;
            }
            Instant free = Lane.free(access.laneId(), now, reserve);
            if (free.isAfter(until)) {
                return false;
            }
            rest(Duration.between(now, free));
            further.run();
        }
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(Math.max(20, Math.min(time.toMillis(), A_WHILE.toMillis())));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for room", stop);
        }
    }
}
