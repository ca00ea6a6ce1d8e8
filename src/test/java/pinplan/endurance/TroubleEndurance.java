package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.endurance.Pins.Standing;
import pinplan.support.PackagedApp;

/**
 * One trouble after the other, each with pins of its own; then time to recover. Afterwards the other end's own log has
 * each pin exactly once, or the pin is held where people see it. Never twice, never neither.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleEndurance {
    /** Only what has this in its name happens, with {@code -Dpinplan.trouble}; everything if nothing is said. */
    private static final String ONLY = System.getProperty("pinplan.trouble", "");

    private static final int LANES = 6;
    private static final Duration RECOVERY = Duration.ofMinutes(30);

    /** Who claims: each replica's connections to the database have its name. */
    private static final String WITNESS = """
            create table witness (attempt uuid, replica text);
            create function witness() returns trigger language plpgsql as $$ begin
              insert into witness values (new.id, current_setting('application_name'));
              return new;
            end $$;
            create trigger witness after insert on attempt for each row execute function witness()""";

    private static final String SENDERS = "select distinct w.replica from witness w join attempt a on a.id = w.attempt"
            + " join publication p on p.id = a.publication_id join pin i on i.id = p.pin_id where i.link = any (?)";

    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private Ground ground;
    private Pins pins;

    @BeforeAll
    void everythingHappens() throws Exception {
        ground = new Ground("trouble");
        pins = new Pins(ground.server);
        PackagedApp app = ground.start();
        List<Place> places = Desk.open(ground, app, LANES);
        ground.server.run("pinplan", WITNESS);
        Supply supply = new Supply(pins, places);
        happen(new Requests(ground, pins, supply, app).troubles());
        happen(new Load(ground, supply).troubles());
        System.out.println("Now it is quiet.");
        Instant giveUp = Instant.now().plus(RECOVERY);
        while (!pins.all().stream().allMatch(Standing::settled) && Instant.now().isBefore(giveUp)) {
            Thread.sleep(2000);
        }
    }

    private void happen(Map<String, Callable<List<String>>> troubles) throws Exception {
        for (Map.Entry<String, Callable<List<String>>> trouble : troubles.entrySet()) {
            if (!trouble.getKey().contains(ONLY)) continue;
            System.out.printf("%s %s%n", Instant.now(), trouble.getKey());
            rows.put(trouble.getKey(), trouble.getValue().call());
        }
    }

    @AfterAll
    void end() throws Exception {
        try {
            tell();
        } finally {
            ground.close();
        }
    }

    private void tell() throws Exception {
        StringBuilder table = new StringBuilder("""
                ## Trouble

                | Trouble | Pins | Published | Held | Duplicates | Lost |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        for (String row : rows.keySet()) {
            Figures of = figures(row);
            of.remarks().forEach(remark -> System.out.println(row + ": " + remark));
            table.append("| %s | %d | %d | %d | %d | %d |%n"
                    .formatted(row, of.pins(), of.published(), of.held(), of.duplicates(), of.lost()));
        }
        Ground.tell("1-trouble", table.toString());
    }

    Set<String> rows() {
        return rows.keySet();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPinOnceOrVisiblyHeld(String row) throws Exception {
        Figures of = figures(row);
        assertThat(of.pins()).isEqualTo(rows.get(row).size()).isPositive();
        assertThat(of.duplicates()).as("%s", of.remarks()).isZero();
        assertThat(of.lost()).as("%s", of.remarks()).isZero();
    }

    @Test
    void nothingWasAskedAgainstTheDocumentation() {
        assertThat(ground.publer.complaints()).isEmpty();
    }

    @Test
    void bothReplicasSentSome() throws Exception {
        assumeThat(rows).containsKey(Load.SHARED);
        try (Connection database = ground.server.connect("pinplan");
                PreparedStatement senders = database.prepareStatement(SENDERS)) {
            senders.setArray(
                    1, database.createArrayOf("text", rows.get(Load.SHARED).toArray()));
            try (ResultSet found = senders.executeQuery()) {
                int replicas = 0;
                while (found.next()) replicas++;
                assertThat(replicas).isEqualTo(2);
            }
        }
    }

    private Figures figures(String row) throws Exception {
        List<Standing> ours = pins.all().stream()
                .filter(pin -> rows.get(row).contains(pin.link()))
                .toList();
        return Figures.of(ours, ground.publer);
    }
}
