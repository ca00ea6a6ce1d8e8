package pinplan.endurance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The network between Pinplan and something that it needs: each connection to this end goes on to the other. */
abstract class Wire implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int to;
    private final int port;
    private volatile ServerSocket server;

    Wire(int to) throws IOException {
        this.to = to;
        server = listening(0);
        port = server.getLocalPort();
        threads.execute(() -> accept(server));
    }

    private static ServerSocket listening(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return socket;
    }

    int port() {
        return port;
    }

    /** Nobody can connect any more. */
    void down() throws IOException {
        server.close();
    }

    void up() throws IOException {
        ServerSocket again = listening(port);
        server = again;
        threads.execute(() -> accept(again));
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                threads.execute(() -> serve(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket from) {
        try (from;
                Socket other = new Socket(InetAddress.getLoopbackAddress(), to)) {
            carry(from, other);
        } catch (Exception over) {
            // one of the two went away: that is what it is for
        }
    }

    /** Both are closed when this returns. */
    abstract void carry(Socket from, Socket to) throws Exception;

    void passBoth(Socket from, Socket to) {
        inTheBackground(() -> pass(to, from));
        pass(from, to);
    }

    void inTheBackground(Runnable other) {
        threads.execute(other);
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException cut) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // it is closed, which is all that was wanted
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
