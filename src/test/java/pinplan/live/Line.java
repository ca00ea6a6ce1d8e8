package pinplan.live;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A browser that follows, as bytes on a socket: all that came so far can be looked at, and when it was hung up. */
final class Line implements AutoCloseable {
    private final Socket socket;
    private final List<String> heard = new ArrayList<>();
    private volatile boolean over;

    private Line(String token, String query) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("GET /live" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                + "Accept-Encoding: gzip\r\nSec-Fetch-Dest: empty\r\nCookie: pinplan=" + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        Thread reading = new Thread(this::read, "line");
        reading.setDaemon(true);
        reading.start();
    }

    static Line open(String token) {
        return open(token, "");
    }

    static Line open(String token, String query) {
        try {
            return new Line(token, query);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (heard) {
                    heard.add(line);
                }
                // the last chunk of an answer
                if (line.equals("0")) {
                    break;
                }
            }
        } catch (IOException hungUp) {
            // that it is over is all that matters
        }
        over = true;
    }

    boolean open() {
        return !over && says("HTTP/1.1 200 OK") && said("still here") > 0;
    }

    boolean over() {
        return over;
    }

    int changes() {
        return said("event: changed") + said("event:changed");
    }

    int said(String words) {
        synchronized (heard) {
            return (int) heard.stream().filter(line -> line.contains(words)).count();
        }
    }

    boolean says(String words) {
        return said(words) > 0;
    }

    @Override
    public String toString() {
        synchronized (heard) {
            return String.join("\n", heard);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
