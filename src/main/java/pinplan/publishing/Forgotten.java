package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.board.Account;
import pinplan.database.DatabaseMemory;
import pinplan.pin.Publishing;
import pinplan.publer.Place;

/**
 * Orders of an account that may have been sent in a time that the database forgot, as after each start. One reading of the
 * account's weeks tells of all of them, so that none has to hold its minute until its own look, weeks later.
 *
 * @param orders those that nobody looks for by their posts
 * @param last   when the last of them goes out; null: there are none
 */
record Forgotten(List<Long> orders, Instant last) {
    private static final Forgotten NOTHING = new Forgotten(List.of(), null);
    /** Nobody plans further, and each ten days are one more list. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private static final String OF_ACCOUNT = "select p.id, p.publishAt from Publication p join p.pin i"
            + " where p.workspace = ?1 and p.publerAccountId = ?2 and p.state = PENDING and p.publerPostId is null"
            + " and p.publishAt > ?3 and p.publishAt < ?4 and i.createdAt < ?5"
            + " and (p.oblivion.verifiedAt is null or p.oblivion.verifiedAt < ?5) order by p.publishAt";

    private static final String SURVEYED = "update survey set due_at = ?1 where due_at > ?1 and account_id in"
            + " (select i.account_id from publication p join pin i on i.id = p.pin_id where p.state = 'PENDING'"
            + " and i.created_at < ?2 and (p.verified_at is null or p.verified_at < ?2))";

    /** Each account that has some is read then, and not when its turn would come. */
    static void soon(Instant at, Instant rememberedSince) {
        Panache.getEntityManager()
                .createNativeQuery(SURVEYED)
                .setParameter(1, at)
                .setParameter(2, rememberedSince)
                .executeUpdate();
    }

    /** In the caller's transaction. None before a look can tell. */
    static Forgotten of(Account account, Instant now) {
        DatabaseMemory memory = DatabaseMemory.inUse();
        Instant since = memory.read().rememberedSince();
        if (memory.looksCountFrom(now, Publication.SHOWS).isAfter(now)) {
            return NOTHING;
        }
        List<Object[]> rows = Panache.getEntityManager()
                .createQuery(OF_ACCOUNT, Object[].class)
                .setParameter(1, account.workspace)
                .setParameter(2, account.publerId)
                .setParameter(3, now.minus(Days.FORGOTTEN))
                .setParameter(4, now.plus(FURTHEST))
                .setParameter(5, since)
                .getResultList();
        return rows.isEmpty()
                ? NOTHING
                : new Forgotten(
                        rows.stream().map(row -> (Long) row[0]).toList(), (Instant) rows.get(rows.size() - 1)[1]);
    }

    boolean any() {
        return !orders.isEmpty();
    }

    /** Where to look for them. */
    List<Days> weeks(Instant now) {
        return any() ? Days.forgotten(now, last) : Days.ahead(now);
    }

    /** @param there what Publer has in these weeks that is no order's yet; it began to say so at {@code begin} */
    void lookedFor(Listing there, Place place, Instant begin) {
        orders.forEach(id -> QuarkusTransaction.requiringNew().run(() -> {
            Publication publication = Publication.locked(id);
            boolean asked = publication != null
                    && publication.state() == Publishing.PENDING
                    && !publication.handover.isElsewhere(place)
                    && publication.mayBeSentAlready();
            if (asked) {
                Findings.ofListing(publication, there, begin);
                if (publication.state() != Publishing.PENDING) {
                    publication.handover.belongsTo(place);
                }
            }
        }));
    }
}
