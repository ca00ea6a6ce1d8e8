package pinplan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.publishing.Fault;
import pinplan.publishing.Sample;
import pinplan.support.MailServer;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** Members get by mail what they want, as soon as they want it: from a real mail server on this machine. */
@QuarkusTest
@TestProfile(MailServer.Named.class)
class MailsTest {
    private static final String ADDRESS = MailServer.Named.ADDRESS;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private final Kitchen kitchen = new Kitchen();
    private MailServer server;

    @BeforeEach
    void open() {
        server = MailServer.at(port);
    }

    @AfterEach
    void close() {
        // Nothing is left to be told in the next test.
        QuarkusTransaction.requiringNew().run(() -> Notification.update("pace = null"));
        QuarkusTransaction.requiringNew()
                .run(() -> Mailing.delete("dueAt is not null and id not in"
                        + " (select n.mailing.id from Notification n where n.mailing is not null)"));
        QuarkusTransaction.requiringNew()
                .run(() -> Mailing.update("dueAt = null, givenUpAt = ?1 where dueAt is not null", Kitchen.now()));
        server.stop();
        bean(Clocks.class).reset();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private static void tick() {
        bean(Mails.class).tick();
    }

    private static void later(Duration time) {
        bean(Clocks.class).shift(time);
    }

    private Member member(Role role) {
        return kitchen.people.member(role);
    }

    private List<MimeMessage> to(Role role) {
        return server.to(member(role).email);
    }

    private void approve(Pin pin) {
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
    }

    private void say(Role role, Pin pin, String text) {
        kitchen.as(role)
                .get("/pins/" + pin.id)
                .form("Post comment")
                .fill("Comment", text)
                .submit();
    }

    private void choose(Role role, News news, Pace pace) {
        Page saved = kitchen.as(role)
                .get("/settings/notifications")
                .form("Save mail settings")
                .choose(news.choice(), pace.words())
                .submit();
        assertThat(saved.value(news.choice())).isEqualTo(pace.name());
    }

    private static String only(List<String> all, Predicate<String> which) {
        return all.stream().filter(which).findFirst().orElseThrow();
    }

    private static String path(String address) {
        assertThat(address).startsWith(ADDRESS + "/");
        return address.substring(ADDRESS.length());
    }

    private static List<String> links(MimeMessage mail) {
        return Jsoup.parse(MailServer.html(mail)).select("a").eachAttr("href");
    }

    // ---- what is said ----

    @Test
    void fortyApprovalsInFiveMinutesAreOneMail() throws Exception {
        List<Pin> pins = IntStream.range(0, 40)
                .mapToObj(number -> kitchen.inReview("Tart " + number))
                .toList();
        later(Duration.ofMinutes(6));
        for (Pin pin : pins) {
            approve(pin);
            later(Duration.ofSeconds(7));
            if (pins.indexOf(pin) % 10 == 0) {
                tick();
            }
        }
        tick();
        assertThat(to(Role.CREATOR)).isEmpty();
        later(Duration.ofMinutes(1));
        tick();
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
        MimeMessage mail = to(Role.CREATOR).get(0);
        assertThat(mail.getSubject()).isEqualTo(member(Role.APPROVER).name + " approved 40 pins");
        Document html = Jsoup.parse(MailServer.html(mail));
        assertThat(html.select("li")).hasSize(40);
        assertThat(html.select("li a").eachAttr("href")).contains(ADDRESS + "/pins/" + pins.get(0).id);
        assertThat(MailServer.text(mail))
                .contains("approved 40 pins", "- Tart 39", ADDRESS + "/pins/" + pins.get(39).id, ADDRESS + "/inbox");
        later(Duration.ofHours(1));
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
    }

    @Test
    void aFailureSaysTheCauseAndTheFixAndHasOneButton() throws Exception {
        Pin pin = kitchen.approved("Lemon <b>tart</b>");
        QuarkusTransaction.requiringNew()
                .run(() -> Sample.failed(
                        Pin.locked(kitchen.people.workspace, pin.id),
                        Fault.BOARD,
                        "The board “Cakes” is gone.",
                        Kitchen.now()));
        tick();
        MimeMessage mail = to(Role.CREATOR).get(0);
        assertThat(mail.getSubject()).isEqualTo("Lemon <b>tart</b> failed");
        String text = MailServer.text(mail);
        assertThat(text)
                .contains("Board: The board “Cakes” is gone.")
                .contains("What to do: Choose another board and send the pin through review again.")
                .contains("Lemon <b>tart</b>");
        Document html = Jsoup.parse(MailServer.html(mail));
        assertThat(html.select("b").eachText()).noneMatch(word -> word.equals("tart"));
        assertThat(html.text()).contains("The board “Cakes” is gone.", "Choose another board");
        assertThat(html.select("table a")).hasSize(1);
        String button = html.select("table a").attr("href");
        assertThat(text).contains(button);
        assertThat(links(mail))
                .as("one way to what it is about")
                .filteredOn(to -> !to.contains("/settings/") && !to.contains("/unsubscribe/"))
                .containsExactly(button);
        assertThat(kitchen.as(Role.CREATOR).get(path(button)).heading()).isEqualTo("Lemon <b>tart</b>");
    }

    @Test
    void aMentionComesAtOnceAndItsLinkLandsOnTheCommentAfterSignIn() throws Exception {
        Pin pin = kitchen.inReview("Lemon tart");
        say(Role.CREATOR, pin, "@" + member(Role.VIEWER).name + " is this <i>ours</i>?");
        tick();
        MimeMessage mail = to(Role.VIEWER).get(0);
        assertThat(mail.getSubject()).isEqualTo(member(Role.CREATOR).name + " mentioned you on Lemon tart");
        assertThat(MailServer.text(mail)).contains("is this <i>ours</i>?");
        String link = only(links(mail), address -> address.contains("/comments/"));
        Pages nobody = Pages.anonymous();
        Page door = nobody.get(path(link));
        assertThat(door.path).startsWith("/sign-in");
        String there = door.form("Sign in")
                .fill("Email", member(Role.VIEWER).email)
                .fill("Password", People.PASSWORD)
                .send()
                .header("Location");
        assertThat(there).endsWith(path(link));
        assertThat(nobody.one(path(link)).header("Location")).contains("/pins/" + pin.id + "#comment-");
    }

    @Test
    void oneMailHasEverythingThatWasGathered() throws Exception {
        Pin pin = kitchen.inReview("Lemon tart");
        Pin other = kitchen.inReview("Lime tart");
        tick();
        approve(pin);
        say(Role.APPROVER, other, "Which board?");
        later(Duration.ofMinutes(5));
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
        assertThat(to(Role.CREATOR).get(0).getSubject())
                .isEqualTo(member(Role.APPROVER).name + " commented on Lime tart, and 1 more");
        assertThat(MailServer.text(to(Role.CREATOR).get(0))).contains("approved Lemon tart", "Which board?");
    }

    @Test
    void whatIsReadOrDecidedMeanwhileIsNotMailed() {
        Pin decided = kitchen.inReview("Lemon tart");
        approve(decided);
        kitchen.as(Role.CREATOR)
                .sending()
                .formParam("from", 1)
                .formParam("until", Long.MAX_VALUE)
                .post("/inbox/read");
        later(Duration.ofMinutes(6));
        tick();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whatIsAskedOfAPinOnHoldIsMailedOnceItIsReleased() throws Exception {
        Pin held = kitchen.inReview("Lemon tart");
        Pin decided = kitchen.inReview("Lime tart");
        for (Pin pin : List.of(held, decided)) {
            kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("Wait.", by, now));
        }
        later(Duration.ofMinutes(6));
        tick();
        assertThat(to(Role.APPROVER)).isEmpty();
        kitchen.verb(decided, Role.CREATOR, Pin::withdraw);
        kitchen.verb(held, Role.APPROVER, Pin::release);
        tick();
        assertThat(to(Role.APPROVER)).hasSize(1);
        assertThat(MailServer.text(to(Role.APPROVER).get(0)))
                .contains("asks you to decide on Lemon tart")
                .doesNotContain("Lime");
    }

    /** Nothing happens to a pin where its approver becomes a viewer, or somebody is back whose place they kept. */
    @Test
    void whoIsAskedNoMoreIsNotAskedByMail() throws Exception {
        choose(Role.APPROVER, News.MENTIONED, Pace.BATCHED);
        Pin pin = kitchen.inReview("Lemon tart");
        say(Role.CREATOR, pin, "@" + member(Role.APPROVER).name + " what do you think?");
        asViewer(member(Role.APPROVER));
        later(Duration.ofMinutes(6));
        tick();
        assertThat(to(Role.ADMIN)).as("who is asked still").hasSize(1);
        assertThat(to(Role.APPROVER)).hasSize(1);
        assertThat(MailServer.text(to(Role.APPROVER).get(0)))
                .contains("mentioned you on Lemon tart")
                .doesNotContain("asks you to decide");
        assertThat(kitchen.as(Role.APPROVER).one("/inbox/unread").asString()).isEqualTo("1");
    }

    @Test
    void whoIsAskedNoMoreByTheTimeTheMailServerIsBackIsNotAsked() throws Exception {
        Member second = kitchen.people.another(Role.APPROVER);
        Pin held = kitchen.inReview("Lemon tart");
        later(Duration.ofMinutes(6));
        server.stop();
        tick();
        asViewer(second);
        kitchen.verb(held, Role.ADMIN, (p, by, now) -> p.hold("Wait.", by, now));
        asViewer(member(Role.APPROVER));
        later(Duration.ofMinutes(2));
        server = MailServer.at(port);
        tick();
        assertThat(server.received()).isEmpty();
        kitchen.verb(held, Role.ADMIN, Pin::release);
        tick();
        assertThat(to(Role.ADMIN)).as("who is asked still").hasSize(1);
        assertThat(to(Role.APPROVER)).isEmpty();
        assertThat(server.to(second.email)).isEmpty();
    }

    private static void asViewer(Member member) {
        QuarkusTransaction.requiringNew()
                .run(() -> Membership.update("role = ?1 where member = ?2", Role.VIEWER, member));
    }

    // ---- how soon, and whether ----

    @Test
    void theDayIsToldInTheMorningWhereTheMemberIs() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        QuarkusTransaction.requiringNew()
                .run(() -> Member.update("zone = ?1 where id = ?2", tokyo, member(Role.CREATOR).id));
        choose(Role.CREATOR, News.APPROVED, Pace.DIGEST);
        approve(kitchen.inReview("Lemon tart"));
        Instant now = Kitchen.now();
        LocalDateTime there = LocalDateTime.ofInstant(now, tokyo);
        LocalDateTime eight = there.toLocalDate().atTime(8, 0);
        Instant morning =
                (eight.isAfter(there) ? eight : eight.plusDays(1)).atZone(tokyo).toInstant();
        later(Duration.between(now, morning).minusMinutes(2));
        tick();
        assertThat(to(Role.CREATOR)).isEmpty();
        later(Duration.ofMinutes(3));
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
    }

