package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.board.Account;
import pinplan.database.Clocks;
import pinplan.media.MediaStore;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.PublerPost;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.publer.sandbox.Sandbox;
import pinplan.publer.sandbox.SandboxPost;
import pinplan.support.Browser;
import pinplan.support.Page;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** What somebody made in Publer itself stands on the calendar, as what it is. */
@QuarkusTest
class ForeignPostTest {
    private static final String MARKET = "Market day: asparagus";

    /** Nothing else of the application asks for it, so without this it would not be there. */
    @Inject
    Sandbox sandbox;

    @Inject
    Survey survey;

    private final Connected desk = new Connected();
    /** Of the day after tomorrow, so that all of the day is ahead in every zone. */
    private final Instant noon = Connected.now()
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofDays(2))
            .plus(Duration.ofHours(12));

    static List<Screen> screens() {
        return Screen.all();
    }

    @BeforeEach
    void anyTimeIsHandedOverAtOnce() {
        Connected.change(() -> Workspace.update("horizonMinutes = null where id = ?1", desk.people.workspace.id));
        desk.people.workspace.horizonMinutes = null;
    }

    private void survey() {
        desk.survey();
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Long held(Instant at) {
        Long pin = desk.approvedPin(at);
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        return pin;
    }

    private static void anHourLater() {
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(61));
        Connected.tick();
    }

    private Page calendar(People people, String view, String more) {
        LocalDate on = LocalDate.ofInstant(noon, people.workspace.zone);
        return people.as(Role.VIEWER).get("/calendar?view=" + view + "&on=" + on + more);
    }

    private List<String> shown(People people) {
        return calendar(people, "list", "&of=day")
                .document
                .select("tr.there .name bdi")
                .eachText();
    }

    private List<String> shown() {
        return shown(desk.people);
    }

    private String made(int minutesAfterNoon, String text) {
        return desk.stage.foreignPost(desk.publerAccount, noon.plus(Duration.ofMinutes(minutesAfterNoon)), text, null);
    }

    // ---- what listings tell ----

    @Test
    void theSweepsListingBringsItChangesItAndTakesItAway() {
        held(noon);
        String post = made(7, MARKET);
        assertThat(shown()).isEmpty();
        anHourLater();
        assertThat(shown()).containsExactly(MARKET);
        desk.stage.editPost(post, "Market day: strawberries");
        anHourLater();
        assertThat(shown()).containsExactly("Market day: strawberries");
        desk.stage.deletePost(post);
        anHourLater();
        assertThat(shown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROWS_MOVE", "UNAVAILABLE"})
    void anIncompleteListingTakesNothingAway(Fault fault) {
        held(noon);
        String post = made(7, MARKET);
        for (int i = 0; i < 45; i++) {
            made(20 + i, "Filler " + i);
        }
        anHourLater();
        assertThat(shown()).hasSize(46).contains(MARKET);
        desk.stage.deletePost(post);
        desk.stage.fault(fault, 1000, Operation.POSTS);
        int before = desk.log().requests(Operation.POSTS).size();
        anHourLater();
        assertThat(desk.log().requests(Operation.POSTS)).hasSizeGreaterThan(before);
        assertThat(shown()).hasSize(46).contains(MARKET);
        desk.stage.forgetFaults();
        anHourLater();
        assertThat(shown()).hasSize(45).doesNotContain(MARKET);
    }

    @Test
    void whatIsOursIsNeverCalledForeign() {
        desk.stage.fault(Fault.DELETE_LIES, 1000);
        desk.stage.fault(Fault.POST_TWICE, 1);
        Long doubled = held(noon);
        Long withdrawn = held(noon.plus(Duration.ofMinutes(3)));
        desk.stage.editPost(desk.publication(withdrawn).publerPostId, "Edited there, and withdrawn here");
        desk.change(withdrawn, pin -> pin.withdraw(desk.creator(), Connected.now()));
        anHourLater();
        survey();
        assertThat(desk.log().posts())
                .as("the double and the one withdrawn are still there")
                .hasSizeGreaterThan(2);
        assertThat(desk.status(doubled)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(ofTheAccount()).isZero();
    }

    private long ofTheAccount() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ForeignPost.count("account.publerId = ?1", desk.publerAccount));
    }

    @Test
    void whatBecomesOursIsForeignNoMore() {
        Long pin = held(noon);
        made(7, MARKET);
        anHourLater();
        assertThat(shown()).containsExactly(MARKET);
        String post = desk.log().posts().stream()
                .filter(row -> MARKET.equals(row.text()))
                .findFirst()
                .orElseThrow()
                .id();
        Connected.change(() -> Publication.update("publerPostId = ?1 where pin.id = ?2", post, pin));
        survey();
        assertThat(shown()).isEmpty();
    }

    @Test
    void anOlderListingBringsNothingBack() {
        held(noon);
        String post = made(7, MARKET);
        anHourLater();
        Instant old = Connected.now();
        desk.stage.deletePost(post);
        anHourLater();
        PublerPost row = new PublerPost(
                post,
                "scheduled",
                "photo",
                "pinterest",
                desk.publerAccount,
                null,
                null,
                MARKET,
                null,
                noon.plus(Duration.ofMinutes(7)),
                null,
                null,
                null);
        sighting(row, old, access(desk.people.workspace));
        assertThat(shown()).isEmpty();
        sighting(row, Connected.now(), new Access("sandbox:", "another", "another", -1));
        assertThat(shown()).as("what another key listed").isEmpty();
        sighting(row, Connected.now(), access(desk.people.workspace));
        assertThat(shown()).containsExactly(MARKET);
    }

    private void sighting(PublerPost row, Instant begin, Access access) {
        Connected.change(() -> new Sighting(
                        desk.people.workspace.id,
                        access,
                        desk.publerAccount,
                        Days.of(noon),
                        Listing.complete(List.of(row)),
                        begin)
                .keep(Connected.now()));
    }

    private static Access access(Workspace workspace) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Connection.of(workspace.id).orElseThrow().access(Connected.bean(KeyBox.class)));
    }

    // ---- other workspaces ----

    @Test
    void anotherWorkspaceSeesItOnlyIfItsOwnKeyListedItAndNeverTheFirstOnesPins() {
        held(noon);
        made(7, MARKET);
        People others = People.fresh();
        Connected.change(() -> {
            Access ours = access(desk.people.workspace);
            Connection.connect(
                    others.workspace.id,
                    "sandbox:",
                    ours.key(),
                    ours.publerWorkspaceId(),
                    "Test",
                    Connected.bean(KeyBox.class),
                    Connected.now());
            Account account = new Account();
            account.workspace = others.workspace;
            account.publerId = desk.publerAccount;
            account.name = "Shared account";
            account.seenAt = Connected.now();
            account.persist();
        });
        anHourLater();
        assertThat(shown()).containsExactly(MARKET);
        assertThat(calendar(others, "list", "&of=day").text()).doesNotContain(MARKET);
        survey();
        assertThat(shown(others)).containsExactly(MARKET);
        assertThat(calendar(others, "list", "").text()).doesNotContain("Tart");
    }

    @Test
    void whatItsMinuteWasRefusedToIsTriedAgainInTheNext() {
        Instant at = desk.in(60);
        desk.stage.foreignPost(desk.publerAccount, at, MARKET, null);
        Long pin = desk.approvedPin(at);
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).fault).isEqualTo(pinplan.publishing.Fault.LIMIT);
        desk.change(pin, found -> found.retry(desk.approver(), Connected.now()));
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.status(pin)).isEqualTo(PinStatus.SCHEDULED);
        assertThat(desk.publication(pin).publishAt).isEqualTo(at.plus(Duration.ofMinutes(1)));
    }

    // ---- without a pin of ours ----

    @Test
    void aSurveyShowsItWhereNoPinOfOursIs() {
        String post = made(7, MARKET);
        survey();
        assertThat(shown()).containsExactly(MARKET);
        int asked = desk.log().requests(Operation.POSTS).size();
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(50));
        survey();
        assertThat(desk.log().requests(Operation.POSTS)).hasSize(asked);
        desk.stage.deletePost(post);
        desk.stage.fault(Fault.UNAVAILABLE, 1, Operation.POSTS);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(11));
        survey();
        assertThat(shown()).containsExactly(MARKET);
        Connected.bean(Clocks.class).shift(Duration.ofMinutes(11));
        survey();
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsOutSaysWhereAndIsForgottenAfterAYear() {
        made(7, MARKET);
        Connected.bean(Clocks.class).shift(Duration.between(Connected.now(), noon.plus(Duration.ofHours(2))));
        survey();
        Element row = calendar(desk.people, "list", "&of=day").document.selectFirst("tr.there");
        assertThat(row.text()).contains("Made in Publer", "Published.");
        assertThat(row.selectFirst("a").attr("href")).startsWith("https://www.pinterest.com/pin/");
        Connected.bean(Clocks.class).shift(Duration.ofDays(390));
        survey();
        assertThat(shown()).hasSize(1);
        Connected.bean(Clocks.class).shift(Duration.ofDays(20));
        survey();
        assertThat(shown()).isEmpty();
    }

    @Test
    void draftsFailuresAndWhatWasDeletedAreNot() {
        String[] posts = {made(1, "Draft"), made(2, "Failed"), made(3, "Deleted"), made(4, "Waits for somebody")};
        String[] states = {"draft", "failed", "published_deleted", "scheduled_pending"};
        for (int i = 0; i < posts.length; i++) {
            String state = states[i];
            String post = posts[i];
            desk.stage.change(world -> SandboxPost.update("state = ?1 where publerId = ?2", state, post));
        }
        survey();
        assertThat(shown()).containsExactly("Waits for somebody");
    }

    // ---- the calendar ----

    @Test
    void everyViewShowsItInItsPlaceAndCountsIt() {
        for (int i = 0; i < 4; i++) {
            desk.approvedPin(noon.plus(Duration.ofMinutes(10 * i)));
        }
        made(5, MARKET);
        survey();
        Element day = calendar(desk.people, "month", "")
                .document
                .selectFirst("time[datetime=" + LocalDate.ofInstant(noon, desk.people.workspace.zone) + "]")
                .closest("section");
        assertThat(day.select(".chip")).hasSize(4);
        assertThat(day.select(".chip-title").eachText().get(1)).isEqualTo(MARKET);
        assertThat(day.selectFirst(".more").text()).isEqualTo("+1 more");
        assertThat(day.selectFirst(".load").text()).isEqualTo("5 of 36");
        Element chip = day.selectFirst(".chip.there");
        assertThat(chip.select("a, .status, img")).isEmpty();
        assertThat(chip.text()).contains("Lemon & Thyme", "Made in Publer", "Move or edit it in Publer.");
        Page list = calendar(desk.people, "list", "");
        assertThat(list.document.select("td.name")).hasSize(5);
        assertThat(list.document.select("td.name").get(1).text()).contains(MARKET, "Move or edit it in Publer.");
        for (String view : List.of("day", "week")) {
            assertThat(calendar(desk.people, view, "")
                            .document
                            .select(".hours .chip.there .chip-title")
                            .eachText())
                    .containsExactly(MARKET);
        }
    }

    @Test
    void itsMinuteIsTakenForOurs() {
        made(0, MARKET);
        survey();
        Long clear = desk.approvedPin(noon.plus(Duration.ofMinutes(1)));
        assertThat(calendar(desk.people, "list", "&of=day").text()).doesNotContain("has the same minute");
        Long taken = desk.approvedPin(noon);
        assertThat(calendar(desk.people, "list", "&of=day").text())
                .contains("Another pin of this account has the same minute.");
        assertThat(preflight(clear))
                .contains("Its minute is free.", "2 of 36 pins of the account in 24 hours around its time.");
        assertThat(preflight(taken))
                .contains("A pin that was made in Publer itself has its minute: Publer would refuse this one.");
        Connected.change(() -> Workspace.update("dailyCap = 1 where id = ?1", desk.people.workspace.id));
        assertThat(preflight(taken)).anyMatch(line -> line.startsWith("With 1 that were made in Publer itself"));
    }

    private static List<String> preflight(Long pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Preflight.of(
                                Pin.findById(pin),
                                Connected.bean(MediaStore.class),
                                Connected.bean(pinplan.media.Advice.class),
                                Connected.now())
                        .lines()
                        .stream()
                        .map(Preflight.Line::words)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "&q=ASPARAGUS, 1",
        "&q=nothing, 0",
        "&account=%d, 1",
        "&account=1, 0",
        "&status=scheduled, 0",
        "&board=1, 0",
        "&campaign=1, 0"
    })
    void filtersReachAsFarAsTheyCan(String filter, int found) {
        made(7, MARKET);
        survey();
        Long account = QuarkusTransaction.requiringNew()
                .call(() ->
                        Account.<Account>find("publerId", desk.publerAccount).firstResult().id);
        Page page = calendar(desk.people, "list", filter.formatted(account));
        assertThat(page.document.select("tr.there")).hasSize(found);
        assertThat(calendar(desk.people, "month", filter.formatted(account))
                        .document
                        .select(".chip.there"))
                .hasSize(found);
    }

    @Test
    void itsWordsAreOnlyWords() {
        String hostile = "\"><script>alert(1)</script>{title}";
        made(1, hostile);
        made(2, "x".repeat(300));
        String post = made(3, "A link that is none");
        desk.stage.change(world ->
                SandboxPost.update("state = 'published', postLink = 'javascript:alert(1)' where publerId = ?1", post));
        survey();
        for (String view : List.of("month", "week", "day", "list")) {
            Page page = calendar(desk.people, view, "");
            assertThat(page.text()).contains(hostile, "x".repeat(150) + "…").doesNotContain("x".repeat(151));
            assertThat(page.document.select("main script, a[href^=javascript]")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theCalendarInARealBrowser(Screen screen) {
        held(noon);
        made(7, MARKET);
        made(9, "Ünbreakablê".repeat(28));
        String out = made(71, "Join us on Saturday: pruning for beginners, and a walk through the old orchard");
        desk.stage.change(world -> SandboxPost.update(
                "state = 'published', postLink = 'https://www.pinterest.com/pin/1234567890123/' where publerId = ?1",
                out));
        survey();
        LocalDate on = LocalDate.ofInstant(noon, desk.people.workspace.zone);
        try (Browser browser = Browser.open(screen).signedIn(desk.people.signIn(Role.VIEWER))) {
            for (String view : List.of("month", "week", "day", "list")) {
                browser.go("/calendar?view=" + view + "&on=" + on);
                assertThat(browser.page.locator(".made-there").count()).isEqualTo(3);
                browser.mustBeAccessible().shot("made-in-publer-" + view);
            }
        }
    }
}
