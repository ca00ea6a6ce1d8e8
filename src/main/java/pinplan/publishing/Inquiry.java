package pinplan.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import pinplan.pin.Publishing;
import pinplan.publer.Job;
import pinplan.publer.Outcome;

/**
 * One look at Publer: what is asked there, in which order, and what the answers do to the publication. What an answer means
 * is said by {@link Findings} and those that it asks.
 */
final class Inquiry {
    /** Publer, as far as a look asks it. None of these throws for what the network did. */
    interface Publer {
        /** Null when it could not even be asked. */
        Outcome<Job> job(Look look);

        Listing around(Look look, boolean urgent);

        /**
         * What the account has {@linkplain Look#elsewhere elsewhere}; where that has the post, no more of it than is needed to
         * find that. It takes its time, and need not be read when this returns.
         */
        void ahead(Look look, boolean urgent, Consumer<Listing> then);

        void delete(Look look, String postId);

        /** What time it is: an answer may have taken long. */
        Instant now();
    }

    /** Our own rows. */
    interface Records {
        /** Other publications that the same listing tells about. */
        List<Turn> companions(Look look);

        /** Other publications that are missing, or forgotten, as this one is, and of which a listing of the same weeks tells. */
        List<Turn> missing(Look look);

        /** Other publications that went with the same request and wait for the same job. */
        List<Turn> fellows(Look look);

        /** Empty when this look came too late: another was begun since, or there is no such publication any more. */
        <T> Optional<T> settle(Turn turn, Function<Publication, T> finding);

        /** What else a listing has, once ours are known. Nothing is decided by it, so who has no calendar may forget it. */
        default void listed(Look look, Listing listing, Instant begin) {}
    }

    private final Publer publer;
    private final Records records;

    Inquiry(Publer publer, Records records) {
        this.publer = publer;
        this.records = records;
    }

    /** Believes nothing that is newer than its own begin. */
    void look(Look look, Instant now) {
        switch (look.state()) {
            case ACCEPTED -> {
                if (look.jobEnded() || askJob(look)) {
                    search(look, now);
                }
            }
            case IN_DOUBT, NEEDS_REVIEW -> {
                if (look.jobId() != null && !look.jobEnded()) {
                    askJob(look);
                }
                search(look, now);
            }
            case SCHEDULED, PENDING, PUBLISHED -> audit(look, now);
            case RECALLING -> recall(look, now);
            default -> {}
        }
    }

    /** @return whether the job has ended without a refusal, so that the listing is worth reading at once */
    private boolean askJob(Look look) {
        Outcome<Job> outcome = publer.job(look);
        // A job that has ended did so before this moment, and not before the look began.
        Instant answered = publer.now();
        records.fellows(look)
                .forEach(fellow ->
                        records.settle(fellow, publication -> Findings.ofJob(publication, outcome, answered)));
        return records.settle(look.turn(), publication -> Findings.ofJob(publication, outcome, answered))
                .orElse(false);
    }

    private void search(Look look, Instant now) {
        Listing listing = publer.around(look, true);
        withStray(look, listing, true, now, all -> found(look, look.turn(), all, now));
        records.listed(look, listing, now);
    }

    /** One listing serves every pin of this account and day that Publer holds, or may hold unknown to us. */
    private void audit(Look look, Instant now) {
        List<Turn> companions = records.companions(look);
        boolean urgent = look.urgent(now);
        Listing listing = publer.around(look, urgent);
        withStray(look, listing, urgent, now, all -> found(look, look.turn(), all, now));
        if (listing.complete()) {
            companions.forEach(turn -> found(look, turn, listing, now));
        }
        records.listed(look, listing, now);
    }

    /** One listing of the weeks to come serves every pin of this account that is missing. */
    private void withStray(Look look, Listing days, boolean urgent, Instant now, Consumer<Listing> then) {
        if (!strayed(look, days, now)) {
            then.accept(days);
            return;
        }
        List<Turn> missing = records.missing(look);
        publer.ahead(look, urgent, ahead -> {
            if (ahead.withId(look.postId()) == null) {
                missing.forEach(turn -> found(look, turn, ahead, now));
            }
            then.accept(days.and(ahead));
        });
    }

    /** Its own days may have it all the same: Publer may give it another id when it publishes. */
    private boolean strayed(Look look, Listing days, Instant now) {
        return look.strayedFrom(days)
                && records.settle(
                                look.turn(),
                                publication ->
                                        Match.of(publication, days, now).ours().isEmpty())
                        .orElse(false);
    }

    private void found(Look look, Turn turn, Listing listing, Instant now) {
        records.settle(turn, publication -> found(look, publication, listing, now))
                .ifPresent(surplus -> delete(look, surplus));
    }

    private static Set<String> found(Look look, Publication publication, Listing listing, Instant now) {
        Set<String> surplus = Findings.ofListing(publication, listing, now);
        if (publication.state() != Publishing.PENDING) {
            publication.handover.belongsTo(look.access().place());
        }
        return surplus;
    }

    /**
     * What is out is never deleted: its record could go with it, and it would be sent once more. So near its time, and where
     * somebody gave it another one there, it has to be seen waiting first.
     */
    private void recall(Look look, Instant now) {
        String deleted = look.strays() ? null : look.postId();
        if (deleted != null) {
            publer.delete(look, deleted);
        }
        Listing listing = publer.around(look, true);
        withStray(
                look,
                listing,
                true,
                now,
                all -> records.settle(look.turn(), publication -> Recall.of(publication, all, now))
                        .ifPresent(left -> left.stream()
                                .filter(id -> !id.equals(deleted))
                                .forEach(id -> publer.delete(look, id))));
        records.listed(look, listing, now);
    }

    private void delete(Look look, Set<String> postIds) {
        postIds.forEach(id -> publer.delete(look, id));
    }
}
