package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;
import pinplan.team.SetupToken;

/** Whoever gets hold of a dump of the database cannot come in with it: every row of every table holds no secret. */
@QuarkusTest
class DumpTest {
    @Inject
    DataSource database;

    @Inject
    SetupToken setup;

    @Inject
    Clock clock;

    @Test
    void holdsNothingThatOpensADoor() throws SQLException {
        People people = People.fresh();
        String session = people.signIn(Role.OWNER);
        Pages owner = Pages.signedIn(session);
        String key = "canary-key-" + UUID.randomUUID();
        Page refused = owner.get("/settings/publer")
                .form("Test this key")
                .fill("API key", key)
                .submit();
        assertThat(refused.status).isEqualTo(422);
        Page sandbox =
                owner.get("/settings/publer").form("Use the built-in sandbox").submit();
        assertThat(sandbox.path).isEqualTo("/boards");
        String email = people.member(Role.CREATOR).email;
        String typed = "canary password " + UUID.randomUUID();
        owner.get("/sign-in");
        Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", email)
                .fill("Password", typed)
                .submit();
        Page team = owner.get("/team").form("Make an invitation link").submit();
        String invitation = team.document.select(".copy").text().replaceAll(".*/", "");
        assertThat(invitation).hasSizeGreaterThan(20);

        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("a session", session);
        secrets.put("a Publer key that was tried", key);
        secrets.put("a password", People.PASSWORD);
        secrets.put("a wrong password", typed);
        secrets.put("an invitation", invitation);
        secrets.put("the set-up token", setup.issue(clock.instant()).text());

        List<String> dump = dump();
        assertThat(dump).as("it is a dump").anyMatch(row -> row.contains(email));
        secrets.forEach((what, secret) -> {
            String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(dump).as(what).noneMatch(row -> row.contains(secret) || row.contains(bytes));
        });
    }

    private List<String> dump() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<String> rows = new ArrayList<>();
            for (String table :
                    column(connection, "select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
                column(connection, "select cast(t as text) from " + table + " t")
                        .forEach(row -> rows.add(table + row));
            }
            return rows;
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (ResultSet found = connection.createStatement().executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (found.next()) {
                column.add(found.getString(1));
            }
            return column;
        }
    }
}
