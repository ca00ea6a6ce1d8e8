package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pinplan.review.Rules.all;
import static pinplan.review.Rules.any;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignFields;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.database.Clocks;
import pinplan.pin.Actor;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.PinFields;
import pinplan.pin.PinStatus;
import pinplan.pin.Refused;
import pinplan.pin.Seen;
import pinplan.pin.Standing;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** Whose word a pin needs, and what of it outlives a move. */
@QuarkusTest
class PolicyTest {
    private final Kitchen kitchen = new Kitchen();
    private final Member mia = kitchen.people.another(Role.APPROVER);
    private final Member tom = kitchen.people.another(Role.APPROVER);
    private final Member approver = kitchen.people.member(Role.APPROVER);
    private final Member admin = kitchen.people.member(Role.ADMIN);
    private final Member owner = kitchen.people.member(Role.OWNER);

    @Inject
    Escalation escalation;

    @Inject
    Clocks clocks;

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    private void approve(Pin pin, Member member, Role role) {
        Kitchen.write(() -> {
            Pin locked = Pin.locked(kitchen.people.workspace, pin.id);
            locked.approve(Seen.of(locked).toString(), new Actor(member, role), Kitchen.now());
            return locked;
        });
    }

    private void approve(Pin pin, Member member) {
        approve(pin, member, Role.APPROVER);
    }

    private void isRefused(Pin pin, Member member, Role role, String why) {
        assertThatThrownBy(() -> approve(pin, member, role))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private List<Long> waiting(Pin pin) {
        return kitchen.read(
                pin, p -> Seat.of(p).stream().map(seat -> seat.member().id).toList());
    }

    // ---- steps ----

    @Test
    void threeStepsAreTakenOneAfterTheOther() {
        Rules.steps(kitchen, any(mia, tom), all(Role.ADMIN), any(Role.APPROVER));
        Pin pin = kitchen.inReview("Three steps");
        isRefused(pin, approver, Role.APPROVER, "You are not asked about it. It waits for");
        isRefused(pin, owner, Role.OWNER, "not asked about it");
        approve(pin, tom);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        isRefused(pin, mia, Role.APPROVER, "not asked about it");
        assertThat(waiting(pin)).containsExactlyInAnyOrder(admin.id, owner.id);
        approve(pin, admin, Role.ADMIN);
        isRefused(pin, admin, Role.ADMIN, "You agreed to it. It waits for The Owner");
        approve(pin, owner, Role.OWNER);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        approve(pin, mia);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        assertThat(events)
                .extracting(event -> event.kind.name() + " " + event.note)
                .startsWith("APPROVED ", "AGREED step 2 of 3", "AGREED step 2 of 3", "AGREED step 1 of 3");
    }

    @Test
    void whatWasAgreedOnIsAskedForAgainOnceItIsChanged() {
        Rules.steps(kitchen, any(mia), any(tom));
        Pin pin = kitchen.inReview("Two steps");
        approve(pin, mia);
        kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Another")
                .submit();
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        isRefused(pin, tom, Role.APPROVER, "not asked about it");
        approve(pin, mia);
        approve(pin, tom);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whoAgreedByMistakeCanStillRequestChanges() {
        Rules.steps(kitchen, all(mia, approver), any(Role.OWNER));
        Pin pin = kitchen.inReview("By mistake");
        Page page =
                kitchen.as(Role.APPROVER).get("/pins/" + pin.id).form("Approve").submit();
        assertThat(page.document.select(".review-panel summary").eachText()).contains("Agreed by mistake?");
        Page refused = page.form("Request changes").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select(".review-panel details[open] .error").text())
                .isEqualTo("Say what should change.");
        refused.form("Request changes")
                .fill("What should change", "Not this one")
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.CHANGES_REQUESTED);
        Pin other = kitchen.inReview("Not asked");
        assertThat(kitchen.as(Role.ADMIN)
                        .get("/pins/" + other.id)
                        .document
                        .select(".review-panel summary")
                        .eachText())
                .doesNotContain("Agreed by mistake?");
    }

