package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Publishing;
import pinplan.publer.Job;
import pinplan.publer.Outcome;
import pinplan.publer.PublerPost;

/**
 * What a look means for a publication whose rows the caller holds, where it is not known what Publer has. No look is ever
 * taken here. {@link Watch} is for what Publer is known to have, {@link Recall} for what it shall not have.
 */
final class Findings {
    static final Duration TWO_LOOKS = Times.inForce().betweenLooks();
    static final Duration PUBLISHES = Times.inForce().publishes();
    private static final Duration ROW_SHOWS = Times.inForce().row();
    private static final Duration JOB_ENDS = Times.inForce().job();
    private static final Duration NO_GAMBLE = Times.inForce().noGamble();

    /** Publer wants a minute between two posts of an account; the second is for the way there. */
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    static final String NOT_PUBLISHED = "Publer has not published it.";
    private static final String MINUTE_TAKEN = "another post at this time";

    private Findings() {}

    // ---- a job ----

    /**
     * @param outcome null when it could not be asked
     * @return whether its post is worth looking for by now
     */
    static boolean ofJob(Publication publication, Outcome<Job> outcome, Instant now) {
        boolean following = publication.state() == Publishing.ACCEPTED;
        if (!following && !publication.asks()) {
            return false;
        }
        Job job = outcome == null ? null : outcome.value().orElse(null);
        if (job == null || job.state() == Job.State.WORKING) {
            if (following) {
                notEnded(publication, job, now);
            }
            return false;
        }
        Job its = job.about(publication.publerAccountId, publication.handover.shared());
        if (!its.failures().isEmpty()) {
            publication.heard("Publer refused it in its job.", outcome.evidence(), now);
            refusedByJob(publication, its, now);
            return publication.state() == Publishing.IN_DOUBT;
        }
        publication.handover.jobEnded(now);
        publication.looks.countAnew();
        its.post().ifPresent(publication::isPost);
        if (following && publication.handover.shared() && job.accusesNobody()) {
            publication.inDoubt(
                    "Publer refused some of what was sent with this request, and did not say what.", now, now);
        }
        return true;
    }

    private static void notEnded(Publication publication, Job job, Instant now) {
        publication.looks.another();
        Instant accepted = publication.settledAt;
        if (Duration.between(accepted, now).compareTo(JOB_ENDS) >= 0) {
            String why =
                    job == null ? "Publer could not be asked whether it is done." : "Publer is still working on it.";
            publication.inDoubt(why, now, now);
        } else {
            publication.due(now.plus(Backoff.JOB.after(publication.looks.count())));
        }
    }

    private static void refusedByJob(Publication publication, Job job, Instant now) {
        String said =
                job.failures().stream().map(Job.Failure::message).distinct().collect(Collectors.joining(" "));
        publication.handover.jobEnded(now);
        if (minuteTaken(said)) {
            // It may be ours that is there already: look before believing it.
            publication.inDoubt(said, now, now);
            publication.handover.refused();
        } else {
            // Its failed row is nobody else's.
            job.post().ifPresent(publication::isPost);
            publication.rejected(Fault.of(said), said, now);
        }
    }

    // ---- a listing ----

    /** @return ids of posts that are ours beyond the one, to be deleted */
    static Set<String> ofListing(Publication publication, Listing listing, Instant now) {
        boolean asked = publication.looks.answers();
        Set<String> surplus = decided(publication, listing, now);
        // What is known by now has a line already.
        if (asked && publication.asks()) {
            publication.tell(null, "Looked at Publer again, and still unknown: " + shown(publication, listing), now);
        }
        return surplus;
    }

    private static String shown(Publication publication, Listing listing) {
        if (!listing.complete()) {
            return listing.unread();
        }
        if (listing.withId(publication.publerPostId) != null) {
            return "Publer's list has it as post %s.".formatted(publication.publerPostId);
        }
        List<String> candidates = publication.looks.candidates();
        return candidates.isEmpty()
                ? "Publer's list does not have it."
                : "Publer's list does not have it as it was approved, only post %s, which may be it."
                        .formatted(String.join(", ", candidates));
    }

