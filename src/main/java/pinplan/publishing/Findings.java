package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Publishing;
import pinplan.publer.Job;
import pinplan.publer.Outcome;

/**
 * What a look means for a publication whose rows the caller holds: what a job says, and whose matter a listing is. {@link Search}
 * is for what Publer may have, {@link Watch} for what it is known to have, {@link Recall} for what it shall not have. No look is
 * ever taken here.
 */
final class Findings {
    static final Duration TWO_LOOKS = Times.inForce().betweenLooks();
    static final Duration PUBLISHES = Times.inForce().publishes();
    private static final Duration JOB_ENDS = Times.inForce().job();

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
            case ACCEPTED, IN_DOUBT -> Search.of(publication, listing, now).onceSent();
            case NEEDS_REVIEW ->
                Recall.gaveUp(publication)
                        ? Recall.of(publication, listing, now)
                        : Search.of(publication, listing, now).onceSent();
            case PENDING -> Search.of(publication, listing, now).beforeItIsSent();
            case PUBLISHED -> Watch.out(publication, listing, now);
            default -> Set.of();
        };
    }

    static boolean minuteTaken(String said) {
        return said.toLowerCase(Locale.ROOT).contains(MINUTE_TAKEN);
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
