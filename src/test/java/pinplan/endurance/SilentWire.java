package pinplan.endurance;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that forgets its connections and tells neither end: what is sent on one of those arrives nowhere. New ones work. */
final class SilentWire extends Wire {
    private final AtomicInteger forgotten = new AtomicInteger();

    SilentWire(int to) throws IOException {
        super(to);
    }

    void forget() {
        forgotten.incrementAndGet();
    }

    @Override
    void carry(Socket from, Socket to) throws IOException {
        int born = forgotten.get();
        inTheBackground(() -> {
            try {
                pass(to, from, born);
            } catch (IOException closed) {
                // the other end has had enough
            }
        });
        pass(from, to, born);
    }

    private void pass(Socket from, Socket to, int born) throws IOException {
        byte[] some = new byte[16_384];
        for (int read; (read = from.getInputStream().read(some)) >= 0; ) {
            if (born == forgotten.get()) to.getOutputStream().write(some, 0, read);
        }
        if (born == forgotten.get()) to.shutdownOutput();
    }
}
