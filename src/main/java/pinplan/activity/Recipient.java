package pinplan.activity;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Whoever something long is sent to, piece by piece. Who takes no piece for a while is let go, as a thread waits for them. */
final class Recipient extends OutputStream {
    private final OutputStream out;
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Duration patience;

    Recipient(OutputStream out, HttpServerRequest request, Vertx vertx, Duration patience) {
        this.out = out;
        this.request = request;
        this.vertx = vertx;
        this.patience = patience;
    }

    private interface Step {
        void run() throws IOException;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        waitFor(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        waitFor(out::flush);
    }

    /** Says that this was all of it. */
    @Override
    public void close() throws IOException {
        waitFor(out::close);
    }

    private void waitFor(Step step) throws IOException {
        if (request.response().closed()) {
            throw new IOException("Whoever asked for it is gone");
        }
        long end = vertx.setTimer(patience.toMillis(), passed -> letGo());
        try {
            step.run();
        } finally {
            vertx.cancelTimer(end);
        }
    }

    /** Below HTTP: what is closed in its order waits until all that was written is taken. */
    private void letGo() {
        ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }
}