    @Test
    void whoWantsNoneGetsNoneAndWhatWaitsFollowsTheChoice() {
        approve(kitchen.inReview("Lemon tart"));
        choose(Role.CREATOR, News.APPROVED, Pace.OFF);
        approve(kitchen.inReview("Lime tart"));
        later(Duration.ofMinutes(6));
        tick();
        assertThat(to(Role.CREATOR)).isEmpty();
        choose(Role.CREATOR, News.APPROVED, Pace.NOW);
        approve(kitchen.inReview("Apple tart"));
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
    }

    @Test
    void nobodyInTheDemoAndNobodyWhoLeft() {
        Member gone = kitchen.people.another(Role.APPROVER);
        kitchen.inReview("Lemon tart");
        QuarkusTransaction.requiringNew()
                .run(() -> Membership.update("removedAt = ?1 where member = ?2", Kitchen.now(), gone));
        QuarkusTransaction.requiringNew()
                .run(() -> Workspace.update("demo = true where id = ?1", kitchen.people.workspace.id));
        Pin pin = kitchen.inReview("Lime tart");
        approve(pin);
        later(Duration.ofMinutes(6));
        tick();
        assertThat(server.to(gone.email)).isEmpty();
        assertThat(to(Role.CREATOR)).isEmpty();
    }