    @Test
    void theWholePathThroughThePages() {
        Rules.steps(kitchen, all(mia, approver), any(Role.OWNER));
        Pin pin = kitchen.inReview("By page");
        Pages mias = Pages.signedIn(kitchen.people.signIn(mia));
        Page page = mias.get("/pins/" + pin.id);
        assertThat(page.document.select(".course li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Now Another Approver");
        assertThat(mias.get("/calendar").document.select(".nav [data-badge]").attr("data-badge"))
                .isEqualTo("1");
        assertThat(kitchen.as(Role.VIEWER)
                        .get("/pins/" + pin.id)
                        .document
                        .select(".review-panel .notice")
                        .text())
                .endsWith(mia.name + " and " + approver.name + " decide.");
        page = page.form("Approve").submit();
        assertThat(page.document.select(".flash").text())
                .isEqualTo("You agreed to “By page”. It waits for " + approver.name + ", step 1 of 2.");
        assertThat(page.document.select(".status").text()).isEqualTo("In review");
        assertThat(page.document.select(".review-panel .notice").text()).contains("You agreed to it. It waits for");
        assertThat(page.document.select("button:contains(Approve)")).isEmpty();
        assertThat(mias.get("/calendar").document.select(".nav [data-badge]")).isEmpty();
        assertThat(mias.get("/review")
                        .document
                        .select("h2.waiting-head + ol h2")
                        .eachText())
                .containsExactly("By page");
        assertThat(mias.get("/calendar?view=list&mine=true").document.select("td.name"))
                .isEmpty();
        Page theirs = kitchen.as(Role.APPROVER).get("/review");
        assertThat(theirs.document.select(".deck h2").eachText()).containsExactly("By page");
        assertThat(theirs.document.select(".course li.now").text()).contains("agreed");
        assertThat(theirs.form("Approve").submit().document.select(".flash").text())
                .isEqualTo("You agreed to “By page”. Now an owner decides, step 2 of 2."
                        + " By mistake? You can take it back on its page. Open the pin");
        Pages owners = kitchen.as(Role.OWNER);
        assertThat(owners.get("/calendar?view=list&mine=true").document.select("td.name"))
                .hasSize(1);
        page = owners.get("/pins/" + pin.id).form("Approve").submit();
        assertThat(page.document.select(".flash").text()).isEqualTo("You approved “By page”.");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whoAgreesToManyHearsHowManyGoOn() {
        Rules.steps(kitchen, any(approver), any(Role.OWNER));
        kitchen.inReview("One");
        kitchen.inReview("Another");
        Page desk = kitchen.as(Role.APPROVER).get("/review?ticked=all");
        assertThat(desk.form("Approve selected")
                        .submit()
                        .document
                        .select(".flash")
                        .text())
                .isEqualTo("You approved 2 pins. Of them 2 wait for the next step.");
    }

    @Test
    void whereNobodyIsLeftThePageSaysWhoCouldHelp() {
        remove(admin);
        Rules.steps(kitchen, all(Role.OWNER));
        Pin pin = kitchen.verb(kitchen.draft("Owned", Role.OWNER), Role.OWNER, Pin::submit);
        assertThat(waiting(pin)).isEmpty();
        for (Role role : List.of(Role.OWNER, Role.APPROVER, Role.CREATOR)) {
            assertThat(kitchen.as(role)
                            .get("/pins/" + pin.id)
                            .document
                            .select(".review-panel .notice")
                            .text())
                    .contains("Nobody is left for this step")
                    .contains("Another admin or owner could decide")
                    .doesNotContain("Someone else");
        }
    }

    // ---- who can't ----

    @Test
    void whoWroteItIsNotAskedAndOthersAreEnough() {
        Rules.steps(kitchen, all(approver, mia));
        Pin pin = kitchen.verb(kitchen.draft("Own", Role.APPROVER), Role.APPROVER, Pin::submit);
        assertThat(waiting(pin)).containsExactly(mia.id);
        isRefused(pin, approver, Role.APPROVER, "Nobody approves their own pin");
        approve(pin, mia);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whereOnlyItsAuthorIsAskedAnAdminDecidesInTheirPlace() {
        Rules.steps(kitchen, any(approver));
        Pin pin = kitchen.verb(kitchen.draft("Own", Role.APPROVER), Role.APPROVER, Pin::submit);
        assertThat(waiting(pin)).containsExactlyInAnyOrder(admin.id, owner.id);
        approve(pin, admin, Role.ADMIN);
        assertThat(lastNote(pin)).isEqualTo("in place of " + approver.name + ", whose own pin it is");
    }

    @Test
    void whoIsRemovedIsReplacedByAnAdminVisibly() {
        Rules.steps(kitchen, all(mia, tom));
        Pin pin = kitchen.inReview("Removed");
        approve(pin, tom);
        remove(mia);
        assertThat(waiting(pin)).containsExactlyInAnyOrder(admin.id, owner.id);
        Page page = kitchen.as(Role.ADMIN).get("/pins/" + pin.id);
        assertThat(page.document.select(".review-panel").text())
                .contains("You decide in place of " + mia.name + ", who can't decide here any more.");
        page = page.form("Approve").submit();
        assertThat(page.document.select(".course").text()).contains("agreed in place of " + mia.name);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whoRemovesSomebodyIsAskedAndToldWhatNamesThemAndThePolicyWarns() {
        Rules.steps(kitchen, any(tom), all(mia));
        Pages pages = kitchen.as(Role.ADMIN);
        String place = "/team/" + Membership.of(mia).orElseThrow().id + "/remove";
        Page team = pages.get("/team");
        assertThat(team.document.select("form[action$=/remove]")).isEmpty();
        assertThat(team.document.select("a[href=\"" + place + "\"]")).hasSize(1);
        Page asked = pages.get(place);
        assertThat(asked.text()).contains("Step 2 of the workspace's policy").doesNotContain("Step 1");
        assertThat(pages.get("/settings/review").document.select(".step .notice"))
                .isEmpty();
        assertThat(asked.form("Remove").submit().says("was removed")).isTrue();
        Page policy = pages.get("/settings/review");
        assertThat(policy.document.select("#step2 .notice").text()).contains("This step names " + mia.name);
        assertThat(policy.document.select("#step1 .notice")).isEmpty();
    }

    @Test
    void whoLostTheRightIsReplacedToo() {
        Rules.steps(kitchen, any(mia));
        Pin pin = kitchen.inReview("Demoted");
        Kitchen.write(() -> Membership.update(
                "role = ?1 where workspace = ?2 and member = ?3", Role.CREATOR, kitchen.people.workspace, mia));
        isRefused(pin, mia, Role.CREATOR, "You may not approve");
        assertThat(waiting(pin)).containsExactlyInAnyOrder(admin.id, owner.id);
    }

    @Test
    void whoIsAwayIsReplacedByTheirDelegate() {
        Rules.steps(kitchen, any(mia));
        Pin pin = kitchen.inReview("Away");
        isRefused(pin, tom, Role.APPROVER, "not asked about it");
        Page settings = Pages.signedIn(kitchen.people.signIn(mia))
                .get("/settings")
                .at("/settings/away")
                .fill("Away until", LocalDate.now().plusDays(9).toString())
                .choose("In your place", tom.name)
                .submit();
        assertThat(settings.says("You are away")).isTrue();
        assertThat(waiting(pin)).contains(tom.id, admin.id, mia.id).doesNotContain(approver.id);
        assertThat(kitchen.as(Role.CREATOR)
                        .get("/team")
                        .says("away until "
                                + pinplan.web.Formats.date(LocalDate.now().plusDays(9))))
                .isTrue();
        approve(pin, tom);
        assertThat(lastNote(pin)).isEqualTo("in place of " + mia.name + ", who is away");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whoIsBackIsNotReplacedAnyMore() {
        Rules.steps(kitchen, any(mia));
        Pin pin = kitchen.inReview("Back");
        Kitchen.write(() -> Membership.update(
                "awayUntil = ?1, delegate = ?2 where workspace = ?3 and member = ?4",
                Kitchen.now().minusSeconds(1),
                tom,
                kitchen.people.workspace,
                mia));
        assertThat(waiting(pin)).contains(tom.id);
        escalation.tick();
        assertThat(waiting(pin)).containsExactly(mia.id);
        isRefused(pin, tom, Role.APPROVER, "not asked about it");
    }

    /** Two decide at once, and somebody is removed meanwhile: what is kept is what a fresh look says. */
    @Test
    void whoCanDecideIsKeptAsItIs() {
        Rules.steps(kitchen, all(mia, tom, approver));
        List<Pin> pins = List.of(kitchen.inReview("One"), kitchen.inReview("Two"), kitchen.inReview("Three"));
        List<Runnable> all = new java.util.ArrayList<>();
        pins.forEach(pin -> all.addAll(List.of(() -> approve(pin, mia), () -> approve(pin, tom))));
        all.add(() -> remove(approver));
        all.parallelStream().forEach(Runnable::run);
        for (Pin pin : pins) {
            assertThat(waiting(pin)).containsExactlyInAnyOrder(admin.id, owner.id);
        }
    }

    @Test
    void aDayThatHasPassedIsNoAbsence() {
        Page page = Pages.signedIn(kitchen.people.signIn(mia))
                .get("/settings")
                .at("/settings/away")
                .fill("Away until", "2020-01-01")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Away until")).contains("today or a later day");
    }

    @Test
    void aStepThatLostItsLastSeatIsConfirmedByAnAdminAndNotByItself() {
        Rules.steps(kitchen, all(Role.APPROVER));
        Pin pin = kitchen.inReview("Emptied");
        for (Member each : List.of(mia, tom, approver)) {
            approve(pin, each);
        }
        approve(pin, owner, Role.OWNER);
        assertThat(waiting(pin)).containsExactly(admin.id);
        remove(admin);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(waiting(pin)).containsExactly(owner.id);
        approve(pin, owner, Role.OWNER);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    /** Who wrote it is asked too, and can't be whom it waits for in the end. */
    @ParameterizedTest
    @ValueSource(strings = {"removed", "demoted"})
    void aStepThatWaitsForItsAuthorAloneIsConfirmedByAnAdmin(String how) {
        Rules.steps(kitchen, all(Role.APPROVER));
        Pin pin = kitchen.verb(kitchen.draft("Emptied", Role.OWNER), Role.OWNER, Pin::submit);
        approve(pin, tom);
        approve(pin, approver);
        assertThat(waiting(pin)).containsExactlyInAnyOrder(mia.id, admin.id);
        approve(pin, admin, Role.ADMIN);
        if (how.equals("removed")) {
            remove(mia);
        } else {
            Kitchen.write(() -> Membership.update(
                    "role = ?1 where workspace = ?2 and member = ?3", Role.CREATOR, kitchen.people.workspace, mia));
        }
        isConfirmedBy(pin, admin, Role.ADMIN);
    }

    @Test
    void aStepThatWaitsForAnAuthorWhoMayApproveNoMoreIsConfirmedByAnAdmin() {
        Kitchen.write(() -> Workspace.locked(kitchen.people.workspace).authorsMayApprove = true);
        Rules.steps(kitchen, all(Role.ADMIN));
        Pin pin = kitchen.verb(kitchen.draft("Own", Role.OWNER), Role.OWNER, Pin::submit);
        approve(pin, admin, Role.ADMIN);
        assertThat(waiting(pin)).containsExactly(owner.id);
        Kitchen.write(() -> Workspace.locked(kitchen.people.workspace).authorsMayApprove = false);
        isConfirmedBy(pin, admin, Role.ADMIN);
    }

    private void isConfirmedBy(Pin pin, Member member, Role role) {
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(waiting(pin)).containsExactly(member.id);
        approve(pin, member, role);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    private void remove(Member member) {
        Kitchen.write(() -> Membership.update(
                "removedAt = ?1 where workspace = ?2 and member = ?3",
                Kitchen.now(),
                kitchen.people.workspace,
                member));
    }

    private String lastNote(Pin pin) {
        return kitchen.read(pin, p -> PinEvent.of(p).get(0).note);
    }

    // ---- none ----

    @Test
    void withoutStepsASubmitByWhoMayApproveIsTheirApproval() {
        Rules.steps(kitchen);
        Pin pin = kitchen.verb(kitchen.draft("Mine", Role.APPROVER), Role.APPROVER, Pin::submit);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        assertThat(events.get(0).kind).isEqualTo(PinEvent.Kind.APPROVED);
        assertThat(events.get(0).actor.id).isEqualTo(approver.id);
        assertThat(kitchen.status(kitchen.inReview("A creator's"))).isEqualTo(PinStatus.IN_REVIEW);
    }

    // ---- time ----

    @Test
    void aMoveKeepsTheApprovalOnlyWithinItsDays() {
        Rules.set(kitchen, null, policy -> {
            policy.moves = Moves.WITHIN;
            policy.movesDays = 2;
        });
        LocalDateTime at = kitchen.later(20);
        Pin pin = kitchen.approved("Within", at);
        move(pin, at.plusDays(2));
        move(pin, at.minusDays(2));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        // Not step by step, either.
        move(pin, at.minusDays(3));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(kitchen.<String>read(pin, Pin::approvedFingerprint)).isNull();
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        assertThat(events.get(0).kind).isEqualTo(PinEvent.Kind.APPROVAL_VOIDED);
        assertThat(events.get(0).note).isEqualTo("Publish time");
        approve(pin, approver);
        move(pin, at.minusDays(5));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void everyOtherTimeIsApprovedAgainWhereThatIsWanted() {
        Rules.set(kitchen, null, policy -> policy.moves = Moves.ALWAYS);
        LocalDateTime at = kitchen.later(20);
        Pin pin = kitchen.approved("Always", at);
        assertThatThrownBy(() -> kitchen.verb(pin, Role.APPROVER, Pin::publishNow))
                .hasMessageContaining("Its time was agreed on too");
        Pages creator = kitchen.as(Role.CREATOR);
        creator.get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Publish date", at.plusDays(1).toLocalDate().toString())
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        // Whoever moved it did not see to it that somebody else agrees.
        Pin moved = kitchen.approved("Moved by an approver", kitchen.later(21));
        kitchen.verb(moved, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(22), by, now));
        isRefused(moved, approver, Role.APPROVER, "You moved it.");
        approve(moved, mia);
        assertThat(kitchen.status(moved)).isEqualTo(PinStatus.APPROVED);
        // A first time is one, too.
        Pin timeless = kitchen.approved("Timeless", null);
        kitchen.verb(timeless, Role.CREATOR, (p, by, now) -> p.schedule(kitchen.later(23), by, now));
        assertThat(kitchen.status(timeless)).isEqualTo(PinStatus.IN_REVIEW);
    }

    /** Whoever agreed before all had agreed to the time that it had then. */
    @Test
    void whoAgreedIsAskedAgainForAnotherTimeBeforeEverybodyHas() {
        Rules.set(kitchen, null, policy -> {
            policy.moves = Moves.ALWAYS;
            policy.steps = new Steps(List.of(all(mia, tom, approver)));
        });
        Pin pin = kitchen.inReview("Half");
        approve(pin, mia);
        Page page = kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Publish date", kitchen.later(9).toLocalDate().toString())
                .submit();
        assertThat(page.text()).contains("asked whoever had agreed again, as its time is another:");
        assertThat(waiting(pin)).containsExactlyInAnyOrder(mia.id, tom.id, approver.id);
        Pages mias = Pages.signedIn(kitchen.people.signIn(mia));
        assertThat(told(mias)).isEqualTo("Unread: " + creator() + " asks you to decide on Half");
        approve(pin, tom);
        approve(pin, approver);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        // Nothing but a move asks again.
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.edit(p.fields(), by, now));
        approve(pin, mia);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    /** One after the other; where days count, two of them. */
    private void miaThenTom(Moves moves) {
        Rules.set(kitchen, null, policy -> {
            policy.moves = moves;
            policy.movesDays = 2;
            policy.steps = new Steps(List.of(any(mia), any(tom)));
        });
    }

    private Pin miaAgreed(String title, LocalDateTime at) {
        Pin pin = kitchen.verb(kitchen.draft(title, Role.CREATOR, at), Role.CREATOR, Pin::submit);
        approve(pin, mia);
        return pin;
    }

    /** By its page. */
    private static Page moved(Pages by, Pin pin, LocalDate to) {
        return by.get("/pins/" + pin.id + "/move")
                .form("Move")
                .fill("Publish date", to.toString())
                .submit();
    }

    private String creator() {
        return kitchen.people.member(Role.CREATOR).name;
    }

    @Test
    void whoMovesWhatOthersAgreedToDoesNotAgreeToThatThemself() {
        Rules.set(kitchen, null, policy -> {
            policy.moves = Moves.ALWAYS;
            policy.steps = new Steps(List.of(all(mia, approver)));
        });
        Pin pin = kitchen.inReview("Moved by an approver");
        // Nobody agreed to another time yet.
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(8), by, now));
        assertThat(waiting(pin)).containsExactlyInAnyOrder(mia.id, approver.id);
        approve(pin, mia);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        isRefused(pin, approver, Role.APPROVER, "You moved it.");
        approve(pin, mia);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void anAgreementIsKeptOnlyWithinItsDaysToo() {
        miaThenTom(Moves.WITHIN);
        LocalDateTime at = kitchen.later(20);
        Pin pin = miaAgreed("Within", at);
        move(pin, at.plusDays(2));
        move(pin, at.minusDays(2));
        assertThat(waiting(pin)).containsExactly(tom.id);
        move(pin, at.minusDays(3));
        assertThat(waiting(pin)).containsExactly(mia.id);
    }

    @Test
    void whatIsMovedOnHoldIsAskedOfThoseWhoAgreedAgain() {
        miaThenTom(Moves.ALWAYS);
        Pin pin = kitchen.inReview("Held");
        approve(pin, mia);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        move(pin, kitchen.later(9));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
        kitchen.verb(pin, Role.APPROVER, Pin::release);
        assertThat(waiting(pin)).containsExactly(mia.id);
        assertThat(told(Pages.signedIn(kitchen.people.signIn(mia)))).contains("asks you to decide on Held");
    }

    /** Where it was on hold nobody was asked; a new time is the way off it for what was late. */
    @Test
    void whoIsAskedAgainOnHoldHearsOfItOnceItHasANewTime() {
        miaThenTom(Moves.ALWAYS);
        Pin pin = kitchen.inReview("Held");
        approve(pin, mia);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        move(pin, kitchen.later(9));
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(10), by, now));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(told(Pages.signedIn(kitchen.people.signIn(mia))))
                .isEqualTo("Unread: " + creator() + " asks you to decide on Held");
    }

    /** Who moved it by mistake takes that back, and with it that somebody's word was void and that they may not decide. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void undoOfAMoveBringsBackTheWordThatItVoided(boolean held) {
        miaThenTom(Moves.ALWAYS);
        LocalDateTime at = kitchen.later(9);
        Pin pin = miaAgreed("Half", at);
        if (held) {
            kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        }
        Pages toms = Pages.signedIn(kitchen.people.signIn(tom));
        Page moved = moved(toms, pin, at.toLocalDate().plusDays(2));
        assertThat(kitchen.<LocalDateTime>read(pin, p -> p.planned().local())).isEqualTo(at.plusDays(2));
        moved.form("Undo").submit();
        assertThat(kitchen.<LocalDateTime>read(pin, p -> p.planned().local())).isEqualTo(at);
        if (held) {
            assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
            kitchen.verb(pin, Role.APPROVER, Pin::release);
        }
        assertThat(waiting(pin)).containsExactly(tom.id);
        assertThat(told(toms)).isEqualTo("Unread: " + creator() + " asks you to decide on Half");
        assertThat(told(Pages.signedIn(kitchen.people.signIn(mia)))).doesNotStartWith("Unread");
        approve(pin, tom);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    /** What asked again was not the move that is undone, but another, which was taken back by hand. */
    @Test
    void undoOfAMoveBringsBackNoWordThatItDidNotVoid() {
        miaThenTom(Moves.ALWAYS);
        LocalDateTime at = kitchen.later(9);
        Pin pin = miaAgreed("Half", at);
        move(pin, at.plusDays(2));
        move(pin, at);
        moved(kitchen.as(Role.CREATOR), pin, at.toLocalDate().plusDays(1))
                .form("Undo")
                .submit();
        assertThat(kitchen.<LocalDateTime>read(pin, p -> p.planned().local())).isEqualTo(at);
        assertThat(waiting(pin)).containsExactly(mia.id);
    }

    /** Who knows that it needs their approval again is not asked once more by each further move. */
    @Test
    void aMoveOfWhatIsAskedForAlreadyTellsNobodyAgain() {
        Rules.everyMoveIsAskedFor(kitchen);
        Pin pin = kitchen.approved("Moved", kitchen.later(9));
        move(pin, kitchen.later(10));
        Pages approvers = kitchen.as(Role.APPROVER);
        int unread = approvers.get("/inbox").document.select(".news.unread").size();
        move(pin, kitchen.later(11));
        assertThat(approvers.get("/inbox").document.select(".news.unread")).hasSize(unread);
    }

    /** What somebody said since is about the other time, so it is asked for again. */
    @Test
    void whoAgreedToAMoveIsAskedAgainWhereItIsTakenBackByHand() {
        miaThenTom(Moves.ALWAYS);
        LocalDateTime at = kitchen.later(9);
        Pin pin = miaAgreed("Half", at);
        move(pin, at.plusDays(2));
        approve(pin, mia);
        move(pin, at);
        assertThat(waiting(pin)).containsExactly(mia.id);
    }

    /** Each of them agreed to a time of their own, or to none. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anApprovalReachesNoFurtherThanEachOfThoseWhoAgreed(boolean timeless) {
        miaThenTom(Moves.WITHIN);
        LocalDateTime at = kitchen.later(20);
        Pin pin = miaAgreed("Within", at);
        if (timeless) {
            kitchen.verb(pin, Role.CREATOR, Pin::unschedule);
        } else {
            move(pin, at.plusDays(2));
        }
        approve(pin, tom);
        move(pin, at.plusDays(1));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        move(pin, at.plusDays(3));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(waiting(pin)).containsExactly(mia.id);
    }

    /** By the steps that held when it was submitted, whatever holds for others by now. */
    @Test
    void whoAgreedIsAskedAgainByTheSameSteps() {
        miaThenTom(Moves.ALWAYS);
        Pin pin = kitchen.inReview("Two steps");
        approve(pin, mia);
        Rules.steps(kitchen);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(waiting(pin)).containsExactly(mia.id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "desk", "together", "selection"})
    void whereTheTimeIsAgreedOnTooOnlyTheOneThatWasSeenIsAgreedTo(String door) {
        Rules.set(kitchen, null, policy -> policy.moves = Moves.ALWAYS);
        LocalDateTime at = kitchen.later(20);
        Pin pin = kitchen.verb(kitchen.draft("Moved under the eyes", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        Form looked = looked(pin, door);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(at.plusDays(30), by, now));
        assertThat(looked.submit().says("Its time was changed while you were looking at it"))
                .isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        looked(pin, door).submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    /** It goes on hold, whether or not somebody is faster. */
    @ParameterizedTest
    @ValueSource(strings = {"page", "desk", "together"})
    void whatPassedItsTimeIsNotApproved(String door) {
        Pin pin = kitchen.verb(kitchen.draft("Too late", Role.CREATOR, kitchen.later(1)), Role.CREATOR, Pin::submit);
        clocks.shift(Duration.ofDays(2));
        assertThat(looked(pin, door).submit().says("Its time has passed")).isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void whereAnyMoveKeepsTheApprovalAnotherTimeStopsNobody() {
        Pin pin = kitchen.inReview("Moved under the eyes");
        Form looked = looked(pin, "page");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(kitchen.later(30), by, now));
        looked.submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    /** What an approver has before them there, about to agree to it. */
    private Form looked(Pin pin, String door) {
        Pages pages = kitchen.as(Role.APPROVER);
        return switch (door) {
            case "page" -> pages.get("/pins/" + pin.id).form("Approve");
            case "desk" -> pages.get("/review").form("Approve");
            case "together" -> {
                // Only where several wait each has a tick.
                kitchen.inReview("Another");
                yield pages.get("/review?ticked=all").form("Approve selected");
            }
            default ->
                pages.get("/calendar?view=list")
                        .at("/changes/selection")
                        .add("pin", pin.id.toString())
                        .submit()
                        .form("Show what would happen")
                        .set("action", "approve")
                        .submit()
                        .form("Approve 1 pin");
        };
    }

    @Test
    void whatIsHeldAndMovedIsAskedForOnceItIsReleased() {
        Rules.set(kitchen, null, policy -> {
            policy.moves = Moves.ALWAYS;
            policy.steps = new Steps(List.of());
        });
        Pin pin = kitchen.verb(kitchen.draft("Held", Role.APPROVER), Role.APPROVER, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        kitchen.verb(pin, Role.APPROVER, Pin::release);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(waiting(pin)).contains(mia.id, owner.id).doesNotContain(approver.id);
        approve(pin, mia);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatFailedGoesOutAgainOnlyAtATimeThatWasAgreedOn() {
        Rules.set(kitchen, null, policy -> policy.moves = Moves.ALWAYS);
        Pin pin = kitchen.approved("Failed", kitchen.later(2));
        Kitchen.write(() -> {
            Pin locked = Pin.locked(kitchen.people.workspace, pin.id);
            locked.publishing(pinplan.pin.Publishing.REJECTED, false, Kitchen.now());
            return locked;
        });
        assertThatThrownBy(() -> Kitchen.write(() -> {
                    Pin locked = Pin.locked(kitchen.people.workspace, pin.id);
                    locked.retry(kitchen.actor(Role.OWNER), locked.publishAt().plus(Duration.ofDays(1)));
                    return locked;
                }))
                .hasMessageContaining("Its time was agreed on too");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.FAILED);
    }

    private void move(Pin pin, LocalDateTime to) {
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(to, by, now));
    }

    @Test
    void whatIsNotApprovedInTimeMovesADayAsOftenAsWanted() {
        Rules.set(kitchen, null, policy -> {
            policy.late = Late.NEXT_DAY;
            policy.lateTimes = 2;
        });
        LocalDateTime at = kitchen.later(5);
        Pin pin = kitchen.verb(kitchen.draft("Late", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        for (int day = 1; day <= 2; day++) {
            passed(pin);
            assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
            assertThat(kitchen.<LocalDateTime>read(pin, p -> p.planned().local()))
                    .isEqualTo(at.plusDays(day));
        }
        passed(pin);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
    }

    @Test
    void whoAgreedInTimeIsAskedAgainForADayLater() {
        Rules.set(kitchen, null, policy -> {
            policy.moves = Moves.ALWAYS;
            policy.late = Late.NEXT_DAY;
            policy.lateTimes = 1;
            policy.steps = new Steps(List.of(any(mia), any(tom)));
        });
        Pin pin = kitchen.inReview("Late");
        approve(pin, mia);
        passed(pin);
        assertThat(waiting(pin)).containsExactly(mia.id);
        assertThat(told(Pages.signedIn(kitchen.people.signIn(mia))))
                .isEqualTo("Unread: " + creator() + " asks you to decide on Late");
        // That this is another asking does not begin the count anew.
        passed(pin);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.ON_HOLD);
    }

    private void passed(Pin pin) {
        Kitchen.write(() -> {
            Pin locked = Pin.locked(kitchen.people.workspace, pin.id);
            locked.passed(locked.publishAt().plusSeconds(5));
            return locked;
        });
    }

    @Test
    void aDayBeforeItsTimeAdminsAreAskedToo() {
        Rules.set(kitchen, null, policy -> {
            policy.late = Late.ESCALATE;
            policy.steps = new Steps(List.of(any(mia)));
        });
        Pin later = kitchen.inReview("Later");
        Instant soon = Kitchen.now().plus(Duration.ofHours(20));
        Pin pin = kitchen.verb(
                kitchen.draft("Soon", Role.CREATOR, LocalDateTime.ofInstant(soon, kitchen.people.workspace.zone)),
                Role.CREATOR,
                Pin::submit);
        isRefused(pin, admin, Role.ADMIN, "not asked about it");
        escalation.tick();
        escalation.tick();
        assertThat(waiting(pin)).containsExactlyInAnyOrder(mia.id, admin.id, owner.id);
        assertThat(waiting(later)).containsExactly(mia.id);
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        assertThat(events).extracting(event -> event.kind).containsOnlyOnce(PinEvent.Kind.ESCALATED);
        approve(pin, admin, Role.ADMIN);
        assertThat(lastNote(pin)).isEqualTo("in place of " + mia.name + ", as it is due soon");
    }

    @Test
    void whatIsMovedAwayIsAskedOfItsStepAloneAndOnceItIsNearAgainOfMore() {
        Rules.set(kitchen, null, policy -> {
            policy.late = Late.ESCALATE;
            policy.steps = new Steps(List.of(any(mia)));
        });
        LocalDateTime soon = kitchen.later(0).plusHours(20);
        Pin pin = kitchen.verb(kitchen.draft("Soon", Role.CREATOR, soon), Role.CREATOR, Pin::submit);
        escalation.tick();
        Pages admins = kitchen.as(Role.ADMIN);
        assertThat(told(admins)).startsWith("Unread: Soon is due within a day and not approved");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(soon.plusDays(9), by, now));
        escalation.tick();
        assertThat(waiting(pin)).containsExactly(mia.id);
        assertThat(told(admins)).startsWith("Soon is due within a day");
        isRefused(pin, admin, Role.ADMIN, "not asked about it");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(soon, by, now));
        escalation.tick();
        assertThat(waiting(pin)).containsExactlyInAnyOrder(mia.id, admin.id, owner.id);
        assertThat(told(admins)).startsWith("Unread: Soon is due within a day");
        kitchen.verb(pin, Role.CREATOR, Pin::unschedule);
        escalation.tick();
        assertThat(waiting(pin)).containsExactly(mia.id);
    }

    private static String told(Pages who) {
        return who.get("/inbox").document.select(".news-words > p").first().text();
    }

    // ---- campaigns ----

    @Test
    void aCampaignHasItsOwnAndAPinThatGoesThereIsAskedForByIt() {
        Campaign strict = campaign("Strict");
        Rules.set(kitchen, strict, policy -> policy.steps = new Steps(List.of(any(Role.OWNER))));
        Pin pin = kitchen.approved("Was easy");
        into(pin, strict);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(kitchen.<String>read(pin, p -> PinEvent.of(p).get(0).note)).isEqualTo("Campaign");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        isRefused(pin, approver, Role.APPROVER, "not asked about it");
        approve(pin, owner, Role.OWNER);
        Campaign like = campaign("As the workspace");
        Pin other = kitchen.approved("Stays easy");
        into(other, like);
        assertThat(kitchen.status(other)).isEqualTo(PinStatus.APPROVED);
    }

    private void into(Pin pin, Campaign campaign) {
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields f = p.fields();
            p.edit(
                    new PinFields(
                            f.title(),
                            f.description(),
                            f.link(),
                            f.account(),
                            f.board(),
                            campaign,
                            f.plannedFor(),
                            f.shots()),
                    by,
                    now);
        });
    }

    private Campaign campaign(String name) {
        return Kitchen.write(() -> Campaign.begin(
                Workspace.locked(kitchen.people.workspace),
                new CampaignFields(name, "", "", null, null, null, Colour.BERRY, null, null, Start.none()),
                Kitchen.now()));
    }

    @Test
    void aCampaignGoesBackToTheWorkspacesPolicy() {
        Campaign campaign = campaign("Own");
        Pages pages = kitchen.as(Role.ADMIN);
        String path = "/campaigns/" + campaign.id + "/policy";
        pages.get(path)
                .form("Save policy")
                .set("whose", "own")
                .set("who1", "OWNER")
                .submit();
        assertThat(kept(campaign).steps).isEqualTo(new Steps(List.of(any(Role.OWNER))));
        pages.get(path).form("Save policy").set("whose", "").submit();
        assertThat(kept(campaign)).isNull();
    }

    private Policy kept(Campaign campaign) {
        return Kitchen.write(() -> Policy.kept(kitchen.people.workspace, campaign));
    }

    // ---- changing it ----

    /** Also without a step that asks one: whoever sets the policy has to know it. */
    @Test
    void thePolicySaysThatGuestsMayCount() {
        Page page = kitchen.as(Role.ADMIN).get("/settings/review");
        assertThat(page.says(
                        "A guest counts as an approver where one approver is enough, if their link lets them decide"))
                .isTrue();
        assertThat(page.document.select("#steps ~ .muted a[href=/review/guests]"))
                .hasSize(1);
    }

    @Test
    void aChangeSaysFirstWhatItDoesAndKeepsThePinsThatAreInReview() {
        Pin pin = kitchen.inReview("Before");
        Pages pages = kitchen.as(Role.ADMIN);
        Page page = pages.get("/settings/review");
        assertThat(page.says("1 pin is in review under this policy, and none has been agreed to yet."))
                .isTrue();
        page = page.form("Save policy").set("who1", "OWNER").submit();
        assertThat(page.says("It holds for what is submitted from now on.")).isTrue();
        approve(pin, approver);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        isRefused(kitchen.inReview("After"), approver, Role.APPROVER, "not asked about it");
    }

    @Test
    void whatIsHeldIsNotCountedAsInReview() {
        Pin held = kitchen.inReview("Held");
        kitchen.verb(held, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        Pages pages = kitchen.as(Role.ADMIN);
        assertThat(pages.get("/settings/review").says("1 pin is on hold under this policy"))
                .isTrue();
        kitchen.inReview("Waiting");
        assertThat(pages.get("/settings/review").says("1 pin is in review and 1 on hold under this policy"))
                .isTrue();
    }

    @Test
    void aChangeAsksAnewWhereThatIsChosenAndApprovesNothing() {
        Rules.steps(kitchen, any(mia), any(tom));
        Pin half = kitchen.inReview("Half");
        approve(half, mia);
        Pin approved = kitchen.inReview("Approved");
        approve(approved, mia);
        approve(approved, tom);
        Page page = kitchen.as(Role.ADMIN).get("/settings/review");
        assertThat(page.says("1 pin is in review under this policy; somebody agreed to 1 already."))
                .isTrue();
        // The one step that is left was taken by Mia; that was then.
        page.form("Save policy").set("inReview", "again").set("who2", "").submit();
        assertThat(kitchen.status(half)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(kitchen.status(approved)).isEqualTo(PinStatus.APPROVED);
        approve(half, mia);
        assertThat(kitchen.status(half)).isEqualTo(PinStatus.APPROVED);
        List<PinEvent> events = kitchen.read(half, PinEvent::of);
        assertThat(events.get(1).kind).isEqualTo(PinEvent.Kind.ASKED_ANEW);
    }

    @Test
    void whatIsDecidedOnWhileAChangeAsksAnewIsLeftAlone() {
        Pin approved = kitchen.inReview("Approved");
        Pin sentBack = kitchen.inReview("Sent back");
        Pin deleted = kitchen.inReview("Deleted");
        Pin held = kitchen.inReview("Held");
        Pin waits = kitchen.inReview("Waits");
        Affected affected = Kitchen.write(() -> Affected.by(kitchen.people.workspace, null));
        assertThat(affected.count()).isEqualTo(5);
        approve(approved, approver);
        kitchen.verb(sentBack, Role.APPROVER, (p, by, now) -> p.requestChanges("Shorter", by, now));
        kitchen.verb(deleted, Role.CREATOR, Pin::delete);
        kitchen.verb(held, Role.APPROVER, (p, by, now) -> p.hold("", by, now));
        int asked = Kitchen.write(() -> affected.askAgain(
                new Steps(List.of(any(mia))), kitchen.people.workspace, kitchen.actor(Role.ADMIN), Kitchen.now()));
        assertThat(asked).isEqualTo(2);
        assertThat(waiting(waits)).containsExactly(mia.id);
        assertThat(kitchen.status(approved)).isEqualTo(PinStatus.APPROVED);
        assertThat(kitchen.status(sentBack)).isEqualTo(PinStatus.CHANGES_REQUESTED);
    }

    @Test
    void whatIsDeletedWhileAChangeAsksAnewIsAskedForByItOnceItIsBack() {
        kitchen.inReview("Waits");
        Pin deleted = kitchen.inReview("Deleted");
        Standing was = kitchen.read(deleted, Pin::standing);
        kitchen.verb(deleted, Role.CREATOR, Pin::delete);
        Page page = kitchen.as(Role.ADMIN)
                .get("/settings/review")
                .form("Save policy")
                .set("inReview", "again")
                .set("who1", "OWNER")
                .submit();
        assertThat(page.says("Asked again: 1.")).isTrue();
        Kitchen.write(() -> {
            Pin back = Pin.lockedEvenDeleted(kitchen.people.workspace, deleted.id);
            back.undelete(was, PinStatus.IN_REVIEW, kitchen.actor(Role.CREATOR), Kitchen.now());
            return back;
        });
        assertThat(kitchen.status(deleted)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(waiting(deleted)).containsExactly(owner.id);
    }

    @Test
    void whatIsWrongIsSaidBesideItAndNothingIsLost() {
        Page page = kitchen.as(Role.ADMIN)
                .get("/settings/review")
                .form("Save policy")
                .set("who2", "PEOPLE")
                .set("moves", "WITHIN")
                .set("movesDays", "0")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.document.select("#step2-error").text()).isEqualTo("Choose at least one person.");
        assertThat(page.error("Days")).contains("from 1 to 365");
        assertThat(page.document.select("#who2 option[selected]").val()).isEqualTo("PEOPLE");
        page = page.form("Save policy")
                .set("movesDays", "3")
                .set("people2", kitchen.people.member(Role.CREATOR).id.toString())
                .submit();
        assertThat(page.document.select("#step2-error").text()).contains("only people who may approve");
        assertThat(kept(null)).isNull();
    }

    @Test
    void itsPageSaysWhatNobodyCouldTake() {
        Rules.steps(kitchen, all(Role.OWNER), any(mia));
        assertThat(notices()).isEmpty();
        remove(admin);
        assertThat(notices()).singleElement().asString().startsWith("Only " + owner.name + " can take step 1.");
        Kitchen.write(() -> Workspace.locked(kitchen.people.workspace).authorsMayApprove = true);
        assertThat(notices()).isEmpty();
    }

    @Test
    void whereNoGuestIsThereItIsSaid() {
        Rules.steps(kitchen, Step.A_GUEST);
        Pin pin = kitchen.inReview("For a guest");
        String none = "no open guest link allows deciding";
        assertThat(notices()).singleElement().asString().contains(none);
        assertThat(guestsNeeded(pin)).isTrue();
        Pages pages = kitchen.as(Role.APPROVER);
        Page made = pages.get("/review/guests")
                .form("Make the link")
                .fill("Who it is for", "Greta")
                .check("May decide")
                .set("pin", pin.id.toString())
                .submit();
        assertThat(made.document.select(".copy")).isNotEmpty();
        assertThat(notices()).isEmpty();
        assertThat(guestsNeeded(pin)).isFalse();
        assertThat(guestsNeeded(kitchen.inReview("Not of that link"))).isTrue();
    }

    /** Who moves it does not agree to that, nor do their guests. */
    @Test
    void theGuestsOfWhoMovedItDoNotCount() {
        Rules.set(kitchen, null, policy -> {
            policy.moves = Moves.ALWAYS;
            policy.steps = new Steps(List.of(any(mia), Step.A_GUEST));
        });
        Pin pin = kitchen.inReview("For a guest");
        kitchen.as(Role.APPROVER)
                .get("/review/guests")
                .form("Make the link")
                .fill("Who it is for", "Greta")
                .check("May decide")
                .set("pin", pin.id.toString())
                .submit();
        approve(pin, mia);
        assertThat(guestsNeeded(pin)).isFalse();
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        approve(pin, mia);
        assertThat(guestsNeeded(pin)).isTrue();
    }

    private List<String> notices() {
        return kitchen.as(Role.OWNER)
                .get("/settings/review")
                .document
                .select("main > .notice")
                .eachText();
    }

    private boolean guestsNeeded(Pin pin) {
        return kitchen.as(Role.CREATOR).get("/pins/" + pin.id).says("No open guest link allows deciding on this pin.");
    }

    @Test
    void twoWhoChangeItAtOnceLoseNothing() {
        Rules.steps(kitchen, any(Role.APPROVER));
        Page first = kitchen.as(Role.ADMIN).get("/settings/review");
        Page second = kitchen.as(Role.OWNER).get("/settings/review");
        first.form("Save policy").set("who1", "OWNER").submit();
        Page clash = second.form("Save policy").set("who1", "ADMIN").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.document.select("#who1 option[selected]").val()).isEqualTo("ADMIN");
        clash.form("Save policy").submit();
        assertThat(kept(null).steps).isEqualTo(new Steps(List.of(any(Role.ADMIN))));
    }
}
