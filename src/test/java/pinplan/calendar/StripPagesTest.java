package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** What runs above the days of the month, the week and the day. */
@QuarkusTest
class StripPagesTest {
    private static final String MARCH = "/calendar?view=month&on=2027-03-11";

    private final People people = People.fresh();
    private final Planned plan = new Planned(people);

    private Campaign campaign(String name, String from, String until) {
        return plan.campaign(
                name,
                Colour.FERN,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private Page month() {
        return people.as(Role.VIEWER).get(MARCH);
    }

    private static List<String> pieces(Page page, String name) {
        return page.document.select(".strip").stream()
                .filter(strip -> strip.select(".strip-name").text().equals(name))
                .map(strip -> strip.className().replaceAll("^strip (\\w+) c-\\w+ ", ""))
                .toList();
    }

    private static List<String> heard(Page page) {
        return page.document.select(".strip:not([aria-hidden])").eachText();
    }

    @Test
    void aCampaignRunsOverItsDaysFromWeekToWeekAndIsSaidOnce() {
        Campaign spring = campaign("Spring recipes", "2027-03-03", "2027-03-16");
        Page page = month();
        assertThat(pieces(page, "Spring recipes"))
                .containsExactly(
                        "from-3 to-7 lane-1 after", "from-1 to-7 lane-1 before after", "from-1 to-2 lane-1 before");
        assertThat(heard(page)).containsExactly("Spring recipes, campaign, 3–16 March");
        assertThat(page.document.select(".strip[aria-hidden]"))
                .hasSize(2)
                .allMatch(strip -> strip.attr("tabindex").equals("-1"));
        assertThat(page.document.select(".strip").first().attr("href")).isEqualTo("/campaigns/" + spring.id);
        Element above = page.document.selectFirst(".strips");
        assertThat(above.nextElementSibling().select("[data-day=2027-03-01]")).hasSize(1);
        assertThat(above.parents().select("[data-day]")).doesNotContain(above);
    }

    @Test
    void aMomentHasItsLeadWindowBeforeItAndANoteItsDays() {
        plan.moment("Easter", "2027-03-28", "2027-03-29", 14);
        plan.moment("Studio closed", "2027-03-24", "2027-03-25", null);
        Page page = month();
        assertThat(pieces(page, "Easter"))
                .containsExactly(
                        "from-7 to-7 lane-1 lead after",
                        "from-1 to-7 lane-1 lead before after",
                        "from-1 to-6 lane-1 lead before",
                        "from-7 to-7 lane-1 after mute",
                        "from-1 to-1 lane-1 before");
        assertThat(heard(page))
                .containsExactlyInAnyOrder(
                        "Easter, moment, 28–29 March, lead window from 14 March", "Studio closed, note, 24–25 March");
    }

    @Test
    void threeLanesAndTheWayToTheRest() {
        for (int i = 0; i < 5; i++) {
            campaign("Campaign " + i, "2027-03-09", "2027-03-1" + i);
        }
        Page page = month();
        assertThat(page.document.select(".strips .strip")).hasSize(3);
        Page week = page.follow("+2 more above these days, 8–14 March");
        assertThat(week.path).isEqualTo("/calendar?view=week&on=2027-03-08");
        assertThat(week.document.select(".hours > .strips .strip")).hasSize(5);
        for (int i = 5; i < 10; i++) {
            campaign("Campaign " + i, "2027-03-09", "2027-03-1" + i);
        }
        Page timeline = people.as(Role.VIEWER).get(week.path).follow("+2 more above these days, 8–14 March");
        assertThat(timeline.path).isEqualTo("/calendar?view=timeline&on=2027-03-08");
        assertThat(timeline.document.select(".timeline th[scope=row]")).hasSize(10);
    }

    @Test
    void whatIsOpenAtOneEndRunsAndWhatHasNoDatesOrIsPutAwayDoesNot() {
        campaign("Opened", "2027-03-30", null);
        campaign("Until then", null, "2027-03-02");
        campaign("Undated", null, null);
        Campaign archived = campaign("Put away", "2027-03-01", "2027-03-31");
        QuarkusTransaction.requiringNew()
                .run(() -> Campaign.<Campaign>findById(archived.id).archive(Instant.parse("2027-03-01T08:00:00Z")));
        assertThat(heard(month()))
                .containsExactly("Until then, campaign, until 2 March 2027", "Opened, campaign, from 30 March 2027");
        assertThat(heard(people.as(Role.VIEWER).get(MARCH + "&campaign=" + archived.id)))
                .isEmpty();
    }

    @Test
    void whoFiltersByACampaignSeesItAndTheMoments() {
        Campaign mine = campaign("Mine", "2027-03-01", "2027-03-31");
        campaign("Other", "2027-03-01", "2027-03-31");
        plan.moment("Easter", "2027-03-28", "2027-03-28", 0);
        Pages viewer = people.as(Role.VIEWER);
        assertThat(heard(viewer.get(MARCH + "&campaign=" + mine.id)))
                .containsExactly("Mine, campaign, 1–31 March", "Easter, moment, 28 March");
        assertThat(heard(viewer.get(MARCH + "&campaign=none"))).containsExactly("Easter, moment, 28 March");
        assertThat(heard(viewer.get(MARCH + "&status=draft"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"week", "day"})
    void theHoursHaveItBelowTheHeadsOfTheDays(String view) {
        campaign("Spring", "2027-03-01", "2027-03-31");
        Page page = people.as(Role.VIEWER).get("/calendar?on=2027-03-11&view=" + view);
        assertThat(heard(page)).containsExactly("Spring, campaign, 1–31 March");
        assertThat(page.document.select(".hours > .strips + .hours-day")).hasSize(1);
        assertThat(page.document.select(".strips").attr("class"))
                .isEqualTo(view.equals("week") ? "strips of-7" : "strips of-1");
        assertThat(people.as(Role.VIEWER)
                        .get("/calendar?on=2027-04-11&view=" + view)
                        .document
                        .select(".strips"))
                .isEmpty();
    }

    @Test
    void itCostsOneStatementHoweverMuchThereIs() {
        Pages owner = people.as(Role.OWNER);
        long empty = statements(() -> owner.get(MARCH));
        for (int i = 0; i < 20; i++) {
            campaign("Campaign " + i, "2027-03-09", "2027-03-20");
            plan.moment("Moment " + i, "2027-03-12", "2027-03-20", 4);
        }
        assertThat(statements(() -> owner.get(MARCH))).isEqualTo(empty);
        long list = statements(() -> owner.get("/calendar?view=list&unscheduled=true"));
        assertThat(empty).isLessThan(list + 4);
    }

    private static long statements(Runnable page) {
        Statistics statistics = Panache.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        page.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
