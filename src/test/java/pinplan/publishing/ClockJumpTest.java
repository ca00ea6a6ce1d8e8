package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.database.DatabaseClock;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;
import pinplan.team.Role;

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

    /** The application's clock is ahead of the database's, by which all that is due is looked for. */
    @Test
    void whatIsTakenBackOnAPageIsTakenBackAtOnce() {
        Connected desk = new Connected();
        Long moved = desk.approvedPin(120);
        Long edited = desk.approvedPin(122);
        desk.pass(Duration.ofMinutes(1));
        assertThat(List.of(desk.status(moved), desk.status(edited))).containsOnly(PinStatus.SCHEDULED);
        Connected.bean(Clocks.class).drift(Duration.ofMinutes(10));
        LocalDateTime later = LocalDateTime.ofInstant(desk.in(180), desk.people.workspace.zone);
        desk.people
                .as(Role.APPROVER)
                .get("/pins/" + moved + "/move")
                .form("Move")
                .fill("Publish date", later.toLocalDate().toString())
                .fill("Publish time", later.toLocalTime().toString())
                .submit();
        desk.people
                .as(Role.CREATOR)
                .get("/pins/" + edited)
                .form("Save draft")
                .fill("Title", "Another")
                .submit();
        for (Long pin : List.of(moved, edited)) {
            assertThat(desk.publication(pin).state()).isEqualTo(Publishing.RECALLING);
            assertThat(desk.publication(pin).dueAt)
                    .isBefore(Connected.bean(DatabaseClock.class).now());
        }
    }
}
