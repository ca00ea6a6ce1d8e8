package pinplan.web;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Up or down for load balancers and containers, without details: those are on the management port. */
@Path("/q/health")
@Produces(MediaType.APPLICATION_JSON)
@Open(why = "A load balancer has no account, and learns only up or down")
class Health {
    private final SmallRyeHealthReporter reporter;

    Health(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    @GET
    public Uni<Response> all() {
        return reporter.getHealthAsync().map(Health::answer);
    }

    @GET
    @Path("live")
    public Uni<Response> live() {
        return reporter.getLivenessAsync().map(Health::answer);
    }

    @GET
    @Path("ready")
    public Uni<Response> ready() {
        return reporter.getReadinessAsync().map(Health::answer);
    }

    private static Response answer(SmallRyeHealth health) {
        return Response.status(health.isDown() ? 503 : 200)
                .entity(Map.of("status", health.isDown() ? "DOWN" : "UP"))
                .header("Cache-Control", "no-store")
                .build();
    }
}
