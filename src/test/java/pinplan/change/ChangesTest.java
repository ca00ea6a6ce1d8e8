package pinplan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.pin.Seen;
import pinplan.pin.Standing;
import pinplan.review.Rules;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;
import pinplan.web.Formats;

/** Moves from the calendar, and what Undo makes of them. */
@QuarkusTest
class ChangesTest {
    private static final String MONTH = "/calendar?view=month";

    @Inject
    Clocks clocks;

    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    @AfterEach
    void now() {
        clocks.reset();
    }

    private Page move(Pages who, Map<String, ?> fields, Pin... pins) {
        var sending = who.sending().header("Referer", "http://elsewhere.example" + MONTH);
        for (Pin pin : pins) {
            sending.formParam("pin", pin.id);
        }
        fields.forEach((name, value) -> sending.formParam(name, value.toString()));
        return follow(who, sending.post("/changes/moves"));
    }

    private static Page follow(Pages who, Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        answer.getDetailedCookies().asList().forEach(cookie -> who.set(cookie.getName(), cookie.getValue()));
        return who.get(java.net.URI.create(answer.header("Location")).getRawPath() + "?view=month");
    }

    private static String told(Page page) {
        return page.document.select(".flash").text();
    }

    private Page undo(Page page) {
        return page.form("Undo").submit();
    }

    private LocalDateTime at(Pin pin) {
        return kitchen.read(pin, p -> p.planned() == null ? null : p.planned().local());
    }

