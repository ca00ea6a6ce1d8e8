package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

@QuarkusTest
class CalendarTest {
    private static final String MARCH = "/calendar?view=month&on=2027-03-11";

    @Test
    void aPinStandsInItsDayWithAllThatAChipSays() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign easter = plan.campaign("Easter baking", Colour.AMBER);
        long pin = plan.of(easter).withPicture().as(PinStatus.IN_REVIEW).pin("No-bake lemon tart", "2027-03-11T14:16");
        Page page = people.as(Role.VIEWER).get(MARCH);
        assertThat(page.heading()).isEqualTo("March 2027");
        Element chip = day(page, "2027-03-11").selectFirst(".chip");
        assertThat(chip.attr("href")).isEqualTo("/pins/" + pin);
        assertThat(chip.text()).contains("14:16", "No-bake lemon tart", "Recipes");
        assertThat(chip.select(".status"))
                .singleElement()
                .extracting(Element::text)
                .isEqualTo("In review");
        assertThat(chip.hasClass("c-amber")).isTrue();
        assertThat(chip.selectFirst("img").attr("src")).matches("/media/\\d+/[0-9a-f]{16}-112.jpg");
        assertThat(day(page, "2027-03-11").selectFirst(".load").text()).isEqualTo("1 of 36");
        assertThat(day(page, "2027-03-11").selectFirst(".load").attr("title"))
                .isEqualTo("Pins of this day; one account may have 36 a day");
        assertThat(page.document.select(".legend").text()).isEqualTo("Easter baking");
        assertThat(page.says("Times in Europe/Berlin · clocks change on 28 March"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2027-03-11",
        "America/Los_Angeles, 2027-03-11",
        "Europe/Berlin, 2027-03-28",
        "Europe/Berlin, 2027-10-31",
        "America/Los_Angeles, 2027-03-14",
        "America/Sao_Paulo, 2018-11-04",
        "Asia/Kolkata, 2027-01-01",
        "Pacific/Apia, 2011-12-31"
    })
    void aDayIsTheWorkspacesDay(String zone, String on) {
        People people = People.fresh(ZoneId.of(zone));
        Planned plan = new Planned(people);
        plan.pin("First minute", on + "T00:00");
        plan.pin("Last minute", on + "T23:59");
        plan.pin("Day after", java.time.LocalDate.parse(on).plusDays(1) + "T00:00");
        Pages pages = people.as(Role.OWNER);
        assertThat(titles(day(pages.get("/calendar?view=month&on=" + on), on)))
                .containsExactly("First minute", "Last minute");
        for (String listed : List.of("day&on=", "list&of=day&on=")) {
            assertThat(pages.get("/calendar?view=" + listed + on)
                            .document
                            .select(".hours .chip-title, td.name a")
                            .eachText())
                    .containsExactly("First minute", "Last minute");
        }
    }

    @Test
    void aTimeThatTheClocksSkipSaysWhereItGoes() {
        People people = People.fresh();
        new Planned(people).pin("In the gap", "2027-03-28T02:30");
        Element chip = day(people.as(Role.OWNER).get(MARCH), "2027-03-28").selectFirst(".chip");
        assertThat(chip.select(".chip-time").text()).isEqualTo("03:30");
        assertThat(chip.text()).contains("The clocks skip this time that night: goes out at 03:30.");
    }

