package pinplan.publer;

import java.time.Duration;
import java.time.Instant;

/**
 * What was seen of one request, kept with the attempt.
 *
 * @param request   method and path
 * @param status    the HTTP status, 0 when no answer was read to its end
 * @param body      the answer's body as it came, at most {@value #BODY_CAP} characters, the key never in it; null without an answer
 * @param limit     Publer's request limit, or null when it did not say
 * @param remaining what is left of it, or null when it did not say: never read as zero
 * @param reset     when it starts anew, or null
 * @param took      from the call to its ending
 */
public record Evidence(
        String request, int status, String body, Integer limit, Integer remaining, Instant reset, Duration took) {
    public static final int BODY_CAP = 16_384;

    static Evidence none(String request, Duration took) {
        return new Evidence(request, 0, null, null, null, null, took);
    }
}
