package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.pin.PinReadiness;
import pinplan.pin.Publishing;
import pinplan.publer.Job;
import pinplan.publer.PublerPost;

/** What a look means for a publication whose rows the caller holds. No look is ever taken here. */
final class Findings {
    /** After a job's end its row shows within this time, or something is wrong. */
    private static final Duration ROW_SHOWS = Duration.ofMinutes(5);
    /** A job that works longer than this is no longer waited for alone. */
    private static final Duration JOB_ENDS = Duration.ofMinutes(5);
    /** Absence is believed after two complete listings this far apart. */
    private static final Duration TWO_LOOKS = Duration.ofMinutes(1);
    /** Nearer than this to its time, nothing that is in doubt is sent again. */
    private static final Duration NO_GAMBLE = Duration.ofMinutes(5);

    private static final Duration PUBLISHES = Duration.ofMinutes(30);
    /** Publer wants a minute between two posts of an account; the second is for the way there. */
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private static final int RECALLS = 8;
    private static final String MINUTE_TAKEN = "another post at this time";

    private Findings() {}

    // ---- a job ----

    /** @param job null when no answer was to be had */
    static boolean ofJob(Publication publication, Job job, Instant now) {
        boolean following = publication.state() == Publishing.ACCEPTED;
        if (!following && !publication.asks()) {
            return false;
        }
        if (job == null || job.state() == Job.State.WORKING) {
            if (following) {
                stillWorking(publication, now);
            }
            return false;
        }
        List<Job.Failure> failures = job.failuresFor(publication.publerAccountId);
        if (!failures.isEmpty()) {
            refusedByJob(publication, job, failures, now);
            return publication.state() == Publishing.IN_DOUBT;
        }
        publication.jobEndedAt = now;
        publication.looks = 0;
        job.postOf(publication.publerAccountId).ifPresent(publication::isPost);
        return true;
    }

    private static void stillWorking(Publication publication, Instant now) {
        publication.looks++;
        Instant accepted = publication.settledAt;
        if (Duration.between(accepted, now).compareTo(JOB_ENDS) >= 0) {
            publication.inDoubt("Publer is still working on it.", now, now);
        } else {
            publication.due(now.plus(Backoff.JOB.after(publication.looks)));
        }
    }

    private static void refusedByJob(Publication publication, Job job, List<Job.Failure> failures, Instant now) {
        String said = failures.stream().map(Job.Failure::message).distinct().collect(Collectors.joining(" "));
        publication.jobEndedAt = now;
        if (minuteTaken(said)) {
            // It may be ours that is there already: look before believing it.
            publication.inDoubt(said, now, now);
            publication.refused = true;
        } else {
            // Its failed row is nobody else's.
            job.postOf(publication.publerAccountId).ifPresent(publication::isPost);
            publication.rejected(Fault.of(said), said, now);
        }
    }

    // ---- a listing ----

    /** @return ids of posts that are ours beyond the one, to be deleted */
    static Set<String> ofListing(Publication publication, Listing listing, Instant now) {
        return switch (publication.state()) {
            case SCHEDULED -> watched(publication, listing, now);
            case ACCEPTED, IN_DOUBT, NEEDS_REVIEW -> searched(publication, listing, now);
            case PENDING -> beforeItIsSent(publication, listing, now);
            case PUBLISHED -> stillOut(publication, listing, now);
            default -> Set.of();
        };
    }

    private static Set<String> searched(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        if (!match.ours().isEmpty()) {
            PublerPost post = match.ours().get(0);
            if (stillNotOut(publication, post, now)) {
                publication.absentSince = null;
                publication.publerPostId = post.id();
                lookNowAndThen(publication, now);
                return Set.of();
            }
            publication.seen(post, now);
            return surplus(publication, match, now);
        }
        switch (publication.state()) {
            case ACCEPTED -> rowNotThere(publication, now);
            case IN_DOUBT -> notFound(publication, listing, match, now);
            default -> {
                if (listing.complete() && publication.absentSince == null) {
                    publication.absentSince = now;
                }
                lookNowAndThen(publication, now);
            }
        }
        return Set.of();
    }

    /** As far as we know it was never sent; but we may have forgotten. */
    private static Set<String> beforeItIsSent(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        if (!publication.lookFirst) {
            return Set.of();
        }
        if (!match.ours().isEmpty() && !match.ours().get(0).is("failed")) {
            publication.seen(match.ours().get(0), now);
            return surplus(publication, match, now);
        }
        if (listing.complete()) {
            publication.notSentYet(now);
        } else if (now.isAfter(publication.publishAt.plus(PUBLISHES))) {
            publication.needsReview(true, Fault.UNREACHABLE, listing.problem(), now);
        } else {
            publication.waits(Fault.UNREACHABLE, listing.problem(), now.plusSeconds(60));
        }
        return Set.of();
    }

