package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** Campaigns over twelve weeks: 8 March to 30 May 2027. */
@QuarkusTest
class TimelineTest {
    private static final String MARCH = "/calendar?view=timeline&on=2027-03-11";

    private final People people = People.fresh();
    private final Planned plan = new Planned(people);

    private Page page(String more) {
        return people.as(Role.VIEWER).get(MARCH + more);
    }

    private Campaign campaign(String name, String from, String until) {
        return plan.campaign(name, Colour.FERN, LocalDate.parse(from), LocalDate.parse(until));
    }

    private static Element row(Page page, String name) {
        return page.document.select(".timeline tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + page.text()));
    }

    private static List<String> cells(Element row) {
        return row.select("td").stream().map(Element::text).toList();
    }

    private static List<String> names(Page page) {
        return page.document.select(".timeline th[scope=row] > :first-child").eachText();
    }

    @Test
    void twelveWeeksAndTheirNeighbours() {
        campaign("Spring", "2027-03-20", "2027-04-04");
        Page page = page("&q=cake");
        assertThat(page.heading()).isEqualTo("8 Mar – 30 May 2027");
        assertThat(page.document.select(".timeline thead th").eachText())
                .hasSize(12)
                .startsWith("Week of 8 Mar", "Week of 15 Mar");
        assertThat(page.document.selectFirst("a[rel=next]").attr("href"))
                .isEqualTo("/calendar?view=timeline&on=2027-06-03&q=cake");
        assertThat(page.document.selectFirst("a[rel=prev]").attr("href"))
                .isEqualTo("/calendar?view=timeline&on=2026-12-17&q=cake");
        assertThat(page.document.selectFirst("a[rel=prev]").attr("aria-label")).isEqualTo("14 Dec 2026 – 7 Mar 2027");
        assertThat(page.document.select("[data-key=c]").text()).isEqualTo("Timeline");
        assertThat(page.follow("Week of 15 Mar").path).isEqualTo("/calendar?view=week&on=2027-03-15&q=cake");
    }

    @Test
    void eachWeekSaysHowManyPinsOfACampaignArePlannedAndPublished() {
        Campaign spring = campaign("Spring", "2027-03-16", "2027-04-04");
        plan.of(spring).as(PinStatus.PUBLISHED).pin("Out", "2027-03-15T00:00");
        plan.as(PinStatus.DRAFT).pin("In", "2027-03-21T23:59");
        plan.as(PinStatus.FAILED).pin("Not out", "2027-03-20T23:59");
        plan.as(PinStatus.APPROVED).pin("Later", "2027-05-30T23:59");
        plan.pin("Too late", "2027-05-31T00:00");
        plan.pin("Too early", "2027-03-07T23:59");
        plan.pin("No time", null);
        Page page = page("");
        Element row = row(page, "Spring");
        assertThat(row.selectFirst("th").text())
                .isEqualTo("Spring 16 March – 4 April 3 planned, 1 published in these weeks");
        assertThat(cells(row))
                .startsWith("", "2 planned 1 published, week of 15 March")
                .contains("–Nothing planned, week of 22 March")
                .endsWith("1 planned, week of 24 May");
        assertThat(row.select("td.runs")).hasSize(3);
        assertThat(row.selectFirst("a").attr("href")).isEqualTo("/campaigns/" + spring.id);
        assertThat(row.select("td a").first().attr("href"))
                .isEqualTo("/calendar?view=week&on=2027-03-15&campaign=" + spring.id);
    }

    @Test
    void whatRunsAndWhatHasPinsIsShownAndWhatChoseNoCampaignComesLast() {
        campaign("Over", "2027-01-01", "2027-03-07");
        campaign("Ahead", "2027-05-31", "2027-06-07");
        campaign("Second", "2027-04-01", "2027-04-07");
        Campaign undated = plan.campaign("Undated, with pins", Colour.LAKE);
        plan.campaign("Undated, without", Colour.LAKE);
        Campaign archived = campaign("Put away, with pins", "2027-03-01", "2027-03-09");
        Campaign gone = campaign("Put away, without", "2027-03-01", "2027-03-09");
        plan.of(undated).pin("One", "2027-04-02T10:00");
        plan.of(archived).pin("Two", "2027-04-02T10:00");
        plan.of(null).pin("Three", "2027-04-02T10:00");
        QuarkusTransaction.requiringNew()
                .run(() -> List.of(archived, gone)
                        .forEach(each ->
                                Campaign.<Campaign>findById(each.id).archive(Instant.parse("2027-03-10T08:00:00Z"))));
        Page page = page("");
        assertThat(names(page)).containsExactly("Put away, with pins", "Second", "Undated, with pins", "No campaign");
        assertThat(row(page, "Undated").text()).contains("no dates");
        assertThat(row(page, "Put away").text()).contains("archived");
        Page week = people.as(Role.VIEWER)
                .get(row(page, "No campaign").select("td a").attr("href"));
        assertThat(week.path).isEqualTo("/calendar?view=week&on=2027-03-29&campaign=none");
        assertThat(week.document.select(".chip-title").eachText()).containsExactly("Three");
        assertThat(week.document.select(".filter.on").text()).contains("Campaign: none");
        assertThat(week.value("Campaign")).isEqualTo("none");
    }

    @Test
    void momentsAndNotesStandAboveTheCampaigns() {
        campaign("Spring", "2027-03-16", "2027-04-04");
        plan.moment("Easter", "2027-03-28", "2027-03-29", 14);
        plan.moment("Studio closed", "2027-04-10", "2027-04-12", null);
        Page page = page("");
        assertThat(names(page)).containsExactly("Easter", "Studio closed", "Spring");
        assertThat(cells(row(page, "Easter")))
                .startsWith("lead window", "lead window", "on these days", "on these days", "");
        assertThat(row(page, "Easter").select("th").text()).contains("moment, 28–29 March, lead window from 14 March");
        assertThat(row(page, "Studio closed").select("td.runs")).hasSize(2);
    }

    @Test
    void filtersNarrowTheCountsAndACampaignStandsAlone() {
        Campaign spring = campaign("Spring", "2027-03-16", "2027-04-04");
        campaign("Other", "2027-03-16", "2027-04-04");
        plan.of(spring).as(PinStatus.DRAFT).pin("Cake", "2027-03-17T10:00");
        plan.as(PinStatus.APPROVED).pin("Tart", "2027-03-17T10:01");
        plan.of(null).as(PinStatus.DRAFT).pin("Cake of nobody", "2027-03-17T10:02");
        assertThat(names(page("&campaign=" + spring.id))).containsExactly("Spring");
        assertThat(names(page("&campaign=none"))).containsExactly("No campaign");
        assertThat(row(page("&q=cake"), "Spring").text()).contains("1 planned, 0 published");
        assertThat(row(page("&status=approved&board=" + plan.board.id), "Spring")
                        .text())
                .contains("1 planned, 0 published");
        assertThat(names(page("&status=approved"))).doesNotContain("No campaign");
    }

    private void madeThere(String title, String at, boolean published) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery(
                                "insert into foreign_post (id, workspace_id, account_id, publer_post_id, publish_at, title, text, published, changed_at)"
                                        + " values (nextval('foreign_post_seq'), ?1, ?2, ?3, ?4, ?3, 'With basil', ?5, now())")
                        .setParameter(1, people.workspace.id)
                        .setParameter(2, plan.account.id)
                        .setParameter(3, title)
                        .setParameter(4, Instant.parse(at))
                        .setParameter(5, published)
                        .executeUpdate());
    }

    @Test
    void whatWasMadeInPublerIsCountedAndComesLast() {
        madeThere("Early tart", "2027-03-15T10:00:00Z", true);
        madeThere("Tart", "2027-03-16T10:00:00Z", false);
        madeThere("Cake", "2027-03-17T10:00:00Z", false);
        madeThere("Much later", "2027-06-17T10:00:00Z", false);
        assertThat(names(page(""))).containsExactly("Made in Publer");
        plan.pin("Ours", "2027-03-16T11:00");
        Page page = page("");
        assertThat(names(page)).containsExactly("No campaign", "Made in Publer");
        Element row = row(page, "Made in Publer");
        assertThat(row.selectFirst("th").text()).isEqualTo("Made in Publer 2 planned, 1 published in these weeks");
        assertThat(cells(row).get(1)).isEqualTo("2 planned 1 published, week of 15 March");
        assertThat(row(page, "No campaign").text()).contains("1 planned, 0 published");
        String week = row.select("td a").attr("href");
        assertThat(week).isEqualTo("/calendar?view=week&on=2027-03-15");
        assertThat(people.as(Role.VIEWER).get(week).document.select(".there")).hasSize(3);
    }

    @Test
    void whatWasMadeInPublerIsFilteredAsInTheOtherViews() {
        madeThere("Tart", "2027-03-16T10:00:00Z", false);
        madeThere("Cake", "2027-03-17T10:00:00Z", false);
        assertThat(row(page("&q=tart&account=" + plan.account.id), "Made in Publer")
                        .text())
                .contains("1 planned");
        assertThat(names(page("&status=draft"))).isEmpty();
        assertThat(names(page("&account=" + plan.account("Another").id))).isEmpty();
        assertThat(People.fresh().as(Role.VIEWER).get(MARCH).says("Made in Publer"))
                .isFalse();
    }

    @Test
    void anEmptyOneSaysTheNextThing() {
        Page page = people.as(Role.CREATOR).get(MARCH);
        assertThat(page.says("No campaign runs in these weeks")).isTrue();
        assertThat(page.follow("New campaign").heading()).isEqualTo("New campaign");
        plan.as(PinStatus.DRAFT).pin("Cake", "2027-03-17T10:00");
        Page filtered = page("&status=approved");
        assertThat(filtered.says("1 pin without Status: Approved")).isTrue();
    }

    @Test
    void aWeekIsTheWorkspacesWeek() {
        People far = People.fresh(ZoneId.of("Pacific/Auckland"));
        Planned theirs = new Planned(far);
        theirs.of(theirs.campaign("South", Colour.TEAL)).pin("First minute", "2027-03-15T00:00");
        theirs.pin("Last minute", "2027-03-21T23:59");
        Page page = far.as(Role.VIEWER).get(MARCH);
        assertThat(cells(row(page, "South")).get(1)).startsWith("2 planned");
    }

    @Test
    void itIsRememberedAndCanBeKept() {
        Pages viewer = people.as(Role.VIEWER);
        viewer.get(MARCH);
        assertThat(viewer.get("/calendar")
                        .document
                        .select(".segments [aria-current]")
                        .text())
                .isEqualTo("Timeline");
        Page kept = viewer.get(MARCH + "&status=draft")
                .form("Save view")
                .fill("Name of the view", "Drafts by campaign")
                .submit();
        assertThat(kept.follow("Drafts by campaign").path).isEqualTo("/calendar?view=timeline&status=draft");
    }
}
