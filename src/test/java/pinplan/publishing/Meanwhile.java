package pinplan.publishing;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What happens in the moment when a page of an account's posts is asked for: each step once, one page after the other. */
public class Meanwhile {
    private static final Map<String, Queue<Runnable>> STEPS = new ConcurrentHashMap<>();

    static void asPagesAreAskedFor(String publerAccount, Runnable... steps) {
        STEPS.put(publerAccount, new ConcurrentLinkedQueue<>(List.of(steps)));
    }

    @ServerRequestFilter
    public void filter(UriInfo uri) {
        String account = uri.getPath().endsWith("/sandbox/publer/api/v1/posts")
                ? uri.getQueryParameters().getFirst("account_ids[]")
                : null;
        Runnable step = account == null || !STEPS.containsKey(account)
                ? null
                : STEPS.get(account).poll();
        if (step != null) {
            step.run();
        }
    }
}
