package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxLog;

/**
 * Every way in which Publer can misbehave, on every kind of request, once and three times in a row: afterwards the
 * other end's own log has the pin exactly once, or the pin is held where people see it. Never twice, never neither.
 */
@QuarkusTest
class FaultMatrixTest {
    /** What only a person can put right: these may end held. All others must end published. */
    private static final Set<Fault> FINAL = EnumSet.of(
            Fault.BAD_REQUEST,
            Fault.UNPROCESSABLE,
            Fault.TOO_LARGE,
            Fault.UNAUTHORIZED,
            Fault.FORBIDDEN,
            Fault.FAILURE_OBJECT,
            Fault.FAILURE_ARRAY,
            Fault.FAILURE_NAMELESS,
            Fault.ACCOUNT_REAUTH,
            Fault.BOARD_DELETED,
            Fault.POST_DELETED);

    private static final Set<Fault> ANYWHERE = EnumSet.of(
            Fault.LOSE_REQUEST,
            Fault.LOSE_ANSWER,
            Fault.CUT,
            Fault.THROTTLE,
            Fault.THROTTLE_MUTE,
            Fault.THROTTLE_ABSURD,
            Fault.SERVER_ERROR,
            Fault.BAD_GATEWAY,
            Fault.UNAVAILABLE,
            Fault.BAD_GATEWAY_AFTER,
            Fault.WRONG_SHAPE);

    private static final TreeMap<String, String> TABLE = new TreeMap<>();

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    /** @param operation null: the requests that the fault usually concerns */
    record Row(Fault fault, Operation operation, int times) {
        @Override
        public String toString() {
            return fault + " on " + (operation == null ? "its own" : operation) + ", " + times + " times";
        }

        void script(Connected desk) {
            if (operation == null) {
                desk.stage.fault(fault, times);
            } else {
                desk.stage.fault(fault, times, operation);
            }
        }
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (int times : fault.usual().isEmpty() ? new int[] {1} : new int[] {1, 3}) {
                rows.add(new Row(fault, null, times));
                if (ANYWHERE.contains(fault)) {
                    for (Operation operation : List.of(Operation.UPLOAD, Operation.JOB, Operation.POSTS)) {
                        rows.add(new Row(fault, operation, times));
                    }
                }
            }
        }
        return rows.stream();
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    @AfterAll
    static void write() throws IOException {
        StringBuilder table = new StringBuilder("""
                | Fault | On | Times | Published | Duplicates | Lost | Held |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        TABLE.values().forEach(line -> table.append(line).append('\n'));
        Files.writeString(Path.of("target", "fault-matrix.md"), table);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onePinOnceOrVisiblyHeld(Row row) {
        Connected desk = new Connected();
        boolean happening = row.fault().usual().isEmpty();
        if (!happening) {
            row.script(desk);
        }
        Long pin = desk.approvedPin(40);
        desk.pass(Duration.ofMinutes(3));
        if (happening) {
            row.script(desk);
        }
        desk.pass(Duration.ofMinutes(140));

        List<SandboxLog.Post> out = desk.log().posts().stream()
                .filter(SandboxLog.Post::made)
                .filter(SandboxLog.Post::published)
                .toList();
        PinStatus status = desk.status(pin);
        boolean published = status == PinStatus.PUBLISHED && out.size() == 1;
        boolean held = status == PinStatus.FAILED || status == PinStatus.OUTCOME_UNKNOWN;
        note(row, published, out.size(), held);

        assertThat(out).as("at the other end").hasSizeLessThanOrEqualTo(1);
        if (FINAL.contains(row.fault())) {
            assertThat(published || held)
                    .as("%s: %s", status, desk.publication(pin).reason)
                    .isTrue();
        } else {
            assertThat(published)
                    .as("%s: %s", status, desk.publication(pin).reason)
                    .isTrue();
        }
    }

    static Stream<Row> rowsOfWithdrawals() {
        Set<Fault> faults = EnumSet.of(Fault.DELETE_NOTHING, Fault.DELETE_LIES);
        faults.addAll(ANYWHERE);
        return faults.stream().flatMap(fault -> Stream.of(1, 3).map(times -> new Row(fault, Operation.DELETE, times)));
    }

    @ParameterizedTest
    @MethodSource("rowsOfWithdrawals")
    void whatIsWithdrawnNeverGoesOut(Row row) {
        Connected desk = new Connected();
        Long pin = desk.approvedPin(40);
        desk.pass(Duration.ofMinutes(1));
        row.script(desk);
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.locked(desk.people.workspace, pin).withdraw(desk.creator(), Connected.now()));
        desk.pass(Duration.ofMinutes(60));
        long left = desk.log().posts().stream().filter(SandboxLog.Post::made).count();
        note(row, false, (int) left, true);
        assertThat(left).as("left at the other end").isZero();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(desk.publication(pin).state()).isEqualTo(Publishing.CANCELLED);
    }

    private static void note(Row row, boolean published, int out, boolean held) {
        String on = row.operation() == null ? "" : row.operation().name().toLowerCase();
        TABLE.put(
                row.fault().name() + " " + on + " " + row.times(),
                "| %s | %s | %d | %d | %d | %d | %d |"
                        .formatted(
                                row.fault().words(),
                                on,
                                row.times(),
                                published ? 1 : 0,
                                Math.max(0, out - 1),
                                published || held ? 0 : 1,
                                held ? 1 : 0));
    }
}
