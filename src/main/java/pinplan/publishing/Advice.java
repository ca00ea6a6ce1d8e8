package pinplan.publishing;

import java.util.Objects;
import pinplan.pin.Publishing;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** The one thing to do about what stands in a publication's way; to whoever may not do it, who may. */
final class Advice {
    private static final String BY_ITSELF = "Nothing to do: Pinplan tries again by itself.";

    private Advice() {}

    /** Null when there is nothing to do. */
    static String to(Viewer viewer, Publication publication) {
        String deed = of(publication);
        if (deed == null || deed.equals(BY_ITSELF)) {
            return deed;
        }
        return switch (right(publication)) {
            case ADMINISTER ->
                viewer.may(Right.ADMINISTER)
                        ? deed
                        : viewer.may(Right.OPERATE) && again(publication)
                                ? "Ask an admin or owner to check the Publer connection, then press Retry."
                                : "An admin or owner can fix this.";
            case EDIT -> viewer.may(Right.EDIT) ? deed : "Anyone who may edit the pin can fix this.";
            default -> viewer.may(Right.OPERATE) ? deed : "An approver, admin or owner can fix this.";
        };
    }

    /** The same for somebody who may do all of it. */
    static String of(Publication publication) {
        Fault fault = Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN);
        if (publication.outUnseen()) {
            return "Look at it on Pinterest, then press “I have seen it”.";
        }
        if (publication.drifts()) {
            return "Accept the changes, or put back what was approved.";
        }
        if (Recall.gaveUp(publication)) {
            return "Delete it in Publer.";
        }
        if (publication.asks()) {
            return "Look at the account in Publer, then say what you see.";
        }
        if (publication.wrongThere()) {
            return publication.fault == Fault.HELD ? fault.action() : "Delete the surplus post in Publer.";
        }
        if (failed(publication)) {
            return again(publication)
                    ? fault.action()
                    : fault.outside() ? "Send the pin through review again." : fault.mend();
        }
        boolean waits = publication.state() == Publishing.PENDING && !publication.workspace.paused();
        if (!waits || publication.trouble() == null) {
            return null;
        }
        // What is foreseen can be mended now; what was met already mostly passes.
        boolean passes = publication.fault != null && publication.fault != Fault.CONFIGURATION;
        return passes ? BY_ITSELF : fault.mend();
    }

    static Right right(Publication publication) {
        if (!failed(publication) && publication.state() != Publishing.PENDING) {
            return Right.OPERATE;
        }
        return switch (Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN)) {
            case CONFIGURATION -> Right.ADMINISTER;
            case BOARD, MEDIA, LINK, TEXT -> Right.EDIT;
            default -> Right.OPERATE;
        };
    }

    private static boolean failed(Publication publication) {
        return publication.state() == Publishing.REJECTED
                || publication.state() == Publishing.NEEDS_REVIEW && !publication.asks();
    }

    /** Whether it can be tried again as it is. */
    static boolean again(Publication publication) {
        return failed(publication) && publication.pin.retryable();
    }
}
