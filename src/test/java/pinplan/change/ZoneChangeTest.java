package pinplan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.team.Zones;

/** A workspace goes to another zone, and back. */
@QuarkusTest
class ZoneChangeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Clocks clocks;

    private final Kitchen kitchen = new Kitchen();
    private final Pages admin = kitchen.as(Role.ADMIN);

    @AfterEach
    void now() {
        clocks.reset();
    }

    private Page asked(String zone) {
        return admin.get("/settings")
                .form("Save settings")
                .choose("Time zone", zone)
                .submit();
    }

    private ZoneId zone() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Workspace.<Workspace>findById(kitchen.people.workspace.id).zone);
    }

    private PlannedTime time(Pin pin) {
        return kitchen.read(pin, Pin::chosen);
    }

    private Instant at(Pin pin) {
        return kitchen.read(pin, Pin::publishAt);
    }

    private static String told(Page page) {
        return page.document.select(".flash").text();
    }

    @Test
    void withNothingAheadItIsChangedAtOnce() {
        kitchen.draft("Some day", Role.CREATOR, null);
        Page page = asked("Asia/Tokyo");
        assertThat(page.path).isEqualTo("/settings");
        assertThat(zone()).isEqualTo(TOKYO);
    }

    @Test
    void itAsksAndShowsWhatEitherWayMeans() {
        LocalDateTime was = kitchen.later(5).with(LocalTime.of(9, 0));
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR, was);
        Page page = asked("Asia/Tokyo");
        assertThat(page.path).startsWith("/changes/zone");
        assertThat(page.heading()).isEqualTo("From Europe/Berlin to Asia/Tokyo");
        assertThat(page.says("1 pin is planned ahead.")).isTrue();
        List<String> cells = page.document.select("tbody td").eachText();
        assertThat(cells.get(0)).isEqualTo("Lemon tart");
        assertThat(cells.get(1)).endsWith("09:00");
        assertThat(cells.get(2)).endsWith("09:00");
        LocalDateTime there = LocalDateTime.ofInstant(at(pin), TOKYO);
        assertThat(cells.get(3)).endsWith(there.toLocalTime().toString()).isNotEqualTo(cells.get(1));
        long hours =
                Duration.between(new PlannedTime(was, TOKYO).instant(), at(pin)).toHours();
        assertThat(page.document.select("form.card").text())
                .contains(
                        "“Lemon tart” is planned for " + cells.get(1) + " in Europe/Berlin.",
                        "The example says " + cells.get(2) + " and goes out " + hours
                                + " hours earlier than now planned.",
                        "The example then says " + cells.get(3) + ".");
        assertThat(zone()).isEqualTo(BERLIN);
        assertThat(time(pin)).isEqualTo(new PlannedTime(was, BERLIN));
    }

    @Test
    void keptClockTimesMoveTheInstantAndNotTheApproval() {
        LocalDateTime was = kitchen.later(5);
        Pin pin = kitchen.approved("Lemon tart", was);
        Instant instant = at(pin);
        Page page = asked("Asia/Tokyo").form("Keep clock times").submit();
        assertThat(told(page)).startsWith("The workspace is in Asia/Tokyo now. 1 pin ahead keeps its clock time.");
        assertThat(time(pin)).isEqualTo(new PlannedTime(was, TOKYO));
        assertThat(at(pin)).isEqualTo(new PlannedTime(was, TOKYO).instant());
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        PinEvent.Kind last = kitchen.read(pin, p -> PinEvent.of(p).get(0).kind);
        assertThat(last).isEqualTo(PinEvent.Kind.CLOCK_TIME_KEPT);
        Page undone = page.form("Undo").submit();
        assertThat(told(undone)).startsWith("The workspace is in Europe/Berlin again. 1 pin");
        assertThat(zone()).isEqualTo(BERLIN);
        assertThat(time(pin)).isEqualTo(new PlannedTime(was, BERLIN));
        assertThat(at(pin)).isEqualTo(instant);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whoIsAwayIsBackAfterTheSameDay() {
        kitchen.draft("Lemon tart", Role.CREATOR);
        String last = kitchen.later(9).toLocalDate().toString();
        Pages away = kitchen.as(Role.APPROVER);
        away.get("/settings").at("/settings/away").fill("Away until", last).submit();
        Page page = asked("America/New_York").form("Keep clock times").submit();
        assertThat(away.get("/settings").value("Away until")).isEqualTo(last);
        page.form("Undo").submit();
        assertThat(zone()).isEqualTo(BERLIN);
        assertThat(away.get("/settings").value("Away until")).isEqualTo(last);
    }

    @Test
    void keptInstantsAreSaidInTheNewZone() {
        Pin pin = kitchen.inReview("Lemon tart");
        PlannedTime was = time(pin);
        Instant instant = at(pin);
        Page page = asked("Asia/Tokyo").form("Keep instants").submit();
        assertThat(at(pin)).isEqualTo(instant);
        assertThat(time(pin)).isEqualTo(PlannedTime.at(instant, TOKYO));
        page.form("Undo").submit();
        assertThat(at(pin)).isEqualTo(instant);
        assertThat(time(pin)).isEqualTo(was);
    }

    @Test
    void neighboursAnHourApartAllFollowBothWays() {
        LocalDateTime first = kitchen.later(5).with(LocalTime.of(9, 0));
        List<Pin> pins = new ArrayList<>();
        for (int hour = 0; hour < 4; hour++) {
            pins.add(kitchen.approved("Tart " + hour, first.plusHours(hour)));
        }
        for (String zone : new String[] {"Europe/Athens", "Europe/London"}) {
            Page page = asked(zone).form("Keep clock times").submit();
            for (int hour = 0; hour < 4; hour++) {
                assertThat(time(pins.get(hour))).isEqualTo(new PlannedTime(first.plusHours(hour), ZoneId.of(zone)));
            }
            page.form("Undo").submit();
            for (int hour = 0; hour < 4; hour++) {
                assertThat(time(pins.get(hour))).isEqualTo(new PlannedTime(first.plusHours(hour), BERLIN));
            }
        }
    }

    @Test
    void whatCannotFollowIsNamedAndKeepsItsInstant() {
        Pin soon = kitchen.draft("Too soon", Role.CREATOR, kitchen.later(0).plusHours(2));
        kitchen.draft("Later", Role.CREATOR);
        Instant instant = at(soon);
        Page page = asked("Asia/Tokyo");
        assertThat(page.document.select("#staying").text()).contains("Too soon", "would have passed");
        page = page.form("Keep clock times").submit();
        assertThat(told(page)).contains("“Too soon”: Its clock time would have passed there.");
        assertThat(at(soon)).isEqualTo(instant);
        assertThat(time(soon)).isEqualTo(PlannedTime.at(instant, TOKYO));
    }

    @Test
    void twoThatAClockChangeWouldPutIntoOneMinuteDoNotShareIt() {
        clocks.shift(Duration.between(Kitchen.now(), Instant.parse("2027-03-01T08:00:00Z")));
        Pages now = kitchen.as(Role.ADMIN);
        // New York's night of 14 March has no half past two: it would be half past three.
        Pin skipped = kitchen.approved("Skipped", LocalDateTime.parse("2027-03-14T02:30"));
        Pin there = kitchen.approved("There", LocalDateTime.parse("2027-03-14T03:30"));
        Page page = now.get("/changes/zone?to=America/New_York");
        assertThat(page.document.select("#staying").text())
                .contains("Another pin of its account already has that minute.");
        page = page.form("Keep clock times").submit();
        assertThat(told(page)).contains("has this minute");
        assertThat(at(there)).isNotEqualTo(at(skipped));
    }

    @Test
    void whatWasMovedSinceKeepsWhereItWent() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        Page page = asked("Asia/Tokyo").form("Keep clock times").submit();
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        Instant moved = at(pin);
        assertThat(told(page.form("Undo").submit())).contains("“Lemon tart”: It was changed since.");
        assertThat(at(pin)).isEqualTo(moved);
        assertThat(time(pin)).isEqualTo(PlannedTime.at(moved, BERLIN));
    }

    @Test
    void theMoveBeforeItCanBeUndoneNext() {
        LocalDateTime was = kitchen.later(5);
        Pin pin = kitchen.draft("Lemon tart", Role.ADMIN, was);
        Page moved = admin.get("/pins/" + pin.id + "/move")
                .form("Move")
                .fill("Publish date", was.plusDays(1).toLocalDate().toString())
                .submit();
        Page page = asked("Asia/Tokyo").form("Keep clock times").submit();
        page.form("Undo").submit();
        Page history = admin.get("/changes");
        assertThat(history.text())
                .contains("changed the time zone from Europe/Berlin to Asia/Tokyo, clock times kept: “Lemon tart”");
        history.form("Undo").submit();
        assertThat(time(pin)).isEqualTo(new PlannedTime(was, BERLIN));
        assertThat(moved.status).isEqualTo(200);
    }

    @Test
    void aTimeThatWasTakenAwayDoesNotComeBackAsAnother() {
        Pin pin = kitchen.approved("Lemon tart", kitchen.later(5).with(LocalTime.of(9, 0)));
        kitchen.draft("Ahead", Role.CREATOR);
        Page moved = follow(admin.sending().post("/pins/" + pin.id + "/unschedule"));
        asked("Asia/Tokyo").form("Keep instants").submit();
        assertThat(told(undo(moved))).contains("“Lemon tart”: The time zone was changed since.");
        assertThat(at(pin)).isNull();
    }

    @Test
    void whatWasDeletedComesBackAtItsInstant() {
        Pin pin = kitchen.approved("Lemon tart", kitchen.later(5).with(LocalTime.of(9, 0)));
        Instant instant = at(pin);
        kitchen.draft("Ahead", Role.CREATOR);
        Page gone = follow(admin.sending().post("/pins/" + pin.id + "/delete"));
        asked("Asia/Tokyo").form("Keep clock times").submit();
        undo(gone);
        assertThat(at(pin)).isEqualTo(instant);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void ofTwoTimesWithOneNameTheSecondComesBack() {
        clocks.shift(Duration.between(Kitchen.now(), Instant.parse("2027-03-01T08:00:00Z")));
        Pages now = kitchen.as(Role.ADMIN);
        Pin pin = kitchen.draft("Twice", Role.CREATOR, LocalDateTime.parse("2027-10-31T02:30"));
        Instant second = Instant.parse("2027-10-31T01:30:00Z");
        Kitchen.write(() -> Pin.getEntityManager()
                .createNativeQuery("update pin set publish_at = ?1 where id = ?2")
                .setParameter(1, second)
                .setParameter(2, pin.id)
                .executeUpdate());
        now.sending().formParams(Map.of("pin", pin.id, "days", 1)).post("/changes/moves");
        assertThat(time(pin).local()).isEqualTo(LocalDateTime.parse("2027-11-01T02:30"));
        now.sending().post("/changes/undo");
        assertThat(at(pin)).isEqualTo(second);
    }

    private Page undo(Page page) {
        return follow(
                admin.sending().post(page.document.select("form[action$=/undo]").attr("action")));
    }

    @Test
    void onlyWhoMayChangeItTakesItBack() {
        kitchen.draft("Lemon tart", Role.CREATOR);
        Page page = asked("Asia/Tokyo").form("Keep clock times").submit();
        String undo = page.document.select("form[action$=/undo]").attr("action");
        Pages creator = kitchen.as(Role.CREATOR);
        assertThat(creator.get("/changes").hasButton("Undo")).isFalse();
        assertThat(creator.sending().post(undo).statusCode()).isEqualTo(403);
        assertThat(zone()).isEqualTo(TOKYO);
    }

    @Test
    void theSecondZoneIsTakenBackFirst() {
        kitchen.draft("Lemon tart", Role.CREATOR);
        Page first = asked("Asia/Tokyo").form("Keep clock times").submit();
        String undo = first.document.select("form[action$=/undo]").attr("action");
        asked("Asia/Seoul").form("Keep instants").submit();
        Page refused = follow(admin.sending().post(undo));
        assertThat(told(refused)).isEqualTo("Not undone: The time zone was changed again since.");
        assertThat(zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    }

    @Test
    void aChoiceIsAsked() {
        kitchen.draft("Lemon tart", Role.CREATOR);
        Response none = admin.sending()
                .formParam("from", "Europe/Berlin")
                .formParam("to", "Asia/Tokyo")
                .post("/changes/zone");
        assertThat(none.statusCode()).isEqualTo(422);
        Response old = admin.sending()
                .formParams(Map.of("from", "Europe/Paris", "to", "Asia/Tokyo", "keep", "clock"))
                .post("/changes/zone");
        assertThat(told(follow(old))).contains("the workspace is in Europe/Berlin by now");
        assertThat(zone()).isEqualTo(BERLIN);
    }

    @Test
    void toEveryZoneAndBackIsAsBefore() {
        clocks.shift(Duration.between(Kitchen.now(), Instant.parse("2027-03-01T08:00:00Z")));
        Pages now = kitchen.as(Role.ADMIN);
        List<Pin> pins = List.of(
                kitchen.draft("Soon", Role.CREATOR, LocalDateTime.parse("2027-03-01T11:00")),
                kitchen.approved("Skipped here", LocalDateTime.parse("2027-03-28T02:30")),
                kitchen.approved("Skipped there", LocalDateTime.parse("2027-03-14T02:30")),
                kitchen.approved("In summer", LocalDateTime.parse("2027-07-01T00:00")),
                kitchen.draft("Twice", Role.CREATOR, LocalDateTime.parse("2027-10-31T02:30")));
        List<PlannedTime> times = read(pins, Pin::chosen);
        List<Instant> instants = read(pins, Pin::publishAt);
        for (String zone : Zones.all()) {
            if (zone.equals("Europe/Berlin")) {
                continue;
            }
            now.sending()
                    .formParams(Map.of("from", "Europe/Berlin", "to", zone, "keep", "clock"))
                    .post("/changes/zone");
            assertThat(zone()).as(zone).isEqualTo(ZoneId.of(zone));
            List<PlannedTime> there = read(pins, Pin::chosen);
            for (int i = 1; i < pins.size(); i++) {
                assertThat(there.get(i))
                        .as(zone)
                        .isEqualTo(new PlannedTime(times.get(i).local(), ZoneId.of(zone)));
            }
            now.sending().post("/changes/undo");
            assertThat(zone()).as(zone).isEqualTo(BERLIN);
            assertThat(read(pins, Pin::chosen)).as(zone).isEqualTo(times);
            assertThat(read(pins, Pin::publishAt)).as(zone).isEqualTo(instants);
        }
    }

    private static <T> List<T> read(List<Pin> pins, Function<Pin, T> what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> pins.stream()
                        .map(pin -> what.apply(Pin.<Pin>findById(pin.id)))
                        .toList());
    }

    private Page follow(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        answer.getDetailedCookies().asList().forEach(cookie -> admin.set(cookie.getName(), cookie.getValue()));
        return admin.get(java.net.URI.create(answer.header("Location")).getRawPath());
    }
}
