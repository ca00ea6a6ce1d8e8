package pinplan.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignFields;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.database.Clocks;
import pinplan.media.Kind;
import pinplan.media.Media;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinFields;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.pin.Seen;
import pinplan.pin.Shot;
import pinplan.review.Audience;
import pinplan.review.Comment;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Membership;
import pinplan.team.Role;
import pinplan.team.Token;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** Somebody without an account, by a link. */
@QuarkusTest
class GuestTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages guest = Pages.anonymous();

    @Inject
    Clocks clocks;

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    private String link(Pin... pins) {
        return "/g/" + GuestSamples.link(kitchen.people, List.of(pins)).text();
    }

    @Test
    void aGuestSaysTheirNameOnceAndWhatTheyDecideCarriesIt() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        String link = link(first, second);
        Page page = guest.get(link);
        assertThat(page.document.select("article h2").eachText()).containsExactly("Apple tart", "Basil pesto");
        Page nameless = page.at(link + "/pins/" + first.id + "/approve").submit();
        assertThat(nameless.status).isEqualTo(422);
        assertThat(nameless.document.select("main > .notice.bad").text())
                .isEqualTo("Not sent yet. Type your name. You are asked only once.");
        assertThat(nameless.document.select("[autofocus]").eachAttr("id"))
                .containsExactly("approve-name-of-" + first.id);
        Page after = nameless.at(link + "/pins/" + first.id + "/approve")
                .set("name", "Ana <b>Acme</b>")
                .submit();
        assertThat(after.says("You approved “Apple tart”. Thank you. 1 more waits for you."))
                .isTrue();
        assertThat(after.document.select("input[name=name]")).isEmpty();
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.APPROVED);
        PinEvent event = kitchen.read(first, pin -> PinEvent.of(pin).get(0));
        assertThat(event.kind).isEqualTo(PinEvent.Kind.APPROVED);
        assertThat(event.guestName).isEqualTo("Ana <b>Acme</b>");
        String decided = Kitchen.write(() -> Panache.getEntityManager()
                .createNativeQuery(
                        "select d.fingerprint || ' ' || d.guest_name from decision d join review r on r.id = d.review_id"
                                + " where r.pin_id = ?1",
                        String.class)
                .setParameter(1, first.id)
                .getSingleResult()
                .toString());
        String fingerprint = kitchen.read(first, Pin::approvedFingerprint);
        assertThat(decided).isEqualTo(fingerprint + " Ana <b>Acme</b>");
        assertThat(event.note).isEqualTo("by the link “Ana of Acme”");
        after.at(link + "/pins/" + second.id + "/request-changes")
                .set("note", "More basil")
                .submit();
        assertThat(kitchen.status(second)).isEqualTo(PinStatus.CHANGES_REQUESTED);
        Page member = kitchen.as(Role.CREATOR).get("/pins/" + second.id);
        assertThat(member.document.select(".review-panel .note").text()).contains("More basil Ana <b>Acme</b> (guest)");
        assertThat(guest.get(link).document.select("article h2").eachText()).containsExactly("Apple tart");
    }

    /** The link was open when they pressed, and somebody else held the pin. */
    @Test
    void aLinkThatIsRevokedWhileTheyWaitForThePinDecidesNothing() throws Exception {
        Pin pin = kitchen.inReview("Apple tart");
        String link = link(pin);
        Form form = guest.get(link).at(link + "/pins/" + pin.id + "/approve").set("name", "Ana");
        CompletableFuture<Page> answer = Kitchen.write(() -> {
            Pin.lockedEvenDeleted(kitchen.people.workspace, pin.id);
            CompletableFuture<Page> sent = CompletableFuture.supplyAsync(form::submit);
            await().until(() -> somebodyWaitsFor("pin") || sent.isDone());
            QuarkusTransaction.requiringNew()
                    .run(() -> GuestLink.of(kitchen.people.workspace, 1)
                            .get(0)
                            .revoke(kitchen.people.member(Role.OWNER), Kitchen.now()));
            return sent;
        });
        Page closed = answer.get(1, TimeUnit.MINUTES);
        assertThat(closed.status).isEqualTo(404);
        assertThat(closed.says("This link is not open any more.")).isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    private static boolean somebodyWaitsFor(String table) {
        return !QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query like ?1")
                        .setParameter(1, "%from " + table + " %")
                        .getResultList())
                .isEmpty();
    }

    @Test
    void aGuestSeesOnlyWhatIsTheirsAndGuessesNothing() {
        Pin shown = kitchen.inReview("Shown");
        Pin other = kitchen.inReview("Other");
        Kitchen.write(() -> Comment.begin(
                shown, Audience.INTERNAL, "Margins are thin", kitchen.actor(Role.CREATOR), Kitchen.now()));
        Comment external = Kitchen.write(() ->
                Comment.begin(shown, Audience.EXTERNAL, "Do you like it?", kitchen.actor(Role.CREATOR), Kitchen.now()));
        String link = link(shown);
        Page page = guest.get(link);
        assertThat(page.says("Do you like it?")).isTrue();
        assertThat(page.says("Alt text: A slice")).isTrue();
        assertThat(page.says("Margins are thin")).isFalse();
        assertThat(page.says("Other")).isFalse();
        for (String what : List.of("approve", "request-changes", "comments")) {
            assertThat(send(link + "/pins/" + other.id + "/" + what)).isEqualTo(404);
            assertThat(send(link + "/pins/999999999/" + what)).isEqualTo(404);
        }
        Long media = kitchen.read(other, pin -> pin.shots().get(0).media.id);
        assertThat(guest.one(link + "/media/" + media + "/file").statusCode()).isEqualTo(404);
        String picture = page.document.select("article img").attr("src");
        Response seen = guest.one(picture);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.contentType()).isEqualTo("image/jpeg");
        assertThat(guest.one("/pins/" + shown.id).header("Location")).contains("/sign-in");
        Page dead = guest.get("/g/" + Token.fresh().text());
        assertThat(dead.status).isEqualTo(404);
        assertThat(dead.says("This link is not open any more.")).isTrue();
        assertThat(dead.document.select("a[href=/]")).isEmpty();
        Page said = page.at(link + "/pins/" + shown.id + "/comments")
                .set("name", "Ana")
                .set("comment", "Yes!")
                .set("thread", external.id.toString())
                .submit();
        assertThat(said.document.select(".thread").text()).contains("Do you like it?", "Ana (guest)", "Yes!");
        Page member = kitchen.as(Role.CREATOR).get("/pins/" + shown.id);
        assertThat(member.document.select(".thread.external").text()).contains("Ana (guest)");
    }

    @Test
    void aGuestSeesTheCoverOfAFilmAndNoOtherPicture() {
        Pin pin = kitchen.inReview("A film");
        var cover = kitchen.picture(java.awt.Color.CYAN);
        var other = kitchen.picture(java.awt.Color.RED);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            Media film = p.shots().get(0).media;
            film.kind = Kind.VIDEO;
            film.contentType = "video/mp4";
            film.durationMillis = 10_000L;
            Shot shot = new Shot(film, "");
            shot.cover = cover;
            p.edit(p.fields().showing(List.of(shot)), by, now);
            p.submit(by, now);
        });
        String link = link(pin);
        assertThat(guest.get(link).document.select("article .reel video").attr("poster"))
                .startsWith(link + "/media/" + cover.id + "/");
        assertThat(guest.get(link).document.select("[data-note=film]").text())
                .isEqualTo("Its cover: a picture of its own.");
        assertThat(guest.one(link + "/media/" + cover.id + "/file").statusCode())
                .isEqualTo(200);
        assertThat(guest.one(link + "/media/" + other.id + "/file").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aGuestSeesWhatChangedSinceTheyApprovedItAndItsPictureThen() {
        Pin pin = kitchen.inReview("Apple tart");
        Long then = picture(pin);
        String link = link(pin);
        guest.get(link)
                .at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .submit();
        edited(pin);
        Long between = picture(pin);
        edited(pin);
        assertThat(guest.one(link + "/media/" + then + "/file").statusCode()).isEqualTo(404);
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        Page page = guest.get(link);
        assertThat(page.document.select(".since h3").text()).startsWith("What changed since you approved it");
        assertThat(page.document.select(".since dt").eachText()).containsExactly("Media");
        List<String> pictures = page.document.select(".since img").eachAttr("src");
        assertThat(pictures).hasSize(2);
        pictures.forEach(
                each -> assertThat(guest.one(each).statusCode()).as(each).isEqualTo(200));
        assertThat(guest.one(link + "/media/" + then + "/file").statusCode()).isEqualTo(200);
        assertThat(guest.one(link + "/media/" + between + "/file").statusCode()).isEqualTo(404);
        assertThat(Pages.anonymous().get(link).document.select(".since h3").text())
                .startsWith("What changed since it was approved");
    }

    private Long picture(Pin pin) {
        return kitchen.read(pin, p -> p.shots().get(0).media.id);
    }

    private void edited(Pin pin) {
        Media other = kitchen.picture();
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            p.edit(
                    new PinFields(
                            was.title(),
                            was.description(),
                            was.link(),
                            was.account(),
                            was.board(),
                            null,
                            was.plannedFor(),
                            List.of(new Shot(other, "A slice"))),
                    by,
                    now);
        });
    }

    @Test
    void anInternalThreadTakesNoAnswerOfAGuest() {
        Pin pin = kitchen.inReview("Shown");
        Comment internal = Kitchen.write(
                () -> Comment.begin(pin, Audience.INTERNAL, "Between us", kitchen.actor(Role.CREATOR), Kitchen.now()));
        String link = link(pin);
        Response answer = guest.sending()
                .formParam("name", "Ana")
                .formParam("comment", "I heard you")
                .formParam("thread", internal.id)
                .post(link + "/pins/" + pin.id + "/comments");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private int send(String path) {
        return guest.sending()
                .formParam("name", "Ana")
                .formParam("note", "x")
                .formParam("comment", "x")
                .post(path)
                .statusCode();
    }

    @Test
    void aRevokedLinkDiesAtOnce() {
        Pin pin = kitchen.inReview("Shown");
        String link = link(pin);
        String picture = guest.get(link).document.select("article img").attr("src");
        kitchen.as(Role.APPROVER)
                .get("/review/guests")
                .form("Revoke the link for Ana of Acme")
                .submit();
        assertThat(guest.one(link).statusCode()).isEqualTo(404);
        assertThat(guest.one(picture).statusCode()).isEqualTo(404);
        assertThat(send(link + "/pins/" + pin.id + "/approve")).isEqualTo(404);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aLinkThatExpiredIsNoLink() {
        String link = link(kitchen.inReview("Shown"));
        Kitchen.write(() -> GuestLink.update(
                "expiresAt = ?1 where workspace = ?2", Kitchen.now().minusSeconds(1), kitchen.people.workspace));
        assertThat(guest.one(link).statusCode()).isEqualTo(404);
    }

    @Test
    void aPasscodeIsAskedForFirstAndGuessingIsSlow() {
        Pin pin = kitchen.inReview("Shown");
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(pin), null, "4711", true, true)
                        .text();
        Long media = kitchen.read(pin, p -> p.shots().get(0).media.id);
        Page door = guest.get(link);
        assertThat(door.says("Shown")).isFalse();
        assertThat(guest.one(link + "/media/" + media + "/file").statusCode()).isEqualTo(404);
        assertThat(send(link + "/pins/" + pin.id + "/approve")).isEqualTo(422);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        Page asked = door.at(link + "/pins/" + pin.id + "/request-changes")
                .set("name", "Ana")
                .set("note", "More <b>basil</b>")
                .submit();
        assertThat(asked.status).isEqualTo(422);
        assertThat(asked.document.select(".unsaved dd").eachText()).containsExactly("Ana", "More <b>basil</b>");
        assertThat(asked.hasButton("Open")).isTrue();
        assertThat(asked.says("Shown")).isFalse();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        Page empty = door.form("Open").submit();
        assertThat(empty.status).isEqualTo(422);
        assertThat(empty.error("Passcode")).isEqualTo("Type the passcode.");
        Page wrong = door.form("Open").fill("Passcode", "1234").submit();
        assertThat(wrong.status).isEqualTo(422);
        Page inside = wrong.form("Open").fill("Passcode", "4711").submit();
        assertThat(inside.says("Shown")).isTrue();
        Pages guessing = Pages.anonymous();
        for (int tries = 0; tries < 5; tries++) {
            guessing.get(link).form("Open").fill("Passcode", "000" + tries).submit();
        }
        assertThat(guessing.get(link).form("Open").fill("Passcode", "4711").submit().status)
                .isEqualTo(422);
        assertThat(guest.get(link).says("Shown")).isTrue();
    }

    @Test
    void whoTypesAPasscodeLearnsWhetherItIsWrongOrNotLookedAt() {
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(kitchen.inReview("Shown")), null, "4711", true, true)
                        .text();
        for (int tries = 0; tries < 5; tries++) {
            Page wrong = guest.get(link).form("Open").fill("Passcode", "1234").submit();
            assertThat(wrong.error("Passcode")).isEqualTo("That is not the passcode.");
        }
        Page early = guest.get(link).form("Open").fill("Passcode", "4711").submit();
        assertThat(early.status).isEqualTo(422);
        assertThat(early.error("Passcode")).contains("Too many wrong passcodes", "not checked");
    }

    @Test
    void aLinkLetsDoWhatItSaysAndNoMore() {
        Pin pin = kitchen.inReview("Shown");
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(pin), null, "", false, false)
                        .text();
        Page page = guest.get(link);
        assertThat(page.hasButton("Approve")).isFalse();
        assertThat(page.hasButton("Post comment")).isFalse();
        Page refused = page.at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .set("seen", kitchen.read(pin, p -> Seen.of(p).toString()))
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.says("You may not approve pins")).isTrue();
        Page silent = page.at(link + "/pins/" + pin.id + "/comments")
                .set("name", "Ana")
                .set("comment", "Hello")
                .submit();
        assertThat(silent.status).isEqualTo(422);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void nobodyApprovesTheirOwnPinByALinkOfTheirOwn() {
        Pin pin = kitchen.verb(kitchen.draft("Mine", Role.APPROVER), Role.APPROVER, Pin::submit);
        String link = link(pin);
        Page page = guest.get(link);
        assertThat(page.hasButton("Approve")).isFalse();
        Page refused = page.at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .set("seen", kitchen.read(pin, p -> Seen.of(p).toString()))
                .submit();
        assertThat(refused.says("The person who gave you this link wrote this pin"))
                .isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    /** Members are barred from that, so are those whom they invited. */
    @Test
    void nobodyApprovesTheirOwnMoveByALinkOfTheirOwn() {
        kitchen.as(Role.ADMIN)
                .get("/settings/review")
                .form("Save policy")
                .set("moves", "ALWAYS")
                .submit();
        Pin pin = kitchen.inReview("Moved");
        String link = link(pin);
        kitchen.verb(pin, Role.ADMIN, (p, by, now) -> p.approve(Seen.of(p).toString(), by, now));
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        Page page = guest.get(link);
        assertThat(page.hasButton("Approve")).isFalse();
        page.at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .set("seen", kitchen.read(pin, p -> Seen.of(p).toString()))
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aLinkGoesWithWhoMadeIt() {
        Pin pin = kitchen.inReview("Shown");
        String link = link(pin);
        place("role = 'VIEWER'");
        Page page = guest.get(link);
        assertThat(page.hasButton("Approve")).isFalse();
        Page refused = page.at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .set("seen", kitchen.read(pin, p -> Seen.of(p).toString()))
                .submit();
        assertThat(refused.status).isEqualTo(422);
        place("removedAt = instant");
        assertThat(guest.one(link).statusCode()).isEqualTo(404);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aLinkThatWentWithWhoMadeItStaysClosedWhereTheyComeBack() {
        Pin pin = kitchen.inReview("Shown");
        String link = link(pin);
        remove(Role.CREATOR);
        assertThat(guest.one(link).statusCode()).isEqualTo(200);
        remove(Role.APPROVER);
        assertThat(guest.one(link).statusCode()).isEqualTo(404);
        assertThat(kitchen.as(Role.OWNER)
                        .get("/review/guests")
                        .document
                        .select("[data-label=Until]")
                        .eachText())
                .containsExactly("closed");
        Kitchen.write(() -> Membership.begin(
                kitchen.people.workspace, kitchen.people.member(Role.APPROVER), Role.APPROVER, Kitchen.now()));
        assertThat(guest.one(link).statusCode()).isEqualTo(404);
        assertThat(send(link + "/pins/" + pin.id + "/approve")).isEqualTo(404);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aLinkThatWasLeftOpenByWhoWasRemovedBeforeIsClosedToo() throws Exception {
        String link = link(kitchen.inReview("Shown"));
        closeWithTheirMaker();
        assertThat(guest.one(link).statusCode()).isEqualTo(200);
        place("removedAt = instant");
        closeWithTheirMaker();
        place("removedAt = null");
        assertThat(guest.one(link).statusCode()).isEqualTo(404);
    }

    private static void closeWithTheirMaker() throws Exception {
        try (var file = GuestTest.class.getResourceAsStream("/db/migration/V96__closed_with_their_maker.sql")) {
            String migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Kitchen.write(() ->
                    Panache.getEntityManager().createNativeQuery(migration).executeUpdate());
        }
    }

    private void remove(Role role) {
        Long place = Membership.of(kitchen.people.member(role)).orElseThrow().id;
        kitchen.as(Role.OWNER).get("/team/" + place + "/remove").form("Remove").submit();
    }

    private void place(String change) {
        Kitchen.write(() -> Membership.update(
                change + " where workspace = ?1 and member = ?2",
                kitchen.people.workspace,
                kitchen.people.member(Role.APPROVER)));
    }

    @Test
    void aMemberSeesWhatGuestsSeeAndDecidesElsewhere() {
        Pin pin = kitchen.inReview("Shown");
        Page page = kitchen.as(Role.CREATOR).get(link(pin));
        assertThat(page.says("You are signed in as a member")).isTrue();
        assertThat(page.hasButton("Approve")).isFalse();
    }

    @Test
    void aGuestAsksForChangesOnlyWhereTheyAreAsked() {
        Pin pin = kitchen.approved("Approved");
        String link = link(pin);
        Page refused = guest.get(link)
                .at(link + "/pins/" + pin.id + "/request-changes")
                .set("name", "Ana")
                .set("note", "Another picture")
                .submit();
        assertThat(refused.says("Someone else decides on it now.")).isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatChangedMeanwhileIsNotApproved() {
        Pin pin = kitchen.inReview("Shown");
        String link = link(pin);
        Page page = guest.get(link);
        kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Another")
                .submit();
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        Page refused = page.at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .submit();
        assertThat(refused.says("This pin was changed while you were looking at it"))
                .isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void whereTheTimeIsAgreedOnTooAGuestAgreesToTheOneTheySaw() {
        kitchen.as(Role.ADMIN)
                .get("/settings/review")
                .form("Save policy")
                .set("moves", "ALWAYS")
                .submit();
        Pin pin = kitchen.inReview("Moved under the eyes");
        String link = link(pin);
        String approve = link + "/pins/" + pin.id + "/approve";
        Page page = guest.get(link);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        Page refused = page.at(approve).set("name", "Ana").submit();
        assertThat(refused.says("Its time was changed while you were looking at it"))
                .isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        refused.at(approve).submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatPassedItsTimeIsNotApprovedByAGuestEither() {
        Pin pin = kitchen.verb(kitchen.draft("Too late", Role.CREATOR, kitchen.later(1)), Role.CREATOR, Pin::submit);
        String link = link(pin);
        clocks.shift(Duration.ofDays(2));
        Page refused = guest.get(link)
                .at(link + "/pins/" + pin.id + "/approve")
                .set("name", "Ana")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.says("Its time has passed")).isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    /** Somebody from outside knows neither who asks, nor by when, nor whose clock it is. */
    @Test
    void aGuestReadsWhoAsksForWhatAndByWhen() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        ZoneId zone = kitchen.people.workspace.zone;
        String maker = kitchen.people.member(Role.APPROVER).name;
        Page page = guest.get(link(first, second));
        assertThat(page.document.select(".asks").text())
                .isEqualTo(
                        "%s asks you to decide on 2 pins: approve, or say what should change. The first goes out on %s (%s)."
                                .formatted(maker, Formats.moment(first.publishAt(), zone), zone));
        assertThat(page.document.select("article time").first().parent().text()).endsWith(" " + zone);
        kitchen.verb(first, Role.CREATOR, Pin::withdraw);
        kitchen.verb(second, Role.CREATOR, Pin::withdraw);
        assertThat(guest.get(page.path).document.select(".asks").text())
                .isEqualTo("Nothing waits for your decision right now.");
    }

    @Test
    void afterADecisionOneGoesOnToWhatIsBehindIt() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        Pin third = kitchen.inReview("Carrot cake");
        String link = link(first, second, third);
        Page after = guest.get(link)
                .at(link + "/pins/" + second.id + "/approve")
                .set("name", "Ana")
                .submit();
        assertThat(after.document.select("#next .flash").text())
                .isEqualTo("You approved “Basil pesto”. Thank you. 2 more wait for you.");
        assertThat(after.document.select("#next + article").attr("id")).isEqualTo("pin-" + third.id);
        Page last = after.at(link + "/pins/" + third.id + "/approve").submit();
        assertThat(last.document.select("#next")).isEmpty();
        assertThat(last.document.select("main > .flash").text())
                .isEqualTo("You approved “Carrot cake”. Thank you. 1 more waits for you.");
    }

    @Test
    void whoDecidedOnAllOfTheLastPageBeginsAgain() {
        Pin[] pins = IntStream.rangeClosed(1, 13)
                .mapToObj(number -> kitchen.inReview("Tart " + number))
                .toArray(Pin[]::new);
        String link = link(pins);
        Page page = guest.get(link + "?page=2");
        assertThat(page.document.select("article h2").eachText()).containsExactly("Tart 13");
        Page after = page.at(link + "/pins/" + pins[12].id + "/request-changes")
                .set("name", "Ana")
                .set("note", "Another picture")
                .submit();
        assertThat(after.says("You asked for changes to “Tart 13”.")).isTrue();
        assertThat(after.document.select("article h2")).hasSize(12);
    }

    @Test
    void aGuestTakesTheStepThatAsksForOne() {
        Page policy = kitchen.as(Role.ADMIN).get("/settings/review");
        policy.form("Save policy").set("who1", "ADMIN").set("who2", "GUEST").submit();
        Pin pin = kitchen.inReview("Two steps");
        String link = link(pin);
        assertThat(guest.get(link).hasButton("Approve")).isFalse();
        kitchen.as(Role.ADMIN).get("/pins/" + pin.id).form("Approve").submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        Page approver = kitchen.as(Role.APPROVER).get("/pins/" + pin.id);
        assertThat(approver.says("It waits for a guest whose link lets them decide."))
                .isTrue();
        assertThat(kitchen.as(Role.ADMIN).get("/review").document.select(".deck"))
                .isEmpty();
        Page page = guest.get(link);
        page.at(link + "/pins/" + pin.id + "/approve").set("name", "Ana").submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(kitchen.as(Role.VIEWER)
                        .get("/pins/" + pin.id)
                        .document
                        .select(".course")
                        .text())
                .contains("Ana (guest) agreed");
    }

    @Test
    void aCampaignsLinkShowsWhatComesLaterAndNoDrafts() {
        Campaign campaign = Kitchen.write(() -> Campaign.begin(
                Workspace.locked(kitchen.people.workspace),
                new CampaignFields("Spring", "", "", null, null, null, Colour.BERRY, null, null, Start.none()),
                Kitchen.now()));
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(), campaign, "", true, true)
                        .text();
        assertThat(guest.get(link).says("Nothing to look at right now")).isTrue();
        Pin pin = kitchen.draft("Later", Role.CREATOR);
        kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .choose("Campaign", "Spring")
                .submit();
        assertThat(guest.get(link).says("Later")).isFalse();
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(guest.get(link).document.select("article h2").eachText()).containsExactly("Later");
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(Seen.of(p).toString(), by, now));
        Media other = kitchen.picture();
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            p.edit(p.fields().showing(List.of(new Shot(other, "A slice"))), by, now);
            // Publer has what was approved, and has not deleted it yet.
            p.publishing(Publishing.RECALLING, false, now);
        });
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.PUBLISHING);
        assertThat(guest.get(link).says("Later")).isFalse();
        assertThat(guest.one(link + "/media/" + other.id + "/file").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasApprovedIsShownUntilItIsOutAndThen() {
        Pin pin = kitchen.approved("Out");
        String link = link(pin);
        for (Publishing state : List.of(Publishing.SENDING, Publishing.SCHEDULED, Publishing.PUBLISHED)) {
            kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(state, false, now));
            assertThat(guest.get(link).document.select("article h2").eachText())
                    .as("%s", state)
                    .containsExactly("Out");
        }
    }

    @Test
    void aLinkIsMadeAndShownOnce() {
        Pin pin = kitchen.inReview("Shown");
        Pages pages = kitchen.as(Role.APPROVER);
        Page wrong = pages.get("/review/guests")
                .form("Make the link")
                .fill("Passcode", "x")
                .submit();
        assertThat(wrong.status).isEqualTo(422);
        assertThat(wrong.error("Who it is for")).contains("Say who it is for");
        assertThat(wrong.error("Campaign")).contains("Choose a campaign, or some pins");
        assertThat(wrong.error("Passcode")).contains("4 to 64");
        Page made = wrong.form("Make the link")
                .fill("Who it is for", "Ana")
                .fill("Passcode", "")
                .set("pin", pin.id.toString())
                .submit();
        String link = made.document.select(".copy").text();
        assertThat(guest.get(link.substring(link.indexOf("/g/"))).says("Shown")).isTrue();
        assertThat(pages.get("/review/guests").document.select(".copy")).isEmpty();
    }

    @Test
    void whoeverMakesALinkHearsThatAPinOfItWasDeletedMeanwhile() {
        Pin gone = kitchen.inReview("Gone");
        Pin stays = kitchen.inReview("Stays");
        Form form = kitchen.as(Role.APPROVER)
                .get("/review/guests")
                .form("Make the link")
                .fill("Who it is for", "Ana")
                .set("pin", gone.id.toString())
                .add("pin", stays.id.toString());
        kitchen.verb(gone, Role.CREATOR, Pin::delete);
        Page refused = form.submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Campaign")).startsWith("1 of the pins that you chose was deleted meanwhile.");
        assertThat(refused.form("Make the link").submit().document.select(".copy"))
                .hasSize(1);
    }

    @Test
    void aNewLinkDecidesOnlyWhereThatIsChosen() {
        Page page = kitchen.as(Role.APPROVER).get("/review/guests");
        assertThat(page.document.select("#approves")).hasSize(1);
        assertThat(page.document.select("#approves[checked]")).isEmpty();
        assertThat(page.says("No pin is in review now")).isTrue();
        assertThat(page.says("None: the pins chosen below")).isFalse();
        kitchen.inReview("Shown");
        assertThat(kitchen.as(Role.APPROVER).get("/review/guests").says("None: the pins chosen below"))
                .isTrue();
    }
}
