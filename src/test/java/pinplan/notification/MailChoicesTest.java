package pinplan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** What a member chooses to get by mail. */
@QuarkusTest
class MailChoicesTest {
    private final People people = People.fresh();
    private final Pages viewer = people.as(Role.VIEWER);

    private static Page page(Pages who) {
        return who.get("/settings").follow("Notifications");
    }

    @Test
    void everyKindOfNewsCanBeChosenAndBeginsAsUsual() {
        Page page = page(viewer);
        assertThat(page.says("No mail server is set up")).isTrue();
        assertThat(page.says("QUARKUS_MAILER_HOST")).isFalse();
        assertThat(page(people.as(Role.OWNER)).says("QUARKUS_MAILER_HOST")).isTrue();
        for (News news : News.values()) {
            assertThat(page.value(news.choice()))
                    .as("%s", news)
                    .isEqualTo(news.usual().name());
        }
        List<News> shown = Arrays.stream(Topic.values())
                .flatMap(topic -> topic.news().stream())
                .toList();
        assertThat(shown).containsExactlyInAnyOrder(News.values());
    }

    @Test
    void oneChoosesForOneselfAloneAndTheRestStays() {
        Page saved = page(viewer)
                .form("Save mail settings")
                .choose("My pin is approved", "Not by mail")
                .choose("Someone mentions me", "Once a day, at 8 in the morning")
                .submit();
        assertThat(saved.says("Your mail settings are saved.")).isTrue();
        assertThat(saved.value("My pin is approved")).isEqualTo("OFF");
        assertThat(saved.value("Someone mentions me")).isEqualTo("DIGEST");
        assertThat(saved.value("A pin fails")).isEqualTo("NOW");
        assertThat(page(people.as(Role.OWNER)).value("My pin is approved")).isEqualTo("BATCHED");
        Page again = saved.form("Save mail settings")
                .choose("My pin is approved", "At once")
                .submit();
        assertThat(again.value("My pin is approved")).isEqualTo("NOW");
    }

    @Test
    void whatIsNoChoiceIsRefusedAndNothingIsSaved() {
        Page refused = page(viewer)
                .form("Save mail settings")
                .set("failed", "SOMETIMES")
                .choose("My pin is approved", "Not by mail")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("A pin fails")).isEqualTo("Choose one of these.");
        assertThat(refused.value("My pin is approved")).isEqualTo("OFF");
        assertThat(page(viewer).value("My pin is approved")).isEqualTo("BATCHED");
    }
}