    /** It should be out for long, and Publer still lists it as waiting: that stays a person's matter. */
    private static boolean stillNotOut(Publication publication, PublerPost post, Instant now) {
        return publication.state() == Publishing.NEEDS_REVIEW
                && !publication.recallWanted
                && post.is("scheduled")
                && !now.isBefore(publication.publishAt.plus(PUBLISHES));
    }

    private static void lookNowAndThen(Publication publication, Instant now) {
        publication.due(now.plus(sinceLong(publication, now) ? Audit.SELDOM : Publication.STRAGGLER));
    }

    /** More than one of ours: those beyond the first are deleted, and looked for again until they are gone. */
    private static Set<String> surplus(Publication publication, Match match, Instant now) {
        int times = match.ours().size();
        Set<String> ids = match.surplus().stream().map(PublerPost::id).collect(Collectors.toSet());
        if (times > 1) {
            publication.reason = "Publer has it %d times%s."
                    .formatted(times, ids.isEmpty() ? "" : "; what is too much is being deleted");
            if (publication.looks < RECALLS) {
                Step.take(publication, null, "Publer has it as " + ids(match.ours()) + ": the first is kept", now);
            }
        }
        if (!ids.isEmpty() && publication.state() == Publishing.SCHEDULED) {
            if (publication.looks < RECALLS) {
                publication.due(now.plus(Backoff.RECALL.after(publication.looks++)));
            } else {
                publication.fault = Fault.UNKNOWN;
                publication.reason = "Publer has it %d times and does not delete what is too much.".formatted(times);
                publication.due(Audit.next(publication.publishAt, now));
            }
        }
        return ids;
    }

    private static boolean sinceLong(Publication publication, Instant now) {
        return now.isAfter(publication.publishAt.plus(Duration.ofDays(1)));
    }

    private static String ids(List<PublerPost> posts) {
        return posts.stream().map(PublerPost::id).collect(Collectors.joining(", "));
    }

    private static void rowNotThere(Publication publication, Instant now) {
        publication.looks++;
        if (publication.jobEndedAt == null) {
            publication.due(now.plus(Backoff.JOB.after(publication.looks)));
        } else if (Duration.between(publication.jobEndedAt, now).compareTo(ROW_SHOWS) >= 0) {
            publication.inDoubt("Publer said that it was done, but the pin is not in its list.", now, now);
        } else {
            publication.due(now.plus(Backoff.LISTING.after(publication.looks - 1)));
        }
    }