    @Test
    void theFifthPinOfADayOpensTheDay() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        for (int i = 0; i < 7; i++) {
            plan.pin("Pin " + i, "2027-03-11T1" + i + ":00");
        }
        Page month = people.as(Role.CREATOR).get(MARCH);
        assertThat(titles(day(month, "2027-03-11"))).containsExactly("Pin 0", "Pin 1", "Pin 2", "Pin 3");
        assertThat(day(month, "2027-03-11").selectFirst(".load").text()).isEqualTo("7 of 36");
        Page day = month.follow("+3 more");
        assertThat(day.heading()).isEqualTo("Thu 11 March 2027");
        assertThat(titles(day.document.selectFirst(".hours")))
                .hasSize(7)
                .startsWith("Pin 0")
                .endsWith("Pin 6");
    }

    @Test
    void whatIsGoneKeepsItsNameOnAChip() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign old = plan.campaign("Put away", Colour.AMBER);
        Board attic = plan.board(plan.account("Closed"), "Attic");
        plan.of(old).pin("Kept", "2027-03-11T10:00", attic);
        Instant then = Instant.parse("2027-03-01T08:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> {
            Campaign.<Campaign>findById(old.id).archive(then);
            Board.<Board>findById(attic.id).retiredAt = then;
            Account.<Account>findById(attic.account.id).retiredAt = then;
        });
        Pages pages = people.as(Role.VIEWER);
        Page month = pages.get(MARCH);
        Element chip = day(month, "2027-03-11").selectFirst(".chip");
        assertThat(chip.text()).contains("Attic", "1 warning");
        assertThat(chip.hasClass("c-amber")).isTrue();
        assertThat(month.document.select(".legend").text()).isEqualTo("Put away");
        assertThat(month.document.select("select option").eachText()).doesNotContain("Put away", "Attic", "Closed");
        assertThat(pages.get("/calendar?view=list&on=2027-03-11")
                        .document
                        .selectFirst("tbody tr")
                        .text())
                .contains("Attic", "Closed", "Put away");
    }

    @Test
    void filtersNarrowAndEachCanBeTakenOff() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign easter = plan.campaign("Easter", Colour.FERN);
        plan.of(easter).as(PinStatus.APPROVED).pin("Carrot cake", "2027-03-11T10:00");
        plan.of(null).as(PinStatus.DRAFT).pin("100%_sure", "2027-03-11T11:00");
        var other = plan.board(plan.account("Small Spaces"), "Balcony");
        plan.pin("Tomatoes", "2027-03-12T11:00", other);
        Pages pages = people.as(Role.OWNER);
        assertThat(titles(pages.get(MARCH))).containsExactly("Carrot cake", "100%_sure", "Tomatoes");
        assertThat(titles(pages.get(MARCH + "&campaign=" + easter.id))).containsExactly("Carrot cake");
        assertThat(titles(pages.get(MARCH + "&board=" + other.id))).containsExactly("Tomatoes");
        assertThat(titles(pages.get(MARCH + "&account=" + other.account.id))).containsExactly("Tomatoes");
        assertThat(titles(pages.get(MARCH + "&status=approved"))).containsExactly("Carrot cake");
        assertThat(titles(pages.get(MARCH + "&q=" + encoded("%_")))).containsExactly("100%_sure");
        assertThat(titles(pages.get(MARCH + "&q=BASIL"))).hasSize(3);

        Page page = pages.get(MARCH)
                .form("Show")
                .fill("Search", "cake")
                .choose("Status", "Draft")
                .submit();
        assertThat(page.document.select(".filter.on").eachText())
                .containsExactly("Status: Draft ✕ – remove this filter", "Text: “cake” ✕ – remove this filter");
        assertThat(page.says("No pins match all of this")).isTrue();
        assertThat(page.says("1 pin without Status: Draft")).isTrue();
        Page wider = page.follow("1 pin without Status: Draft");
        assertThat(titles(wider)).containsExactly("Carrot cake");
        assertThat(wider.value("Search")).isEqualTo("cake");
        assertThat(day(wider, "2027-03-12").selectFirst(".load").text()).isEqualTo("1 of 36");
    }

    @Test
    void theSearchReadsAltTextsToo() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        long pin = plan.withPicture().pin("Carrot cake", "2027-03-11T10:00");
        plan.pin("Lemon tart", "2027-03-11T11:00");
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update pin_media set alt_text = 'A whisk, upside down' where pin_id = ?1")
                        .setParameter(1, pin)
                        .executeUpdate());
        assertThat(titles(people.as(Role.VIEWER).get(MARCH + "&q=WHISK"))).containsExactly("Carrot cake");
    }

    @Test
    void whatIsTooLongToLookForIsSaidBesideTheFieldAndKept() {
        People people = People.fresh();
        new Planned(people).pin("Carrot cake", "2027-03-11T10:00");
        String text = "c".repeat(201);
        Page refused = people.as(Role.VIEWER)
                .get(MARCH)
                .form("Show")
                .fill("Search", text)
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Search")).isEqualTo("Use at most 200 characters; this has 201.");
        assertThat(refused.value("Search")).isEqualTo(text);
        assertThat(refused.document.selectFirst("details.find").hasAttr("open")).isTrue();
        assertThat(refused.document.select(".chip-title")).isEmpty();
        for (String view : List.of("week", "day", "list", "board", "timeline")) {
            assertThat(people.as(Role.VIEWER).get("/calendar?view=" + view + "&q=" + text).status)
                    .isEqualTo(422);
        }
    }

    @Test
    void theListPagesAndKeepsItsFilters() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        for (int i = 0; i < 60; i++) {
            plan.pin("Pin " + i, "2027-03-%02dT%02d:00".formatted(1 + i / 3, 9 + i % 3));
        }
        Page first = people.as(Role.OWNER).get("/calendar?view=list&on=2027-03-11&q=pin");
        assertThat(first.document.select("td.name a")).hasSize(50);
        Page second = first.follow("Next page");
        assertThat(second.path).contains("q=pin").contains("page=2");
        assertThat(second.document.select("td.name a")).hasSize(10);
        assertThat(second.follow("Previous page").document.select("td.name a")).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({
        "month, CREATOR, true",
        "day, CREATOR, true",
        "list, CREATOR, false",
        "timeline, CREATOR, false",
        "board, CREATOR, false",
        "month, VIEWER, false"
    })
    void onlyKeysThatDoSomethingAreListed(String view, Role role, boolean takesPins) {
        String keys = People.fresh()
                .as(role)
                .get("/calendar?view=" + view)
                .document
                .select("#keys")
                .text();
        assertThat(keys).contains("Filter");
        assertThat(keys.contains("Today")).isEqualTo(!view.equals("board"));
        assertThat(keys.contains("Undo what you moved")).isEqualTo(takesPins);
        assertThat(keys.contains("From pin to pin")).isEqualTo(takesPins);
    }

    @Test
    void aListOfOneDayStaysOneWhenItIsFiltered() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        plan.pin("Carrot cake", "2027-03-11T10:00");
        plan.pin("Carrot soup", "2027-03-11T11:00");
        plan.pin("Carrot cake again", "2027-03-12T10:00");
        Page page = people.as(Role.OWNER)
                .get("/calendar?view=list&on=2027-03-11&of=day")
                .form("Show")
                .fill("Search", "cake")
                .submit();
        assertThat(page.heading()).isEqualTo("Thu 11 March 2027");
        assertThat(page.document.select("td.name a").eachText()).containsExactly("Carrot cake");
    }

    @Test
    void aListCanBeChosenAsAWholeAndBeginsWithItsMonth() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        plan.pin("The month before", "2027-02-28T10:00");
        for (int i = 0; i < 60; i++) {
            plan.pin("Pin " + i, "2027-03-%02dT%02d:00".formatted(1 + i / 3, 9 + i % 3));
        }
        plan.pin("Another", "2027-03-20T10:00");
        Page list = people.as(Role.CREATOR).get("/calendar?view=list&on=2027-02-11");
        assertThat(list.document.select("td.name").text()).contains("The month before");
        list = people.as(Role.CREATOR).get("/calendar?view=list&on=2027-03-11&q=pin");
        assertThat(list.document.select("td.name").text()).doesNotContain("The month before");
        assertThat(list.document.select("td.choose input[checked]")).isEmpty();
        Page chosen = list.follow("Next page").follow("Choose all of them");
        assertThat(chosen.document.select("td.choose input[checked]")).hasSize(60);
        assertThat(chosen.document.select(".paging")).isEmpty();
        assertThat(chosen.follow("Clear selection").document.select("td.choose input[checked]"))
                .isEmpty();
        assertThat(people.as(Role.VIEWER)
                        .get("/calendar?view=list&on=2027-03-11")
                        .text())
                .doesNotContain("Choose all");
    }

    @Test
    void whatHasNoTimeWaitsInTheTray() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        for (int i = 0; i < 9; i++) {
            plan.pin("Someday " + i, null);
        }
        Page month = people.as(Role.OWNER).get(MARCH);
        assertThat(month.document.select(".tray .chip")).hasSize(6);
        Page list = month.follow("All 9 unscheduled");
        assertThat(list.heading()).isEqualTo("Unscheduled");
        assertThat(list.document.select("td.name a")).hasSize(9);
    }

    @Test
    void daysOnWhichNothingIsPlannedStandOutWhateverIsFiltered() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        ZoneId zone = people.workspace.zone;
        LocalDate on = LocalDate.now(zone).plusMonths(1).withDayOfMonth(10);
        plan.pin("Lemon tart", on.atTime(14, 16).toString());
        Page month = people.as(Role.VIEWER).get("/calendar?view=month&q=plum&on=" + on);
        assertThat(day(month, on.toString()).hasClass("free")).isFalse();
        assertThat(day(month, on.plusDays(1).toString()).text()).contains("Nothing planned");
        Page last = people.as(Role.VIEWER).get("/calendar?view=month&on=" + on.minusMonths(2));
        assertThat(last.document.select(".day.free")).isEmpty();
    }

    @Test
    void theSizeOfChipsIsRememberedAndNoPartOfTheAddress() {
        People people = People.fresh();
        Pages viewer = people.as(Role.VIEWER);
        Page compact = viewer.get(MARCH).follow("Compact chips");
        assertThat(compact.document.select(".with-tray.compact")).hasSize(1);
        Page week = viewer.get("/calendar?view=week");
        assertThat(week.document.select(".with-tray.compact")).hasSize(1);
        assertThat(week.document.select(".segments a[href*=chips]")).isEmpty();
        assertThat(week.follow("Comfortable chips").document.select(".with-tray.compact"))
                .isEmpty();
        assertThat(viewer.get(MARCH).document.select(".with-tray.comfortable")).hasSize(1);
    }

    @Test
    void nothingCrossesWorkspaces() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign secret = plan.campaign("Secret campaign", Colour.LAKE);
        plan.of(secret).pin("Secret pin", "2027-03-11T10:00");
        plan.pin("Secret draft", null);
        Pages strangers = People.fresh().as(Role.OWNER);
        for (String view : List.of("month", "week", "day", "list", "timeline")) {
            for (String filter :
                    List.of("", "&campaign=" + secret.id, "&board=" + plan.board.id, "&unscheduled=true")) {
                Page page = strangers.get("/calendar?view=" + view + "&on=2027-03-11" + filter);
                assertThat(page.status).isEqualTo(200);
                assertThat(page.text()).doesNotContain("Secret").doesNotContain("Recipes");
            }
        }
    }

    @Test
    void onlyWhoMayEditIsOfferedANewPin() {
        People people = People.fresh();
        String future = "/calendar?view=month&on=2099-03-11";
        Page creators = people.as(Role.CREATOR).get(future);
        assertThat(day(creators, "2099-03-11").selectFirst("a.add").attr("href"))
                .isEqualTo("/pins/new?on=2099-03-11");
        assertThat(day(creators, "2099-03-11").selectFirst("a.add").text()).isEqualTo("+Plan a pin on 11 March");
        assertThat(creators.document.select("a:contains(New pin)")).hasSize(1);
        Page viewers = people.as(Role.VIEWER).get(future);
        assertThat(viewers.document.select("a.add, a:contains(New pin)")).isEmpty();
        assertThat(day(people.as(Role.CREATOR).get("/calendar?view=month&on=2020-03-11"), "2020-03-11")
                        .select("a.add"))
                .isEmpty();
    }

    @Test
    void anyonesWordsAreOnlyWords() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        String hostile = "\"><script>alert(1)</script>{title}";
        plan.of(plan.campaign(hostile, Colour.PINE))
                .pin(hostile, "2027-03-11T10:00", plan.board(plan.account, hostile));
        Pages pages = people.as(Role.OWNER);
        for (String view : List.of("month", "week", "day", "list", "timeline")) {
            Page page = pages.get("/calendar?view=" + view + "&on=2027-03-11&q=" + encoded(hostile));
            assertThat(page.status).isEqualTo(200);
            assertThat(page.document.select("main script")).isEmpty();
            assertThat(page.text()).contains(hostile);
            assertThat(page.value("Search")).isEqualTo(hostile);
        }
    }

    @Test
    void fiveHundredPinsCostAsManyStatementsAsFive() {
        People few = People.fresh();
        filled(few, 5);
        People many = People.fresh();
        filled(many, 500);
        for (String view : List.of("month", "week", "day", "list", "timeline")) {
            String path = "/calendar?view=" + view + "&on=2027-03-11";
            Pages ofFew = few.as(Role.OWNER);
            Pages ofMany = many.as(Role.OWNER);
            assertThat(statements(() -> ofMany.get(path)))
                    .isEqualTo(statements(() -> ofFew.get(path)))
                    .isLessThan(12);
            assertThat(zipped(ofMany.get(path).response.asByteArray())).isLessThan(50_000);
        }
    }

    private static void filled(People people, int pins) {
        Planned plan = new Planned(people).withPicture();
        Campaign campaign = plan.campaign("Easter", Colour.TEAL);
        for (int i = 0; i < pins; i++) {
            plan.of(i % 2 == 0 ? campaign : null)
                    .pin("Pin " + i, "2027-03-%02dT%02d:%02d".formatted(1 + i % 30, 8 + i % 12, i % 60));
        }
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

    private static int zipped(byte[] page) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on=garbage",
                "on=9999-12-31",
                "on=%2B999999999-12-31",
                "on=-0001-01-01",
                "on=1970-01-01",
                "on=2999-12-31",
                "on=2027-02-30",
                "view=xyz",
                "page=-1&view=list",
                "page=999999999999&view=list",
                "page=x&view=list",
                "campaign=abc&board=-1&account=99999999999999999999&status=LOST",
                "campaign=999999999&board=999999999&account=999999999",
                "q=%00%25%27%3B--",
                "q=%F0%9F%8D%8B&status=draft&status=failed",
                "unscheduled=true&view=list&page=3",
                "unscheduled=maybe"
            })
    void aSlipInTheAddressIsForgiven(String query) {
        Page page = people().get("/calendar?" + query);
        assertThat(page.status).isEqualTo(200);
        assertThat(page.heading()).isNotEmpty();
    }

    private static Pages people() {
        return People.fresh(ZoneId.of("Pacific/Auckland")).as(Role.CREATOR);
    }

    private static Element day(Page page, String on) {
        return page.document.selectFirst("time[datetime=" + on + "]").closest("section");
    }

    private static List<String> titles(Page page) {
        return titles(page.document.selectFirst(".month"));
    }

    private static List<String> titles(Element in) {
        return in.select(".chip-title").eachText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
