package pinplan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.media.Media;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinFields;
import pinplan.pin.PinStatus;
import pinplan.pin.Refused;
import pinplan.pin.Seen;
import pinplan.review.Rules;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** Many pins at once: a look at what would happen, one change, one undo. */
@QuarkusTest
class SelectionTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private static Page chosen(Pages who, Pin... pins) {
        Form form = who.get("/calendar?view=list").at("/changes/selection");
        for (Pin pin : pins) {
            form.add("pin", pin.id.toString());
        }
        return form.submit();
    }

    private static Page preview(Page chosen, String action, Map<String, String> fields) {
        Form form = chosen.form("Show what would happen").set("action", action);
        fields.forEach(form::set);
        return form.submit();
    }

    private static List<String> then(Page preview) {
        return preview.document.select("tbody tr td:last-child").eachText();
    }

    private static String told(Page page) {
        return page.document.select(".flash").text();
    }

    private LocalDateTime at(Pin pin) {
        return kitchen.read(pin, p -> p.planned() == null ? null : p.planned().local());
    }

    @Test
    void whatWouldHappenIsShownThenDoneThenUndoneAsOne() {
        LocalDateTime at = kitchen.later(5);
        Pin first = kitchen.approved("First", at);
        Pin second = kitchen.approved("Second", at.plusDays(2));
        Page preview = preview(chosen(creator, first, second), "move", Map.of("days", "2"));
        assertThat(preview.heading()).isEqualTo("2 pins at once");
        assertThat(then(preview))
                .hasSize(2)
                .allMatch(then -> then.contains(at.toLocalTime().toString()));
        assertThat(preview.says("All can be done. Nothing is changed yet.")).isTrue();
        assertThat(at(first)).isEqualTo(at);
        Page done = preview.form("Move 2 pins").submit();
        assertThat(told(done)).startsWith("2 pins moved.");
        assertThat(at(first)).isEqualTo(at.plusDays(2));
        assertThat(at(second)).isEqualTo(at.plusDays(4));
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.APPROVED);
        done.form("Undo").submit();
        assertThat(at(first)).isEqualTo(at);
        assertThat(at(second)).isEqualTo(at.plusDays(2));
    }

    @Test
    void whatWasDoneLeadsToTheFirstOfItAndNamesAllThatAreToBeMarked() {
        LocalDateTime at = kitchen.later(5);
        Pin first = kitchen.approved("First", at);
        Pin second = kitchen.approved("Second", at.plusDays(2));
        Page preview = preview(chosen(creator, second, first), "move", Map.of("days", "2"));
        Response moved = preview.form("Move 2 pins").send();
        assertThat(moved.header("Location")).endsWith("/calendar#pin-" + first.id);
        Page done = creator.get("/calendar?view=list&on=" + at.toLocalDate());
        assertThat(marked(done)).containsExactlyInAnyOrder(first.id.toString(), second.id.toString());
        Response undone = done.form("Undo").send();
        assertThat(undone.header("Location")).endsWith("#pin-" + first.id);
        Page back = creator.get("/calendar?view=list&on=" + at.toLocalDate());
        assertThat(marked(back)).containsExactlyInAnyOrder(first.id.toString(), second.id.toString());
        assertThat(back.document.select("tr#pin-" + first.id).text()).contains("First");
        assertThat(back.hasButton("Undo")).isFalse();
    }

    @Test
    void pinsAreChosenOnTheirCampaignsPageAndLeadBackToIt() {
        Campaign campaign = Kitchen.write(this::easter);
        Pin first = kitchen.draft("First", Role.CREATOR, kitchen.later(5));
        Pin second = kitchen.draft("Second", Role.CREATOR, kitchen.later(6));
        for (Pin pin : List.of(first, second)) {
            kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.edit(p.fields().in(campaign), by, now));
        }
        String path = "/campaigns/" + campaign.id;
        Page all = creator.get(path).follow("Choose all of them");
        assertThat(all.document.select("input[form=selection][checked]").eachAttr("value"))
                .containsExactly(first.id.toString(), second.id.toString());
        Page chosen = all.form("Change what is chosen…").set("back", path).submit();
        assertThat(chosen.heading()).isEqualTo("2 pins at once");
        assertThat(chosen.follow("Back to the campaign").heading()).isEqualTo("Easter");
        Response moved =
                preview(chosen, "move", Map.of("days", "2")).form("Move 2 pins").send();
        assertThat(moved.header("Location")).endsWith(path + "#pin-" + first.id);
        assertThat(kitchen.as(Role.VIEWER).get(path).document.select("input[form=selection]"))
                .isEmpty();
    }

    private static List<String> marked(Page page) {
        return List.of(page.document.select(".flash").attr("data-changed").split(" "));
    }

    @Test
    void nobodyIsToldOfTheChangesOfAnotherWorkspace() {
        Pin pin = kitchen.draft("Ours", Role.CREATOR, kitchen.later(5));
        Page done = preview(chosen(creator, pin), "move", Map.of("days", "2"))
                .form("Move 1 pin")
                .submit();
        String undo = done.document.select(".flash form").attr("action");
        Pages elsewhere =
                new Kitchen().as(Role.CREATOR).set("flash", "Done&" + URLEncoder.encode(undo, StandardCharsets.UTF_8));
        Page theirs = elsewhere.get("/calendar?view=list");
        assertThat(told(theirs)).startsWith("Done");
        assertThat(marked(theirs)).containsExactly("");
    }

    @Test
    void anotherYearIsSaid() {
        LocalDateTime at = kitchen.later(5);
        Pin pin = kitchen.draft("Far ahead", Role.CREATOR, at);
        Page preview = preview(chosen(creator, pin), "move", Map.of("days", "800"));
        LocalDateTime there = at.plusDays(800);
        String when = "%d, %s".formatted(there.getYear(), there.toLocalTime());
        assertThat(then(preview)).singleElement().asString().endsWith(when);
        assertThat(told(preview.form("Move 1 pin").submit())).contains(when);
        assertThat(creator.get("/calendar?view=list&on=" + there.toLocalDate())
                        .document
                        .select("td time")
                        .text())
                .endsWith(when);
    }

    @Test
    void pressedTwiceTheyMoveOnce() {
        LocalDateTime at = kitchen.later(5);
        Pin first = kitchen.approved("First", at);
        Pin second = kitchen.approved("Second", at.plusHours(1));
        Page preview = preview(chosen(creator, first, second), "move", Map.of("days", "3"));
        preview.form("Move 2 pins").submit();
        Page again = preview.form("Move 2 pins").submit();
        assertThat(told(again)).startsWith("Not moved:").contains("“First”: It is there already.");
        assertThat(at(first)).isEqualTo(at.plusDays(3));
        assertThat(at(second)).isEqualTo(at.plusDays(3).plusHours(1));
    }

    @Test
    void whatSomebodyElseMovedSinceTheLookStays() {
        LocalDateTime at = kitchen.later(5);
        Pin pin = kitchen.approved("Moved", at);
        Pin other = kitchen.approved("Waited", at.plusHours(1));
        Page preview = preview(chosen(creator, pin, other), "move", Map.of("days", "3"));
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.schedule(at.plusDays(1), by, now));
        Page done = preview.form("Move 2 pins").submit();
        assertThat(told(done)).contains("“Waited” moved:", "Not moved: “Moved”: It was moved since you looked.");
        assertThat(at(pin)).isEqualTo(at.plusDays(1));
    }

    @Test
    void whoChoosesSeesWhenEachIsPlanned() {
        LocalDateTime at = kitchen.later(5);
        Page page = chosen(
                creator, kitchen.draft("Planned", Role.CREATOR, at), kitchen.draft("Some day", Role.CREATOR, null));
        assertThat(page.document.select(".chosen .chip").eachText())
                .anyMatch(chip -> chip.contains("Planned")
                        && chip.contains(at.toLocalTime().toString()))
                .anyMatch(chip -> chip.startsWith("No time Some day"));
        assertThat(chosen(creator, kitchen.draft("Alone", Role.CREATOR)).heading())
                .isEqualTo("1 pin");
    }

    @Test
    void whatCanNotBeIsSaidBeforeAndTheRestIsDone() {
        LocalDateTime at = kitchen.later(5);
        Pin blocked = kitchen.approved("Blocked", at);
        kitchen.approved("In the way", at.plusDays(1));
        Pin free = kitchen.approved("Free", at.plusHours(1));
        Page preview = preview(chosen(creator, blocked, free), "move", Map.of("days", "1"));
        assertThat(preview.says("1 can be done, 1 can't and would stay as it is."))
                .isTrue();
        assertThat(then(preview)).anyMatch(then -> then.contains("“In the way” of Kitchen Garden has this minute"));
        Page done = preview.form("Move 1 pin").submit();
        assertThat(told(done)).contains("“Free” moved:", "Not moved: “Blocked”");
        assertThat(done.document.select(".flash").attr("class")).isEqualTo("flash warn");
        assertThat(at(blocked)).isEqualTo(at);
        assertThat(at(free)).isEqualTo(at.plusDays(1).plusHours(1));
    }

    @Test
    void spreadKeepsTheOrderAndTheTimesOfDay() {
        LocalDateTime at = kitchen.later(3);
        Pin[] pins = new Pin[5];
        for (int i = 0; i < 5; i++) {
            pins[i] = kitchen.draft("Pin " + i, Role.CREATOR, at.plusMinutes(i));
        }
        LocalDate from = kitchen.later(20).toLocalDate();
        Page preview = preview(
                chosen(creator, pins),
                "spread",
                Map.of("from", from.toString(), "until", from.plusDays(9).toString()));
        preview.form("Spread 5 pins").submit();
        for (int i = 0; i < 5; i++) {
            assertThat(at(pins[i]))
                    .isEqualTo(from.plusDays(2L * i).atTime(at.plusMinutes(i).toLocalTime()));
        }
    }

    @Test
    void aSpreadIsNotStoppedByThoseThatAreAboutToMove() {
        LocalDateTime at = kitchen.later(5);
        Pin[] pins = new Pin[5];
        for (int i = 0; i < 5; i++) {
            pins[i] = kitchen.approved("Daily " + i, at.plusDays(i));
        }
        LocalDate from = at.toLocalDate().plusDays(2);
        Page preview = preview(
                chosen(creator, pins),
                "spread",
                Map.of("from", from.toString(), "until", from.plusDays(4).toString()));
        assertThat(preview.says("All can be done.")).isTrue();
        Page done = preview.form("Spread 5 pins").submit();
        assertThat(told(done)).startsWith("5 pins moved.");
        done.form("Undo").submit();
        assertThat(at(pins[4])).isEqualTo(at.plusDays(4));
    }

    @Test
    void aSpreadIsWhatTheLookAtItSaid() {
        LocalDateTime at = kitchen.later(5);
        Pin[] pins = new Pin[4];
        for (int i = 0; i < 4; i++) {
            pins[i] = kitchen.draft("Daily " + i, Role.CREATOR, at.plusDays(i));
        }
        Pin timeless = kitchen.draft("Some day", Role.CREATOR, null);
        LocalDate from = at.toLocalDate().plusDays(20);
        Page preview = preview(
                chosen(creator, timeless, pins[3], pins[2], pins[1], pins[0]),
                "spread",
                Map.of("from", from.toString(), "until", from.plusDays(9).toString()));
        kitchen.verb(pins[0], Role.CREATOR, Pin::delete);
        kitchen.verb(pins[1], Role.OWNER, (p, by, now) -> p.schedule(at.plusDays(15), by, now));
        Page done = preview.form("Spread 5 pins").submit();
        assertThat(told(done)).startsWith("3 pins moved.").contains("“Daily 1”: It was moved since you looked.");
        assertThat(at(pins[1])).isEqualTo(at.plusDays(15));
        assertThat(at(pins[2]).toLocalDate()).isEqualTo(from.plusDays(4));
        assertThat(at(pins[3]).toLocalDate()).isEqualTo(from.plusDays(6));
        assertThat(at(timeless).toLocalDate()).isEqualTo(from.plusDays(8));
        Page again = preview.form("Spread 5 pins").submit();
        assertThat(told(again)).startsWith("Not moved:").contains("“Daily 2”: It is there already.");
        assertThat(at(timeless).toLocalDate()).isEqualTo(from.plusDays(8));
    }

    @Test
    void whatIsRefusedInThePreviewStaysInItsPlaceThere() {
        LocalDateTime at = kitchen.later(5);
        kitchen.approved("Third", at.plusDays(2));
        Pin second = kitchen.approved("Second", at.plusDays(1));
        Pin first = kitchen.approved("First", at);
        Page preview = preview(chosen(creator, first, second), "move", Map.of("days", "1"));
        assertThat(preview.says("None of it can be done.")).isTrue();
    }

    @Test
    void undoOfABoardBringsBackThatThereWasNone() {
        Pin pin = kitchen.draft("No board yet", Role.CREATOR);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.edit(p.fields().on(kitchen.rooms, null), by, now));
        Page done = preview(chosen(creator, pin), "board", Map.of("board", kitchen.recipes.id.toString()))
                .form("Change 1 pin")
                .submit();
        done.form("Undo").submit();
        boolean asBefore =
                kitchen.read(pin, p -> p.board() == null && p.account().id.equals(kitchen.rooms.id));
        assertThat(asBefore).isTrue();
    }

    @Test
    void undoOfAMoveBringsBackNoApprovalThatAnEditVoided() {
        LocalDateTime at = kitchen.later(5);
        Pin pin = kitchen.approved("Edited and back", at);
        Page moved = preview(chosen(creator, pin), "move", Map.of("days", "1"))
                .form("Move 1 pin")
                .submit();
        Page edited = preview(chosen(creator, pin), "board", Map.of("board", kitchen.baking.id.toString()))
                .form("Change 1 pin")
                .submit();
        edited.form("Undo").submit();
        moved.form("Undo").submit();
        assertThat(at(pin)).isEqualTo(at);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void anotherBoardVoidsTheApprovalAndSaysSoBefore() {
        Pin pin = kitchen.approved("Wrong board");
        Page preview = preview(chosen(creator, pin), "board", Map.of("board", kitchen.baking.id.toString()));
        assertThat(then(preview)).containsExactly("Weeknight baking (Kitchen Garden) Draft");
        Page done = preview.form("Change 1 pin").submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        done.form("Undo").submit();
        String board = kitchen.read(pin, p -> p.board().name);
        assertThat(board).isEqualTo("Easter recipes");
    }

    private Campaign easter() {
        Campaign made = new Campaign();
        made.workspace = kitchen.people.workspace;
        made.name = "Easter";
        made.colour = Colour.OLIVE;
        made.createdAt = Kitchen.now();
        made.persist();
        return made;
    }

    @Test
    void aCampaignIsGivenAndTakenWithoutTouchingTheApproval() {
        Campaign campaign = Kitchen.write(this::easter);
        Pin pin = kitchen.approved("Into Easter");
        preview(chosen(creator, pin), "campaign", Map.of("campaign", campaign.id.toString()))
                .form("Change 1 pin")
                .submit();
        String name = kitchen.read(pin, p -> p.campaign().name);
        assertThat(name).isEqualTo("Easter");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        preview(chosen(creator, pin), "campaign", Map.of("campaign", "none"))
                .form("Change 1 pin")
                .submit();
        boolean none = kitchen.read(pin, p -> p.campaign() == null);
        assertThat(none).isTrue();
    }

    @Test
    void whoPutsPinsIntoACampaignMayFillInItsBoardWhereThereIsNone() {
        Campaign campaign = Kitchen.write(() -> {
            Campaign made = easter();
            made.start = Start.with(kitchen.baking, "", null);
            return made;
        });
        Pin none = kitchen.draft("No board yet", Role.CREATOR);
        kitchen.verb(none, Role.CREATOR, (p, by, now) -> p.edit(p.fields().on(kitchen.rooms, null), by, now));
        Pin open = kitchen.draft("Nothing yet", Role.CREATOR);
        kitchen.verb(open, Role.CREATOR, (p, by, now) -> p.edit(p.fields().on(null, null), by, now));
        Pin approved = kitchen.approved("On its board");
        String easter = campaign.id.toString();
        Page plain = preview(chosen(creator, open), "campaign", Map.of("campaign", easter));
        assertThat(then(plain)).containsExactly("Easter · no board");
        Page filled =
                preview(chosen(creator, none, open, approved), "campaign", Map.of("campaign", easter, "fill", "true"));
        assertThat(then(filled)).contains("Easter · " + kitchen.baking.name, "Easter · " + kitchen.recipes.name);
        Page done = filled.form("Change 3 pins").submit();
        String board = kitchen.read(open, p -> p.board().name + " of " + p.account().name);
        assertThat(board).isEqualTo(kitchen.baking.name + " of " + kitchen.garden.name);
        boolean elsewhere = kitchen.read(none, p -> p.board() == null && p.campaign() != null);
        assertThat(elsewhere).isTrue();
        assertThat(kitchen.status(approved)).isEqualTo(PinStatus.APPROVED);
        done.form("Undo").submit();
        boolean asBefore = kitchen.read(open, p -> p.board() == null && p.account() == null && p.campaign() == null);
        assertThat(asBefore).isTrue();
    }

    @Test
    void whatIsSoAlreadyIsLeftAlone() {
        Pin pin = kitchen.approved("On its board");
        Page preview = preview(chosen(creator, pin), "board", Map.of("board", kitchen.recipes.id.toString()));
        assertThat(then(preview)).containsExactly("It is so already.");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void manyAreSubmittedAndApprovedByWhoMay() {
        Pin one = kitchen.draft("One", Role.CREATOR);
        Pin two = kitchen.draft("Two", Role.CREATOR);
        Page submitted = preview(chosen(creator, one, two), "submit", Map.of())
                .form("Submit 2 pins")
                .submit();
        assertThat(told(submitted)).startsWith("2 pins sent to review.");
        assertThat(submitted.document.select(".flash").attr("class")).isEqualTo("flash");
        assertThat(submitted.hasButton("Undo")).isFalse();
        Page own = preview(chosen(creator, one, two), "approve", Map.of());
        assertThat(own.says("None of it can be done.")).isTrue();
        assertThat(own.hasButton("Approve 2 pins")).isFalse();
        Page looked = preview(chosen(kitchen.as(Role.APPROVER), one, two), "approve", Map.of());
        kitchen.verb(two, Role.CREATOR, (p, by, now) -> p.withdraw(by, now));
        Page approved = looked.form("Approve 2 pins").submit();
        assertThat(told(approved)).contains("“One” approved", "Not approved: “Two”");
        assertThat(approved.document.select(".flash").attr("class")).isEqualTo("flash warn");
        assertThat(kitchen.status(one)).isEqualTo(PinStatus.APPROVED);
        assertThat(kitchen.status(two)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void nobodyIsOfferedWhatTheirRoleMayNot() {
        Pin pin = kitchen.draft("One", Role.CREATOR);
        assertThat(offered(creator, pin)).contains("submit", "delete").doesNotContain("approve");
        assertThat(offered(kitchen.as(Role.APPROVER), pin)).contains("submit", "approve");
    }

    private static List<String> offered(Pages who, Pin pin) {
        return chosen(who, pin).document.select("input[name=action]").eachAttr("value");
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        Pin pin = Kitchen.write(() -> Pin.create(
                kitchen.people.workspace,
                new PinFields("Bare", "", "", null, null, null, null, List.of()),
                kitchen.actor(Role.CREATOR),
                Kitchen.now()));
        assertThat(then(preview(chosen(creator, pin), "submit", Map.of())))
                .containsExactly("Add an image or a video. Choose an account. Choose a board.");
    }

    /** As the pin's own page says it: before others are asked, and where they decide. */
    @Test
    void whatIsUnwiseIsSaidBeforeItIsSubmittedAndAtTheDesk() {
        Pin pin = kitchen.draft("", Role.CREATOR);
        Long tiny = kitchen.read(pin, p -> p.shots().get(0).media.id);
        Kitchen.write(() -> Media.update("width = 100, height = 150 where id = ?1", tiny));
        List<String> unwise = List.of(
                "It has no title yet.",
                "This picture is small: its width is 100 pixels, below 600 pixels, its height is 150 pixels, below 900 pixels."
                        + " Pinterest shows it blurred.");
        Page preview = preview(chosen(creator, pin), "submit", Map.of());
        assertThat(preview.document.select("form > .notice.warn").text())
                .isEqualTo("It can be done, with something to look at. Nothing is changed yet.");
        assertThat(preview.document.select("tbody .checks .warn").eachText()).isEqualTo(unwise);
        preview.form("Submit 1 pin").submit();
        Page desk = kitchen.as(Role.APPROVER).get("/review");
        assertThat(desk.document.select(".waiting-text .notice.warn").eachText())
                .isEqualTo(unwise);
        assertThat(desk.document.select(".preflight .warn").eachText())
                .containsAll(unwise.stream()
                        .map(words -> "Look at it: " + words + " See the pin")
                        .toList());
    }

    /** Deletes a pin in the moment in which its approval was refused. */
    @ApplicationScoped
    static class WrongMoment {
        @Inject
        TransactionSynchronizationRegistry transactions;

        private volatile Runnable deletes;

        void comes(Runnable deletes) {
            this.deletes = deletes;
        }

        void hear(@Observes PinEvent event) {
            Runnable then = deletes;
            if (then == null || event.kind != PinEvent.Kind.APPROVED) {
                return;
            }
            deletes = null;
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    then.run();
                }
            });
            throw new Refused("", "Not now.");
        }
    }

    @Inject
    WrongMoment wrongMoment;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDeletedInTheWrongMomentKeepsNoneOfTheOthers(boolean desk) {
        Pin one = kitchen.inReview("One");
        Pin two = kitchen.inReview("Two");
        Pages approver = kitchen.as(Role.APPROVER);
        Form form = desk
                ? approver.get("/review?ticked=all").form("Approve selected")
                : preview(chosen(approver, one, two), "approve", Map.of()).form("Approve 2 pins");
        wrongMoment.comes(() -> kitchen.verb(one, Role.CREATOR, Pin::delete));
        Page done = form.submit();
        assertThat(done.status).isEqualTo(200);
        assertThat(told(done)).contains("“One”: Not now.");
        assertThat(kitchen.status(two)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatOthersAreAskedAboutStillIsNotSaidToBeApproved() {
        Pin one = kitchen.inReview("One");
        Pin two = kitchen.inReview("Two");
        Rules.steps(kitchen, Rules.any(Role.APPROVER), Rules.any(Role.OWNER));
        Pin three = kitchen.inReview("Three");
        Page approved = preview(chosen(kitchen.as(Role.APPROVER), one, two, three), "approve", Map.of())
                .form("Approve 3 pins")
                .submit();
        assertThat(told(approved)).startsWith("2 pins approved. “Three” agreed to, still waiting for others:");
        assertThat(kitchen.status(three)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void whatNobodyElseIsAskedAboutIsSaidToBeApproved() {
        Rules.steps(kitchen);
        Pages approver = kitchen.as(Role.APPROVER);
        Pin one = kitchen.draft("One", Role.APPROVER);
        Pin two = kitchen.draft("Two", Role.APPROVER);
        Page sent = preview(chosen(approver, one, two), "submit", Map.of())
                .form("Submit 2 pins")
                .submit();
        assertThat(told(sent)).startsWith("2 pins approved, as nobody else is asked.");
        Pin alone = kitchen.draft("Alone", Role.APPROVER);
        assertThat(told(approver.get("/pins/" + alone.id)
                        .form("Submit for review")
                        .submit()))
                .startsWith("Approved: nobody else is asked here.");
        Pin typed = kitchen.draft("Typed", Role.APPROVER);
        assertThat(told(approver.get("/pins/" + typed.id)
                        .at("/pins/" + typed.id + "/submit")
                        .submit()))
                .startsWith("Approved: nobody else is asked here.");
    }

    @ParameterizedTest
    @CsvSource({"submit, CREATOR", "approve, APPROVER"})
    void allThatSomebodyAgreesToIsShown(String action, Role who) {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        if (who == Role.APPROVER) {
            kitchen.verb(pin, Role.CREATOR, Pin::submit);
        }
        Page preview = preview(chosen(kitchen.as(who), pin), action, Map.of());
        String link = kitchen.read(pin, p -> p.leads().ships());
        var ships = preview.document.selectFirst("details.ships[open]");
        assertThat(ships.select(".facts").text())
                .isEqualTo("Title Lemon tart Description Bright and quick. Destination link " + link
                        + " Board Easter recipes · Kitchen Garden");
        assertThat(ships.select(".shots li").text()).isEqualTo("A slice");
        assertThat(ships.select(".shots img").attr("src")).startsWith("/media/");
    }

    @Test
    void ofManyItIsFoldedAndOfAMoveItIsNotShown() {
        Pin[] pins = new Pin[11];
        for (int i = 0; i < pins.length; i++) {
            pins[i] = kitchen.draft("Pin " + i, Role.CREATOR, kitchen.later(5).plusMinutes(i));
        }
        Page preview = preview(chosen(creator, pins), "submit", Map.of());
        assertThat(preview.document.select("details.ships:not([open])")).hasSize(11);
        assertThat(preview(chosen(creator, pins), "move", Map.of("days", "1"))
                        .document
                        .select(".ships"))
                .isEmpty();
    }

    @Test
    void onlyWhatWasLookedAtIsApproved() {
        Pin pin = kitchen.inReview("Changed under the eyes");
        Page looked = preview(chosen(kitchen.as(Role.APPROVER), pin), "approve", Map.of());
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            p.edit(p.fields().on(kitchen.baking), by, now);
            p.submit(by, now);
        });
        Page refused = looked.form("Approve 1 pin").submit();
        assertThat(told(refused)).contains("was changed while you were looking at it");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void nobodyApprovesBySendingOnWhatTheyDidNotSee() {
        Rules.steps(kitchen);
        Pin edited = kitchen.draft("Edited meanwhile", Role.CREATOR);
        Pin seen = kitchen.draft("As it was seen", Role.CREATOR, kitchen.later(6));
        Page looked = preview(chosen(kitchen.as(Role.APPROVER), edited, seen), "submit", Map.of());
        kitchen.verb(edited, Role.CREATOR, (p, by, now) -> p.edit(p.fields().on(kitchen.baking), by, now));
        Page done = looked.form("Submit 2 pins").submit();
        assertThat(told(done))
                .contains("“As it was seen” approved", "“Edited meanwhile”: It was changed since you looked.");
        assertThat(kitchen.status(edited)).isEqualTo(PinStatus.DRAFT);
        assertThat(kitchen.status(seen)).isEqualTo(PinStatus.APPROVED);
    }

    /** Its link is as the look at it said, tags and all. */
    @Test
    void nobodyApprovesALinkWithOtherTagsThanTheySaw() {
        Rules.steps(kitchen);
        Pin pin = kitchen.draft("Tagged", Role.CREATOR);
        tags("spring");
        Page looked = preview(chosen(kitchen.as(Role.APPROVER), pin), "submit", Map.of());
        assertThat(looked.document.select(".ships .facts").text()).contains("utm_campaign=spring");
        tags("summer");
        assertThat(told(looked.form("Submit 1 pin").submit())).contains("It was changed since you looked.");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        preview(chosen(kitchen.as(Role.APPROVER), pin), "submit", Map.of())
                .form("Submit 1 pin")
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    private void tags(String campaign) {
        Kitchen.write(() -> {
            Workspace workspace = Workspace.locked(kitchen.people.workspace);
            Tagging tagging = Tagging.read("tags", "utm_campaign=" + campaign, false, new Errors());
            LinkRules.of(workspace).set(workspace, tagging, 0, "");
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"board, Change 1 pin", "campaign, Change 1 pin", "delete, Delete 1 pin"})
    void whatIsApprovedAfterTheLookKeepsItsApproval(String action, String button) {
        Pin pin = kitchen.draft("Approved meanwhile", Role.CREATOR);
        Page looked = preview(
                chosen(kitchen.as(Role.APPROVER), pin),
                action,
                Map.of(
                        "board",
                        kitchen.baking.id.toString(),
                        "campaign",
                        Kitchen.write(this::easter).id.toString()));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(Seen.of(p).toString(), by, now));
        assertThat(told(looked.form(button).submit())).contains("“Approved meanwhile”: It is “Approved” by now.");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatAColleagueDidSinceTheLookStays() {
        Pin pin = kitchen.draft("Put elsewhere", Role.CREATOR);
        Page looked = preview(chosen(creator, pin), "campaign", Map.of("campaign", "none"));
        assertThat(looked.hasButton("Change 1 pin")).isFalse();
        Campaign easter = Kitchen.write(this::easter);
        looked = preview(chosen(creator, pin), "board", Map.of("board", kitchen.baking.id.toString()));
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.edit(p.fields().in(easter), by, now));
        assertThat(told(looked.form("Change 1 pin").submit())).contains("It was changed since you looked.");
        looked = preview(chosen(creator, pin), "board", Map.of("board", kitchen.baking.id.toString()));
        looked.form("Change 1 pin").submit();
        assertThat(told(looked.form("Change 1 pin").submit())).contains("It is so already.");
    }

    @Test
    void manyAreDeletedAndComeBack() {
        Pin one = kitchen.draft("One", Role.CREATOR);
        Pin two = kitchen.inReview("Two");
        Page done = preview(chosen(creator, one, two), "delete", Map.of())
                .form("Delete 2 pins")
                .submit();
        assertThat(creator.get("/pins/" + two.id).status).isEqualTo(404);
        done.form("Undo").submit();
        assertThat(kitchen.status(one)).isEqualTo(PinStatus.DRAFT);
        assertThat(kitchen.status(two)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @ParameterizedTest
    @CsvSource({
        "'', days, 3, Choose what to do.",
        "move, days, soon, no number up to",
        "move, days, '', a number of days",
        "spread, from, 2027-02-30, no date within reach",
        "board, board, 999999999, Choose a board.",
        "campaign, campaign, '', Choose a campaign."
    })
    void whatIsMissingIsSaidBesideItsField(String action, String field, String value, String error) {
        Pin pin = kitchen.draft("Stays", Role.CREATOR);
        Page again = preview(chosen(creator, pin), action, Map.of(field, value));
        assertThat(again.status).isEqualTo(422);
        assertThat(again.document.select(".error").text()).contains(error);
        assertThat(again.hasButton("Show what would happen")).isTrue();
    }

    @Test
    void nothingOrTooMuchOrAnothersIsRefused() {
        assertThat(told(chosen(creator))).isEqualTo("Choose at least one pin.");
        assertThat(told(chosen(creator, new Kitchen().draft("Theirs", Role.CREATOR))))
                .isEqualTo("Choose at least one pin.");
        Form many = creator.get("/calendar?view=list").at("/changes/selection");
        for (int i = 0; i < 501; i++) {
            many.add("pin", String.valueOf(i));
        }
        assertThat(told(many.submit())).contains("501 pins are too many at once");
    }
}
