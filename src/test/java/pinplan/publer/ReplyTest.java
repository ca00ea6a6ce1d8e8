package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ending each status and body is, and what a person reads. */
class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String KEY = "canary-key-0123456789abcdef";

    private static Outcome<String> outcome(int status, String body, Map<String, String> headers) {
        return new Reply("POST /posts/schedule", status, body, Reply.Rate.read(headers::get), Duration.ZERO, KEY)
                .as(json -> Lenient.text(Lenient.peel(json), "job_id"), "without a job id");
    }

    private static Outcome<String> outcome(int status, String body) {
        return outcome(status, body, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"job_id\":\"1\"}", "{\"success\":true,\"data\":{\"job_id\":\"1\"}}", "{\"job_id\":1}"})
    void aJobIdIsAnAcceptance(String body) {
        assertThat(outcome(200, body).value()).contains("1");
        assertThat(outcome(202, body).value()).contains("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "{\"job_id\":null}", "{\"job_id\":\"\"}", "<html></html>", "{\"job", "7"
            })
    void withoutOneNothingIsKnown(String body) {
        assertThat(outcome(200, body)).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "301, Unknown",
        "307, Unknown",
        "401, Denied",
        "403, Denied",
        "404, Denied",
        "405, Unknown",
        "408, Unknown",
        "409, Unknown",
        "429, Throttled",
        "400, Refused",
        "413, Refused",
        "422, Refused",
        "500, Unknown",
        "502, Unknown",
        "503, Unknown",
        "504, Unknown",
        "520, Unknown",
        "524, Unknown"
    })
    void theStatusDecides(int status, String ending) {
        Outcome<String> outcome = outcome(status, "{\"errors\":[\"Because.\"]}");
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(ending);
        if (status != 429) {
            assertThat(outcome.sentence()).isEqualTo("Because.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void aRefusalThatCannotBeReadIsNone(int status) {
        assertThat(outcome(status, "<html><title>Bad</title></html>")).isInstanceOf(Outcome.Unknown.class);
        assertThat(outcome(status, "")).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void oneForbiddenOnlyMeansNotNow() {
        assertThat(outcome(
                        403,
                        "{\"errors\":[\"Please wait until your other download media from URL jobs have finished\"]}"))
                .isInstanceOf(Outcome.Busy.class);
    }

    @Test
    void theResetCountsOnlyWhenItIsSane() {
        Instant unsaid = NOW.plusSeconds(120);
        String body = "{\"error\":\"Rate limit exceeded. Retry later.\"}";
        long now = NOW.getEpochSecond();
        assertThat(until(body, Long.toString(now + 60))).isEqualTo(NOW.plusSeconds(60));
        assertThat(until(body, Long.toString(now + 181))).isEqualTo(unsaid);
        assertThat(until(body, Long.toString(now - 1))).isEqualTo(unsaid);
        assertThat(until(body, "soon")).isEqualTo(unsaid);
        assertThat(until(body, "99999999999999999")).isEqualTo(unsaid);
        assertThat(until(body, null)).isEqualTo(unsaid);
    }

    private static Instant until(String body, String reset) {
        Map<String, String> headers = reset == null ? Map.of() : Map.of("X-RateLimit-Reset", reset);
        return ((Outcome.Throttled<String>) outcome(429, body, headers)).until(NOW);
    }

    @Test
    void whatIsLeftIsNotedAndAMissingHeaderIsNotZero() {
        Evidence told = outcome(200, "{\"job_id\":1}", Map.of("X-RateLimit-Limit", "100", "X-RateLimit-Remaining", "7"))
                .evidence();
        assertThat(told.limit()).isEqualTo(100);
        assertThat(told.remaining()).isEqualTo(7);
        assertThat(outcome(200, "{}").evidence().remaining()).isNull();
    }

    @Test
    void theEvidenceNeverHoldsTheKeyAndNeverTooMuch() {
        Evidence evidence =
                outcome(500, "key " + KEY + " " + "x".repeat(50_000)).evidence();
        assertThat(evidence.body()).doesNotContain(KEY).hasSize(Evidence.BODY_CAP);
        assertThat(outcome(401, "{\"errors\":[\"The key " + KEY + " is bad\"]}").sentence())
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errors\":[\"One.\",\"Two.\"]}|One. Two.",
                "{\"errors\":\"Plain.\"}|Plain.",
                "{\"errors\":{\"media\":[\"is bad\"]}}|{\"media\":[\"is bad\"]}",
                "{\"error\":\"Singular.\"}|Singular.",
                "{\"error\":{\"message\":\"Inside.\"}}|Inside.",
                "{\"message\":\"Message.\"}|Message.",
                "{\"success\":false,\"data\":{\"message\":\"Wrapped.\"}}|Wrapped.",
                "plain words|plain words",
                "<html><head><title>502 Bad Gateway</title></head></html>|A gateway before Publer answered 502 with a page instead of data: “502 Bad Gateway”.",
                "<html><h1>Error 1010</h1></html>|A gateway before Publer answered 502 with a page instead of data: “Error 1010”.",
            })
    void thereIsAlwaysASentence(String body, String sentence) {
        assertThat(Sentence.of(502, body)).isEqualTo(sentence);
    }

    @Test
    void alsoForSilence() {
        assertThat(Sentence.of(503, "")).isEqualTo("Publer answered 503 without a word.");
        assertThat(Sentence.of(500, "y".repeat(5000))).hasSize(500);
    }
}
