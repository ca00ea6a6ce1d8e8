package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Hostile;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What people of no good will type stays text: a real browser runs none of it, on no page that shows it. */
@QuarkusTest
class HostileInBrowserTest {
    private final People people = People.fresh();
    private final Pages owner = people.as(Role.OWNER);

    @Test
    void everyPageShowsItAsText() {
        List<String> paths =
                new ArrayList<>(List.of("/calendar", "/calendar?view=list", "/review", "/campaigns", "/settings"));
        for (String hostile : Hostile.STRINGS) {
            paths.add(pin(hostile));
            paths.add(campaign(hostile));
        }
        owner.get("/settings")
                .form("Save settings")
                .fill("Workspace name", Hostile.STRINGS.get(0))
                .submit();
        List<String> alerts = new ArrayList<>();
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(people.signIn(Role.OWNER))) {
            browser.page.onDialog(dialog -> {
                alerts.add(dialog.message());
                dialog.dismiss();
            });
            for (String path : paths) {
                assertThat(browser.go(path).status()).as(path).isEqualTo(200);
                browser.mustBeQuiet();
                assertThat(browser.page.title()).as(path).endsWith("· Pinplan");
            }
        }
        assertThat(alerts).isEmpty();
    }

    private String pin(String hostile) {
        Page saved = owner.get("/pins/new")
                .form("Save draft")
                .fill("Title", hostile)
                .fill("Description", hostile)
                .submit();
        assertThat(saved.status).as(hostile).isEqualTo(200);
        assertThat(saved.value("Title")).isEqualTo(hostile);
        assertThat(saved.value("Description")).isEqualTo(hostile);
        return saved.path;
    }

    private String campaign(String hostile) {
        Page saved = owner.get("/campaigns/new")
                .at("/campaigns")
                .fill("Name", hostile)
                .fill("Goal", hostile)
                .fill("Brief", hostile)
                .submit();
        assertThat(saved.status).as(hostile).isEqualTo(200);
        return saved.path;
    }
}
