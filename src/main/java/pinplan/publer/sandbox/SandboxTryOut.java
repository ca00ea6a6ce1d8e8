package pinplan.publer.sandbox;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.team.Deed;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** A workspace without Publer gets a small one of its own, with two accounts and a few boards. */
@Path("/sandbox/connect")
class SandboxTryOut {
    private final Viewer viewer;
    private final Sandbox sandbox;
    private final KeyBox box;
    private final Clock clock;

    SandboxTryOut(Viewer viewer, Sandbox sandbox, KeyBox box, Clock clock) {
        this.viewer = viewer;
        this.sandbox = sandbox;
        this.box = box;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response connect() {
        long workspace = viewer.workspace().id;
        if (Connection.of(workspace).isPresent()) {
            return Answer.seeOther("/settings/publer", "This workspace is connected already. Disconnect it first.");
        }
        String key = Sandbox.newKey();
        SandboxWorld world = sandbox.create(key, "Sandbox");
        List.of("Weeknight dinners", "Cakes and tarts", "Preserves").forEach(world.account("Sandbox Kitchen")::board);
        List.of("Small balconies", "Spring bulbs").forEach(world.account("Sandbox Garden")::board);
        Instant now = clock.instant();
        Connection.connect(workspace, OwnAddress.SANDBOX, key, world.publerWorkspaceId, world.name, box, now);
        Deed.of(viewer, Topic.SETTINGS, "connected the built-in sandbox", now).record();
        return Answer.seeOther("/boards", "The sandbox is connected. Its boards appear here within seconds.");
    }
}
