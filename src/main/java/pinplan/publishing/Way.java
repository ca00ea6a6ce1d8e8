package pinplan.publishing;

import java.util.Objects;
import pinplan.pin.PinPage;
import pinplan.team.Viewer;

/** Where the one thing is done that {@link Advice} gives about a publication. */
public record Way(String href, String words) {
    /** Null where it is done at Publer, where Retry is all, or where this person may not. */
    static Way to(Viewer viewer, Publication publication) {
        return viewer.may(Advice.right(publication)) ? of(publication) : null;
    }

    private static Way of(Publication publication) {
        String order = "/publishing/" + publication.id;
        if (publication.outUnseen()) {
            return new Way(order + "#changed", "See what went out");
        }
        if (publication.drifts()) {
            return new Way(order + "#changed", "Decide on the change");
        }
        if (Recall.gaveUp(publication)) {
            return null;
        }
        if (publication.asks()) {
            return new Way(order + "#decide", "Say what happened");
        }
        return publication.wrongThere() ? null : mending(publication);
    }

    private static Way mending(Publication publication) {
        String pin = PinPage.at(publication.pin.id);
        return switch (Objects.requireNonNullElse(publication.trouble(), Fault.UNKNOWN)) {
            case ACCOUNT -> new Way("/boards", "See the accounts");
            case BOARD -> new Way(pin + "#board", "Choose another board");
            case MEDIA -> new Way(pin + "#media", "Replace the media");
            case LINK -> new Way(pin + "#link", "Correct the link");
            case TEXT -> new Way(pin + "#title", "Correct the text");
            case LIMIT, CAP -> new Way(pin + "/move", "Choose another time");
            case CONFIGURATION -> new Way("/settings/publer", "Check the connection");
            case UNKNOWN -> new Way(pin + "#publishing", "Retry or change the pin");
            case HELD, UNREACHABLE -> null;
        };
    }
}
