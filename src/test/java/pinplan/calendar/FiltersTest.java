package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** What is filtered and coloured, by its address. */
@QuarkusTest
class FiltersTest {
    private static final String MARCH = "/calendar?view=month&on=2027-03-11";

    private static List<String> titles(Page page) {
        return page.document.select(".month .chip-title").eachText();
    }

    private static void set(long pin, String column, Object value) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update pin set " + column + " = ?1 where id = ?2")
                        .setParameter(1, value)
                        .setParameter(2, pin)
                        .executeUpdate());
    }

    @Test
    void byAuthor() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        plan.pin("The creator's", "2027-03-11T10:00");
        long other = plan.pin("The owner's", "2027-03-11T11:00");
        set(other, "author_id", people.member(Role.OWNER).id);
        Page page = people.as(Role.VIEWER).get(MARCH + "&author=" + people.member(Role.OWNER).id);
        assertThat(titles(page)).containsExactly("The owner's");
        assertThat(page.text()).contains("Author: " + people.member(Role.OWNER).name);
        assertThat(page.value("Author")).isEqualTo(people.member(Role.OWNER).id.toString());
    }

    @Test
    void aBoardWhoseAccountIsRetiredStaysTheFilter() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        plan.pin("There still", "2027-03-11T10:00");
        plan.pin("Elsewhere", "2027-03-11T11:00", plan.board(plan.account("Small Spaces"), "Balcony"));
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update account set retired_at = now() where id = ?1")
                        .setParameter(1, plan.account.id)
                        .executeUpdate());
        String filtered = MARCH + "&board=" + plan.board.id;
        for (String address : List.of(filtered, filtered + "&account=" + plan.account.id)) {
            Page shown = people.as(Role.VIEWER).get(address).form("Show").submit();
            assertThat(titles(shown)).containsExactly("There still");
            assertThat(shown.value("Board")).isEqualTo(plan.board.id.toString());
            assertThat(shown.document.select("#account option").eachText())
                    .containsExactly("All", "Small Spaces", "Kitchen Garden");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org/tart, true",
        "example.org, https://WWW.Example.org/tart, true",
        "https://www.example.org/some/page?x=1, https://example.org:8443/tart, true",
        "example.org, https://user@example.org/, true",
        "example.org, https://example.org.evil.example/, false",
        "example.org, https://shop.example.org/, false",
        "example.org, https://evil.example/?q=https://example.org/, false",
        "käse.example, https://käse.example/x, true"
    })
    void byTheDomainOfTheLink(String asked, String link, boolean found) {
        People people = People.fresh();
        long pin = new Planned(people).pin("Linked", "2027-03-11T10:00");
        set(pin, "link", link);
        Page page = people.as(Role.VIEWER)
                .get(MARCH + "&domain=" + java.net.URLEncoder.encode(asked, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(titles(page)).hasSize(found ? 1 : 0);
    }

    @Test
    void whatHasAWarningIsWhatItsChipWarnsOf() {
        People people = People.fresh();
        Planned plan = new Planned(people);
        plan.pin("Fine", "2027-03-11T10:00");
        plan.pin("Twin", "2027-03-12T10:00");
        plan.pin("Twin", "2027-03-12T10:00");
        plan.as(PinStatus.PUBLISHED).pin("Out with a twin's time", "2027-03-12T10:00");
        plan.as(PinStatus.DRAFT).pin("Forgotten", LocalDate.now().minusDays(3) + "T10:00");
        Pages viewer = people.as(Role.VIEWER);
        Page march = viewer.get(MARCH + "&warning=true");
        assertThat(titles(march)).containsExactly("Twin", "Twin");
        assertThat(march.document.select(".month .chip .warnings")).hasSize(2);
        Page now = viewer.get("/calendar?view=month&on=" + LocalDate.now().minusDays(3) + "&warning=true");
        assertThat(titles(now)).containsExactly("Forgotten");
        Page all = viewer.get(MARCH);
        assertThat(all.document.select(".month .chip .warnings")).hasSize(2);
    }

    @Test
    void whatWaitsOnMeIsWhatICanDecideOrShouldMend() {
        Kitchen kitchen = new Kitchen();
        Pin review = kitchen.inReview("To be decided");
        Pin own = kitchen.verb(kitchen.draft("The approver's own", Role.APPROVER), Role.APPROVER, Pin::submit);
        Pin back = kitchen.verb(
                kitchen.inReview("Sent back"), Role.APPROVER, (p, by, now) -> p.requestChanges("Brighter", by, now));
        String month = "/calendar?view=list&mine=true&on="
                + kitchen.read(review, p -> p.planned().local().toLocalDate());
        assertThat(listed(kitchen.as(Role.APPROVER).get(month))).containsExactly("To be decided");
        assertThat(listed(kitchen.as(Role.CREATOR).get(month))).containsExactly("Sent back");
        assertThat(listed(kitchen.as(Role.OWNER).get(month))).containsExactlyInAnyOrder("To be decided", own.name());
        assertThat(listed(kitchen.as(Role.VIEWER).get(month))).isEmpty();
        assertThat(back.name()).isEqualTo("Sent back");
    }

    private static List<String> listed(Page page) {
        return page.document.select("td.name > a").eachText();
    }

    @Test
    void anEmptyResultSaysWhichFilterToDrop() {
        People people = People.fresh();
        new Planned(people).pin("Only one", "2027-03-11T10:00");
        Page page = people.as(Role.VIEWER).get(MARCH + "&warning=true&q=Only");
        assertThat(page.text()).contains("1 pin without Has a warning");
        assertThat(titles(page.follow("1 pin without Has a warning"))).containsExactly("Only one");
    }

    @ParameterizedTest
    @CsvSource({
        "campaign, c-olive, Easter",
        "status, c-approved, Approved",
        "board, '', Recipes",
        "person, '', The Creator"
    })
    void theColourSaysWhatIsChosenAndTheLegendLeadsThere(String colour, String css, String name) {
        People people = People.fresh();
        Planned plan = new Planned(people);
        Campaign easter = plan.campaign("Easter", Colour.OLIVE);
        plan.of(easter).as(PinStatus.APPROVED).pin("Tart", "2027-03-11T10:00");
        Page page = people.as(Role.VIEWER).get(MARCH + "&colour=" + colour);
        assertThat(page.text()).contains("Colour by " + colour);
        var chip = page.document.selectFirst(".month .chip");
        var entry = page.document.selectFirst(".legend a");
        assertThat(entry.text()).startsWith(name);
        String shown = entry.className().replace("filter ", "");
        assertThat(chip.hasClass(shown)).isTrue();
        assertThat(shown).matches(css.isEmpty() ? "c-[a-z]+" : css);
        Page only = page.follow(entry.text());
        assertThat(titles(only)).containsExactly("Tart");
        assertThat(only.value("Colour by")).isEqualTo(colour);
    }

    @Test
    void nonsenseInTheAddressIsLeftOut() {
        People people = People.fresh();
        new Planned(people).pin("Still there", "2027-03-11T10:00");
        Page page = people.as(Role.VIEWER)
                .get(MARCH + "&author=me&warning=yes&mine=1&colour=pink&campaign=x&status=odd&domain="
                        + "a".repeat(400));
        assertThat(page.status).isEqualTo(200);
        assertThat(titles(page)).containsExactly("Still there");
    }

    @Test
    void theViewThatWasUsedLastComesAgain() {
        People people = People.fresh();
        Pages viewer = people.as(Role.VIEWER);
        assertThat(current(viewer.get("/calendar"))).isEqualTo("Month");
        viewer.get("/calendar?view=week");
        assertThat(current(viewer.get("/calendar"))).isEqualTo("Week");
        viewer.get("/calendar?view=month");
        assertThat(current(viewer.get("/calendar"))).isEqualTo("Month");
    }

    private static String current(Page page) {
        return page.document.select(".segments [aria-current]").text();
    }
}
