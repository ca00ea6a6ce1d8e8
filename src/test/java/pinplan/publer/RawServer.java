package pinplan.publer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end on bare sockets: it sees each byte, and answers, cuts or keeps silent as told. */
class RawServer implements AutoCloseable {
    /** What is done with a connection once {@code readUpTo} bytes of the request were read. */
    interface Reaction {
        void on(Socket socket, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final int readUpTo;
    private final Reaction reaction;
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final List<Long> closedAfterMillis = new CopyOnWriteArrayList<>();

    /** Reads whole requests, then reacts. */
    RawServer(Reaction reaction) throws IOException {
        this(Integer.MAX_VALUE, reaction);
    }

    RawServer(int readUpTo, Reaction reaction) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.readUpTo = readUpTo;
        this.reaction = reaction;
        Thread acceptor = new Thread(this::accept, "raw-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    static RawServer answering(String head, String body) throws IOException {
        return new RawServer((socket, out) -> out.write(answer(head, body)));
    }

    static byte[] answer(String head, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String extra = head.contains("\r\n") ? "" : "\r\nContent-Type: application/json";
        return ("HTTP/1.1 " + head + extra + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/v1";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                String request = read(socket.getInputStream());
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                reaction.on(socket, socket.getOutputStream());
                socket.getOutputStream().flush();
                if (readUpTo != Integer.MAX_VALUE) {
                    return;
                }
            }
        } catch (Exception over) {
            // the other end went away, which is what most of these tests are about
        }
    }

    private String read(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (read.size() < readUpTo) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.write(next);
            String text = read.toString(StandardCharsets.UTF_8);
            int head = text.indexOf("\r\n\r\n");
            if (head >= 0 && complete(text, head, read.size())) {
                break;
            }
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static boolean complete(String text, int head, int size) {
        String lower = text.substring(0, head).toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked")) {
            return text.endsWith("\r\n0\r\n\r\n");
        }
        int at = lower.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(lower.substring(at + 15).split("\r\n", 2)[0].strip());
        return size >= text.substring(0, head + 4).getBytes(StandardCharsets.UTF_8).length + length;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
