package pinplan.publishing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pinplan.publer.Lane;

/** What an owner reads: what is the matter, what is known about it, and the one page where something can be done. */
public record Letter(
        String to, String subject, String cause, List<String> evidence, String what, String link, String workspace) {
    /** The newest say where it stands; the page has them all. */
    private static final int STEPS = 4;

    /** In the transaction that claims the alert: nothing is read any more when it is rendered. */
    static Letter of(Alert alert, String address) {
        return switch (alert.kind) {
            case IN_DOUBT ->
                about(
                        alert,
                        address,
                        "Outcome unknown",
                        "For a while now it has been unknown whether this pin is at Publer. Nothing is sent again until that is known.");
            case NEEDS_REVIEW ->
                about(
                        alert,
                        address,
                        alert.publication.asks() ? "Outcome unknown" : "Failed",
                        alert.publication.asks()
                                ? "Pinplan could not find out whether this pin is at Publer. Look there and say what you see."
                                : "The pin is not published unless someone decides what to do.");
            case HELD -> about(alert, address, "Look at Publer", "Someone has to look at it there before its time.");
            case LANE_PAUSED -> about(alert, alert.lane, address);
        };
    }

    private static Letter about(Alert alert, String address, String status, String meaning) {
        Publication publication = alert.publication;
        String pin = publication.pin.name();
        List<String> evidence = new ArrayList<>();
        evidence.add("Planned for %s (%s)."
                .formatted(Waiting.at(publication, publication.publishAt), publication.workspace.zone));
        evidence.add("Since %s.".formatted(Waiting.at(publication, alert.standsSince)));
        List<Timeline.Entry> entries = Timeline.of(publication).entries();
        entries.subList(Math.max(0, entries.size() - STEPS), entries.size())
                .forEach(entry -> evidence.add(Waiting.at(publication, entry.at()) + ": " + said(entry)));
        return new Letter(
                alert.member.email,
                line("%s: %s".formatted(status, pin)),
                "%s%s %s"
                        .formatted(
                                publication.fault == null ? "" : publication.fault.word() + ": ",
                                Waiting.sentence(publication, publication.settledAt),
                                meaning),
                evidence,
                "Open the pin's publication",
                address + "/publishing/" + publication.id,
                alert.workspace.name);
    }

    private static String said(Timeline.Entry entry) {
        if (entry.step() != null) {
            return entry.step().sentence;
        }
        Attempt attempt = entry.attempt();
        return "Sent to Publer: %s%s."
                .formatted(
                        attempt.outcome == null ? "no answer yet" : attempt.outcome.words(),
                        attempt.httpStatus == null ? "" : ", HTTP " + attempt.httpStatus);
    }

    private static Letter about(Alert alert, Lane lane, String address) {
        ZoneId zone = alert.workspace.zone;
        List<String> evidence = new ArrayList<>();
        evidence.add("Since %s (%s).".formatted(Waiting.at(lane.standsSince(), zone), zone));
        if (lane.pausedUntil() != null) {
            evidence.add("Pinplan tries again at %s.".formatted(Waiting.at(lane.pausedUntil(), zone)));
        }
        evidence.add(
                lane.lastAnswerAt() == null
                        ? "Publer has never answered normally."
                        : "Publer last answered normally at %s.".formatted(Waiting.at(lane.lastAnswerAt(), zone)));
        return new Letter(
                alert.member.email,
                "Publishing has stopped: " + line(alert.workspace.name),
                "%s Nothing is sent to Publer meanwhile; what Publer already holds still goes out.%s"
                        .formatted(
                                lane.pauseReason(),
                                lane.pauseKind() == Lane.Pause.DENIED
                                        ? " It goes on when someone checks the connection to Publer."
                                        : ""),
                evidence,
                "Open the connection to Publer",
                address + "/settings/publer",
                alert.workspace.name);
    }

    /** A subject is one line, whatever people typed. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
