package pinplan.pin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.database.Clocks;
import pinplan.fetch.SafeFetcher;
import pinplan.link.Destination;
import pinplan.link.Health;
import pinplan.link.PageCheck;
import pinplan.link.PageChecks;
import pinplan.support.Page;
import pinplan.support.PictureServer;
import pinplan.team.Role;

/** The pages that pins lead to are looked at when it matters, each once, and what is found is said. */
@QuarkusTest
class PagesTest {
    private final Kitchen kitchen = new Kitchen();
    private final String place = UUID.randomUUID().toString();

    @Inject
    Pages pages;

    @Inject
    PageTick tick;

    @Inject
    PageChecks checks;

    @Inject
    SafeFetcher fetcher;

    @Inject
    Clocks clocks;

    @BeforeEach
    void nothingElseIsDue() {
        Kitchen.write(() -> {
            // What other tests left could lead anywhere.
            Destination.update("health.checkAt = null");
            return Destination.getEntityManager()
                    .createNativeQuery("delete from page_host")
                    .executeUpdate();
        });
    }

    @AfterEach
    void now() {
        clocks.reset();
    }

    private String page(String name, int status, String location) {
        return PictureServer.put(place + "/" + name, status, location, new byte[0]);
    }

    private Pin leadingTo(String link) {
        return leadingTo(link, kitchen.later(5));
    }

