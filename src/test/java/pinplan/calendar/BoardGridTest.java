package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import pinplan.board.Board;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.People;
import pinplan.team.Role;

/** A board as it will look. */
@QuarkusTest
class BoardGridTest {
    private final People people = People.fresh();
    private final Planned plan = new Planned(people);

    private static String of(Board board) {
        return "/calendar?view=board&board=" + board.id;
    }

    private static List<String> titles(Page page, String section) {
        return page.document
                .select("section[aria-labelledby=" + section + "] .tile .chip-title")
                .eachText();
    }

    @Test
    void whatIsPlannedStandsAboveWhatIsOutTheLatestFirst() {
        plan.as(PinStatus.PUBLISHED).withPicture().pin("Out first", "2027-03-01T09:00");
        plan.pin("Out last", "2027-03-05T09:00");
        plan.as(PinStatus.APPROVED).pin("Soon", "2027-03-11T09:00");
        plan.as(PinStatus.DRAFT).pin("Late", "2027-04-11T09:00");
        plan.pin("No time", null);
        Board other = plan.board(plan.account, "Another");
        plan.pin("Elsewhere", "2027-03-12T09:00", other);
        Page page = people.as(Role.VIEWER).get(of(plan.board));
        assertThat(page.heading()).isEqualTo("Recipes");
        assertThat(titles(page, "to-come")).containsExactly("Late", "Soon");
        assertThat(titles(page, "out")).containsExactly("Out last", "Out first");
        assertThat(page.document.select(".tray .chip-title").eachText()).containsExactly("No time");
        assertThat(page.document.selectFirst(".tile img").attr("src")).matches("/media/\\d+/[0-9a-f]{16}-252.jpg");
        assertThat(page.document.select(".steps")).isEmpty();
        assertThat(page.document.select(".tile .status").eachText())
                .containsExactly("Draft", "Approved", "Published", "Published");
    }

    @Test
    void aWidePictureIsShownWholeAndATallOneAsPinterestCutsIt() {
        plan.as(PinStatus.PUBLISHED).withPicture(1500, 1000).pin("Wide", "2027-03-01T09:00");
        plan.withPicture(1000, 2500).pin("Tall", "2027-03-02T09:00");
        Page page = people.as(Role.VIEWER).get(of(plan.board));
        Element tall = page.document.select(".tile img").get(0);
        Element wide = page.document.select(".tile img").get(1);
        assertThat(wide.attr("src")).endsWith("-720.jpg");
        assertThat(wide.attr("width") + " x " + wide.attr("height")).isEqualTo("252 x 168");
        assertThat(tall.attr("src")).endsWith("-252.jpg");
        assertThat(tall.attr("width") + " x " + tall.attr("height")).isEqualTo("252 x 378");
    }

    @Test
    void withoutABoardOneIsChosenAndTheOtherFiltersStay() {
        Board other = plan.board(plan.account, "Another");
        plan.as(PinStatus.DRAFT).pin("Lemon tart", "2027-03-12T09:00", other);
        plan.pin("Plum cake", "2027-03-12T10:00", other);
        Page page = people.as(Role.CREATOR).get("/calendar?view=board&q=lemon");
        Page chosen = page.follow("Another");
        assertThat(titles(chosen, "to-come")).containsExactly("Lemon tart");
        assertThat(chosen.follow("Another board").says("Choose one:")).isTrue();
        assertThat(chosen.document.selectFirst("a.button.primary").attr("href"))
                .isEqualTo("/pins/new?board=" + other.id);
    }

    @Test
    void aBoardOfAnotherWorkspaceIsNone() {
        Planned theirs = new Planned(People.fresh());
        theirs.pin("Not yours", "2027-03-12T09:00");
        Page page = people.as(Role.OWNER).get(of(theirs.board));
        assertThat(page.says("Choose one:")).isTrue();
        assertThat(page.says("Not yours")).isFalse();
    }

    @Test
    void anEmptyBoardSaysWhatWouldStandThereAndWhichFilterToDrop() {
        Page empty = people.as(Role.VIEWER).get(of(plan.board));
        assertThat(empty.says("What is planned for Recipes or published on it will stand here."))
                .isTrue();
        plan.as(PinStatus.PUBLISHED).pin("Long ago", "2019-03-12T09:00");
        Page filtered = people.as(Role.VIEWER).get(of(plan.board) + "&q=never");
        assertThat(filtered.document.select(".empty a").eachText()).containsExactly("1 pin without Text: “never”");
    }

    @Test
    void manyPinsMakePagesThatGoOnFromThePlannedToThePublished() {
        for (int i = 0; i < 40; i++) {
            plan.as(i < 20 ? PinStatus.PUBLISHED : PinStatus.APPROVED)
                    .pin("Pin " + i, "2027-03-%02dT09:%02d".formatted(1 + i / 2, i));
        }
        for (int i = 0; i < 20; i++) {
            plan.as(PinStatus.PUBLISHED).pin("Old " + i, "2026-03-%02dT09:00".formatted(1 + i));
        }
        Page first = people.as(Role.VIEWER).get(of(plan.board));
        assertThat(titles(first, "to-come")).hasSize(20);
        assertThat(titles(first, "out")).hasSize(30);
        Page second = people.as(Role.VIEWER).get(of(plan.board) + "&page=2");
        assertThat(titles(second, "to-come")).isEmpty();
        assertThat(titles(second, "out")).hasSize(10).endsWith("Old 0");
    }
}
