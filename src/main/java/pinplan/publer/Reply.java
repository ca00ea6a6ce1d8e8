package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** An answer that was read to its end, and which ending it means. */
record Reply(String request, int status, String body, Rate rate, Duration took, String key) {
    static final String BROKE_OFF = "The connection to Publer broke before its answer was complete.";

    private static final String UPLOAD_BUSY = "please wait until your other download media from url jobs";

    /** The rate headers, each null when missing or unreadable. */
    record Rate(Integer limit, Integer remaining, Instant reset) {
        static Rate read(Function<String, String> header) {
            Long reset = number(header.apply("X-RateLimit-Reset"));
            return new Rate(
                    small(header.apply("X-RateLimit-Limit")),
                    small(header.apply("X-RateLimit-Remaining")),
                    // Years beyond four digits are no time that anything can store.
                    reset == null || reset < 0 || reset > 253_402_300_799L ? null : Instant.ofEpochSecond(reset));
        }

        private static Integer small(String text) {
            Long number = number(text);
            return number == null || number < 0 || number > 1_000_000 ? null : number.intValue();
        }

        private static Long number(String text) {
            try {
                return text == null ? null : Long.valueOf(text.strip());
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
    }

    /** @param shape reads the answer, null when it is not what was asked for */
    <T> Outcome<T> as(Function<JsonNode, T> shape, String missing) {
        Evidence evidence = evidence();
        if (status >= 200 && status < 300) {
            T value = shape.apply(Lenient.parse(body));
            if (value != null) {
                return new Outcome.Answered<>(value, evidence);
            }
            // The end of a connection is noticed as a failure, or only as the end of what came: it is one thing to say.
            return new Outcome.Unknown<>(
                    Lenient.brokenOff(body) ? BROKE_OFF : "Publer answered " + status + " " + missing + ".", evidence);
        }
        String sentence = Sentence.of(status, evidence.body());
        return switch (status) {
            case 429 -> new Outcome.Throttled<>(evidence);
            case 401, 403, 404 ->
                status == 403 && body != null && body.toLowerCase(Locale.ROOT).contains(UPLOAD_BUSY)
                        ? new Outcome.Busy<>(sentence, evidence)
                        : new Outcome.Denied<>(sentence, evidence);
            case 400, 413, 422 ->
                Sentence.readable(body)
                        ? new Outcome.Refused<>(sentence, evidence)
                        : new Outcome.Unknown<>(sentence, evidence);
            default -> new Outcome.Unknown<>(sentence, evidence);
        };
    }

    private Evidence evidence() {
        String kept = body == null ? null : body.replace(key, "•••").replace("\u0000", "�");
        if (kept != null && kept.length() > Evidence.BODY_CAP) {
            kept = kept.substring(0, Evidence.BODY_CAP);
        }
        return new Evidence(request, status, kept, rate.limit(), rate.remaining(), rate.reset(), took);
    }
}
