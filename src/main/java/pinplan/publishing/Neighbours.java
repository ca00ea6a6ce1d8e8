package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.database.DatabaseMemory;
import pinplan.pin.Pin;
import pinplan.pin.Planned;
import pinplan.pin.Publishing;

/** Orders beside one: of its account, who has a minute or a post and how full a day is; and whom one answer of Publer tells of. */
final class Neighbours {
    /** Further apart than this, two orders can't be taken for each other. */
    static final Duration NEAR = Times.inForce().neighbourhood();

    /** States in which an order counts against its account's day. */
    static final List<Publishing> COUNTED = List.of(
            Publishing.SENDING, Publishing.ACCEPTED, Publishing.IN_DOUBT, Publishing.SCHEDULED, Publishing.PUBLISHED);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** What holds no minute. */
    static final List<Publishing> NOWHERE = List.of(Publishing.REJECTED, Publishing.CANCELLED);

    private Neighbours() {}

    /** For a native query. */
    static String sql(List<Publishing> states) {
        return states.stream().map(Publishing::name).collect(Collectors.joining("', '", "('", "')"));
    }

    /** The order for another pin that has this minute of the account, be it only until Publer let go of it; or null. */
    static Publication holder(String publerAccountId, Instant minute, Pin except) {
        return Publication.find(
                        "publerAccountId = ?1 and publishAt = ?2 and pin <> ?3 and state not in ?4",
                        publerAccountId,
                        minute,
                        except,
                        NOWHERE)
                .firstResult();
    }

    /**
     * The minutes of these accounts from now on that would stay held if their pins moved on, with their pins: as
     * {@link Publication#takeBack} has it.
     */
    static Map<Planned.Minute, Long> heldMinutes(Collection<String> publerAccountIds, Instant now) {
        return Publication.getEntityManager()
                .createQuery(
                        "select p.publerAccountId, p.publishAt, i.id from Publication p join p.pin i"
                                + " where p.publerAccountId in ?1 and p.publishAt > ?2 and p.state not in ?3 and (p.state <> PENDING"
                                + " or p.recallWanted or i.deletedAt is not null or i.timing.publishAt is null"
                                + " or i.timing.publishAt <> p.publishAt or p.oblivion.lookFirst or i.createdAt < ?4"
                                + " and (p.oblivion.verifiedAt is null or p.oblivion.verifiedAt < ?4))",
                        Object[].class)
                .setParameter(1, publerAccountIds)
                .setParameter(2, now)
                .setParameter(3, NOWHERE)
                .setParameter(4, DatabaseMemory.inUse().read().rememberedSince())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new Planned.Minute((String) row[0], (Instant) row[1]), row -> (Long) row[2]));
    }

    /**
     * Those of the day that Publer holds, or may hold unknown to us once a look can tell, or published not long ago; where
     * this look looks. One that {@linkplain Look#strays strays} is looked for by itself: these days say nothing of it.
     *
     * @param now no later than the begin of the look that is to tell of them
     */
    static List<Publication> heldAround(Look look, Instant now) {
        Instant day = look.at().truncatedTo(ChronoUnit.DAYS);
        List<Publication> held = Publication.list(
                "publerAccountId = ?1 and publishAt >= ?2 and publishAt < ?3 and id <> ?4"
                        + " and (state = ?5 or state = ?6 and oblivion.lookFirst and dueAt <= ?8"
                        + " or state = ?7 and dueAt is not null)"
                        + " and (handover.place.publerWorkspaceId is null"
                        + " or handover.place.publerWorkspaceId = ?9 and handover.place.baseUrl = ?10)",
                look.account(),
                day,
                day.plus(A_DAY),
                look.turn().id(),
                Publishing.SCHEDULED,
                Publishing.PENDING,
                Publishing.PUBLISHED,
                now,
                look.access().publerWorkspaceId(),
                look.access().baseUrl());
        return held.stream().filter(other -> !Look.strays(other, now)).toList();
    }

    /** Those of the account that a list of their own day did not have, and that should be somewhere in the weeks to come. */
    static List<Publication> missing(Look look, Instant now) {
        return Publication.list(
                "publerAccountId = ?1 and id <> ?2 and state = ?3 and looks.absentSince is not null and publishAt < ?4"
                        + " and handover.place.publerWorkspaceId = ?5 and handover.place.baseUrl = ?6",
                look.account(),
                look.turn().id(),
                Publishing.SCHEDULED,
                now.plus(Days.AHEAD),
                look.access().publerWorkspaceId(),
                look.access().baseUrl());
    }

    /** Those of the account that may have been sent and forgotten too, in the weeks in which this look looks for its own. */
    static List<Publication> forgotten(Look look, Instant now) {
        return Publication.list(
                "publerAccountId = ?1 and id <> ?2 and state = ?3 and oblivion.lookFirst and dueAt <= ?4"
                        + " and publerPostId is null and publishAt >= ?5 and publishAt < ?6"
                        + " and (handover.place.publerWorkspaceId is null"
                        + " or handover.place.publerWorkspaceId = ?7 and handover.place.baseUrl = ?8)",
                look.account(),
                look.turn().id(),
                Publishing.PENDING,
                now,
                now.minus(Days.FORGOTTEN),
                now.plus(Days.AHEAD),
                look.access().publerWorkspaceId(),
                look.access().baseUrl());
    }

    /** Those that are, or may be, what Publer has in these hours, though nobody knows their posts. */
    static List<Publication> nameless(Publication publication, Instant from, Instant to) {
        return Publication.list(
                "publerAccountId = ?1 and id <> ?2 and publerPostId is null and state not in ?3"
                        + " and publishAt between ?4 and ?5",
                publication.publerAccountId,
                publication.id,
                NOWHERE,
                from.minus(NEAR),
                to.plus(NEAR));
    }

    /** Those of the workspace that went with the same request and wait for the same job. */
    static List<Publication> ofTheSameJob(Look look) {
        return Publication.list(
                "state = ?1 and handover.jobId = ?2 and handover.jobEndedAt is null and id <> ?3"
                        + " and workspace = (select p.workspace from Publication p where p.id = ?3) order by pin.id",
                Publishing.ACCEPTED,
                look.jobId(),
                look.turn().id());
    }

    /** Those that have one of these posts, or may still find theirs. */
    static List<Publication> of(Publication publication, Collection<String> postIds) {
        return Publication.list(
                "publerAccountId = ?1 and id <> ?2 and (publerPostId in ?3 or publerPostId is null and state in ?4"
                        + " and publishAt between ?5 and ?6)",
                publication.publerAccountId,
                publication.id,
                postIds,
                List.of(Publishing.SENDING, Publishing.ACCEPTED, Publishing.IN_DOUBT, Publishing.NEEDS_REVIEW),
                publication.publishAt.minus(NEAR),
                publication.publishAt.plus(NEAR));
    }

    /** Whether this post was already found to be one of them. */
    static boolean have(Publication publication, String postId) {
        return Publication.count(
                        "publerAccountId = ?1 and publerPostId = ?2 and id <> ?3",
                        publication.publerAccountId,
                        postId,
                        publication.id)
                > 0;
    }
}