    // ---- the way out ----

    @Test
    void theWayOutWorksWithoutSigningInAndOnlyWhenAsked() throws Exception {
        Pin pin = kitchen.inReview("Lemon tart");
        approve(pin);
        later(Duration.ofMinutes(6));
        tick();
        String way = path(only(links(to(Role.CREATOR).get(0)), address -> address.contains("/unsubscribe/")));
        Page ask = Pages.anonymous().get(way);
        assertThat(ask.text()).contains("My pin is approved").doesNotContain("mentions");
        assertThat(pace(Role.CREATOR, News.APPROVED)).isEqualTo(Pace.BATCHED);
        Page done = ask.form("Turn these mails off").submit();
        assertThat(done.status).isEqualTo(200);
        assertThat(done.heading()).isEqualTo("No more of these mails");
        assertThat(pace(Role.CREATOR, News.APPROVED)).isEqualTo(Pace.OFF);
        assertThat(pace(Role.CREATOR, News.COMMENTED)).isEqualTo(Pace.BATCHED);
        assertThat(pace(Role.ADMIN, News.APPROVED)).isEqualTo(Pace.BATCHED);
        approve(kitchen.inReview("Lime tart"));
        later(Duration.ofMinutes(6));
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
    }

    /** RFC 8058: the provider sends no Origin, has no session, and follows no redirect. */
    @Test
    void aMailProviderUnsubscribesByOneClick() throws Exception {
        kitchen.inReview("Lemon tart");
        later(Duration.ofMinutes(6));
        tick();
        MimeMessage mail = to(Role.APPROVER).get(0);
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String way = path(mail.getHeader("List-Unsubscribe")[0].replaceAll("^<|>$", ""));
        int status = io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("List-Unsubscribe", "One-Click")
                .post(way)
                .statusCode();
        assertThat(status).isEqualTo(200);
        assertThat(pace(Role.APPROVER, News.SUBMITTED)).isEqualTo(Pace.OFF);
        assertThat(pace(Role.OWNER, News.SUBMITTED)).isEqualTo(Pace.BATCHED);
        for (String forged : List.of(way + "x", way.replaceAll("[0-9]+\\.", "999999."), way.replaceAll("\\..*", ""))) {
            int refused = io.restassured.RestAssured.given().post(forged).statusCode();
            assertThat(refused).as(forged).isEqualTo(404);
        }
    }

