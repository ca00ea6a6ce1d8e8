package pinplan.endurance;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** The network between Pinplan and the other end. A trap springs at one point of the next request that makes a post. */
final class PublerWire extends Wire {
    /** How far that request had come. */
    enum Point {
        /** The connection is open, and no byte of it has arrived at the other end. */
        OPEN,
        /** Half of its bytes have. */
        HALF_ASKED,
        /** The other end has done it, and none of its answer is back. */
        ASKED,
        /** Half of its answer is. */
        HALF_ANSWERED,
        /** The whole answer has been sent back, this very moment. */
        ANSWERED
    }

    interface Trap {
        /** @return whether the request goes on; else both its connections are cut */
        boolean sprung() throws Exception;
    }

    /** @param link of the pin that it waits for */
    private record Set(String link, Point point, Trap trap) {}

    private static final String CREATE = "POST /api/v1/posts/schedule";

    private final AtomicReference<Set> set = new AtomicReference<>();
    private volatile Duration slowness = Duration.ZERO;

    PublerWire(int otherEnd) throws IOException {
        super(otherEnd);
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/api/v1";
    }

    void trap(String link, Point point, Trap trap) {
        set.set(new Set(link, point, trap));
    }

    /** Whether the last trap has sprung. */
    boolean sprung() {
        return set.get() == null;
    }

    /** So long the answer to each create takes from now on. */
    void slow(Duration by) {
        slowness = by;
    }

    @Override
    void carry(Socket from, Socket to) throws Exception {
        byte[] first = new byte[16_384];
        int read = from.getInputStream().read(first);
        if (read < 0) {
            return;
        }
        byte[] begun = Arrays.copyOf(first, read);
        if (Message.text(begun).startsWith(CREATE)) {
            create(Message.whole(begun, from.getInputStream()), from, to);
        } else {
            to.getOutputStream().write(begun);
            passBoth(from, to);
        }
    }

    private void create(byte[] request, Socket from, Socket to) throws Exception {
        Set waiting = set.get();
        if (waiting != null && Message.text(request).contains(waiting.link + '"') && set.compareAndSet(waiting, null)) {
            pass(waiting, request, from, to);
        } else {
            to.getOutputStream().write(request);
            byte[] answer = Message.whole(new byte[0], to.getInputStream());
            Thread.sleep(slowness.toMillis());
            from.getOutputStream().write(answer);
        }
    }

    private void pass(Set sprung, byte[] request, Socket from, Socket to) throws Exception {
        OutputStream asking = to.getOutputStream();
        int half = request.length / 2;
        if (sprung.point == Point.OPEN) {
            if (!sprung.trap.sprung()) return;
            asking.write(request);
        } else if (sprung.point == Point.HALF_ASKED) {
            asking.write(request, 0, half);
            asking.flush();
            if (!sprung.trap.sprung()) return;
            asking.write(request, half, request.length - half);
        } else {
            asking.write(request);
        }
        byte[] answer = Message.whole(new byte[0], to.getInputStream());
        OutputStream answering = from.getOutputStream();
        if (sprung.point == Point.ASKED && !sprung.trap.sprung()) return;
        int soon = sprung.point == Point.HALF_ANSWERED ? answer.length / 2 : answer.length;
        answering.write(answer, 0, soon);
        answering.flush();
        if (sprung.point == Point.ANSWERED || sprung.point == Point.HALF_ANSWERED) {
            if (!sprung.trap.sprung()) return;
        }
        answering.write(answer, soon, answer.length - soon);
        answering.flush();
    }
}