    private static Set<String> decided(Publication publication, Listing listing, Instant now) {
        return switch (publication.state()) {
            case SCHEDULED -> Watch.waiting(publication, listing, now);
            case ACCEPTED, IN_DOUBT -> searched(publication, listing, now);
            case NEEDS_REVIEW ->
                Recall.gaveUp(publication) ? Recall.of(publication, listing, now) : searched(publication, listing, now);
            case PENDING -> beforeItIsSent(publication, listing, now);
            case PUBLISHED -> Watch.out(publication, listing, now);
            default -> Set.of();
        };
    }

    private static Set<String> searched(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        PublerPost post = match.it(publication, listing);
        if (post != null) {
            if (stillNotOut(publication, post, now)) {
                publication.stillListed(post, now);
                lookNowAndThen(publication, now);
                return Set.of();
            }
            Seen.as(post, publication, now);
            return Surplus.of(publication, match, now);
        }
        switch (publication.state()) {
            case ACCEPTED -> rowNotThere(publication, listing, now);
            case IN_DOUBT -> notFound(publication, listing, match, now);
            default -> {
                if (listing.complete()) {
                    // These days say nothing of what is like it at another time.
                    boolean elsewhere = publication.publerPostId == null && publication.mayBeSentAlready();
                    if (!elsewhere || !match.strangers().isEmpty()) {
                        publication.looks.resembles(match.strangers());
                    }
                    publication.looks.missed(now);
                }
                lookNowAndThen(publication, now);
            }
        }
        return Set.of();
    }

    /** As far as we know it is not there; but we may have forgotten that it was sent, or a person may be mistaken. */
    private static Set<String> beforeItIsSent(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        PublerPost post = match.it(publication, listing);
        if (post != null && !post.is("failed")) {
            Seen.as(post, publication, now);
            return Surplus.of(publication, match, now);
        }
        if (!publication.looksFirst() && !publication.mayBeSentAlready()) {
            return Set.of();
        }
        if (listing.complete()) {
            notInItsPlace(publication, listing, now);
        } else if (now.isAfter(publication.publishAt.plus(PUBLISHES))) {
            publication.needsReview(true, listing.fault(), listing.problem(), now);
        } else {
            publication.waits(listing.fault(), listing.problem(), now.plusSeconds(60));
        }
        return Set.of();
    }

    private static void notInItsPlace(Publication publication, Listing listing, Instant now) {
        List<PublerPost> alike =
                publication.mayBeSentAlready() ? Match.alike(publication, listing, now) : List.<PublerPost>of();
        if (alike.isEmpty()) {
            publication.notSentYet(now);
        } else {
            publication.needsReview(
                    true, Fault.UNKNOWN, "Publer has the same at another time (%s).".formatted(ids(alike)), now);
            publication.looks.resembles(alike);
        }
    }

    /** It should be out for long, and Publer still lists it as waiting, or as a draft: that stays a person's matter. */
    private static boolean stillNotOut(Publication publication, PublerPost post, Instant now) {
        return publication.state() == Publishing.NEEDS_REVIEW
                && !publication.recallWanted
                && (post.is("scheduled") || post.is("draft"))
                && !now.isBefore(publication.publishAt.plus(PUBLISHES));
    }

    private static void lookNowAndThen(Publication publication, Instant now) {
        publication.due(now.plus(sinceLong(publication, now) ? Audit.SELDOM : Publication.STRAGGLER));
    }

    private static boolean sinceLong(Publication publication, Instant now) {
        return now.isAfter(publication.publishAt.plus(Duration.ofDays(1)));
    }

    static String ids(List<PublerPost> posts) {
        return posts.stream().map(PublerPost::id).collect(Collectors.joining(", "));
    }

