package pinplan.publer;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        Future<String> text = Infrastructure.getDefaultWorkerPool().submit(() -> text(answer));
        try {
            return text.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } catch (TimeoutException slow) {
            abandon(answer);
            throw new IllegalStateException(slow);
        } catch (InterruptedException stopped) {
            abandon(answer);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Whoever reads it hears of that and closes it. */
    private static void abandon(InputStream answer) {
        if (answer instanceof AnswerStream stream) {
            stream.request.reset();
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