    private Pace pace(Role role, News news) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Preference.of(kitchen.people.workspace, member(role)).get(news));
    }

    // ---- replicas, and a mail server that is away ----

    @Test
    void eachMailComesOnceHoweverManyReplicasLook() {
        IntStream.range(0, 5).forEach(number -> approve(kitchen.inReview("Tart " + number)));
        later(Duration.ofMinutes(6));
        CompletableFuture<?>[] replicas = Stream.generate(() -> CompletableFuture.runAsync(MailsTest::tick))
                .limit(6)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(replicas).join();
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
    }

    @Test
    void isTriedAgainLaterUnderItsOneName() throws Exception {
        approve(kitchen.inReview("Lemon tart"));
        later(Duration.ofMinutes(6));
        server.stop();
        tick();
        server = MailServer.at(port);
        tick();
        assertThat(server.received()).as("not at once").isEmpty();
        later(Duration.ofSeconds(61));
        tick();
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
        assertThat(to(Role.CREATOR).get(0).getMessageID()).matches("<mailing-[0-9]+@pins.example>");
    }

    @Test
    void whatIsNoLongerSoByTheTimeTheMailServerIsBackIsNotSaid() throws Exception {
        kitchen.inReview("Lemon tart");
        Pin decided = kitchen.inReview("Lime tart");
        Pin held = kitchen.inReview("Apple tart");
        later(Duration.ofMinutes(6));
        server.stop();
        tick();
        approve(decided);
        kitchen.verb(held, Role.ADMIN, (p, by, now) -> p.hold("Wait.", by, now));
        choose(Role.OWNER, News.SUBMITTED, Pace.OFF);
        later(Duration.ofMinutes(2));
        server = MailServer.at(port);
        tick();
        assertThat(to(Role.ADMIN)).hasSize(1);
        assertThat(MailServer.text(to(Role.ADMIN).get(0)))
                .contains("Lemon tart")
                .doesNotContain("Lime tart", "Apple tart");
        assertThat(to(Role.OWNER)).as("nothing of it is wanted any more").isEmpty();
        kitchen.verb(held, Role.ADMIN, Pin::release);
        tick();
        assertThat(to(Role.ADMIN)).hasSize(2);
        assertThat(MailServer.text(to(Role.ADMIN).get(1))).contains("Apple tart");
    }

    /** A replica died while it sent: another one takes over, and not before it must be dead. */
    @Test
    void whatNobodyEndedIsSentByAnother() {
        approve(kitchen.inReview("Lemon tart"));
        later(Duration.ofMinutes(6));
        QuarkusTransaction.requiringNew()
                .run(() -> Mailing.due(Kitchen.now()).forEach(group -> Mailing.gather(group, Kitchen.now())));
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(Mailing.claim(Kitchen.now())).isPresent());
        tick();
        assertThat(to(Role.CREATOR)).isEmpty();
        later(Duration.ofMinutes(11));
        tick();
        assertThat(to(Role.CREATOR)).hasSize(1);
    }

    @Test
    void whatIsGivenUpIsSaid() {
        choose(Role.CREATOR, News.APPROVED, Pace.NOW);
        approve(kitchen.inReview("Lemon tart"));
        server.stop();
        for (int i = 0; i < 32; i++) {
            tick();
            later(Duration.ofMinutes(61));
        }
        server = MailServer.at(port);
        tick();
        assertThat(to(Role.CREATOR)).isEmpty();
        assertThat(kitchen.as(Role.CREATOR).get("/settings/notifications").text())
                .contains("A mail to " + member(Role.CREATOR).email + " could not be sent");
    }
}
