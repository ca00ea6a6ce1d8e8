package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** A week and a day, hour by hour. */
@QuarkusTest
class HoursTest {
    private static final String WEEK = "/calendar?view=week&on=2027-03-11";

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 23–29 November 2026, 2026-11-16, 2026-11-30",
        "2026-11-29, 23–29 November 2026, 2026-11-22, 2026-12-06",
        "2026-12-02, 30 November – 6 December 2026, 2026-11-25, 2026-12-09",
        "2027-01-01, 28 December 2026 – 3 January 2027, 2026-12-25, 2027-01-08",
        "2027-03-01, 1–7 March 2027, 2027-02-22, 2027-03-08",
        "2028-02-29, 28 February – 5 March 2028, 2028-02-22, 2028-03-07"
    })
    void aWeekIsNamedAndHasItsNeighbours(String on, String title, String previous, String next) {
        Pages pages = People.fresh().as(Role.VIEWER);
        Page page = pages.get("/calendar?view=week&q=cake&on=" + on);
        assertThat(page.heading()).isEqualTo(title);
        assertThat(page.document.title()).startsWith(title);
        assertThat(page.document.selectFirst("a[rel=prev]").attr("href"))
                .isEqualTo("/calendar?view=week&on=" + previous + "&q=cake");
        Element later = page.document.selectFirst("a[rel=next]");
        assertThat(later.attr("href")).isEqualTo("/calendar?view=week&on=" + next + "&q=cake");
        assertThat(pages.get(later.attr("href")).heading()).isEqualTo(later.attr("aria-label"));
        assertThat(page.document.select("nav[aria-label=View] a").eachText())
                .containsExactly("Month", "Week", "Day", "List", "Board", "Timeline");
        assertThat(page.document.select("nav[aria-label=View] [aria-current]").text())
                .isEqualTo("Week");
    }

    @Test
    void todayAndAnyDateAreOneStepAway() {
        Pages pages = People.fresh().as(Role.VIEWER);
        Page page = pages.get(WEEK);
        assertThat(page.document.select(".hours-day.today")).isEmpty();
        Page now = page.follow("Today");
        assertThat(now.document.select(".hours-day.today .hour.now")).hasSize(1);
        assertThat(now.document.select(".hour-name.now")).hasSize(1);
        Page jumped = page.form("Show").fill("Jump to date", "2027-06-16").submit();
        assertThat(jumped.heading()).isEqualTo("14–20 June 2027");
    }

    @Test
    void aPinStandsInItsHourOfItsDay() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign easter = plan.campaign("Easter baking", Colour.AMBER);
        long pin = plan.of(easter).withPicture().as(PinStatus.IN_REVIEW).pin("No-bake lemon tart", "2027-03-11T14:16");
        Pages pages = people.as(Role.VIEWER);
        for (String view : List.of("week", "day")) {
            Page page = pages.get("/calendar?view=" + view + "&on=2027-03-11");
            Element chip = cell(page, "2027-03-11", 14).selectFirst(".chip");
            assertThat(chip.attr("href")).isEqualTo("/pins/" + pin);
            assertThat(chip.attr("data-pin")).isEqualTo("" + pin);
            assertThat(chip.text()).contains("14:16", "No-bake lemon tart", "In review");
            assertThat(page.document.select(".hours .chip")).hasSize(1);
            assertThat(page.document.select("[data-day=2027-03-11][data-hour]")).hasSize(24);
            assertThat(cell(page, "2027-03-11", 14)
                            .closest("section")
                            .select(".load")
                            .text())
                    .isEqualTo("1 of 36");
            assertThat(page.document.select(".legend").text()).isEqualTo("Easter baking");
        }
        Page week = pages.get(WEEK);
        assertThat(week.document.select(".hours-day > header time"))
                .extracting(time -> time.attr("datetime"))
                .startsWith("2027-03-08")
                .endsWith("2027-03-14")
                .hasSize(7);
        assertThat(week.document.select("[data-day][data-hour]")).hasSize(7 * 24);
        assertThat(pages.get("/calendar?view=month&on=2027-03-11")
                        .document
                        .selectFirst("section.day[data-day=2027-03-11] [data-pin]")
                        .attr("data-pin"))
                .isEqualTo("" + pin);
    }

    @Test
    void theFourthPinOfAnHourOpensTheDay() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        for (int i = 0; i < 5; i++) {
            plan.pin("Pin " + i, "2027-03-11T09:1" + i);
        }
        Page week = people.as(Role.CREATOR).get(WEEK + "&q=pin");
        assertThat(titles(cell(week, "2027-03-11", 9))).containsExactly("Pin 0", "Pin 1", "Pin 2");
        Element more = cell(week, "2027-03-11", 9).selectFirst(".more");
        assertThat(more.text()).isEqualTo("+2 more on 11 March at 09:00");
        assertThat(more.attr("href")).isEqualTo("/calendar?view=day&on=2027-03-11&q=pin#h9");
        Page day = people.as(Role.CREATOR).get("/calendar?view=day&on=2027-03-11&q=pin");
        assertThat(titles(day.document.getElementById("h9"))).hasSize(5);
    }

    @Test
    void aDayTooFullForAPageShowsSomeOfEveryHourAndLeadsToAll() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        for (int i = 0; i < 310; i++) {
            plan.pin("Early " + i, "2027-03-11T06:%02d".formatted(i % 60));
        }
        plan.pin("Late", "2027-03-11T23:59");
        Page day = people.as(Role.CREATOR).get("/calendar?view=day&on=2027-03-11");
        assertThat(day.document.select(".hours .chip")).hasSize(300);
        assertThat(titles(cell(day, "2027-03-11", 23))).containsExactly("Late");
        Page list = day.follow("+11 more on 11 March at 06:00");
        assertThat(list.heading()).isEqualTo("Thu 11 March 2027");
        List<String> all = new ArrayList<>(list.document.select("td.name a").eachText());
        while (list.document.select("a:contains(Next page)").size() == 1) {
            list = list.follow("Next page");
            all.addAll(list.document.select("td.name a").eachText());
        }
        assertThat(all).hasSize(311).doesNotHaveDuplicates().endsWith("Late");
        assertThat(list.document.selectFirst("a[rel=next]:not(.paging a)").attr("href"))
                .isEqualTo("/calendar?view=list&on=2027-03-12&of=day");
    }

    @Test
    void hoursOfTheNightAreFoldedUntilSomethingStandsThere() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Pages pages = people.as(Role.CREATOR);
        Page empty = pages.get(WEEK);
        assertThat(empty.document.select("details.fold summary").eachText())
                .containsExactly(
                        "00–06: nothing planned, show these hours", "22–23: nothing planned, show these hours");
        assertThat(empty.document.select(".hour.early")).hasSize(7 * 7);
        assertThat(empty.says("8–14 March 2027 is free.")).isTrue();
        plan.pin("Before breakfast", "2027-03-09T02:10");
        plan.pin("Past bedtime", "2027-03-13T23:10");
        Page page = pages.get(WEEK);
        assertThat(page.document.select("details.fold summary").eachText())
                .containsExactly("00–01: nothing planned, show these hours");
        assertThat(page.document.select(".hour.early .chip, .hour.late .chip")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2027-03-28, 2,  clocks skip this hour,    true",
        "Europe/Berlin,       2027-10-31, 2,  this hour happens twice,  false",
        "America/New_York,    2027-03-14, 2,  clocks skip this hour,    true",
        "America/New_York,    2027-11-07, 1,  this hour happens twice,  false",
        "Australia/Lord_Howe, 2027-10-03, 2,  clocks skip 02:00–02:30,  false",
        "Australia/Lord_Howe, 2027-04-04, 1,  01:30–02:00 happens twice, false",
        "America/Santiago,    2027-09-05, 0,  clocks skip this hour,    true",
        "America/Santiago,    2027-04-03, 23, this hour happens twice,  false",
        "Asia/Beirut,         2027-03-28, 0,  clocks skip this hour,    true",
        "America/Asuncion,    2023-10-01, 0,  clocks skip this hour,    true"
    })
    void anHourSaysWhatTheClocksDoToIt(String zone, String on, int hour, String words, boolean skipped) {
        People people = People.fresh(java.time.ZoneId.of(zone));
        new Planned(people).pin("At the hour", on + "T%02d:45".formatted(hour));
        for (String view : List.of("week", "day")) {
            Page page = people.as(Role.CREATOR).get("/calendar?view=" + view + "&on=" + on);
            Element cell = cell(page, on, hour);
            assertThat(cell.select(".clock-note").text()).isEqualTo(words);
            assertThat(cell.hasClass("skipped")).isEqualTo(skipped);
            assertThat(cell.select(".add").isEmpty()).isEqualTo(skipped || on.startsWith("2023"));
            assertThat(cell.hasClass("early") || cell.hasClass("late")).isFalse();
            assertThat(page.document.select(".hours .clock-note")).hasSize(1);
            // One that is skipped moves on by the length of the gap, into an hour that is there.
            assertThat(titles(cell(page, on, skipped ? hour + 1 : hour))).containsExactly("At the hour");
            assertThat(page.text())
                    .contains("clocks change on "
                            + new Day(LocalDate.parse(on), false, null, false, null, null, 0, null).name());
        }
    }

    @Test
    void bothTimesOfAnHourStandInOneRowInTheirOrder() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        plan.pin("First half past", "2027-10-31T02:30");
        long second = plan.pin("Second ten past", "2027-10-31T02:10");
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update pin set publish_at = publish_at + interval '1 hour' where id = ?1")
                        .setParameter(1, second)
                        .executeUpdate());
        plan.pin("Three", "2027-10-31T03:00");
        for (String view : List.of("week", "day")) {
            Page page = people.as(Role.CREATOR).get("/calendar?view=" + view + "&on=2027-10-31");
            assertThat(titles(cell(page, "2027-10-31", 2))).containsExactly("First half past", "Second ten past");
            assertThat(titles(cell(page, "2027-10-31", 3))).containsExactly("Three");
        }
    }

    @Test
    void aDayThatTheClocksSkipIsSaidOnce() {
        People people = People.fresh(java.time.ZoneId.of("Pacific/Apia"));
        Planned plan = new Planned(people);
        plan.pin("Skipped", "2011-12-30T10:00");
        plan.pin("Thursday", "2011-12-29T23:59");
        Pages pages = people.as(Role.OWNER);
        Page week = pages.get("/calendar?view=week&on=2011-12-30");
        assertThat(titles(cell(week, "2011-12-29", 23))).containsExactly("Thursday");
        assertThat(titles(cell(week, "2011-12-31", 10))).containsExactly("Skipped");
        assertThat(week.document.select(".clock-note").eachText()).containsExactly("The clocks skip this day.");
        assertThat(week.document.select("[data-day=2011-12-30].skipped")).hasSize(24);
        assertThat(week.document.select(".hours-day").get(5).select(".load").text())
                .isEqualTo("1 of 36");
        Page day = pages.get("/calendar?view=day&on=2011-12-30");
        assertThat(day.document.select(".clock-note").eachText()).containsExactly("The clocks skip this day.");
        assertThat(day.document.select(".hours .chip")).isEmpty();
    }

    @Test
    void theFreePartOfAnHourLeadsToANewPinInIt() {
        People people = People.fresh();
        Pages creator = people.as(Role.CREATOR);
        Page week = creator.get("/calendar?view=week&on=2099-03-11");
        Element add = cell(week, "2099-03-11", 7).selectFirst(".add");
        assertThat(add.attr("href")).isEqualTo("/pins/new?on=2099-03-11&at=07:00");
        assertThat(add.attr("aria-label")).isEqualTo("Plan a pin on 11 March at 07:00");
        Page composer = creator.get(add.attr("href"));
        assertThat(composer.value("Publish date")).isEqualTo("2099-03-11");
        assertThat(composer.value("Publish time")).isEqualTo("07:00");
        assertThat(week.document.select(".add")).hasSize(7 * 24);
        assertThat(week.document.select(".plan")).hasSize(7);
        assertThat(week.document.select("[data-past]")).isEmpty();
        Page over = creator.get("/calendar?view=week&on=2020-03-11");
        assertThat(over.document.select(".add, .plan")).isEmpty();
        assertThat(over.document.select("[data-hour][data-past]")).hasSize(7 * 24);
        assertThat(people.as(Role.VIEWER)
                        .get("/calendar?view=week&on=2099-03-11")
                        .document
                        .select(".add, .plan"))
                .isEmpty();
    }

    @Test
    void filtersNarrowTheHours() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign easter = plan.campaign("Easter", Colour.FERN);
        plan.of(easter).as(PinStatus.APPROVED).pin("Carrot cake", "2027-03-11T10:00");
        plan.of(null).as(PinStatus.DRAFT).pin("100%_sure", "2027-03-11T10:30");
        var other = plan.board(plan.account("Small Spaces"), "Balcony");
        plan.pin("Tomatoes", "2027-03-12T10:00", other);
        plan.pin("Next week", "2027-03-15T00:00", other);
        Pages pages = people.as(Role.OWNER);
        assertThat(titles(pages.get(WEEK).document.selectFirst(".hours")))
                .containsExactly("Carrot cake", "100%_sure", "Tomatoes");
        for (String filter : List.of(
                "campaign=" + easter.id, "status=approved", "q=CARROT", "account=" + plan.account.id + "&q=cake")) {
            Page page = pages.get(WEEK + "&" + filter);
            assertThat(titles(page.document.selectFirst(".hours"))).as(filter).containsExactly("Carrot cake");
            assertThat(page.document.select(".hours .load").eachText())
                    .as("loads are of all pins")
                    .containsExactly("2 of 36", "1 of 36");
        }
        Page none = pages.get(WEEK + "&board=" + other.id + "&status=approved");
        assertThat(none.says("1 pin without Status: Approved")).isTrue();
        assertThat(titles(none.follow("1 pin without Status: Approved").document.selectFirst(".hours")))
                .containsExactly("Tomatoes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "2999-12-31", "9999-12-31", "x"})
    void theEndsOfTimeAreForgiven(String on) {
        Pages pages = People.fresh(java.time.ZoneId.of("America/St_Johns")).as(Role.CREATOR);
        for (String view : List.of("week", "day")) {
            Page page = pages.get("/calendar?view=" + view + "&of=day&page=7&unscheduled=true&on=" + on);
            assertThat(page.status).isEqualTo(200);
            assertThat(page.document.select(".hours")).hasSize(1);
        }
    }

    @Test
    void anyonesWordsAreOnlyWords() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        String hostile = "\"><script>alert(1)</script>{title}";
        for (int i = 0; i < 5; i++) {
            plan.pin(hostile, "2027-03-11T10:0" + i, plan.board(plan.account, hostile));
        }
        Page page = people.as(Role.OWNER).get(WEEK + "&q=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8));
        assertThat(page.document.select("main script")).isEmpty();
        assertThat(titles(cell(page, "2027-03-11", 10))).hasSize(3).containsOnly(hostile);
    }

    private static Element cell(Page page, String on, int hour) {
        return page.document.selectFirst("[data-day=" + on + "][data-hour=" + hour + "]");
    }

    private static List<String> titles(Element in) {
        return in.select(".chip-title").eachText();
    }
}
