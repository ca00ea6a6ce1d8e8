package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

@QuarkusTest
class SavedViewsTest {
    private static final String WARNED = "/calendar?view=week&on=2027-03-11&warning=true&colour=status";

    private final People people = People.fresh();

    private static Page save(Pages who, String name) {
        return who.get(WARNED).form("Save view").fill("Name of the view", name).submit();
    }

    @Test
    void aViewIsKeptForOneselfWithoutItsDay() {
        Pages viewer = people.as(Role.VIEWER);
        Page saved = save(viewer, "Needs a look");
        assertThat(saved.text()).contains("The view is saved.");
        Page again = viewer.get("/calendar?view=month").follow("Needs a look");
        assertThat(again.path).isEqualTo("/calendar?view=week&warning=true&colour=status");
        assertThat(again.text()).contains("Has a warning");
        assertThat(people.as(Role.OWNER).get("/calendar").text()).doesNotContain("Needs a look");
    }

    @Test
    void whoSavesAViewStaysAtTheDayThatTheyLookAt() {
        assertThat(people.as(Role.VIEWER)
                        .sending()
                        .redirects()
                        .follow(false)
                        .header("Referer", "http://elsewhere.example" + WARNED)
                        .formParam("name", "Needs a look")
                        .formParam("address", "/calendar?view=week&warning=true")
                        .post("/calendar/views")
                        .header("Location"))
                .endsWith(WARNED);
    }

    @Test
    void whoPlansSharesWithEveryoneAndOnlyTheyOrAnAdminRemoveIt() {
        people.as(Role.CREATOR)
                .get(WARNED)
                .form("Save view")
                .fill("Name of the view", "For all")
                .check("For everyone in the workspace")
                .submit();
        Pages viewer = people.as(Role.VIEWER);
        assertThat(viewer.get("/calendar").text()).contains("For all", "shared");
        String remove = people.as(Role.ADMIN)
                .get("/calendar")
                .document
                .select("form[action$=/remove]")
                .attr("action");
        assertThat(viewer.sending().post(remove).statusCode()).isEqualTo(403);
        assertThat(viewer.get("/calendar").document.select("form[action$=/remove]"))
                .isEmpty();
        assertThat(People.fresh().as(Role.OWNER).sending().post(remove).statusCode())
                .isEqualTo(404);
        people.as(Role.ADMIN).get("/calendar").at(remove).submit();
        assertThat(viewer.get("/calendar").text()).doesNotContain("For all");
        assertThat(viewer.sending()
                        .formParam("name", "Mine for all")
                        .formParam("shared", "true")
                        .post("/calendar/views")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSameNameTakesItsPlaceAndANameIsNeeded() {
        Pages owner = people.as(Role.OWNER);
        save(owner, "Twice");
        save(owner, "Twice");
        assertThat(owner.get("/calendar").document.select(".saved li")).hasSize(1);
        assertThat(save(owner, " ").text()).contains("Not saved: Give the view a name.");
        assertThat(save(owner, "x".repeat(61)).text()).contains("at most 60 characters");
    }

    @Test
    void sentTwiceAtOnceItIsSavedOnce() throws Exception {
        Pages owner = people.as(Role.OWNER);
        Form form = owner.get(WARNED).form("Save view").fill("Name of the view", "At once");
        CompletableFuture<Page> second = QuarkusTransaction.requiringNew().call(() -> {
            // The first of the two, on its way.
            assertThat(SavedView.keep(
                            people.workspace,
                            people.member(Role.OWNER),
                            "At once",
                            "/calendar?view=day",
                            false,
                            Instant.parse("2027-03-01T08:00:00Z")))
                    .isNull();
            SavedView.flush();
            CompletableFuture<Page> sent = CompletableFuture.supplyAsync(form::submit);
            await().until(() -> somebodyWaits() || sent.isDone());
            return sent;
        });
        Page saved = second.get(1, TimeUnit.MINUTES);
        assertThat(saved.text()).contains("The view is saved.");
        assertThat(saved.document.select(".saved a").attr("href"))
                .isEqualTo("/calendar?view=week&warning=true&colour=status");
    }

    private static boolean somebodyWaits() {
        return !QuarkusTransaction.requiringNew()
                .call(() -> SavedView.getEntityManager()
                        .createNativeQuery("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query like 'insert into saved_view%'")
                        .getResultList())
                .isEmpty();
    }

    @Test
    void anAddressIsAlwaysOneOfTheCalendar() {
        Pages owner = people.as(Role.OWNER);
        owner.sending()
                .formParam("name", "Elsewhere")
                .formParam("address", "https://evil.example/")
                .post("/calendar/views");
        assertThat(owner.get("/calendar").document.select(".saved a").attr("href"))
                .isEqualTo("/calendar?view=month");
    }
}