    private Pin leadingTo(String link, LocalDateTime at) {
        Pin pin = kitchen.draft("Tart", Role.CREATOR, at);
        return kitchen.verb(
                pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().leadingTo(link), by, now));
    }

    private Health health(Pin pin) {
        return kitchen.read(pin, one -> {
            Health health = one.leads().destination().health();
            assertThat(health.kind()).isNotNull();
            return health;
        });
    }

    private String said(Pin pin) {
        return health(pin).words(Kitchen.now(), kitchen.people.workspace.zone);
    }

    private Long id(Pin pin) {
        return kitchen.read(pin, one -> one.leads().destination().id);
    }

    private List<PageCheck> history(Pin pin) {
        return kitchen.read(pin, one -> PageCheck.of(one.leads().destination()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 |                         | false | Checked just now: fine.
            204 |                         | false | Checked just now: fine.
            301 | /same-host              | false | Checked just now: fine.
            302 | http://127.0.0.1:{port} | true  | This page sends everybody on to 127.0.0.1: link to that page itself
            302 | /{self}                 | false | Checked just now: it redirects again and again (302)
            404 |                         | true  | This page is not there any more (404), since
            410 |                         | true  | This page is not there any more (410), since
            401 |                         | false | Checked just now: we were not let in (401), as many shops turn programs away.
            403 |                         | false | Checked just now: we were not let in (403), as many shops turn programs away.
            429 |                         | false | Checked just now: we were not let in (429), as many shops turn programs away.
            500 |                         | false | Checked just now: its server failed (500). It is asked again soon.
            503 |                         | false | Checked just now: its server failed (503). It is asked again soon.
            """)
    void whatIsFoundIsSaid(int status, String location, boolean troubled, String words) {
        String there = page("there", 200, "");
        String to = location == null
                ? ""
                : location.equals("/same-host")
                        ? there
                        : location.replace("/{self}", "/" + place + "/tart")
                                .replace("http://127.0.0.1:{port}", there.replace("localhost", "127.0.0.1"));
        Pin pin = leadingTo(page("tart", status, to));
        assertThat(said(pin)).isEqualTo("Not checked yet.");
        assertThat(pages.one()).isTrue();
        assertThat(said(pin)).startsWith(words);
        assertThat(health(pin).troubled()).isEqualTo(troubled);
        assertThat(history(pin)).hasSize(1);
        assertThat(pages.one()).isFalse();
    }

    @Test
    void aPageIsLookedAtSoonAfterItsPinIsSavedAndThenWeekly() {
        Pin pin = leadingTo(page("tart", 200, ""), kitchen.later(30));
        assertThat(pages.one()).isTrue();
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields(), by, now));
        assertThat(pages.one()).as("saved again").isFalse();
        clocks.shift(Duration.ofDays(7).minusMinutes(1));
        assertThat(pages.one()).isFalse();
        clocks.shift(Duration.ofMinutes(2));
        assertThat(pages.one()).isTrue();
        assertThat(history(pin)).hasSize(2);
    }

    @Test
    void aPageIsLookedAtADayAheadOfItsPin() {
        Pin pin = leadingTo(page("tart", 200, ""), kitchen.later(3));
        assertThat(pages.one()).isTrue();
        clocks.shift(Duration.ofDays(2).minusMinutes(5));
        pages.aheadOf(Kitchen.now());
        assertThat(mineIsDue(pin)).isFalse();
        clocks.shift(Duration.ofMinutes(10));
        pages.aheadOf(Kitchen.now());
        assertThat(mineIsDue(pin)).isTrue();
        onlyMine(pin);
        assertThat(pages.one()).isTrue();
        pages.aheadOf(Kitchen.now());
        assertThat(mineIsDue(pin)).as("once is enough").isFalse();
    }

    @Test
    void whatIsNeededSoonComesBeforeAllElse() {
        Pin other = leadingTo(page("cake", 200, ""), kitchen.later(30));
        Pin mine = leadingTo(page("tart", 200, ""), kitchen.later(1).minusHours(2));
        Kitchen.write(() -> Destination.update(
                "health.checkAt = ?1 where id = ?2", Kitchen.now().minus(Duration.ofHours(1)), id(other)));
        pages.aheadOf(Kitchen.now());
        Kitchen.write(() -> Destination.update("health.checkAt = null where id not in (?1, ?2)", id(mine), id(other)));
        assertThat(pages.one()).isTrue();
        assertThat(history(mine)).hasSize(1);
        assertThat(history(other)).isEmpty();
    }

    @Test
    void aSlowServerLetsTheOthersPagesGoOn() {
        Pin fast = leadingTo(page("fast", 200, "").replace("localhost", "127.0.0.1"));
        Pin slow = leadingTo(PictureServer.after(place + "/fast", place + "/slow", "<p>Here".getBytes(UTF_8)));
        Kitchen.write(() -> Destination.update("health.checkAt = ?1 where id = ?2", PageChecks.FIRST, id(slow)));
        tick.look();
        assertThat(said(slow)).isEqualTo("Checked just now: fine.");
        assertThat(said(fast)).isEqualTo("Checked just now: fine.");
    }

    @Test
    void whatIsNoPublicPlaceIsNotCheckedAndNoTrouble() {
        Pin pin = leadingTo(page("tart", 302, "http://10.0.0.1/"));
        assertThat(pages.one()).isTrue();
        assertThat(said(pin)).isEqualTo("Not checked: only public addresses at the usual ports are looked at.");
        assertThat(history(pin)).extracting(PageCheck::words).containsExactly("Not checked");
        Pin other = leadingTo(page("cake", 200, ""));
        assertThat(pages.one()).as("its server is not left alone for it").isTrue();
        assertThat(said(other)).isEqualTo("Checked just now: fine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.edu:8443/tart", "http://192.168.1.1/tart", "http://127.1/"})
    void whatIsNoPublicPlaceByItsAddressIsNeverAsked(String link) {
        Pin pin = leadingTo(link);
        assertThat(health(pin).checkable()).isFalse();
        assertThat(pages.one()).isFalse();
        assertThat(pages.now(kitchen.people.workspace, id(pin))).isEqualTo(PageChecks.Answer.NEVER);
    }

    private boolean mineIsDue(Pin pin) {
        return Kitchen.write(() -> Destination.count("id = ?1 and health.checkAt <= ?2", id(pin), Kitchen.now())) == 1;
    }

    private void onlyMine(Pin pin) {
        Kitchen.write(() -> Destination.update("health.checkAt = null where id <> ?1", id(pin)));
    }

    @Test
    void whatNoPinNeedsIsLeftAlone() {
        Pin pin = leadingTo(page("tart", 404, ""));
        kitchen.verb(pin, Role.CREATOR, Pin::delete);
        Long page = Kitchen.write(() -> Pin.<Pin>findById(pin.id).leads().destination().id);
        assertThat(pages.one()).as("taken from the list").isTrue();
        assertThat(pages.one()).isFalse();
        Instant looked = Kitchen.write(
                () -> Destination.<Destination>findById(page).health().checkedAt());
        assertThat(looked).isNull();
    }

    @Test
    void aServerThatFailsIsBadTheSecondTimeAndGoodAgainAtOnce() {
        Pin pin = leadingTo(page("tart", 503, ""));
        assertThat(pages.one()).isTrue();
        assertThat(health(pin).kind()).isEqualTo("warn");
        assertThat(health(pin).troubled()).isFalse();
        clocks.shift(Duration.ofMinutes(29));
        assertThat(pages.one()).isFalse();
        clocks.shift(Duration.ofMinutes(2));
        assertThat(pages.one()).isTrue();
        assertThat(health(pin).kind()).isEqualTo("bad");
        assertThat(said(pin)).startsWith("The server of this page fails (503), since ");
        page("tart", 200, "");
        clocks.shift(Duration.ofHours(6).plusMinutes(1));
        assertThat(pages.one()).isTrue();
        assertThat(health(pin).kind()).isEmpty();
        assertThat(history(pin))
                .extracting(PageCheck::words)
                .containsExactly("Fine", "Its server failed (503)", "Its server failed (503)");
    }

    @Test
    void aServerThatFailsIsLeftAloneForAWhileWithAllItsPages() {
        leadingTo(page("tart", 500, ""));
        assertThat(pages.one()).isTrue();
        Pin other = leadingTo(page("cake", 200, ""));
        assertThat(pages.one()).isFalse();
        clocks.shift(Duration.ofSeconds(61));
        assertThat(pages.one()).isTrue();
        assertThat(said(other)).isEqualTo("Checked just now: fine.");
    }

    @Test
    void twoReplicasShareThePages() {
        Pin one = leadingTo(page("one", 200, ""));
        Pin two = leadingTo(page("two", 200, ""));
        AtomicBoolean began = new AtomicBoolean();
        // While this one holds a page, another replica looks for work.
        boolean first = checks.one(
                page -> {
                    if (!began.getAndSet(true)) {
                        assertThat(elsewhere()).as("the other page").isTrue();
                        assertThat(elsewhere()).as("the page that is held").isFalse();
                    }
                    return true;
                },
                page -> {});
        assertThat(first).isTrue();
        assertThat(history(one)).hasSize(1);
        assertThat(history(two)).hasSize(1);
        assertThat(pages.one()).isFalse();
    }

    @Test
    void aServerIsAskedByOneReplicaAtATime() {
        Pin gone = leadingTo(page("gone", 404, ""));
        Pin fine = leadingTo(page("fine", 200, ""));
        Kitchen.write(() -> Destination.update("health.checkAt = ?1 where id = ?2", Instant.EPOCH, id(gone)));
        AtomicReference<Boolean> meanwhile = new AtomicReference<>();
        // Told before its server is given back.
        assertThat(checks.one(page -> true, page -> meanwhile.set(elsewhere()))).isTrue();
        assertThat(meanwhile).hasValue(false);
        assertThat(pages.one()).isTrue();
        assertThat(history(fine)).hasSize(1);
    }

    private boolean elsewhere() {
        return CompletableFuture.supplyAsync(pages::one).join();
    }

    @Test
    void manyThreadsLookAtEachPageOnce() {
        List<Pin> pins = Stream.iterate(1, number -> number + 1)
                .limit(12)
                .map(number -> leadingTo(page("page-" + number, 200, "")))
                .toList();
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(this::work))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        work();
        assertThat(pins).allSatisfy(pin -> assertThat(history(pin)).hasSize(1));
    }

    private void work() {
        boolean more = pages.one();
        while (more) {
            more = pages.one();
        }
    }

    @Test
    void whatIsKeptForExamplesIsNeverLookedAt() {
        Pin pin = kitchen.draft("Tart", Role.CREATOR);
        assertThat(health(pin).checkable()).isFalse();
        assertThat(pages.one()).isFalse();
        assertThat(pages.now(kitchen.people.workspace, id(pin))).isEqualTo(PageChecks.Answer.NEVER);
    }

    @Test
    void noPageIsLookedAtWithATransactionOpen() {
        String link = page("tart", 200, "");
        assertThatThrownBy(() -> Kitchen.write(() -> fetcher.look(link))).isInstanceOf(IllegalStateException.class);
        assertThat(fetcher.look(link).status()).isEqualTo(200);
    }

    @Test
    void theHistoryEndsSomewhere() {
        Pin pin = leadingTo(page("tart", 200, ""), kitchen.later(300));
        for (int week = 0; week < 28; week++) {
            assertThat(pages.one()).isTrue();
            clocks.shift(Duration.ofDays(7).plusMinutes(1));
        }
        assertThat(history(pin)).hasSize(26);
    }

    @Test
    void itIsSaidWhereverThePinIs() {
        Pin pin = kitchen.verb(leadingTo(page("tart", 410, "")), Role.CREATOR, Pin::submit);
        assertThat(pages.one()).isTrue();
        String words = "This page is not there any more (410), since ";
        Page mine = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(mine.document.select("[data-link] .health.bad").text()).contains(words);
        assertThat(mine.document.select(".checks-card .warn").text()).contains("Its link: " + words);
        assertThat(kitchen.as(Role.VIEWER)
                        .get("/pins/" + pin.id)
                        .document
                        .select(".pin-shown .health")
                        .text())
                .contains(words);
        Page desk = kitchen.as(Role.APPROVER).get("/review");
        assertThat(desk.document.select(".waiting-text .notice").text()).contains(words);
        assertThat(desk.document.select(".decision .preflight").text()).contains("Look at it: Its link: " + words);
        Page calendar = kitchen.as(Role.VIEWER).get("/calendar?view=list&warning=true");
        assertThat(calendar.text()).contains("Tart");
        assertThat(kitchen.as(Role.VIEWER)
                        .get("/destinations")
                        .document
                        .select("tbody tr")
                        .text())
                .contains("Not there (410)");
    }

    @Test
    void whoMayEditHasAPageLookedAtNowAndNotTwiceInAMinute() {
        Pin pin = leadingTo(page("tart", 404, ""));
        String address = "/destinations/" + id(pin);
        Page looked = kitchen.as(Role.CREATOR).get(address).form("Check now").submit();
        assertThat(looked.text()).contains("The page was looked at.", "This page is not there any more (404), since ");
        assertThat(looked.document.select("details[open] .checks .bad").text()).contains("Not there (404)");
        page("tart", 200, "");
        assertThat(looked.form("Check now").submit().text()).contains("less than a minute ago");
        assertThat(history(pin)).hasSize(1);
        clocks.shift(Duration.ofSeconds(61));
        assertThat(kitchen.as(Role.CREATOR)
                        .get(address)
                        .form("Check now")
                        .submit()
                        .text())
                .contains("Checked just now: fine.");
        assertThat(kitchen.as(Role.VIEWER).get(address).document.select("[action$=check]"))
                .isEmpty();
    }

    @Test
    void whoMadeAPinOfTheNextDaysIsToldOnce() {
        Pin soon = leadingTo(page("tart", 404, ""), kitchen.later(3));
        Pin later = leadingTo(PictureServer.put(place + "/cake", 404, "", new byte[0]), kitchen.later(30));
        assertThat(pages.one()).isTrue();
        assertThat(pages.one()).isTrue();
        Page inbox = kitchen.as(Role.CREATOR).get("/inbox");
        assertThat(inbox.text())
                .contains("leads to a page that has a problem", "This page is not there any more (404), since ");
        assertThat(told(soon)).isEqualTo(1);
        assertThat(told(later)).isZero();
        clocks.shift(Duration.ofDays(1).plusMinutes(1));
        assertThat(pages.one()).isTrue();
        assertThat(told(soon)).isEqualTo(1);
    }

    @Test
    void whoMadeAPinIsToldOnceItIsNearAndOnceAgainAfterThePageWasWell() {
        Pin pin = leadingTo(page("tart", 404, ""), kitchen.later(9));
        assertThat(pages.one()).isTrue();
        assertThat(told(pin)).as("too early").isZero();
        for (int day = 0; day < 3; day++) {
            lookedAtADayLater();
        }
        assertThat(told(pin)).isEqualTo(1);
        page("tart", 503, "");
        lookedAtADayLater();
        page("tart", 410, "");
        lookedAtADayLater();
        assertThat(told(pin)).as("it was never well").isEqualTo(1);
        page("tart", 200, "");
        lookedAtADayLater();
        page("tart", 404, "");
        Kitchen.write(() -> Destination.update("health.checkAt = ?1 where id = ?2", Kitchen.now(), id(pin)));
        lookedAtADayLater();
        assertThat(told(pin)).isEqualTo(2);
    }

    private void lookedAtADayLater() {
        clocks.shift(Duration.ofDays(1).plusMinutes(1));
        assertThat(pages.one()).isTrue();
    }

    private long told(Pin pin) {
        return Kitchen.write(() -> ((Number) Pin.getEntityManager()
                        .createNativeQuery(
                                "select count(*) from notification where pin_id = ?1 and news = 'PAGE_TROUBLED'")
                        .setParameter(1, pin.id)
                        .getSingleResult())
                .longValue());
    }
}
