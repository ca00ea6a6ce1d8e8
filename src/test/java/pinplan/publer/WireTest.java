package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, byte for byte. */
@QuarkusTest
class WireTest {
    static final String KEY = "canary-key-0123456789abcdef";

    @Inject
    PublerGateway gateway;

    static Access access(String url) {
        return new Access(url, KEY, "61a7c2e4f9e8c3b2d1e0f9a8", 1);
    }

    static long soon() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    }

    @Test
    void aCreateIsSentAsItIsAndOnce() throws Exception {
        String body =
                "{\"bulk\" :  {\"state\":\"scheduled\",\"posts\":[{\"text\":\"Zitronentörtchen 🍋 \\u0041\"}]}}\n";
        try (RawServer publer = RawServer.answering("200 OK", "{\"job_id\":\"6810dec6\"}")) {
            Outcome<String> outcome = gateway.schedule(access(publer.url()), body, soon());

            assertThat(outcome.value()).contains("6810dec6");
            assertThat(publer.requests).hasSize(1);
            String request = publer.requests.get(0);
            assertThat(request)
                    .startsWith("POST /api/v1/posts/schedule HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n" + body);
            assertThat(request.toLowerCase())
                    .contains("authorization: bearer-api " + KEY)
                    .contains("publer-workspace-id: 61a7c2e4f9e8c3b2d1e0f9a8")
                    .contains("content-type: application/json")
                    .contains("accept: application/json")
                    .contains("user-agent: pinplan/0.1")
                    .contains("content-length: " + body.getBytes(StandardCharsets.UTF_8).length)
                    .contains("connection: close")
                    .doesNotContain("pinplan-deadline");
        }
    }

    @Test
    void publishNowHasItsOwnPath() throws Exception {
        try (RawServer publer = RawServer.answering("200 OK", "{\"success\":true,\"data\":{\"job_id\":6810}}")) {
            assertThat(gateway.publishNow(access(publer.url()), "{}", soon()).value())
                    .contains("6810");
            assertThat(publer.requests.get(0)).startsWith("POST /api/v1/posts/schedule/publish HTTP/1.1\r\n");
        }
    }

    @Test
    void whoAmIAndWhichWorkspacesNeedNoWorkspace() throws Exception {
        try (RawServer publer =
                RawServer.answering("200 OK", "{\"id\":7,\"email\":\"a@example.org\",\"name\":\"Ann\"}")) {
            Outcome<Me> me = gateway.me(access(publer.url()));
            assertThat(me.value()).contains(new Me("7", "a@example.org", "Ann"));
            assertThat(publer.requests.get(0))
                    .startsWith("GET /api/v1/users/me HTTP/1.1\r\n")
                    .doesNotContainIgnoringCase("publer-workspace-id");
        }
        try (RawServer publer = RawServer.answering("200 OK", "[]")) {
            assertThat(gateway.workspaces(access(publer.url())).value()).contains(List.of());
            assertThat(publer.requests.get(0)).doesNotContainIgnoringCase("publer-workspace-id");
        }
    }

    @Test
    void listsRepeatTheirParametersWithBareBrackets() throws Exception {
        try (RawServer publer =
                RawServer.answering("200 OK", "{\"posts\":[],\"total\":0,\"page\":0,\"total_pages\":0}")) {
            LocalDate day = LocalDate.of(2026, 3, 1);
            gateway.posts(
                    access(publer.url()),
                    new PostQuery(List.of("a1", "a2"), List.of("scheduled", "published"), day, day.plusDays(2), 3));
            assertThat(firstLine(publer))
                    .isEqualTo("GET /api/v1/posts?account_ids[]=a1&account_ids[]=a2&state[]=scheduled&state[]=published"
                            + "&from=2026-03-01&to=2026-03-03&page=3 HTTP/1.1");
        }
        try (RawServer publer = RawServer.answering("200 OK", "{\"deleted_ids\":[\"p1\",2]}")) {
            assertThat(gateway.delete(access(publer.url()), List.of("p1", "p2"))
                            .value()
                            .orElseThrow())
                    .containsExactlyInAnyOrder("p1", "2");
            assertThat(firstLine(publer)).isEqualTo("DELETE /api/v1/posts?post_ids[]=p1&post_ids[]=p2 HTTP/1.1");
        }
        try (RawServer publer = RawServer.answering("200 OK", "[]")) {
            gateway.boards(access(publer.url()), "acc");
            assertThat(firstLine(publer))
                    .isEqualTo("GET /api/v1/workspaces/61a7c2e4f9e8c3b2d1e0f9a8/media_options?accounts[]=acc HTTP/1.1");
        }
    }

    private static String firstLine(RawServer publer) {
        assertThat(publer.requests).hasSize(1);
        return publer.requests.get(0).split("\r\n", 2)[0].replace("%5B", "[").replace("%5D", "]");
    }

    @Test
    void aFileIsUploadedUnderItsName(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("stored"), "JPEGBYTES");
        try (RawServer publer = RawServer.answering("200 OK", "{\"id\":\"m1\",\"type\":\"photo\",\"validity\":{}}")) {
            Outcome<PublerMedia> media = gateway.upload(access(publer.url()), file, "tart.jpg", "image/jpeg");
            assertThat(media.value().map(PublerMedia::id)).contains("m1");
            assertThat(publer.requests.get(0))
                    .contains("name=\"file\"; filename=\"tart.jpg\"", "JPEGBYTES", "name=\"in_library\"")
                    .containsIgnoringCase("content-type: image/jpeg");
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (RawServer elsewhere = RawServer.answering("200 OK", "{\"job_id\":\"1\"}");
                RawServer publer = RawServer.answering("307 Temporary Redirect\r\nLocation: " + elsewhere.url(), "")) {
            assertThat(gateway.schedule(access(publer.url()), "{}", soon())).isInstanceOf(Outcome.Unknown.class);
            assertThat(gateway.me(access(publer.url()))).isInstanceOf(Outcome.Unknown.class);
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void nothingIsSentWithATransactionOpen() throws Exception {
        try (RawServer publer = RawServer.answering("200 OK", "{\"job_id\":\"1\"}")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> gateway.schedule(access(publer.url()), "{}", soon())))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(publer.requests).isEmpty();
        }
    }

    @Test
    void nothingIsSentPastTheDeadline() throws Exception {
        try (RawServer publer = RawServer.answering("200 OK", "{\"job_id\":\"1\"}")) {
            long tooSoon = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
            assertThat(gateway.schedule(access(publer.url()), "{}", tooSoon)).isInstanceOf(Outcome.NoEffect.class);
            assertThat(publer.sockets).isEmpty();
        }
    }

    @Test
    void nothingIsDeletedWithoutNamingIt() throws Exception {
        try (RawServer publer = RawServer.answering("200 OK", "{\"deleted_ids\":[]}")) {
            assertThatThrownBy(() -> gateway.delete(access(publer.url()), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(publer.requests).isEmpty();
        }
    }
}
