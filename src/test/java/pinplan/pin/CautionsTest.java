package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** What is wrong with a form is said before it is sent, by the same rules and in the same words. */
@QuarkusTest
class CautionsTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private Page asked(String query) {
        return creator.get("/pins/cautions?" + query);
    }

    private static String of(Page page, String field) {
        Element found = page.document.getElementById(field + "-error");
        return found == null ? "" : found.text();
    }

    private String at(LocalDateTime at) {
        return "publishDate=%s&publishTime=%s&account=%d"
                .formatted(at.toLocalDate(), at.toLocalTime(), kitchen.garden.id);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(Kitchen.now(), kitchen.people.workspace.zone)
                .withSecond(0)
                .withNano(0);
    }

    @Test
    void nothingIsSaidOfWhatIsNotWrong() {
        Page page = asked("link=https://example.org/tart&" + at(kitchen.later(5)));
        assertThat(page.status).isEqualTo(200);
        assertThat(page.document.select("p")).isEmpty();
        assertThat(asked("link=").document.select("p")).isEmpty();
    }

    @Test
    void aLinkThatIsNoneAndATimeThatPassed() {
        Page page = asked("link=example.org&" + at(now().minusDays(1)));
        assertThat(of(page, "link")).contains("must start with https://");
        assertThat(of(page, "publishDate")).contains("This time has passed");
        assertThat(of(asked(at(now().plusMinutes(2))), "publishDate")).contains("less than 3 minutes");
        assertThat(of(asked("publishDate=2031-02-30"), "publishDate")).contains("is no date");
        assertThat(of(asked("publishDate=2031-02-03"), "publishTime")).contains("Choose a time too");
    }

    @Test
    void whichPinHasTheMinute() {
        LocalDateTime at = kitchen.later(9);
        Pin pin = kitchen.verb(kitchen.draft("Lemon tart", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        assertThat(of(asked(at(at)), "publishTime")).contains("“Lemon tart” of Kitchen Garden has this minute");
        assertThat(asked("pin=" + pin.id + "&" + at(at)).document.select("p"))
                .as("its own")
                .isEmpty();
        Pin other = kitchen.draft("Another", Role.CREATOR);
        assertThat(of(asked("pin=" + other.id + "&" + at(at)), "publishTime")).contains("Lemon tart");
        Page draft = asked(at(kitchen.read(other, one -> one.planned().local())));
        assertThat(of(draft, "publishTime")).contains("“Another” (Draft) is planned for this minute");
        assertThat(draft.document.select(".error"))
                .as("a draft has no minute yet")
                .isEmpty();
    }

    @Test
    void aPinOfAnotherWorkspaceIsNotNamedNorAskedAbout() {
        Kitchen other = new Kitchen();
        Kitchen.write(() -> {
            pinplan.board.Account same = pinplan.board.Account.findById(other.garden.id);
            same.publerId = kitchen.garden.publerId;
            return same;
        });
        LocalDateTime at = kitchen.later(9);
        Pin theirs = other.verb(other.draft("Theirs", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        Page page = asked(at(at));
        assertThat(of(page, "publishTime")).contains("A pin of another workspace");
        assertThat(page.text()).doesNotContain("Theirs");
        assertThat(asked("pin=" + theirs.id).status).isEqualTo(404);
        assertThat(kitchen.as(Role.VIEWER).get("/pins/cautions").status).isEqualTo(403);
    }

    @Test
    void aBoardOfAnotherAccountAndOneThatIsGone() {
        assertThat(of(asked("account=%d&board=%d".formatted(kitchen.garden.id, kitchen.balcony.id)), "board"))
                .contains("is a board of Small Rooms");
        Kitchen.write(() -> {
            pinplan.board.Board board = pinplan.board.Board.findById(kitchen.baking.id);
            board.retiredAt = Kitchen.now();
            return board;
        });
        assertThat(of(asked("board=" + kitchen.baking.id), "board")).contains("no longer there");
    }

    @Test
    void aSavedDraftSaysItBesideItsFields() {
        LocalDateTime past = now().minusDays(1);
        Page saved = creator.get("/pins/new")
                .form("Save draft")
                .fill("Publish date", past.toLocalDate().toString())
                .fill("Publish time", past.toLocalTime().toString())
                .submit();
        assertThat(saved.error("Publish date")).contains("This time has passed");
        assertThat(saved.document.select("main > [role=alert]"))
                .as("it is saved")
                .isEmpty();
    }
}
