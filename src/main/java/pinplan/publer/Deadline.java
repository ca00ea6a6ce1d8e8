package pinplan.publer;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.time.Duration;

/**
 * The last look at the clock before anything is sent. It runs after every other filter and leaves room for the time
 * that connecting may take: past the deadline nothing leaves. The deadline travels as a header that is taken off here.
 */
@Priority(Integer.MAX_VALUE)
class Deadline implements ClientRequestFilter {
    static final String HEADER = "Pinplan-Deadline-Nanos";
    static final Duration CONNECTING = Duration.ofSeconds(5);

    @Override
    public void filter(ClientRequestContext request) {
        String deadline = request.getHeaderString(HEADER);
        request.getHeaders().remove(HEADER);
        if (deadline == null || Long.parseLong(deadline) - System.nanoTime() < CONNECTING.toNanos()) {
            throw new Passed();
        }
    }

    static class Passed extends RuntimeException {
        Passed() {
            super("the deadline had passed before anything was sent", null, false, false);
        }
    }
}
