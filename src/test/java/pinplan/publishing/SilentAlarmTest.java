package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.sandbox.Sandbox;
import pinplan.web.Ticks;

/** Where no mail server is named nothing is written down to be told, so that naming one later brings no old news. */
@QuarkusTest
class SilentAlarmTest {
    @Inject
    Sandbox sandbox;

    @Inject
    Ticks ticks;

    @Test
    void nothingIsToldWithoutAMailServer() {
        Connected desk = new Connected();
        Connected.change(() -> Connection.of(desk.people.workspace.id)
                .orElseThrow()
                .lane()
                .pause(Lane.Pause.DENIED, null, "No.", Connected.now()));
        Connected.bean(Alarm.class).tick();
        assertThat(QuarkusTransaction.requiringNew().call(() -> Alert.count())).isZero();
        assertThat(ticks.last("alarm")).isPresent();
    }
}
