package pinplan.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A browser on a slow line that asks for something long: it takes the first line of the answer, and then nothing more. */
public final class SlowGet {
    private SlowGet() {}

    public static Socket begin(String path, String token) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(2048);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.setSoTimeout(60_000);
            SlowPost.send(socket, """
                    GET %s HTTP/1.1
                    Host: localhost:%d
                    Cookie: pinplan=%s

                    """.formatted(path, RestAssured.port, token));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an answer that has begun by then. */
    public static int status(Socket socket) throws IOException {
        byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
    }
}