    private static void notFound(Publication publication, Listing listing, Match match, Instant now) {
        publication.looks++;
        publication.due(now.plus(TWO_LOOKS));
        if (!listing.complete()) {
            publication.absentSince = null;
        } else if (publication.refused) {
            refused(publication, now);
            return;
        } else if (!match.strangers().isEmpty()) {
            strangers(publication, listing, match, now);
            return;
        } else if (mayBeAbsent(publication, now)) {
            if (publication.absentSince == null) {
                publication.absentSince = now;
            } else if (!now.isBefore(publication.absentSince.plus(TWO_LOOKS))) {
                publication.provedAbsent(now);
                return;
            }
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
    }

    private static Instant freeMinute(Publication publication, Listing listing) {
        Instant minute = publication.publishAt;
        do {
            minute = PinReadiness.freeMinute(publication.pin, minute.plus(1, ChronoUnit.MINUTES));
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

    /** Only once a straggler can no longer arrive, and the job, if there is one, has ended. */
    private static boolean mayBeAbsent(Publication publication, Instant now) {
        Instant deadline = publication.sendDeadlineAt == null ? publication.orderedAt : publication.sendDeadlineAt;
        boolean jobEnded = publication.jobId == null || publication.jobEndedAt != null;
        return jobEnded && !now.isBefore(deadline.plus(Publication.STRAGGLER));
    }

    private static Set<String> watched(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        PublerPost post = listing.withId(publication.publerPostId);
        if (post == null && !match.ours().isEmpty()) {
            // Publer gave it another id, as it may when it publishes.
            post = match.ours().get(0);
        }
        if (post != null) {
            publication.seen(post, now);
        } else if (listing.complete() && publication.absentSince == null) {
            publication.absentSince = now;
        } else if (listing.complete() && !now.isBefore(publication.absentSince.plus(TWO_LOOKS))) {
            publication.needsReview(true, Fault.UNKNOWN, "It is no longer in Publer's list.", now);
        }
        if (publication.state() == Publishing.SCHEDULED && match.surplus().isEmpty()) {
            watchOn(publication, now);
        }
        return surplus(publication, match, now);
    }

    private static Set<String> stillOut(Publication publication, Listing listing, Instant now) {
        PublerPost post = listing.withId(publication.publerPostId);
        if (post != null && post.is("published_deleted")) {
            publication.deletedThere(now);
            return Set.of();
        }
        if (post != null && post.postLink() != null && publication.postLink == null) {
            publication.linked(post.postLink(), now);
        }
        if (listing.complete()) {
            publication.lookAfterIt(now);
        } else {
            publication.lookAfterItLater(now);
        }
        return Set.of();
    }

    private static void watchOn(Publication publication, Instant now) {
        Duration late = Duration.between(publication.publishAt, now);
        if (late.compareTo(PUBLISHES) >= 0) {
            publication.needsReview(true, Fault.UNKNOWN, "Publer has not published it.", now);
        } else if (publication.absentSince != null) {
            publication.due(now.plus(TWO_LOOKS));
        } else if (late.isNegative()) {
            publication.looks = 0;
            publication.due(Audit.next(publication.publishAt, now));
        } else {
            publication.looks++;
            publication.due(now.plus(Backoff.WATCH.after(publication.looks)));
        }
    }

    // ---- no look at all ----

    /** Nobody can look: it waits, and once its time is over a person hears of it. */
    static void ofNoLook(Publication publication, String why, Instant now) {
        if (publication.state() == Publishing.PUBLISHED) {
            publication.lookAfterItLater(now);
        } else if (publication.state() == Publishing.NEEDS_REVIEW) {
            publication.due(now.plus(Audit.SELDOM));
        } else if (now.isAfter(publication.publishAt.plus(PUBLISHES))) {
            publication.needsReview(true, Fault.CONFIGURATION, why, now);
        } else if (publication.refused) {
            // What Publer said decides once somebody can look again.
            publication.due(now.plus(TWO_LOOKS));
        } else {
            publication.waits(Fault.CONFIGURATION, why, now.plus(TWO_LOOKS));
        }
    }

    // ---- a recall ----

    /** @return ids of further posts that are ours, to be deleted too */
    static Set<String> ofRecall(Publication publication, Listing listing, Instant now) {
        if (publication.state() != Publishing.RECALLING) {
            return Set.of();
        }
        List<PublerPost> ours = Match.of(publication, listing, now).ours();
        // It may have gone out first, and Publer may have given it another id then.
        PublerPost out = Stream.concat(Stream.ofNullable(listing.withId(publication.publerPostId)), ours.stream())
                .filter(post -> post.is("published") && !post.is("published_deleted"))
                .findFirst()
                .orElse(null);
        if (out != null) {
            publication.seen(out, now);
            return Set.of();
        }
        Set<String> left = ours.stream()
                .filter(post -> post.is("scheduled"))
                .map(PublerPost::id)
                .collect(Collectors.toSet());
        if (!listing.complete()) {
            publication.absentSince = null;
            publication.reason = listing.problem();
            if (now.isAfter(publication.publishAt.plus(PUBLISHES))) {
                publication.needsReview(true, Fault.UNREACHABLE, listing.problem(), now);
            } else {
                publication.due(now.plusSeconds(60));
            }
        } else if (left.isEmpty()) {
            believeGone(publication, now);
        } else if (++publication.looks >= RECALLS) {
            publication.needsReview(true, Fault.UNKNOWN, "Publer did not delete it when asked to.", now);
        } else {
            publication.due(now.plus(Backoff.RECALL.after(publication.looks - 1)));
        }
        left.remove(publication.publerPostId);
        return left;
    }

    /** Around its time one listing is not enough: it may be between waiting and out. */
    private static void believeGone(Publication publication, Instant now) {
        if (now.isBefore(publication.publishAt.minus(TWO_LOOKS.multipliedBy(2)))) {
            publication.gone(now);
        } else if (publication.absentSince == null) {
            publication.absentSince = now;
            publication.due(now.plus(TWO_LOOKS));
        } else if (!now.isBefore(publication.absentSince.plus(TWO_LOOKS))) {
            publication.gone(now);
        } else {
            publication.due(publication.absentSince.plus(TWO_LOOKS));
        }
    }
}
