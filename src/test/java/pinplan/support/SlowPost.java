package pinplan.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a browser on a slow line sends: it has begun, and the rest comes when the test says so, or never. */
public final class SlowPost {
    private SlowPost() {}

    /** @param length of the whole body, of which this is the begin */
    public static Socket begin(String path, String type, int length, String begin, String token) {
        try {
            Socket socket = new Socket("localhost", RestAssured.port);
            send(socket, """
                    POST %s HTTP/1.1
                    Host: localhost:%d
                    Origin: http://localhost:%2$d
                    Sec-Fetch-Site: same-origin
                    Cookie: pinplan=%s
                    Content-Type: %s
                    Content-Length: %d

                    """.formatted(path, RestAssured.port, token, type, length) + begin);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void send(Socket socket, String more) throws IOException {
        socket.getOutputStream().write(more.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