    private static void rowNotThere(Publication publication, Listing listing, Instant now) {
        publication.looks.another();
        Instant jobEndedAt = publication.handover.jobEndedAt();
        if (jobEndedAt == null) {
            publication.due(now.plus(Backoff.JOB.after(publication.looks.count())));
        } else if (Duration.between(jobEndedAt, now).compareTo(ROW_SHOWS) >= 0) {
            String why = listing.complete()
                    ? "Publer said that it was done, but the pin is not in its list."
                    : "Publer said that it was done. " + listing.unread();
            publication.inDoubt(why, now, now);
        } else {
            publication.due(now.plus(Backoff.LISTING.after(publication.looks.count() - 1)));
        }
    }

    private static void notFound(Publication publication, Listing listing, Match match, Instant now) {
        publication.looks.another();
        publication.due(now.plus(TWO_LOOKS));
        if (!listing.complete()) {
            publication.looks.notMissed();
        } else if (publication.handover.wasRefused()) {
            refused(publication, now);
            return;
        } else if (!match.strangers().isEmpty()) {
            strangers(publication, listing, match, now);
            return;
        } else if (mayBeAbsent(publication, now) && publication.looks.missed(now)) {
            publication.provedAbsent(now);
            return;
        }
        if (tooNearToWait(publication, now)) {
            publication.needsReview(true, Fault.UNKNOWN, publication.reason, now);
        }
    }

    private static boolean tooNearToWait(Publication publication, Instant now) {
        Instant last =
                publication.publishNow ? publication.publishAt.plus(PUBLISHES) : publication.publishAt.minus(NO_GAMBLE);
        return now.isAfter(last);
    }

    /** Something is in its place that we can't call ours, and can't call absent either. */
    private static void strangers(Publication publication, Listing listing, Match match, Instant now) {
        publication.needsReview(
                true,
                Fault.UNKNOWN,
                "Publer has a post in its minute that is not what was approved (%s). Free is the minute of %s."
                        .formatted(ids(match.strangers()), Waiting.at(publication, freeMinute(publication, listing))),
                now);
        publication.looks.resembles(match.strangers());
    }

    private static Instant freeMinute(Publication publication, Listing listing) {
        Instant minute = publication.publishAt;
        do {
            minute = publication.freeMinute(minute.plus(1, ChronoUnit.MINUTES));
        } while (listing.takes(publication.publerAccountId, minute));
        return minute;
    }

    /** A pin that goes out at once finds the next minute by itself; one with a time asks a person for another. */
    private static void refused(Publication publication, Instant now) {
        if (publication.publishNow && minuteTaken(publication.reason)) {
            publication.pendingAgainAfterRefusal(now.plus(A_MINUTE), now);
        } else {
            publication.rejected(Fault.of(publication.reason), publication.reason, now);
        }
    }

    private static boolean minuteTaken(String said) {
        return said.toLowerCase(Locale.ROOT).contains(MINUTE_TAKEN);
    }

    /** Only once a straggler can no longer arrive, the job, if there is one, has ended, and what it made would show. */
    private static boolean mayBeAbsent(Publication publication, Instant now) {
        return !publication.handover.jobUnderWay() && !now.isBefore(publication.decidableAt());
    }

    // ---- no look at all ----

    /** Nobody can look: it waits, and once its time is over a person hears of it. */
    static void ofNoLook(Publication publication, String why, Instant now) {
        if (publication.looks.answers()) {
            publication.tell(null, "Nobody can look at Publer: " + why, now);
        }
        if (publication.state() == Publishing.PUBLISHED) {
            publication.due(Watch.later(publication, now));
        } else if (publication.state() == Publishing.NEEDS_REVIEW) {
            publication.due(now.plus(Audit.SELDOM));
        } else if (now.isAfter(publication.publishAt.plus(PUBLISHES))) {
            publication.needsReview(true, Fault.CONFIGURATION, why, now);
        } else if (publication.handover.wasRefused()) {
            // What Publer said decides once somebody can look again.
            publication.due(now.plus(TWO_LOOKS));
        } else {
            publication.waits(Fault.CONFIGURATION, why, now.plus(TWO_LOOKS));
        }
    }
}
