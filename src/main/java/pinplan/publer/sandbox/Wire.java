package pinplan.publer.sandbox;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts an answer on the wire, or keeps it from arriving whole. */
@Singleton
class Wire {
    private final Duration late;
    private final Duration drip;

    Wire(
            @ConfigProperty(name = "pinplan.sandbox.late", defaultValue = "PT40S") Duration late,
            @ConfigProperty(name = "pinplan.sandbox.drip", defaultValue = "PT1S") Duration drip) {
        this.late = late;
        this.drip = drip;
    }

    Response send(Played played, HttpServerRequest request) {
        Set<Fault> faults = played.faults();
        if (faults.contains(Fault.LOSE_REQUEST) || faults.contains(Fault.LOSE_ANSWER)) {
            drop(request);
            return Response.noContent().build();
        }
        if (faults.contains(Fault.DELAY)) {
            pause(late);
        }
        byte[] body = played.body().getBytes(StandardCharsets.UTF_8);
        Response.ResponseBuilder answer = Response.status(played.status()).type(played.contentType());
        played.headers().forEach(answer::header);
        if (faults.contains(Fault.CUT)) {
            return answer.header("Content-Length", body.length)
                    .entity((StreamingOutput) out -> {
                        out.write(body, 0, body.length / 2);
                        out.flush();
                        request.connection().close();
                    })
                    .build();
        }
        if (faults.contains(Fault.DRIP)) {
            return answer.header("Content-Length", body.length)
                    .entity((StreamingOutput) out -> drip(out, body))
                    .build();
        }
        return answer.entity(played.body()).build();
    }

    /** Closed before anything is answered: closing happens on another thread, and a short answer would overtake it. */
    private static void drop(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }

    private void drip(OutputStream out, byte[] body) throws IOException {
        for (byte each : body) {
            out.write(each);
            out.flush();
            pause(drip);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
