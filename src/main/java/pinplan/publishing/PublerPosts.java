package pinplan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
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

    private final PublerGateway publer;
    private final DatabaseClock clock;

    PublerPosts(PublerGateway publer, DatabaseClock clock) {
        this.publer = publer;
        this.clock = clock;
    }

    Listing around(Access access, String accountId, Instant at, Reserve reserve) {
        PostQuery query = new PostQuery(List.of(accountId), Listing.STATES, Listing.from(at), Listing.to(at), 0);
        Listing.Pages pages = new Listing.Pages();
        for (int page = 0; page < MOST_PAGES; page++) {
            if (!Lane.take(access.laneId(), clock.now(), reserve)) {
                return Listing.incomplete(Waiting.ROOM);
            }
            Outcome<PostPage> outcome = publer.posts(access, query.page(page));
            Lane.heard(access.laneId(), outcome, clock.now());
            if (outcome.value().isEmpty()) {
                return Listing.incomplete(outcome.sentence());
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
}
