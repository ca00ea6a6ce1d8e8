package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Clock;

/**
 * Asks once more what the gate asked, when all that somebody sent is here: it comes in as slowly as they like, and meanwhile
 * they may have been sent away or have got another role.
 */
@Needs(Right.SEE)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class SecondLook {
    private final Viewer viewer;
    private final CurrentVertxRequest current;
    private final Clock clock;

    SecondLook(Viewer viewer, CurrentVertxRequest current, Clock clock) {
        this.viewer = viewer;
        this.current = current;
        this.clock = clock;
    }

    @AroundInvoke
    Object look(InvocationContext call) throws Exception {
        Needs needs = Gate.rule(call.getMethod(), Needs.class);
        if (needs != null && !current.getCurrent().request().method().equals(HttpMethod.GET)) {
            QuarkusTransaction.requiringNew().run(() -> viewer.isStill(clock.instant()));
            viewer.must(needs.value());
        }
        return call.proceed();
    }
}
