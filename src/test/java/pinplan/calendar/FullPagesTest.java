package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.campaign.Moment;
import pinplan.campaign.MomentFields;
import pinplan.campaign.MomentKind;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Five hundred pins in one month, with words as long as they may be: every page that shows many still fits its screen. */
@QuarkusTest
class FullPagesTest {
    private static final String LONG =
            "Rhabarberbaisertortenbodenbackanleitung".repeat(3).substring(0, 100);
    private static final String WORDY =
            "A title that goes on and on until it reaches the hundred that fit, which is a long way for one";
    private static final PinStatus[] STATUSES = PinStatus.values();

    private final YearMonth month = YearMonth.from(LocalDate.now());
    private Campaign campaign;
    private Board board;
    private long draft;
    private Long moment;

    static List<Screen> screens() {
        return Screen.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void fitTheirScreen(Screen screen) {
        People people = People.fresh();
        fill(people);
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.OWNER))) {
            List<String> wrong = new ArrayList<>();
            pages().forEach((name, path) -> {
                browser.go(path);
                browser.shot("full-" + name);
                try {
                    browser.mustBeAccessible();
                } catch (AssertionError complaint) {
                    wrong.add(complaint.getMessage());
                }
            });
            assertThat(wrong).isEmpty();
        }
    }

    private void fill(People people) {
        Planned planned = new Planned(people);
        campaign = planned.campaign(LONG, Colour.OLIVE, month.atDay(4), month.atDay(24));
        for (MomentKind kind : MomentKind.values()) {
            for (int i = 0; i < 4; i++) {
                moment = moment(people, kind, i);
            }
        }
        board = planned.board(planned.account(LONG), LONG);
        planned.of(campaign);
        for (int i = 0; i < 500; i++) {
            String at = month.atDay(1 + i % 28).atTime(i / 28, 7).toString();
            planned.as(STATUSES[i % STATUSES.length]).pin(i % 2 == 0 ? LONG : WORDY, at, board);
        }
        for (int i = 0; i < 60; i++) {
            planned.as(PinStatus.DRAFT).pin(LONG, null, board);
        }
        draft = planned.as(PinStatus.DRAFT).pin(LONG, null, board);
    }

    private Long moment(People people, MomentKind kind, int day) {
        boolean leads = kind == MomentKind.MOMENT;
        MomentFields fields = new MomentFields(
                kind,
                day % 2 == 0 ? LONG : WORDY,
                month.atDay(10 + day),
                month.atDay(10 + 3 * day),
                leads ? 5 : 0,
                leads ? Colour.LAKE : null,
                WORDY);
        return QuarkusTransaction.requiringNew()
                .call(() -> Moment.begin(people.workspace, fields, java.time.Instant.now()).id);
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("month", "/calendar?view=month&on=" + month.atDay(1));
        pages.put("week", "/calendar?view=week&on=" + month.atDay(8));
        pages.put("list", "/calendar?view=list&on=" + month.atDay(1));
        pages.put("day", "/calendar?view=day&on=" + month.atDay(1));
        pages.put("timeline", "/calendar?view=timeline&on=" + month.atDay(1));
        pages.put("moment", "/moments/" + moment);
        pages.put("moment-delete", "/moments/" + moment + "/delete");
        pages.put("unscheduled", "/calendar?view=list&unscheduled=true");
        pages.put("boards-grid", "/calendar?view=board");
        pages.put("board-grid", "/calendar?view=board&board=" + board.id);
        pages.put("month-compact", "/calendar?view=month&chips=compact&on=" + month.atDay(1));
        pages.put("week-compact", "/calendar?view=week&on=" + month.atDay(8));
        pages.put("review", "/review");
        pages.put("campaigns", "/campaigns");
        pages.put("campaign", "/campaigns/" + campaign.id);
        pages.put("campaign-edit", "/campaigns/" + campaign.id + "/edit");
        pages.put("boards", "/boards");
        pages.put("board", "/boards/" + board.id);
        pages.put("publishing", "/publishing");
        pages.put("pin", "/pins/" + draft);
        pages.put("revisions", "/pins/" + draft + "/revisions");
        pages.put("move", "/pins/" + draft + "/move");
        pages.put("history", "/changes");
        pages.put(
                "filtered",
                "/calendar?view=list&on=%s&campaign=%d&board=%d&q=%s"
                        .formatted(month.atDay(1), campaign.id, board.id, LONG));
        pages.put("delete", "/pins/" + draft + "/delete");
        return pages;
    }
}
