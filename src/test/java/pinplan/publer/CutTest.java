package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Wherever a connection ends, the request was sent once and the ending is the right one. The other end counts. */
@QuarkusTest
class CutTest {
    private static final String BODY = "{\"bulk\":{\"state\":\"scheduled\",\"posts\":[" + "1,".repeat(500) + "1]}}";
    private static final byte[] ANSWER = RawServer.answer("200 OK", "{\"job_id\":\"6810dec6e1\"}");

    private static final long ENDLESS = 100_000_000;

    @Inject
    PublerGateway gateway;

    private Outcome<String> schedule(RawServer publer) {
        return gateway.schedule(WireTest.access(publer.url()), BODY, WireTest.soon());
    }

    /** Long enough for any second attempt to show. */
    private static void onlyOnce(RawServer publer) throws InterruptedException {
        Thread.sleep(300);
        assertThat(publer.sockets).hasSize(1);
        assertThat(publer.requests.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void cutWhileTheRequestIsRead() throws Exception {
        int whole;
        try (RawServer publer = new RawServer((socket, out) -> out.write(ANSWER))) {
            assertThat(schedule(publer)).isInstanceOf(Outcome.Answered.class);
            whole = publer.requests.get(0).getBytes(StandardCharsets.UTF_8).length;
        }
        for (int bytes : new int[] {1, 10, 120, whole - BODY.length(), whole - BODY.length() + 1, whole - 1, whole}) {
            for (boolean reset : new boolean[] {false, true}) {
                try (RawServer publer = new RawServer(bytes, (socket, out) -> end(socket, reset))) {
                    assertThat(schedule(publer))
                            .as("after %d bytes, reset %s", bytes, reset)
                            .isInstanceOf(Outcome.Unknown.class);
                    onlyOnce(publer);
                }
            }
        }
    }

    @Test
    void cutWhileTheAnswerIsWritten() throws Exception {
        int head = new String(ANSWER, StandardCharsets.UTF_8).indexOf("\r\n\r\n");
        for (int bytes : new int[] {0, 1, 8, 20, head, head + 4, head + 5, ANSWER.length - 1}) {
            for (boolean reset : new boolean[] {false, true}) {
                try (RawServer publer = new RawServer((socket, out) -> {
                    out.write(ANSWER, 0, bytes);
                    out.flush();
                    end(socket, reset);
                })) {
                    assertThat(schedule(publer))
                            .as("after %d bytes of the answer, reset %s", bytes, reset)
                            .isInstanceOf(Outcome.Unknown.class);
                    onlyOnce(publer);
                    assertThat(publer.requests).hasSize(1);
                }
            }
        }
    }

    @Test
    void noAnswerAtAllEndsInTimeAndClosesTheConnection() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        try (RawServer publer = new RawServer((socket, out) -> {
            closed.set(socket.getInputStream().read() < 0);
            socket.close();
        })) {
            long start = System.nanoTime();
            Outcome<String> outcome = schedule(publer);
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(outcome.evidence().status()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(25));
            await().atMost(Duration.ofSeconds(15)).untilTrue(closed);
            onlyOnce(publer);
        }
    }

    @Test
    void aDrippingAnswerEndsInTimeToo() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        try (RawServer publer = new RawServer((socket, out) -> {
            try {
                for (byte each : ANSWER) {
                    out.write(each);
                    out.flush();
                    Thread.sleep(400);
                }
            } catch (IOException gone) {
                closed.set(true);
            }
        })) {
            assertThat(schedule(publer)).isInstanceOf(Outcome.Unknown.class);
            await().atMost(Duration.ofSeconds(15)).untilTrue(closed);
            onlyOnce(publer);
            await("nobody reads on").atMost(Duration.ofSeconds(15)).until(() -> readers() == 0);
        }
    }