    @Test
    void aDayKeepsTheTimeOfDayAndTheApproval() {
        LocalDateTime was = kitchen.later(5);
        Pin pin = kitchen.approved("Lemon tart", was);
        LocalDate day = was.toLocalDate().plusDays(3);
        Page page = move(creator, Map.of("day", day), pin);
        assertThat(at(pin)).isEqualTo(day.atTime(was.toLocalTime()));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(told(page))
                .startsWith("“Lemon tart” moved:")
                .contains(was.toLocalTime().toString());
        assertThat(told(undo(page))).startsWith("“Lemon tart” put back:");
        assertThat(at(pin)).isEqualTo(was);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void undoOfAMoveBringsBackTheApprovalThatItVoided() {
        Rules.everyMoveIsAskedFor(kitchen);
        LocalDateTime was = kitchen.later(5);
        Pin pin = kitchen.approved("Lemon tart", was);
        Pages owner = kitchen.as(Role.OWNER);
        Page moved = move(creator, Map.of("day", was.toLocalDate().plusDays(3)), pin);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(owner.get("/review").says("Lemon tart")).isTrue();
        undo(moved);
        assertThat(at(pin)).isEqualTo(was);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(owner.get("/review").says("Lemon tart")).isFalse();
        for (Role role : List.of(Role.OWNER, Role.APPROVER)) {
            assertThat(kitchen.as(role).get("/inbox").document.select(".news.unread"))
                    .as("%s", role)
                    .isEmpty();
        }
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.says("took a move back, so what was agreed to before holds again"))
                .isTrue();
        assertThat(page.document.select(".review-panel h2").text()).startsWith("Approved by ");
        // Another move is another time.
        move(creator, Map.of("day", was.toLocalDate().plusDays(3)), pin);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void undoOfAMoveOnHoldBringsBackTheApprovalThatItVoided() {
        Rules.everyMoveIsAskedFor(kitchen);
        LocalDateTime was = kitchen.later(5);
        Pin pin =
                kitchen.verb(kitchen.approved("Stopped", was), Role.APPROVER, (p, by, now) -> p.hold("Wait", by, now));
        undo(move(creator, Map.of("day", was.toLocalDate().plusDays(3)), pin));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
        kitchen.verb(pin, Role.APPROVER, Pin::release);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28, 02:30, goes out at 03:30", "2027-10-31, 02:30, goes out the first time"})
    void aClockChangeIsSaidAndTheWallTimeKept(LocalDate day, LocalTime time, String said) {
        clocks.shift(Duration.between(Kitchen.now(), java.time.Instant.parse("2027-03-01T08:00:00Z")));
        Pin pin = kitchen.draft(
                "In the night", Role.CREATOR, LocalDate.parse("2027-03-20").atTime(time));
        Page page = move(kitchen.as(Role.CREATOR), Map.of("day", day), pin);
        assertThat(at(pin)).isEqualTo(day.atTime(time));
        assertThat(told(page)).contains(said);
    }

    @Test
    void aDayAndATimeMoveToThatMinute() {
        Pin pin = kitchen.draft("To the quarter", Role.CREATOR);
        LocalDate day = kitchen.later(9).toLocalDate();
        move(creator, Map.of("day", day, "time", "14:45"), pin);
        assertThat(at(pin)).isEqualTo(day.atTime(14, 45));
    }

    @Test
    void toTheTrayAndBack() {
        Pin pin = kitchen.draft("Some day", Role.CREATOR);
        LocalDateTime was = at(pin);
        Page page = move(creator, Map.of("unscheduled", "true"), pin);
        assertThat(at(pin)).isNull();
        assertThat(told(page)).isEqualTo("“Some day” moved: unscheduled. Undo");
        undo(page);
        assertThat(at(pin)).isEqualTo(was);
    }

    @Test
    void whatHadNoTimeGetsAFreeQuarterOfTheMorning() {
        LocalDate day = kitchen.later(9).toLocalDate();
        kitchen.draft("There first", Role.CREATOR, day.atTime(9, 0));
        Pin pin = kitchen.draft("From the tray", Role.CREATOR, null);
        Pin next = kitchen.draft("From the tray too", Role.CREATOR, null);
        Page page = move(creator, Map.of("day", day), pin, next);
        assertThat(at(pin)).isEqualTo(day.atTime(9, 15));
        assertThat(at(next)).isEqualTo(day.atTime(9, 30));
        assertThat(told(page)).startsWith("2 pins moved.");
        undo(page);
        assertThat(at(pin)).isNull();
        assertThat(at(next)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "-1, 0", "0, 1", "0, -1"})
    void severalMoveTogetherIntoEachOthersPlaces(int days, int minutes) {
        LocalDateTime first = kitchen.later(12).withHour(12);
        Pin[] pins = new Pin[3];
        for (int i = 0; i < 3; i++) {
            pins[i] =
                    kitchen.approved("Pin " + i, first.plusDays((long) i * days).plusMinutes((long) i * minutes));
        }
        Page page = move(creator, Map.of("days", days, "minutes", minutes), pins[1], pins[0], pins[2]);
        assertThat(told(page)).startsWith("3 pins moved.");
        for (int i = 0; i < 3; i++) {
            assertThat(at(pins[i]))
                    .isEqualTo(first.plusDays((long) (i + 1) * days).plusMinutes((long) (i + 1) * minutes));
        }
    }

    @Test
    void whatIsRefusedStaysAndSaysWhyAndTheOthersMove() {
        LocalDateTime taken = kitchen.later(7);
        kitchen.approved("Has the minute", taken);
        Pin stays = kitchen.approved("Wants the minute", taken.plusDays(1));
        Pin moves = kitchen.approved("Goes along", taken.plusDays(1).plusHours(1));
        Page page = move(creator, Map.of("days", -1), stays, moves);
        assertThat(told(page)).contains("“Goes along” moved:", "Not moved: “Wants the minute”: “Has the minute”");
        assertThat(at(stays)).isEqualTo(taken.plusDays(1));
        assertThat(at(moves)).isEqualTo(taken.plusHours(1));
        undo(page);
        assertThat(at(moves)).isEqualTo(taken.plusDays(1).plusHours(1));
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2020-01-01, has passed",
        "day, 2027-02-30, is no date",
        "day, 9999-01-01, out of reach",
        "days, 4000, no number up to",
        "days, soon, no number up to",
        "nothing, at all, Choose a date"
    })
    void whatCanNotBeIsSaid(String field, String value, String why) {
        Pin pin = kitchen.approved("Stays");
        LocalDateTime was = at(pin);
        Page page = move(creator, Map.of(field, value), pin);
        assertThat(told(page)).startsWith("Not moved:").contains(why);
        assertThat(page.document.select(".flash.bad")).hasSize(1);
        assertThat(page.hasButton("Undo")).isFalse();
        assertThat(at(pin)).isEqualTo(was);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "ACCEPTED", "PUBLISHED", "IN_DOUBT"})
    void whatMayBeOutNeitherMovesNorGoesBack(Publishing state) {
        Pin pin = kitchen.approved("Out of our hands");
        Page moved = move(creator, Map.of("days", 1), pin);
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(state, state == Publishing.IN_DOUBT, now));
        LocalDateTime now = at(pin);
        assertThat(told(move(creator, Map.of("days", 1), pin))).contains("can't be changed");
        Page refused = moved.at(moved.document.select("form[action^=/changes/]").attr("action"))
                .submit();
        assertThat(told(refused)).contains("Not put back", "can't be changed");
        assertThat(at(pin)).isEqualTo(now);
    }

    @Test
    void whatWasHandedOverSinceDoesNotGoBackUnasked() {
        Pin before = kitchen.draft("Before", Role.CREATOR);
        move(creator, Map.of("days", 1), before);
        Pin pin = kitchen.approved("Handed over");
        Page moved = move(creator, Map.of("days", 1), pin);
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.SCHEDULED, false, now));
        LocalDateTime now = at(pin);
        assertThat(told(undo(moved)))
                .isEqualTo("Not put back: “Handed over”: It was handed over to Publer since."
                        + " Move it instead: then it is taken back there.");
        assertThat(at(pin)).isEqualTo(now);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .contains("“Before” put back");
    }

    @Test
    void whatSomebodyElseIsRefusedIsStillTheFirstThatItsMakerTakesBack() {
        Pin before = kitchen.draft("Before", Role.CREATOR);
        move(kitchen.as(Role.APPROVER), Map.of("days", 1), before);
        Pin pin = kitchen.verb(kitchen.draft("Theirs to move", Role.OWNER), Role.OWNER, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(Seen.of(p).toString(), by, now));
        Page moved = move(kitchen.as(Role.APPROVER), Map.of("days", 1), pin);
        String undo = moved.document.select("form[action$=/undo]").attr("action");
        assertThat(told(follow(creator, creator.sending().post(undo)))).startsWith("Not put back: “Theirs to move”");
        assertThat(told(follow(
                        kitchen.as(Role.APPROVER),
                        kitchen.as(Role.APPROVER).sending().post("/changes/undo"))))
                .contains("“Theirs to move” put back");
    }

    @Test
    void whatFoundItsMinuteTakenIsPassedOverTheNextTime() {
        Pin first = kitchen.draft("Moved first", Role.CREATOR);
        move(creator, Map.of("days", 1), first);
        LocalDateTime was = kitchen.later(15);
        Pin second = kitchen.approved("Moved next", was);
        move(creator, Map.of("days", 1), second);
        kitchen.approved("There now", was);
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .startsWith("Not put back: “Moved next”: “There now”");
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .contains("“Moved first” put back");
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .startsWith("Not put back: “Moved next”: “There now”");
    }

    @Test
    void nothingThatCameLaterIsUndone() {
        Pin pin = kitchen.draft("Edited since", Role.CREATOR);
        Page moved = move(creator, Map.of("days", 1), pin);
        LocalDateTime later = kitchen.later(20);
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.schedule(later, by, now));
        Page page = undo(moved);
        assertThat(told(page)).isEqualTo("Not put back: “Edited since”: It was changed since.");
        assertThat(at(pin)).isEqualTo(later);
    }

    @Test
    void undoLastsHalfAnHourAndOnce() {
        Pin pin = kitchen.draft("Too late", Role.CREATOR);
        LocalDateTime was = at(pin);
        Page moved = move(creator, Map.of("days", 1), pin);
        clocks.shift(Duration.ofMinutes(31));
        assertThat(told(undo(moved))).contains("more than 30 minutes ago");
        assertThat(creator.get("/changes").hasButton("Undo")).isFalse();
        clocks.reset();
        undo(moved);
        assertThat(at(pin)).isEqualTo(was);
        assertThat(told(undo(moved))).contains("Undone by").contains("already");
    }

    @Test
    void aColleagueWithTheRightUndoesFromTheHistory() {
        Pin pin = kitchen.draft("Slipped", Role.CREATOR);
        LocalDateTime was = at(pin);
        move(creator, Map.of("days", 1), pin);
        assertThat(kitchen.as(Role.VIEWER).get("/changes").hasButton("Undo")).isFalse();
        Pages owner = kitchen.as(Role.OWNER);
        Page history = owner.get("/changes");
        assertThat(history.text())
                .contains(
                        kitchen.people.member(Role.CREATOR).name,
                        "moved “Slipped” from "
                                + Formats.moment(
                                        was.atZone(kitchen.people.workspace.zone)
                                                .toInstant(),
                                        kitchen.people.workspace.zone));
        undo(history);
        assertThat(at(pin)).isEqualTo(was);
        assertThat(owner.get("/changes").text()).contains("Undone by " + kitchen.people.member(Role.OWNER).name);
    }

    @Test
    void theLastOfOnesOwnIsUndoneWithoutLookingForIt() {
        Pin mine = kitchen.draft("Mine", Role.CREATOR);
        Pin theirs = kitchen.draft("Theirs", Role.CREATOR);
        LocalDateTime was = at(mine);
        move(creator, Map.of("days", 1), mine);
        move(kitchen.as(Role.OWNER), Map.of("days", 1), theirs);
        LocalDateTime moved = at(theirs);
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .contains("“Mine” put back");
        assertThat(at(mine)).isEqualTo(was);
        assertThat(at(theirs)).isEqualTo(moved);
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .isEqualTo("There is nothing to undo.");
    }

    @Test
    void whatWasChangedSinceIsNotInTheWayOfWhatCameBeforeIt() {
        Pin first = kitchen.draft("First", Role.CREATOR);
        Pin second = kitchen.draft("Second", Role.CREATOR);
        LocalDateTime was = at(first);
        move(creator, Map.of("days", 1), first);
        move(creator, Map.of("days", 1), second);
        LocalDateTime moved = at(second);
        kitchen.verb(second, Role.CREATOR, (p, by, now) -> p.edit(p.fields().saying("Second", "Quick."), by, now));
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .contains("“First” put back");
        assertThat(at(first)).isEqualTo(was);
        assertThat(told(follow(creator, creator.sending().post("/changes/undo"))))
                .isEqualTo("Not put back: “Second”: It was changed since.");
        assertThat(at(second)).isEqualTo(moved);
    }

    @Test
    void aDeletionIsTakenBackWithItsApproval() {
        Pin pin = kitchen.approved("Nearly gone");
        Page gone = creator.get("/pins/" + pin.id + "/delete").form("Delete").submit();
        assertThat(told(gone)).startsWith("“Nearly gone” deleted.");
        assertThat(creator.get("/pins/" + pin.id).status).isEqualTo(404);
        undo(gone);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(creator.get("/pins/" + pin.id).text()).contains("took the deletion back");
    }

    @Test
    void whatCouldNotGoOutUnseenComesBackAsADraft() {
        LocalDateTime at = kitchen.later(6);
        Pin pin = kitchen.approved("Lost its minute", at);
        Page gone = creator.get("/pins/" + pin.id + "/delete").form("Delete").submit();
        kitchen.approved("Took the minute", at);
        undo(gone);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(at(pin)).isEqualTo(at);
    }

    @Test
    void whatHadFailedIsNotTriedAgainByDeletingAndUndoing() {
        Pin pin = kitchen.approved("Had failed");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        Page gone = creator.get("/pins/" + pin.id + "/delete").form("Delete").submit();
        undo(gone);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        String approved = kitchen.read(pin, Pin::approvedFingerprint);
        assertThat(approved).isNull();
    }

    /** One that somebody stopped, before it was approved and after, and one whose time passed. */
    private Pin[] held() {
        Pin stopped = hold(kitchen.approved("Stopped", kitchen.later(20)));
        Pin waits =
                hold(kitchen.verb(kitchen.draft("Waits", Role.CREATOR, kitchen.later(21)), Role.CREATOR, Pin::submit));
        Pin late = kitchen.verb(kitchen.draft("Late", Role.CREATOR, kitchen.later(5)), Role.CREATOR, Pin::submit);
        clocks.shift(Duration.ofDays(10));
        kitchen.verb(late, Role.OWNER, (p, by, now) -> p.passed(now));
        return new Pin[] {stopped, waits, late};
    }

    private Pin hold(Pin pin) {
        return kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("Not yet", by, now));
    }

    private List<Standing> standings(Pin... pins) {
        return Stream.of(pins)
                .map(pin -> kitchen.<Standing>read(pin, Pin::standing))
                .toList();
    }

    private List<LocalDateTime> times(Pin... pins) {
        return Stream.of(pins).map(this::at).toList();
    }

    @Test
    void whatAMoveTookOffHoldIsOnHoldAgain() {
        Pin[] pins = held();
        List<LocalDateTime> times = times(pins);
        List<Standing> standings = standings(pins);
        Page moved = move(kitchen.as(Role.APPROVER), Map.of("days", 15), pins);
        assertThat(told(moved)).startsWith("3 pins moved.");
        assertThat(Stream.of(pins).map(kitchen::status))
                .containsExactly(PinStatus.ON_HOLD, PinStatus.IN_REVIEW, PinStatus.IN_REVIEW);
        assertThat(told(undo(moved))).isEqualTo("3 pins put back.");
        assertThat(times(pins)).isEqualTo(times);
        assertThat(standings(pins)).isEqualTo(standings);
    }

    @Test
    void whatWasDeletedOnHoldComesBackOnHold() {
        Pin[] pins = held();
        List<Standing> standings = standings(pins);
        Pages approver = kitchen.as(Role.APPROVER);
        var sending = approver.sending().formParam("action", "delete");
        for (Pin pin : pins) {
            sending.formParam("pin", pin.id + ":" + kitchen.<AsShown>read(pin, AsShown::of));
        }
        Page gone = follow(approver, sending.post("/changes/selection/change"));
        assertThat(told(gone)).startsWith("3 pins deleted.");
        undo(gone);
        assertThat(standings(pins)).isEqualTo(standings);
    }

    @Test
    void aFormThatMadeAnotherPinMeanwhileDoesNotStopTheUndo() {
        Pin pin = kitchen.draft("Made twice", Role.CREATOR);
        Pin other = kitchen.draft("Its twin", Role.CREATOR);
        Page gone = creator.get("/pins/" + pin.id + "/delete").form("Delete").submit();
        Kitchen.write(() -> Pin.getEntityManager()
                .createNativeQuery("update pin set sheet = gen_random_uuid() where id = ?1")
                .setParameter(1, pin.id)
                .executeUpdate());
        Kitchen.write(() -> Pin.getEntityManager()
                .createNativeQuery("update pin set sheet = (select sheet from pin where id = ?1) where id = ?2")
                .setParameter(1, pin.id)
                .setParameter(2, other.id)
                .executeUpdate());
        undo(gone);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void aPinThatIsThereAlreadyIsLeftAlone() {
        Pin pin = kitchen.approved("Stays put");
        int before = kitchen.read(pin, Pin::edition);
        LocalDateTime was = at(pin);
        assertThat(told(move(creator, Map.of("day", was.toLocalDate()), pin))).contains("It is there already.");
        int after = kitchen.read(pin, Pin::edition);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatCouldNotGoBackYetMayLater() {
        LocalDateTime first = kitchen.later(9);
        Pin one = kitchen.approved("One", first);
        Pin two = kitchen.approved("Two", first.plusHours(1));
        Page moved = move(creator, Map.of("days", 1), one, two);
        Pin blocker = kitchen.approved("Blocks", first);
        Page partly = undo(moved);
        assertThat(told(partly)).contains("“Two” put back", "Not put back: “One”");
        assertThat(partly.document.select(".flash").attr("class")).isEqualTo("flash warn");
        kitchen.verb(blocker, Role.OWNER, (p, by, now) -> p.unschedule(by, now));
        assertThat(told(undo(creator.get("/changes")))).contains("“One” put back");
        assertThat(at(one)).isEqualTo(first);
        assertThat(creator.get("/changes").hasButton("Undo")).isFalse();
    }

    @Test
    void aFullDayIsNotLeftForTheNext() {
        LocalDate day = kitchen.later(15).toLocalDate();
        for (LocalDateTime at = day.atTime(9, 0); at.toLocalDate().equals(day); at = at.plusMinutes(15)) {
            kitchen.draft("Full", Role.CREATOR, at);
        }
        Pin pin = kitchen.draft("No room", Role.CREATOR, null);
        assertThat(told(move(creator, Map.of("day", day), pin))).contains("No quarter of an hour is left on that day");
        assertThat(at(pin)).isNull();
    }

    @Test
    void nobodyUndoesWhatTheyMayNotDo() {
        Pin pin = kitchen.verb(kitchen.draft("The owner's", Role.OWNER), Role.OWNER, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        move(kitchen.as(Role.OWNER), Map.of("days", 1), pin);
        LocalDateTime moved = at(pin);
        Page refused = undo(creator.get("/changes"));
        assertThat(told(refused)).contains("Only its author or an approver");
        assertThat(at(pin)).isEqualTo(moved);
        assertThat(told(move(creator, Map.of("days", 1), pin))).contains("Only its author or an approver");
    }

    @Test
    void anotherWorkspacesPinIsNotThere() {
        Pin theirs = new Kitchen().draft("Theirs", Role.CREATOR);
        assertThat(told(move(creator, Map.of("days", 1), theirs))).contains("no longer there");
    }

    @Test
    void theWayBackIsAlwaysOurs() {
        Pin pin = kitchen.draft("Back home", Role.CREATOR);
        Response answer = creator.sending()
                .header("Referer", "https://evil.example//evil.example/x")
                .formParam("pin", pin.id)
                .formParam("days", 1)
                .post("/changes/moves");
        assertThat(java.net.URI.create(answer.header("Location")).getPath()).isEqualTo("/calendar");
    }
}
