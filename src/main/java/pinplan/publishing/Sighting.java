package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pinplan.board.Account;
import pinplan.pin.Publishing;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.PublerPost;

/**
 * What one complete listing says about pins that somebody made in Publer itself: it is the truth about its account and
 * days, and what it does not have is no longer there. Only what a workspace's own key listed is kept for it. What any
 * workspace of ours ordered, or may have, is nobody's from Publer, and is left out also where others see it.
 *
 * @param begin when the listing began: it knows nothing newer
 */
record Sighting(Long workspaceId, Access access, String publerAccountId, Days days, Listing listing, Instant begin) {
    /** Every index has an end. */
    private static final int LONGEST_ID = 200;

    private static final String TELLS = "insert into foreign_look (account_id, on_day, listed_at)"
            + " select ?1, cast(day as date), ?4"
            + " from generate_series(cast(?2 as timestamp), cast(?3 as timestamp), interval '1 day') day"
            + " on conflict (account_id, on_day) do update set listed_at = excluded.listed_at"
            // one in the future means that a clock was set back since
            + " where foreign_look.listed_at <= excluded.listed_at or foreign_look.listed_at > ?5"
            + " returning cast(on_day as text)";

    /** In the caller's transaction. */
    void keep(Instant now) {
        Account account = listing.complete() && connected() ? locked() : null;
        if (account == null) {
            return;
        }
        Set<LocalDate> told = told(account, now);
        List<PublerPost> foreign = foreign(now).stream()
                .filter(post -> told.contains(Days.day(post.scheduledAt())))
                .toList();
        Map<String, ForeignPost> known =
                ForeignPost.around(
                                account,
                                days,
                                foreign.stream().map(PublerPost::id).toList())
                        .stream()
                        .collect(Collectors.toMap(post -> post.publerPostId, Function.identity()));
        for (PublerPost post : foreign) {
            ForeignPost kept = known.remove(post.id());
            if (kept == null) {
                kept = new ForeignPost(account, post.id());
                kept.seen(post, begin);
                kept.persist();
            } else if (kept.older(begin)) {
                kept.seen(post, begin);
            }
        }
        known.values().stream()
                .filter(gone -> told.contains(Days.day(gone.publishAt)) && gone.older(begin))
                .forEach(ForeignPost::delete);
    }

    /** Connected anew meanwhile: an answer to another key is not this workspace's to see. */
    private boolean connected() {
        return Connection.of(workspaceId)
                .filter(now -> now.lane().id == access.laneId()
                        && now.publerWorkspaceId().equals(access.publerWorkspaceId()))
                .isPresent();
    }

    /** Two listings of an account are written down one after the other. */
    private Account locked() {
        return Account.<Account>find("workspace.id = ?1 and publerId = ?2", workspaceId, publerAccountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The days of which nothing newer is known. */
    private Set<LocalDate> told(Account account, Instant now) {
        List<?> told = Panache.getEntityManager()
                .createNativeQuery(TELLS)
                .setParameter(1, account.id)
                .setParameter(2, days.first().toString())
                .setParameter(3, days.last().toString())
                .setParameter(4, begin)
                .setParameter(5, now)
                .getResultList();
        return told.stream().map(day -> LocalDate.parse((String) day)).collect(Collectors.toSet());
    }

    private List<PublerPost> foreign(Instant now) {
        List<PublerPost> shown = listing.posts().stream()
                .filter(post -> publerAccountId.equals(post.accountId()) && post.scheduledAt() != null)
                .filter(post -> post.id().length() <= LONGEST_ID && post.id().indexOf('\0') < 0)
                .filter(Sighting::goesOut)
                .toList();
        Set<String> ours =
                ours(publerAccountId, shown.stream().map(PublerPost::id).toList());
        List<Publication> orders = orders();
        return shown.stream()
                .filter(post -> !ours.contains(post.id()))
                // It may be one of ours whose id is not known yet, or one of ours once more.
                .filter(post -> orders.stream().noneMatch(order -> Match.mayBe(post, order, now)))
                .toList();
    }

    /** A draft goes nowhere, and what failed there may be an earlier try of ours. */
    private static boolean goesOut(PublerPost post) {
        return post.is("scheduled") || post.is("published") && !post.is("published_deleted");
    }

    /** Those that are known to be an order of ours. */
    static Set<String> ours(String publerAccountId, List<String> ids) {
        return new HashSet<>(Panache.getEntityManager()
                .createQuery(
                        "select p.publerPostId from Publication p where p.publerAccountId = ?1 and p.publerPostId in ?2",
                        String.class)
                .setParameter(1, publerAccountId)
                .setParameter(2, ids)
                .getResultList());
    }

    private List<Publication> orders() {
        return Publication.list(
                "from Publication p join fetch p.revision where p.publerAccountId = ?1 and p.publishAt >= ?2"
                        + " and p.publishAt < ?3 and p.state not in ?4",
                publerAccountId,
                days.begin().minus(Neighbours.NEAR),
                days.end().plus(Neighbours.NEAR),
                List.of(Publishing.REJECTED, Publishing.CANCELLED));
    }
}
