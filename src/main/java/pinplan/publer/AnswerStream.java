package pinplan.publer;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/** An answer as it comes in. Left before its end, by whom it is too long or too slow for, its connection ends too. */
final class AnswerStream extends FilterInputStream {
    /** A listing's page and an account's boards stay far below this. */
    static final int MOST = 4 * 1024 * 1024;

    private final HttpClientRequest request;

    private AnswerStream(InputStream in, HttpClientRequest request) {
        super(in);
        this.request = request;
    }

    /** Puts it between the connection and whoever reads. */
    static final class Opening implements ClientResponseFilter {
        @Override
        public void filter(ClientRequestContext asked, ClientResponseContext answer) {
            if (answer.getEntityStream() != null) {
                HttpClientRequest request =
                        ((ResteasyReactiveClientRequestContext) asked).unwrap(HttpClientRequest.class);
                answer.setEntityStream(new AnswerStream(answer.getEntityStream(), request));
            }
        }
    }

    /** Everything that comes within this time, or {@link TooLong}. */
    static String text(InputStream answer, Duration patience) {
        if (answer == null) {
            return "";
        }
        try {
            return Uni.createFrom()
                    .item(() -> text(answer))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .await()
                    .atMost(patience);
        } catch (TimeoutException slow) {
            if (answer instanceof AnswerStream stream) {
                // Whoever reads hears of it and closes.
                stream.request.reset();
            }
            throw slow;
        }
    }

    private static String text(InputStream answer) {
        try (answer) {
            byte[] read = answer.readNBytes(MOST + 1);
            if (read.length > MOST) {
                throw new TooLong();
            }
            return new String(read, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        // Without effect when the answer was read to its end.
        request.reset();
        super.close();
    }

    static class TooLong extends RuntimeException {
        TooLong() {
            super("the answer was longer than anything that Publer has to say", null, false, false);
        }
    }
}
