package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.pin.PinStatus;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;

/** The clock by which all is decided is set, forward or back, while a pin is on its way: it goes out once, and not early. */
@QuarkusTest
class ClockJumpTest {
    private enum Moment {
        ORDERED,
        IN_DOUBT,
        ACCEPTED,
        AT_PUBLER
    }

    private record Jump(Moment when, Duration by) {}

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    static Stream<Jump> jumps() {
        return Stream.of(Moment.values())
                .flatMap(when ->
                        Stream.of(Duration.ofMinutes(10), Duration.ofHours(-2)).map(by -> new Jump(when, by)));
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void aPinGoesOutOnceAllTheSame(Jump jump) {
        Connected desk = new Connected();
        if (jump.when == Moment.IN_DOUBT) {
            desk.stage.fault(Fault.LOSE_ANSWER, 1);
        }
        Instant at = desk.in(60);
        Long pin = desk.approvedPin(at);
        switch (jump.when) {
            case ORDERED -> {}
            case IN_DOUBT, ACCEPTED -> Connected.bean(Dispatcher.class).tick();
            case AT_PUBLER -> desk.pass(Duration.ofMinutes(2));
        }
        Connected.bean(Clocks.class).shift(jump.by);
        desk.pass(Duration.between(Connected.now(), at.plus(Duration.ofMinutes(10))));
        assertThat(desk.status(pin)).as(desk.publication(pin).reason).isEqualTo(PinStatus.PUBLISHED);
        List<SandboxLog.Post> posts = desk.posts();
        assertThat(posts).hasSize(1).allMatch(SandboxLog.Post::published);
        assertThat(posts.get(0).scheduledAt()).isEqualTo(at);
        assertThat(desk.log().createRequests()).hasSize(1);
    }
}
