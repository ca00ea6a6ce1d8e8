package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.support.Page;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** Pins to one page keep their distance, unless somebody said why one need not. */
@QuarkusTest
class SpacingTest {
    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime first = kitchen.later(20).withHour(9).withMinute(0);

    @BeforeEach
    void aWeek() {
        rules(7, "");
    }

    private void rules(int days, String hosts) {
        Kitchen.write(() -> {
            Workspace workspace = Workspace.locked(kitchen.people.workspace);
            LinkRules.of(workspace).set(workspace, Tagging.none(), days, hosts);
            return null;
        });
    }

    private Pin draft(String title, String link, LocalDateTime at) {
        Pin pin = kitchen.draft(title, Role.CREATOR, at);
        return kitchen.verb(
                pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().leadingTo(link), by, now));
    }

    private Spacing of(Pin pin) {
        return kitchen.read(pin, Spacing::of);
    }

    @Test
    void closeIsCountedWithTheTimeOfDayAcrossTheWaysALinkIsWritten() {
        kitchen.approved("Tart", first);
        Pin close = draft(
                "Cake",
                "http://www.EXAMPLE.org/tart/?utm_source=mail#top",
                first.plusDays(7).minusMinutes(1));
        assertThat(of(close).warning()).isEqualTo("6 days after “Tart”, to the same page; the rule is 7 days.");
        assertThat(of(close).next()).isEqualTo(first.plusDays(7));
        Pin exact = draft("Bun", "https://example.org/tart", first.plusDays(7));
        assertThat(of(exact).near()).extracting(near -> near.pin().name()).containsExactly("Cake");
        Pin other = draft("Roll", "https://example.org/roll", first.plusDays(1));
        assertThat(of(other).near()).isEmpty();
    }

    @Test
    void theNextTimeIsBeyondAllThatComeAfter() {
        kitchen.approved("One", first);
        kitchen.approved("Two", first.plusDays(8));
        kitchen.approved("Three", first.plusDays(30));
        Pin pin = draft("Four", "https://example.org/tart", first.plusDays(2));
        assertThat(of(pin).near()).hasSize(2);
        assertThat(of(pin).next()).isEqualTo(first.plusDays(15));
    }

    @Test
    void aSubmissionAsksForAReasonAndRecordsIt() {
        kitchen.approved("Tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", first.plusDays(4));
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.document.select(".near").text()).contains("4 days after “Tart”", "the rule is 7 days");
        Page refused =
                page.form("Submit for review").fill("Title", "Cake, typed").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Why it may be closer")).contains("4 days after “Tart”", "7 days");
        assertThat(refused.value("Title")).isEqualTo("Cake, typed");
        Page sent = refused.form("Submit for review")
                .fill("Why it may be closer", "The sale ends on Sunday")
                .submit();
        assertThat(sent.status).isEqualTo(200);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        List<String> told = kitchen.read(
                pin,
                one -> PinEvent.of(one).stream()
                        .map(event -> event.kind + " " + event.note)
                        .toList());
        assertThat(told).contains("CLOSER The sale ends on Sunday");
        assertThat(kitchen.as(Role.APPROVER).get("/review").document.text())
                .contains("4 days after “Tart”", "The sale ends on Sunday");
    }

    @Test
    void whatAnotherSaidMeanwhileIsNotTakenBackByAnOldForm() {
        kitchen.approved("Tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", first.plusDays(4));
        Page mine = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        kitchen.verb(pin, Role.APPROVER, (one, by, now) -> one.closer("The client wants it", by, now));
        mine.form("Save draft").fill("Title", "Cake, better").submit();
        String said = kitchen.read(pin, one -> one.leads().spacingReason());
        assertThat(said).isEqualTo("The client wants it");
    }

    @Test
    void aReasonIsForOnePageOnly() {
        kitchen.approved("Tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", first.plusDays(4));
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.closer("The client wants it", by, now));
        kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Destination link", "https://example.org/cake")
                .submit();
        String said = kitchen.read(pin, one -> one.leads().spacingReason());
        assertThat(said).isEmpty();
    }

    @Test
    void publishingAtOnceIsNoWayRoundTheRule() {
        kitchen.approved("Tart", kitchen.later(2));
        Pin pin = kitchen.approved("Cake", kitchen.later(12));
        assertThatThrownBy(() -> kitchen.verb(pin, Role.CREATOR, Pin::publishNow))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("to the same page");
    }

    @Test
    void whatIsAgreedOnIsNotSaidToBeHeldBackByOneThatCameClose() {
        Pin pin = kitchen.approved("Cake", kitchen.later(6));
        Pin tart = draft("Tart", "https://example.org/tart", kitchen.later(2));
        kitchen.verb(tart, Role.CREATOR, (one, by, now) -> one.closer("The client wants it", by, now));
        kitchen.verb(tart, Role.CREATOR, Pin::submit);
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.document.select(".checks-card li.bad").eachText()).isEmpty();
        assertThat(page.document.select(".checks-card li.warn").text()).contains("days after “Tart”");
        Page refused = page.form("Publish now").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.says("Nothing is saved yet")).isFalse();
        assertThat(refused.document.select(".notice[role=alert]").text())
                .contains("before “Tart”, to the same page", "These need a look: Publish date");
    }

    @Test
    void aDraftNearbyIsSaidAndStopsNobody() {
        draft("Tart", "https://example.org/tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", first.plusDays(1));
        assertThat(of(pin).warning()).contains("1 day after “Tart”");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void anAgreedPinDoesNotMoveClose() {
        kitchen.approved("Tart", first);
        Pin pin = kitchen.approved("Cake", first.plusDays(10));
        assertThatThrownBy(() ->
                        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.schedule(first.plusDays(5), by, now)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("5 days after “Tart”");
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.closer("Asked for by the client", by, now));
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.schedule(first.plusDays(5), by, now));
        LocalDateTime there = kitchen.read(pin, one -> one.planned().local());
        assertThat(there).isEqualTo(first.plusDays(5));
        assertThatThrownBy(() -> kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.closer("", by, now)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPageOrADomainHasItsOwnRule() {
        Pin tart = kitchen.approved("Tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", first.plusDays(9));
        assertThat(of(pin).near()).isEmpty();
        rules(7, "example.org 14");
        assertThat(of(pin).days()).isEqualTo(14);
        assertThat(of(pin).near()).hasSize(1);
        Long page = kitchen.read(tart, one -> one.leads().destination().id);
        kitchen.as(Role.ADMIN)
                .get("/destinations/" + page)
                .form("Save")
                .fill("Days apart, this page alone", "2")
                .submit();
        assertThat(of(pin).near()).isEmpty();
        rules(30, "");
        assertThat(of(pin).days()).isEqualTo(2);
    }

    @Test
    void theCalendarSaysItOnTheChip() {
        kitchen.approved("Tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", first.plusDays(4));
        String month = "/calendar?view=list&on=" + first.toLocalDate();
        Page page = kitchen.as(Role.CREATOR).get(month);
        assertThat(page.document.text()).contains("4 days from another pin to the same page; the rule is 7 days.");
        assertThat(kitchen.as(Role.CREATOR)
                        .get(month + "&warning=true")
                        .document
                        .text())
                .contains("Cake");
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.closer("On purpose", by, now));
        assertThat(kitchen.as(Role.CREATOR).get(month).document.text()).doesNotContain("the rule is 7 days");
    }

    @Test
    void aPageShowsAllItsPinsBoardByBoard() {
        kitchen.approved("Tart", first);
        Pin pin = draft("Cake", "https://example.org/tart", null);
        Long page = kitchen.read(pin, one -> one.leads().destination().id);
        Page shown = kitchen.as(Role.VIEWER).get("/destinations/" + page);
        assertThat(shown.heading()).isEqualTo("example.org/tart");
        assertThat(shown.document.select("table.board-weeks tbody th").eachText())
                .isEqualTo(List.of("Easter recipes"));
        assertThat(shown.document.select("table.board-weeks").text()).contains("Tart", "Approved");
        assertThat(shown.document.text()).contains("Cake", "Another one can go out at once");
        assertThat(kitchen.as(Role.VIEWER).get("/destinations?q=tart").document.text())
                .contains("example.org/tart");
    }

    @Test
    void whatLooksTheSameIsPointedOut() {
        Pin other = kitchen.approved("Tart", first);
        Pin pin = draft("TART", "https://example.org/tart", first.plusDays(20));
        assertThat(kitchen.as(Role.CREATOR)
                        .get("/pins/" + pin.id)
                        .document
                        .select(".checks")
                        .text())
                .contains(
                        ") has the same title. Look at it", ") leads to the same page from the same board. Look at it")
                .contains("“Tart” (" + Formats.moment(other.publishAt(), kitchen.people.workspace.zone));
    }
}
