package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import pinplan.database.Door;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.web.Site;

/** An owner who is alone and forgot their password gets in again by a command. */
@QuarkusTest
class NewPasswordTest {
    private final People people = People.fresh();

    @Test
    void itPrintsALinkForAnOwner() {
        Member owner = people.member(Role.OWNER);
        String first = link(run(owner.email));
        String link = link(run(" " + owner.email.toUpperCase(Locale.ROOT)));
        assertThat(Pages.anonymous().get(first).status).isEqualTo(404);
        Page open = people.as(Role.ADMIN).get("/team");
        assertThat(open.says("New password of " + owner.name)).isTrue();
        Pages theirs = Pages.anonymous();
        Page in = theirs.get(link)
                .form("Set password")
                .fill("New password", "four quiet herons wade")
                .submit();
        assertThat(in.path).startsWith("/calendar");
        assertThat(Pages.anonymous().get(link).status).isEqualTo(404);
        assertThat(theirs.get("/activity").text())
                .contains("Pinplan made, by the command on its machine, a link for a new password of")
                .contains(owner.name + " chose a new password by a link")
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void itSaysWhyItPrintsNone() {
        assertThat(run(people.member(Role.ADMIN).email))
                .isEqualTo("1\nNo owner has this email. Whoever is none asks an admin or owner for a link.\n");
        assertThat(run("nobody@team.example")).startsWith("1\n");
        assertThat(run()).startsWith("2\n").contains("bin/new-password EMAIL");
        Door nowhere = new Door(new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("pinplan.data", "target/no-such-data"))
                .build());
        assertThat(run(nowhere, "nobody@team.example"))
                .startsWith("2\n")
                .contains("could not be made: there is no database in");
    }

    @Test
    void whereNobodyNamesTheAddressItSaysWhatToPutInItsPlace() {
        SmallRyeConfig silent = new SmallRyeConfigBuilder()
                .withDefaultValue("quarkus.http.port", "8090")
                .build();
        String printed = run(door(), new Site(silent), people.member(Role.OWNER).email);
        assertThat(printed)
                .startsWith("0\nhttp://localhost:8090/invitations/")
                .contains("put the address at which you reach Pinplan in the place of http://localhost:8090:");
        assertThat(run(door(), new Site(address("https://pins.example/")), people.member(Role.OWNER).email))
                .startsWith("0\nhttps://pins.example/invitations/")
                .doesNotContain("in the place of");
    }

    private static String link(String printed) {
        assertThat(printed).startsWith("0\nhttps://pins.example/invitations/");
        return printed.lines().skip(1).findFirst().orElseThrow().substring("https://pins.example".length());
    }

    private static SmallRyeConfig address(String said) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("pinplan.address", said)
                .build();
    }

    private static String run(String... arguments) {
        return run(door(), arguments);
    }

    private static Door door() {
        return new Door(new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "quarkus.datasource.jdbc.url", setting("quarkus.datasource.jdbc.url"),
                        "quarkus.datasource.username", setting("quarkus.datasource.username"),
                        "quarkus.datasource.password", setting("quarkus.datasource.password")))
                .build());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** The exit code, and all that it prints. */
    private static String run(Door door, String... arguments) {
        return run(door, new Site(address("https://pins.example")), arguments);
    }

    private static String run(Door door, Site site, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = NewPassword.run(door, site, List.of(arguments), out, out);
        return code + "\n" + printed.toString(StandardCharsets.UTF_8);
    }
}