    private static long readers() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Stream.of(stack).anyMatch(frame -> frame.getClassName().equals(AnswerStream.class.getName())))
                .count();
    }

    /** A hundred megabytes where a few words were asked for: no more is read than could be meant, whatever the status. */
    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws Exception {
        for (String status : List.of("200 OK", "500 Oops")) {
            AtomicLong written = new AtomicLong();
            AtomicBoolean closed = new AtomicBoolean();
            try (RawServer publer = new RawServer((socket, out) -> {
                out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + ENDLESS
                                + "\r\n\r\n{\"job_id\":\"")
                        .getBytes(StandardCharsets.UTF_8));
                byte[] piece = "0".repeat(65_536).getBytes(StandardCharsets.UTF_8);
                try {
                    while (written.addAndGet(piece.length) < ENDLESS) {
                        out.write(piece);
                    }
                } catch (IOException gone) {
                    closed.set(true);
                }
            })) {
                Outcome<String> outcome = schedule(publer);
                assertThat(outcome).as(status).isInstanceOf(Outcome.Unknown.class);
                assertThat(outcome.sentence()).isEqualTo("Publer's answer was too long to be read.");
                await().atMost(Duration.ofSeconds(15)).untilTrue(closed);
                // What both ends keep in their buffers comes on top.
                assertThat(written.get()).isLessThan(ENDLESS / 2);
                onlyOnce(publer);
            }
        }
    }

    @Test
    void everyUnhappyStatusIsAskedOnce() throws Exception {
        for (String status : List.of("408 Timeout", "429 Too Many", "500 Oops", "502 Bad", "503 Later", "504 Late")) {
            try (RawServer publer = RawServer.answering(status + "\r\nRetry-After: 0", "{}")) {
                assertThat(schedule(publer).value()).isEmpty();
                onlyOnce(publer);
            }
        }
    }

    @Test
    void readsAreAskedOnceAsWell() throws Exception {
        for (int bytes : new int[] {0, 8, 40, ANSWER.length - 1}) {
            try (RawServer publer = new RawServer((socket, out) -> {
                out.write(ANSWER, 0, bytes);
                out.flush();
                end(socket, false);
            })) {
                assertThat(gateway.job(WireTest.access(publer.url()), "j")).isInstanceOf(Outcome.Unknown.class);
                onlyOnce(publer);
            }
        }
    }

    @Test
    void aStaleConnectionIsNoReasonToAskTwice() throws Exception {
        try (RawServer publer = new RawServer((socket, out) -> {
            out.write(RawServer.answer("200 OK", "{\"status\":\"working\"}"));
            out.flush();
            if (socket.getSoTimeout() == 0) {
                socket.setSoTimeout(1);
            }
        })) {
            Access access = WireTest.access(publer.url());
            assertThat(gateway.job(access, "a")).isInstanceOf(Outcome.Answered.class);
            Thread.sleep(200); // by now the server closed the kept connection
            gateway.job(access, "b");
            assertThat(publer.requests).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void eachCreateHasAConnectionOfItsOwn() throws Exception {
        try (RawServer publer = new RawServer((socket, out) -> out.write(ANSWER))) {
            for (int i = 1; i <= 3; i++) {
                assertThat(schedule(publer)).isInstanceOf(Outcome.Answered.class);
                assertThat(publer.sockets).hasSize(i);
            }
        }
    }

    @Test
    void withoutAConnectionNothingHappened() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        for (String url : List.of("http://127.0.0.1:" + nobody + "/api/v1", "http://publer.invalid/api/v1")) {
            Outcome<String> outcome = gateway.schedule(WireTest.access(url), BODY, WireTest.soon());
            assertThat(outcome).as(url).isInstanceOf(Outcome.NoEffect.class);
        }
    }

    @Test
    void withoutASecureConnectionNothingHappened() throws Exception {
        try (RawServer plain = new RawServer(
                5, (socket, out) -> out.write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.UTF_8)))) {
            String url = plain.url().replace("http://", "https://");
            assertThat(gateway.schedule(WireTest.access(url), BODY, WireTest.soon()))
                    .isInstanceOf(Outcome.NoEffect.class);
            onlyOnce(plain);
        }
    }

    private static void end(Socket socket, boolean reset) throws IOException {
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }
}
