package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every known shape of a job's answer means. */
class JobTest {
    private static final String ACCOUNT = "66aa00000000000000000acc";
    private static final String FAILURE = "{\"account_id\":\"" + ACCOUNT
            + "\",\"account_name\":\"My boards\",\"provider\":\"pinterest\",\"message\":\"Album can't be blank\"}";

    @ParameterizedTest
    @MethodSource
    void stillWorking(String body) {
        Job job = Job.read(Lenient.parse(body));
        assertThat(job.state()).isEqualTo(Job.State.WORKING);
        assertThat(job.failures()).isEmpty();
    }

    static Stream<String> stillWorking() {
        return Stream.of(
                "{\"status\":\"working\"}",
                "{\"status\":\"working\",\"payload\":null}",
                "{\"status\":null}",
                "{\"status\":\"queued\",\"payload\":{}}",
                "{\"success\":true,\"data\":{\"status\":\"working\",\"result\":{\"status\":\"working\",\"payload\":null}}}",
                "{\"success\":true,\"data\":{\"status\":\"working\"}}");
    }

    @ParameterizedTest
    @MethodSource
    void doneWithoutFailure(String body) {
        Job job = Job.read(Lenient.parse(body));
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.failures()).isEmpty();
    }

    static Stream<String> doneWithoutFailure() {
        return Stream.of(
                "{\"status\":\"complete\",\"payload\":{\"failures\":{}}}",
                "{\"status\":\"completed\",\"payload\":{\"failures\":{}}}",
                "{\"status\":\"complete\",\"payload\":{\"failures\":[]}}",
                "{\"status\":\"complete\",\"payload\":{}}",
                "{\"status\":\"complete\",\"payload\":[]}",
                "{\"status\":\"complete\",\"payload\":null}",
                "{\"status\":\"complete\"}",
                "{\"success\":true,\"data\":{\"status\":\"complete\",\"result\":{\"status\":\"complete\",\"payload\":{\"failures\":{}},\"plan\":{\"rate\":\"x\",\"locked\":false}}}}",
                "{\"success\":true,\"data\":{\"status\":\"completed\",\"result\":{\"payload\":{\"failures\":{}}}}}");
    }

    @ParameterizedTest
    @MethodSource
    void refused(String body, String accountId, String message) {
        Job job = Job.read(Lenient.parse(body));
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.failures()).containsExactly(new Job.Failure(accountId, message));
    }

    static Stream<Arguments> refused() {
        String said = "Album can't be blank";
        return Stream.of(
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":{\"failures\":{\"0\":[" + FAILURE + "]}}}",
                        ACCOUNT,
                        said),
                Arguments.of("{\"status\":\"completed\",\"payload\":{\"failures\":[" + FAILURE + "]}}", ACCOUNT, said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":{\"failures\":{\"x\":" + FAILURE + "}}}", ACCOUNT, said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":{\"failures\":{\"" + ACCOUNT + "\":\"" + said + "\"}}}",
                        ACCOUNT,
                        said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":{\"failures\":{\"0\":\"" + said + "\"}}}", null, said),
                Arguments.of("{\"status\":\"complete\",\"payload\":{\"failures\":[\"" + said + "\"]}}", null, said),
                // even while it says that it works
                Arguments.of("{\"status\":\"working\",\"payload\":{\"failures\":[" + FAILURE + "]}}", ACCOUNT, said),
                Arguments.of(
                        "{\"data\":{\"status\":\"complete\",\"result\":{\"payload\":{\"failures\":[" + FAILURE
                                + "]}}}}",
                        ACCOUNT,
                        said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":[{\"type\":\"job\",\"status\":\"failed\",\"post\":{\"id\":1,\"account_id\":\""
                                + ACCOUNT + "\",\"state\":\"failed\",\"error\":\"" + said + "\"}}]}",
                        ACCOUNT,
                        said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":[{\"status\":\"complete\",\"post\":{\"id\":1,\"account_id\":\""
                                + ACCOUNT + "\",\"state\":\"scheduled\",\"details\":{\"error\":\"" + said + "\"}}}]}",
                        ACCOUNT,
                        said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":[{\"status\":\"failed\",\"failure\":{\"message\":\""
                                + said + "\"},\"post\":{\"account_id\":\"" + ACCOUNT + "\"}}]}",
                        ACCOUNT,
                        said),
                Arguments.of(
                        "{\"status\":\"complete\",\"payload\":[{\"status\":\"failed\"}]}",
                        null,
                        "Publer gave no reason."),
                Arguments.of("{\"status\":\"failed\",\"payload\":{\"message\":\"Too big\"}}", null, "Too big"),
                Arguments.of("{\"status\":\"error\",\"error\":\"Boom\"}", null, "Boom"),
                Arguments.of("{\"status\":\"failed\"}", null, "Publer gave no reason."));
    }

    @Test
    void publishNowNamesItsPost() {
        Job job = Job.read(
                Lenient.parse(
                        "{\"status\":\"complete\",\"payload\":[{\"type\":\"job\",\"status\":\"complete\",\"post\":{\"id\":68176,\"account_id\":\""
                                + ACCOUNT
                                + "\",\"state\":\"published\",\"error\":null,\"in_queue\":false,\"post_link\":\"https://www.pinterest.com/pin/123/\"}}]}"));
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.failures()).isEmpty();
        assertThat(job.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo("68176");
            assertThat(post.accountId()).isEqualTo(ACCOUNT);
            assertThat(post.is("published")).isTrue();
            assertThat(post.postLink()).isEqualTo("https://www.pinterest.com/pin/123/");
        });
    }

    @Test
    void failuresAreForTheirAccountOrForAll() {
        Job job = Job.read(Lenient.parse(
                "{\"status\":\"complete\",\"payload\":{\"failures\":[" + FAILURE + ",{\"message\":\"Nobody's\"}]}}"));
        assertThat(job.about(ACCOUNT, false).failures()).hasSize(2);
        assertThat(job.about("other", false).failures())
                .extracting(Job.Failure::message)
                .containsExactly("Nobody's");
    }

    @Test
    void somethingElseIsNoJob() {
        assertThat(Job.read(Lenient.parse("[]"))).isNull();
        assertThat(Job.read(Lenient.parse("{\"outcome\":[\"ok\"]}"))).isNull();
        assertThat(Job.read(Lenient.parse("<html>"))).isNull();
    }
}
