package pinplan.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Unattended;
import pinplan.team.Viewer;

/** Tells an open page that something of its workspace changed, as server-sent events; the page then asks for itself again. */
@Path("/live")
class Live {
    private final Followers followers;
    private final Viewer viewer;
    private final Clock clock;

    Live(Followers followers, Viewer viewer, Clock clock) {
        this.followers = followers;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * Only who it is takes a thread; afterwards the line waits without one.
     *
     * @param age how many milliseconds ago the page was asked for
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Needs(Right.SEE)
    @Unattended
    @Blocking
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> follow(@RestQuery @DefaultValue("0") long age, @Context Sse sse) {
        return followers
                .follow(
                        viewer.sessionId(),
                        viewer.workspace().id,
                        Duration.ofMillis(
                                Math.max(0, Math.min(age, Duration.ofDays(1).toMillis()))),
                        clock.instant())
                .map(word -> said(word, sse));
    }

    private static OutboundSseEvent said(Word word, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        return switch (word) {
            case CHANGED -> event.name("changed").data("something").build();
            // Not all at the same moment, where all were cut off together.
            case STILL_HERE ->
                event.comment("still here")
                        .reconnectDelay(ThreadLocalRandom.current().nextLong(1000, 4000))
                        .build();
        };
    }
}
