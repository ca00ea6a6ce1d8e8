package pinplan.publishing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.publer.Connection;
import pinplan.web.Formats;

/** Why a publication is where it is, in one sentence. */
final class Waiting {
    static final String ROOM = "Waiting for room in Publer's request limit.";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", Locale.ENGLISH);

    private Waiting() {}

    static String sentence(Publication publication, Instant now) {
        return switch (publication.state()) {
            case PENDING -> pending(publication, now);
            case SENDING -> "It is being sent to Publer.";
            case ACCEPTED -> "Publer took the order and is making the post.";
            case SCHEDULED -> withReason(publication, scheduled(publication, now));
            case PUBLISHED -> published(publication);
            case IN_DOUBT ->
                withReason(publication, "We are finding out whether Publer has it; nothing is sent until we know.")
                        + ending(publication);
            case NEEDS_REVIEW, REJECTED -> publication.reason + ending(publication);
            case RECALLING -> withReason(publication, "It is being taken back from Publer.");
            case CANCELLED -> "It was withdrawn.";
        };
    }

    /** What was decided while nobody knows what there is to end. */
    private static String ending(Publication publication) {
        return publication.recallWanted && publication.asks()
                ? " It was withdrawn or changed meanwhile: what Publer turns out to have is deleted there, and this order ends."
                : "";
    }

    private static String pending(Publication publication, Instant now) {
        if (publication.workspace.paused()) {
            return "It waits until publishing is resumed.";
        }
        Obstacle obstacle = Obstacle.to(publication.pin);
        if (obstacle != null) {
            return "As it is now it would fail: " + obstacle.words();
        }
        if (publication.looksFirst()) {
            return withReason(
                    publication,
                    "In case Publer has it already, we look at Publer before it is %s."
                            .formatted(publication.recallWanted ? "let go of" : "sent"));
        }
        String next = publication.dueAt.isAfter(now) ? shown(publication, publication.dueAt) : "now";
        if (!publication.reason.isEmpty()) {
            return publication.reason + " The next try is " + (next.equals("now") ? "now." : "on " + next + ".");
        }
        if (!publication.outlook().good()) {
            return "As it is now it would fail: " + publication.outlook().obstacle();
        }
        if (next.equals("now")) {
            return "It is being handed over to Publer.";
        }
        return publication.publishNow ? "It goes out on " + next + "." : "It is handed over to Publer on " + next + ".";
    }

    private static String scheduled(Publication publication, Instant now) {
        if (publication.fault == Fault.HELD) {
            return (publication.late(now)
                            ? "It was to go out on %s."
                            : "As it is there, it will probably not go out on %s.")
                    .formatted(shown(publication, publication.publishAt));
        }
        if (publication.drift.words() != null && !publication.late(now)) {
            return "Somebody changed it at Publer: %s. As it is there, it goes out on %s."
                    .formatted(publication.drift.words(), shown(publication, publication.publishAt));
        }
        return publication.late(now)
                ? "Its time has come; we are waiting to see it on Pinterest."
                : "Publer holds it and publishes it on " + shown(publication, publication.publishAt) + ".";
    }

    private static String published(Publication publication) {
        String there =
                publication.inSandbox() ? "It is out in the sandbox, and not on Pinterest." : "It is on Pinterest.";
        String before = publication.overtaken() == null ? "" : " " + publication.overtaken();
        String out = (publication.reason.isEmpty() ? there : publication.reason) + before;
        String otherThan = otherThanApproved(publication);
        return otherThan.isEmpty() ? out : "%s It went out %s.".formatted(out, otherThan);
    }

    /** What nobody approved of what is out; empty when that is nothing. */
    static String otherThanApproved(Publication publication) {
        String theirs = publication.drift.words(publication);
        return theirs.isEmpty() ? "" : "other than approved: " + theirs;
    }

    /** What nobody has seen yet of how it went out. */
    static String outUnseen(Publication publication) {
        String drift = publication.drift.words() == null ? null : "It went out " + otherThanApproved(publication);
        return Stream.of(publication.overtaken(), drift)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String withReason(Publication publication, String sentence) {
        return publication.reason.isEmpty() ? sentence : publication.reason + " " + sentence;
    }

    /** @param connection another one than it was handed over by */
    static String elsewhere(Connection connection) {
        String name = connection.publerWorkspaceName();
        return ("It was handed over to another Publer workspace than the one that is connected now%s."
                        + " Only once that one is connected again can Pinplan look at it, or take it back.")
                .formatted(name == null ? "" : ", “" + name + "”");
    }

    /** On the viewer's kind of clock, so never to be kept. */
    private static String shown(Publication publication, Instant at) {
        return Formats.moment(at, publication.workspace.zone);
    }

    /** To be kept, and for mails: the same for everybody. */
    static String at(Publication publication, Instant at) {
        return at(at, publication.workspace.zone);
    }

    static String at(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
