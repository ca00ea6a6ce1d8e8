package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Publishing;
import pinplan.publer.PublerPost;

/** What a listing means for a publication of which it is not known whether Publer has it, and as which post. */
record Search(Publication publication, Listing listing, Match match, Instant now) {
    private static final Duration ROW_SHOWS = Times.inForce().row();
    private static final Duration NO_GAMBLE = Times.inForce().noGamble();

    /** Publer wants a minute between two posts of an account; the second is for the way there. */
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private static final Duration A_DAY = Duration.ofDays(1);

    static Search of(Publication publication, Listing listing, Instant now) {
        return new Search(publication, listing, Match.of(publication, listing, now), now);
    }

    // ---- it was sent, or may have been ----

    /** @return ids of posts that are ours beyond the one, to be deleted */
    Set<String> onceSent() {
        PublerPost post = match.it(publication, listing);
        if (post == null) {
            nothingFound();
            return Set.of();
        }
        if (stillNotOut(post)) {
            publication.stillListed(post, now);
            lookNowAndThen();
            return Set.of();
        }
        return found(post);
    }

    private Set<String> found(PublerPost post) {
        Seen.as(post, publication, now);
        return Surplus.of(publication, match, now);
    }

    /** It should be out for long, and Publer still lists it as waiting, or as a draft: that stays a person's matter. */
    private boolean stillNotOut(PublerPost post) {
        return publication.state() == Publishing.NEEDS_REVIEW
                && !publication.recallWanted
                && (post.is("scheduled") || post.is("draft"))
                && !now.isBefore(publication.publishAt.plus(Findings.PUBLISHES));
    }

    private void lookNowAndThen() {
        boolean sinceLong = now.isAfter(publication.publishAt.plus(A_DAY));
        publication.due(now.plus(sinceLong ? Audit.SELDOM : Publication.STRAGGLER));
    }

    private void nothingFound() {
        switch (publication.state()) {
            case ACCEPTED -> rowNotThere();
            case IN_DOUBT -> stillInDoubt();
            default -> {
                if (listing.complete()) {
                    // These days say nothing of what is like it at another time, nor against what a person chose.
                    boolean elsewhere = publication.publerPostId == null
                            ? publication.mayBeSentAlready()
                            : publication.looks.candidates().contains(publication.publerPostId);
                    if (!elsewhere || !match.strangers().isEmpty()) {
                        publication.looks.resembles(match.strangers());
                    }
                    publication.looks.missed(now);
                }
                lookNowAndThen();
            }
        }
    }

    private void rowNotThere() {
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

    private void stillInDoubt() {
        publication.looks.another();
        publication.due(now.plus(Findings.TWO_LOOKS));
        if (!listing.complete()) {
            publication.looks.notMissed();
        } else if (publication.handover.wasRefused()) {
            refused();
            return;
        } else if (!match.strangers().isEmpty()) {
            strangers();
            return;
        } else if (mayBeAbsent() && publication.looks.missed(now)) {
            publication.provedAbsent(now);
            return;
        }
        if (tooNearToWait()) {
            publication.needsReview(true, Fault.UNKNOWN, publication.reason, now);
        }
    }

    /** A pin that goes out at once finds the next minute by itself; one with a time asks a person for another. */
    private void refused() {
        if (publication.publishNow && Findings.minuteTaken(publication.reason)) {
            publication.pendingAgainAfterRefusal(now.plus(A_MINUTE), now);
        } else {
            publication.rejected(Fault.of(publication.reason), publication.reason, now);
        }
    }

    /** Something is in its place that we can't call ours, and can't call absent either. */
    private void strangers() {
        publication.needsReview(
                true,
                Fault.UNKNOWN,
                "Publer has a post in its minute that is not what was approved (%s). Free is the minute of %s."
                        .formatted(ids(match.strangers()), Waiting.at(publication, freeMinute())),
                now);
        publication.looks.resembles(match.strangers());
    }

    private Instant freeMinute() {
        Instant minute = publication.publishAt;
        do {
            minute = publication.freeMinute(minute.plus(1, ChronoUnit.MINUTES));
        } while (listing.takes(publication.publerAccountId, minute));
        return minute;
    }

    /** Only once a straggler can no longer arrive, the job, if there is one, has ended, and what it made would show. */
    private boolean mayBeAbsent() {
        return !publication.handover.jobUnderWay() && !now.isBefore(publication.decidableAt());
    }

    private boolean tooNearToWait() {
        Instant last = publication.publishNow
                ? publication.publishAt.plus(Findings.PUBLISHES)
                : publication.publishAt.minus(NO_GAMBLE);
        return now.isAfter(last);
    }

    // ---- it was not, as far as we know ----

    /** We may have forgotten that it was sent, or a person may be mistaken. */
    Set<String> beforeItIsSent() {
        PublerPost post = match.it(publication, listing);
        if (post != null && !post.is("failed")) {
            return found(post);
        }
        if (!publication.looksFirst() && !publication.mayBeSentAlready()) {
            return Set.of();
        }
        if (listing.complete()) {
            notInItsPlace();
        } else if (now.isAfter(publication.publishAt.plus(Findings.PUBLISHES))) {
            publication.needsReview(true, listing.fault(), listing.problem(), now);
        } else {
            publication.waits(listing.fault(), listing.problem(), now.plusSeconds(60));
        }
        return Set.of();
    }

    private void notInItsPlace() {
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

    static String ids(List<PublerPost> posts) {
        return posts.stream().map(PublerPost::id).collect(Collectors.joining(", "));
    }
}
