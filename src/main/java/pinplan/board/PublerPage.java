package pinplan.board;

import java.time.Instant;
import java.util.List;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.OfferedKey;
import pinplan.publer.OwnAddress;
import pinplan.publer.PublerWorkspace;
import pinplan.team.Workspace;

/**
 * What the settings page knows of a workspace's Publer: never the key.
 *
 * @param connection null when there is none
 * @param fixed      it comes from the environment and is not changed here
 * @param choices    what a tested key sees, while its workspace is to be chosen; else empty
 * @param address    where keys typed here are sent
 * @param rest       why nothing is asked just now, or null
 */
record PublerPage(
        Connection connection,
        boolean fixed,
        List<PublerWorkspace> choices,
        String address,
        String rest,
        LastSync last,
        Instant now) {
    static PublerPage of(Workspace workspace, PublerEnvironment environment, Instant now) {
        Connection connection = Connection.of(workspace.id).orElse(null);
        Lane lane = connection == null ? null : connection.lane();
        return new PublerPage(
                connection,
                connection != null && environment.rules(connection),
                OfferedKey.of(workspace.id, now).map(OfferedKey::choices).orElse(List.of()),
                environment.address(),
                lane != null && lane.paused(now) ? lane.pauseReason() : null,
                LastSync.of(workspace.id).orElse(null),
                now);
    }

    /** What is asked before. */
    public String disconnecting() {
        return (connection.sandbox() ? "This sandbox can't be connected again. " : "")
                + "Pins that Publer already holds still go out; nothing new is handed over.";
    }

    public String keyHint() {
        return "Sent to " + (OwnAddress.SANDBOX.equals(address) ? "the built-in sandbox" : address)
                + " only, kept encrypted, never shown again";
    }
}
