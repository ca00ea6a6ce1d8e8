package pinplan.publishing;

import java.time.Instant;
import java.util.List;
import pinplan.pin.Editorial;
import pinplan.pin.Pin;

/** Whether an order whose rows the caller holds may be sent as it is. Where it may not, its state says why. */
final class LastCheck {
    private LastCheck() {}

    static boolean passes(Publication publication, Circumstances circumstances) {
        Instant now = circumstances.now();
        return asApproved(publication, now)
                && inItsPlace(publication, now)
                && Punctuality.mayGo(publication, now)
                && underTheCap(publication, circumstances.othersInTheDay().get(publication), now);
    }

    /** The approval and the fingerprint, once more. */
    private static boolean asApproved(Publication publication, Instant now) {
        Pin pin = publication.pin;
        String approved = pin.approvedFingerprint();
        boolean same = pin.editorial() == Editorial.APPROVED
                && approved != null
                && approved.equals(publication.revision.fingerprint)
                && approved.equals(publication.revision.content.fingerprint())
                && approved.equals(pin.content().fingerprint());
        if (!same) {
            List<String> fields = pin.content().differences(publication.revision.content);
            publication.rejected(
                    Fault.TEXT,
                    "Not sent: what would go out is not what was approved%s."
                            .formatted(fields.isEmpty() ? "" : " (" + String.join(", ", fields) + ")"),
                    now);
        }
        return same;
    }

    private static boolean inItsPlace(Publication publication, Instant now) {
        Pin pin = publication.pin;
        if (!pin.account().live()) {
            publication.rejected(
                    Fault.ACCOUNT, "Not sent: %s is no longer connected in Publer.".formatted(pin.account().name), now);
            return false;
        }
        if (!pin.board().live()) {
            publication.rejected(
                    Fault.BOARD, "Not sent: the board “%s” is no longer there.".formatted(pin.board().name), now);
            return false;
        }
        return true;
    }

    private static boolean underTheCap(Publication publication, long others, Instant now) {
        int cap = publication.workspace.dailyCap;
        if (others < cap) {
            return true;
        }
        publication.needsReview(
                false,
                Fault.CAP,
                "The account already has %d pins in 24 hours around this time; %d are allowed.".formatted(others, cap),
                now);
        return false;
    }
}
