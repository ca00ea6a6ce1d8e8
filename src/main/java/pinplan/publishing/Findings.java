package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
        if (!following && publication.state() != Publishing.IN_DOUBT) {
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
            refusedByJob(publication, failures, now);
            return publication.state() == Publishing.IN_DOUBT;
        }
        publication.jobEndedAt = now;
        publication.looks = 0;
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

    private static void refusedByJob(Publication publication, List<Job.Failure> failures, Instant now) {
        String said = failures.stream().map(Job.Failure::message).distinct().collect(Collectors.joining(" "));
        publication.jobEndedAt = now;
        if (minuteTaken(said)) {
            // It may be ours that is there already: look before believing it.
            publication.inDoubt(said, now, now);
            publication.refused = true;
        } else {
            publication.rejected(Fault.of(said), said, now);
        }
    }

    // ---- a listing ----

    /** @return ids of posts that are ours beyond the one, to be deleted */
    static Set<String> ofListing(Publication publication, Listing listing, Instant now) {
        return switch (publication.state()) {
            case SCHEDULED -> {
                watched(publication, listing, now);
                yield Set.of();
            }
            case ACCEPTED, IN_DOUBT, NEEDS_REVIEW -> searched(publication, listing, now);
            default -> Set.of();
        };
    }

    private static Set<String> searched(Publication publication, Listing listing, Instant now) {
        List<PublerPost> matching = listing.matching(publication, othersIds(publication));
        if (!matching.isEmpty()) {
            publication.seen(matching.get(0), now);
            return matching.stream()
                    .skip(1)
                    .filter(post -> post.is("scheduled"))
                    .map(PublerPost::id)
                    .collect(Collectors.toSet());
        }
        switch (publication.state()) {
            case ACCEPTED -> rowNotThere(publication, listing, now);
            case IN_DOUBT -> notFound(publication, listing, now);
            default -> publication.due(now.plus(Publication.STRAGGLER));
        }
        return Set.of();
    }

    private static List<String> othersIds(Publication publication) {
        return Publication.<Publication>list(
                        "publerAccountId = ?1 and publerPostId is not null and id <> ?2 and publishAt between ?3 and ?4",
                        publication.publerAccountId,
                        publication.id,
                        publication.publishAt.minus(Duration.ofDays(1)),
                        publication.publishAt.plus(Duration.ofDays(1)))
                .stream()
                .map(other -> other.publerPostId)
                .toList();
    }

    private static void rowNotThere(Publication publication, Listing listing, Instant now) {
        publication.looks++;
        if (Duration.between(publication.jobEndedAt, now).compareTo(ROW_SHOWS) >= 0) {
            publication.inDoubt("Publer said that it was done, but the pin is not in its list.", now, now);
        } else {
            publication.due(now.plus(Backoff.LISTING.after(publication.looks - 1)));
        }
    }

    private static void notFound(Publication publication, Listing listing, Instant now) {
        publication.looks++;
        publication.due(now.plus(TWO_LOOKS));
        if (!listing.complete()) {
            publication.absentSince = null;
        } else if (publication.refused) {
            refused(publication, now);
            return;
        } else if (mayBeAbsent(publication, now)) {
            if (publication.absentSince == null) {
                publication.absentSince = now;
            } else if (!now.isBefore(publication.absentSince.plus(TWO_LOOKS))) {
                publication.provedAbsent(now);
                return;
            }
        }
        if (!publication.publishNow && publication.publishAt.isBefore(now.plus(NO_GAMBLE))) {
            publication.needsReview(true, Fault.UNKNOWN, publication.reason, now);
        }
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

    private static void watched(Publication publication, Listing listing, Instant now) {
        PublerPost post = listing.withId(publication.publerPostId);
        if (post != null) {
            publication.seen(post, now);
            if (publication.state() != Publishing.SCHEDULED) {
                return;
            }
            publication.absentSince = null;
        } else if (listing.complete()) {
            if (publication.absentSince != null) {
                publication.needsReview(true, Fault.UNKNOWN, "It is no longer in Publer's list.", now);
                return;
            }
            publication.absentSince = now;
        }
        Duration late = Duration.between(publication.publishAt, now);
        if (late.compareTo(PUBLISHES) >= 0) {
            publication.needsReview(true, Fault.UNKNOWN, "Publer has not published it.", now);
            return;
        }
        publication.looks++;
        publication.due(now.plus(Backoff.WATCH.after(publication.looks)));
    }

    // ---- a recall ----

    static void ofRecall(Publication publication, Listing listing, Instant now) {
        if (publication.state() != Publishing.RECALLING) {
            return;
        }
        PublerPost post = listing.withId(publication.publerPostId);
        if (post != null && post.is("published") && !post.is("published_deleted")) {
            publication.seen(post, now);
            return;
        }
        if (post == null && listing.complete()) {
            publication.cancelled("", now);
            return;
        }
        if (!listing.complete()) {
            publication.reason = listing.problem();
            publication.due(now.plusSeconds(60));
            return;
        }
        publication.looks++;
        if (publication.looks >= RECALLS) {
            publication.needsReview(true, Fault.UNKNOWN, "Publer did not delete it when asked to.", now);
        } else {
            publication.due(now.plus(Backoff.RECALL.after(publication.looks - 1)));
        }
    }
}
