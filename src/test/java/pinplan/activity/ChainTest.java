package pinplan.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Door;
import pinplan.database.Fingerprint;
import pinplan.database.MasterKey;
import pinplan.pin.Kitchen;
import pinplan.support.Page;
import pinplan.team.Role;

/** What is done to the lines behind the application's back is found, whatever it is. */
@QuarkusTest
class ChainTest {
    private final Kitchen kitchen = new Kitchen();

    @Inject
    AgroalDataSource database;

    @Inject
    MasterKey master;

    @Inject
    Sealing sealing;

    @BeforeEach
    void someLines() {
        kitchen.approved("Lemon tart");
        kitchen.approved("Lime tart");
        sealing.tick();
    }

    private long workspace() {
        return kitchen.people.workspace.id;
    }

    private Report check() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Inspection(connection, master.key()).of(workspace());
        }
    }

    /** As somebody who has the database, and may switch its triggers off. */
    private void behindItsBack(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.formatted(workspace()))).isPositive();
            connection.commit();
        }
    }

    private static String line(int position) {
        return "(select activity_id from seal where workspace_id = %d and position = " + position + ")";
    }

    @Test
    void whatNobodyTouchedIsWhole() throws SQLException {
        assertThat(check().faults()).isEmpty();
        assertThat(check().lines()).isEqualTo(6);
        assertThat(check().waiting()).isZero();
        assertThat(check().head()).hasSize(64);
    }

    @Test
    void aLineThatWasTakenAwayIsFound() throws SQLException {
        behindItsBack("delete from activity where id = " + line(4));
        assertThat(check().faults())
                .singleElement()
                .asString()
                .matches("Line 4 \\(number \\d+ in the table\\) was taken away\\.");
    }

    @Test
    void aLineThatWasTakenAwayWithItsSealIsFound() throws SQLException {
        behindItsBack("delete from activity where id = " + line(4));
        behindItsBack("delete from seal where workspace_id = %d and position = 4");
        assertThat(check().faults()).containsExactly("Seal 4 is missing.");
    }

    @Test
    void whoClosesTheGapIsFoundToo() throws SQLException {
        behindItsBack("delete from activity where id = " + line(4));
        behindItsBack("delete from seal where workspace_id = %d and position = 4");
        behindItsBack("update seal set position = 4 where workspace_id = %d and position = 5");
        behindItsBack("update seal set position = 5 where workspace_id = %d and position = 6");
        behindItsBack("update chain set length = 5 where workspace_id = %d");
        assertThat(check().faults())
                .anyMatch(fault -> fault.contains("Line 4") && fault.contains("not as it was written"));
    }

    @Test
    void theEndThatWasCutOffIsFound() throws SQLException {
        behindItsBack("delete from activity where id = " + line(6));
        behindItsBack("delete from seal where workspace_id = %d and position = 6");
        assertThat(check().faults()).containsExactly("The end is missing: there were 6 lines, now the last is 5.");
    }

    @Test
    void eachColumnIsSealed() throws SQLException {
        for (String change : new String[] {
            "topic = 'TEAM'",
            "pin_id = pin_id + 1",
            "campaign_id = 1",
            "thing = thing || '.'",
            "actor_id = actor_id + 1",
            "who = 'Somebody else'",
            "words = 'looked at'",
            "note = 'No'",
            "differences = '[]'",
            "address = '10.0.0.1'",
            "happened_at = happened_at + interval '1 microsecond'"
        }) {
            someLines();
            int last = (int) check().lines();
            behindItsBack("update activity set " + change + " where id = " + line(last));
            assertThat(check().faults()).as(change).anyMatch(fault -> fault.startsWith("Line " + last + " ("));
        }
    }

    @Test
    void aLineThatWasPutInIsFound() throws SQLException {
        behindItsBack(
                "insert into activity (id, workspace_id, topic, words, happened_at) values (nextval('activity_seq'), %d, 'PINS', 'approved', now())");
        assertThat(check().faults()).singleElement().asString().startsWith("1 line is without a seal");
    }

    @Test
    void aLineThatWasTakenAwayBeforeItsSealIsFound() throws SQLException {
        kitchen.draft("Rhubarb crumble", Role.CREATOR);
        assertThat(check().waiting()).isEqualTo(1);
        behindItsBack("delete from activity where workspace_id = %d and thing = 'Rhubarb crumble'");
        sealing.tick();
        assertThat(check().faults()).singleElement().asString().startsWith("1 line is written, and taken away");
    }

    @Test
    void anotherKeyMakesAnotherChain() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Report report = new Inspection(connection, another()).of(workspace());
            assertThat(report.faults()).hasSize(6).allMatch(fault -> fault.contains("not as it was written"));
        }
    }

    @Test
    void anotherKeySealsNothingAndNothingIsLostByThat() throws SQLException {
        kitchen.draft("Rhubarb crumble", Role.CREATOR);
        try (Connection connection = database.getConnection()) {
            assertThat(new Chain(connection, workspace(), another()).seal(10)).isZero();
        }
        assertThat(check().waiting()).isEqualTo(1);
        sealing.tick();
        assertThat(check().waiting()).isZero();
        assertThat(check().faults()).isEmpty();
    }

    @Test
    void theCommandDoesNotAccuseAnybodyWithAnotherKey() {
        assertThat(run(door("b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j")))
                .startsWith("2\n")
                .contains("sealed with another master key");
    }

    /** In a transaction that is taken back: the other tests go on with their key. */
    @Test
    void withAKeyThatIsLostForGoodItGoesOnFromHere() throws SQLException {
        kitchen.draft("Rhubarb crumble", Role.CREATOR);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("update master_key set fingerprint = '\\x"
                    + HexFormat.of().formatHex(Fingerprint.of(another()).bytes()) + "'");
            new Chain(connection, workspace(), another()).lose();
            assertThat(new Chain(connection, workspace(), another()).seal(10)).isEqualTo(1);

            Report report = new Chain(connection, workspace(), another()).check();
            assertThat(report.faults()).isEmpty();
            assertThat(report.sentence()).contains("7 lines are sealed", "the first 6 were sealed with a master key");

            statement.execute("update activity set note = 'No' where id = " + line(7).formatted(workspace()));
            assertThat(new Chain(connection, workspace(), another()).check().faults())
                    .singleElement()
                    .asString()
                    .startsWith("Line 7 (");
            statement.execute("update chain set lost = 7 where workspace_id = " + workspace());
            assertThat(new Chain(connection, workspace(), another()).check().faults())
                    .containsExactly("It was not Pinplan that marked the key of the first 7 lines as lost.");
            connection.rollback();
        }
        sealing.tick();
        assertThat(check().faults()).isEmpty();
    }

    private byte[] another() {
        byte[] key = master.key();
        key[0]++;
        return key;
    }

    @Test
    void theDatabaseItselfRefusesToForget() {
        for (String sql : new String[] {
            "update activity set who = 'Somebody else' where workspace_id = %d",
            "delete from activity where workspace_id = %d",
            "truncate activity cascade",
            "delete from seal where workspace_id = %d"
        }) {
            assertThatThrownBy(() -> {
                        try (Connection connection = database.getConnection();
                                Statement statement = connection.createStatement()) {
                            statement.execute(sql.formatted(workspace()));
                        }
                    })
                    .as(sql)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void manyWhoWriteAndSealAtOnceMakeOneChain() throws Exception {
        // The minute may turn while they are at it.
        LocalDateTime first = kitchen.later(6);
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int number = i;
            work.add(() -> kitchen.approved("Cake " + number, first.plusMinutes(number)));
            work.add(Executors.callable(sealing::tick));
        }
        ExecutorService crew = Executors.newFixedThreadPool(4);
        for (Future<?> done : work.stream().map(crew::submit).toList()) {
            done.get(60, TimeUnit.SECONDS);
        }
        crew.shutdown();
        sealing.tick();
        assertThat(check().faults()).isEmpty();
        assertThat(check().lines()).isEqualTo(6 + 12 * 3);
        assertThat(check().waiting()).isZero();
    }

    // ---- who asks ----

    @Test
    void whoAdministersChecksItOnThePage() throws SQLException {
        Page page = kitchen.as(Role.OWNER)
                .get("/activity")
                .form("Check that it is whole")
                .submit();
        assertThat(page.text()).contains("lines are sealed").contains("none was changed or taken away");
        behindItsBack("delete from activity where id = " + line(2));
        page = kitchen.as(Role.OWNER)
                .get("/activity")
                .form("Check that it is whole")
                .submit();
        assertThat(page.document.select("[role=alert]").text())
                .contains("Line 2")
                .contains("was taken away");
        assertThat(kitchen.as(Role.APPROVER).get("/activity").hasButton("Check that it is whole"))
                .isFalse();
    }

    @Test
    void theCommandFindsItToo() throws SQLException {
        String faultless = run(door());
        assertThat(faultless)
                .contains("Workspace " + workspace() + ": 6 lines are sealed, and none was changed or taken away.");
        assertThat(faultless).contains("last seal, of line 6: " + check().head());
        behindItsBack("delete from activity where id = " + line(3));
        assertThat(run(door())).startsWith("1\n").contains("Line 3 (number");
    }

    @Test
    void whoWindsTheChainBackIsFoundByASealThatWasNoted() throws SQLException {
        String noted = workspace() + ":6:" + check().head();
        assertThat(run(door(), noted)).contains("line 6 of workspace " + workspace() + " is the one that was noted");
        behindItsBack(
                "insert into unsealed (activity_id, workspace_id) select activity_id, workspace_id from seal where workspace_id = %d and position > 4");
        behindItsBack("update activity set who = 'Somebody else' where id = " + line(6));
        behindItsBack("delete from seal where workspace_id = %d and position > 4");
        behindItsBack(
                "update chain set length = 4, head = (select hash from seal s where s.workspace_id = chain.workspace_id and s.position = 4) where workspace_id = %d");
        sealing.tick();
        assertThat(check().faults()).as("with nothing to compare it with").isEmpty();
        assertThat(run(door(), noted)).contains("is NOT the one that was noted").startsWith("1\n");
        assertThat(run(door(), "6:nonsense")).startsWith("2\n").contains("WORKSPACE:LINE:SEAL");
    }

    @Test
    void whatWaitsTooLongIsAFaultAndKeepsNobodyElseWaiting() throws SQLException {
        Kitchen theirs = new Kitchen();
        theirs.approved("Plum cake");
        behindItsBack(
                "insert into unsealed (activity_id, workspace_id) select activity_id, workspace_id from seal where workspace_id = %d and position = 2");
        sealing.tick();
        assertThat(check().faults())
                .containsExactly("1 line is waiting for a seal, though they should have one by now.");
        try (Connection connection = database.getConnection()) {
            assertThat(new Inspection(connection, master.key())
                            .of(theirs.people.workspace.id)
                            .lines())
                    .isEqualTo(3);
        }
        behindItsBack("delete from unsealed where workspace_id = %d");
    }

    @Test
    void theCommandSaysWhyItCouldNotLook() {
        SmallRyeConfig nowhere = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("pinplan.data", "target/no-such-data"))
                .build();
        assertThat(run(new Door(nowhere))).startsWith("2\n").contains("could not be checked: there is no database in");
    }

    private static Door door() {
        return door(masterKeyOfTheTests());
    }

    private static Door door(String key) {
        Map<String, String> settings = Map.of(
                "quarkus.datasource.jdbc.url", setting("quarkus.datasource.jdbc.url"),
                "quarkus.datasource.username", setting("quarkus.datasource.username"),
                "quarkus.datasource.password", setting("quarkus.datasource.password"),
                "pinplan.master-key", key);
        return new Door(new SmallRyeConfigBuilder().withDefaultValues(settings).build());
    }

    private static String masterKeyOfTheTests() {
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of("target/test-data/master.key"))
                    .strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** The exit code, and all that it prints. */
    private static String run(Door door, String... noted) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = CheckActivity.run(door, List.of(noted), out, out);
        return code + "\n" + printed.toString(StandardCharsets.UTF_8);
    }
}
