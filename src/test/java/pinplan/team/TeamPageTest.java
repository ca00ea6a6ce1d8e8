package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.support.Form;
import pinplan.support.Hostile;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;

/** Members come by invitation, change and go; an owner always stays. */
@QuarkusTest
class TeamPageTest {
    @Inject
    Clocks clocks;

    private final People people = People.fresh();

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    @Test
    void anInvitationLetsOnePersonInOnce() {
        String link = invite(people.as(Role.ADMIN), "Approver");
        Pages guest = Pages.anonymous();
        Page form = guest.get(link);
        assertThat(form.heading()).isEqualTo("Join " + people.workspace.name);
        var answer = form.form("Join")
                .fill("Your name", "Noor")
                .fill("Email", mail("noor"))
                .fill("Password", "a good long password")
                .send();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/calendar");
        Page team = guest.get("/team");
        assertThat(team.says("Noor")).isTrue();
        assertThat(team.document.select(".whoami").text()).contains("Approver");
        assertThat(Pages.anonymous().get(link).status).isEqualTo(404);
        assertThat(Pages.anonymous().get(link).says("Ask for a new one")).isTrue();
    }

    @Test
    void aLinkIsShownOnce() {
        Pages admin = people.as(Role.ADMIN);
        Page shown = admin.get("/team").form("Make an invitation link").submit();
        assertThat(shown.document.select(".copy")).hasSize(1);
        assertThat(admin.get("/team").document.select(".copy")).isEmpty();
    }

    @Test
    void whomALinkIsForIsInTheListAndTheActivity() {
        Pages admin = people.as(Role.ADMIN);
        Page tooLong = admin.get("/team")
                .form("Make an invitation link")
                .choose("Role", "Viewer")
                .fill("For whom", "N".repeat(101))
                .submit();
        assertThat(tooLong.error("For whom")).contains("100");
        assertThat(tooLong.value("For whom")).isEqualTo("N".repeat(101));
        assertThat(tooLong.document.select("#invite-role option[selected]").text())
                .isEqualTo("Viewer");
        Page made =
                tooLong.form("Make an invitation link").fill("For whom", "Noor").submit();
        assertThat(made.document.select("li:has(form)").text()).startsWith("Noor, Viewer, by");
        assertThat(made.document.select("dl.facts").text()).contains("Viewer Sees everything and comments");
        made.form("Revoke the invitation for Noor").submit();
        assertThat(admin.get("/activity").text())
                .contains("invited somebody as Viewer · Noor", "revoked an invitation as Viewer · Noor");
    }

    @Test
    void whoIsSignedInIsToldBeforeTheyJoinAsSomebodyElse() {
        String link = invite(people.as(Role.ADMIN), "Viewer");
        assertThat(Pages.anonymous().get(link).says("You are signed in as")).isFalse();
        assertThat(people.as(Role.ADMIN).get(link).says("You are signed in as " + people.member(Role.ADMIN).name))
                .isTrue();
    }

    /** Who joins in it is another person from then on: whoever still has what it was known by is nobody. */
    @Test
    void joiningEndsWhatTheBrowserWasSignedInAs() {
        String before = people.signIn(Role.ADMIN);
        var joined = Pages.signedIn(before)
                .get(invite(people.as(Role.ADMIN), "Viewer"))
                .form("Join")
                .fill("Your name", "Noor")
                .fill("Email", mail("noor"))
                .fill("Password", "a good long password")
                .send();
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(Pages.signedIn(before).get("/team").path).startsWith("/sign-in");
    }

    @Test
    void soDoesALinkForANewPassword() {
        String before = people.signIn(Role.VIEWER);
        var chosen = Pages.signedIn(before)
                .get(newPassword(people.as(Role.OWNER), people.another(Role.CREATOR)))
                .form("Set password")
                .fill("New password", "four quiet herons wade")
                .send();
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(Pages.signedIn(before).get("/team").path).startsWith("/sign-in");
    }

    @Test
    void anInvitationExpiresAndCanBeRevoked() {
        String old = invite(people.as(Role.ADMIN), "Viewer");
        clocks.shift(Duration.ofDays(7).plusMinutes(1));
        assertThat(Pages.anonymous().get(old).status).isEqualTo(404);
        clocks.reset();
        Pages admin = people.as(Role.ADMIN);
        Page page = admin.get("/team");
        while (page.hasButton("Revoke")) {
            page = page.form("Revoke").submit();
        }
        assertThat(Pages.anonymous().get(old).status).isEqualTo(404);
    }

    @Test
    void whatWasTypedIsKept() {
        String link = invite(people.as(Role.ADMIN), "Viewer");
        Page page = Pages.anonymous()
                .get(link)
                .form("Join")
                .fill("Your name", "Noor \"the\" <b>")
                .fill("Email", "not an address")
                .fill("Password", "short")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.value("Your name")).isEqualTo("Noor \"the\" <b>");
        assertThat(page.value("Email")).isEqualTo("not an address");
        assertThat(page.error("Email")).contains("not an email address");
        assertThat(page.error("Password")).isEqualTo("Use at least 12 characters; this has 5.");
    }

    @Test
    void aKnownEmailMustGiveItsPassword() {
        Member gone = people.another(Role.CREATOR);
        remove(people.as(Role.OWNER), gone);
        String link = invite(people.as(Role.ADMIN), "Viewer");
        Pages back = Pages.anonymous();
        Page wrong = back.get(link)
                .form("Join")
                .fill("Email", gone.email)
                .fill("Password", "something else entirely")
                .submit();
        assertThat(wrong.error("Password")).contains("already has a password here");
        await().untilAsserted(
                        () -> assertThat(people.as(Role.ADMIN).get("/activity").text())
                                .contains(gone.name + " was refused at an invitation: the password was not right"));
        var right = back.get(link)
                .form("Join")
                .fill("Email", gone.email)
                .fill("Password", People.PASSWORD)
                .send();
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(back.get("/team").document.select(".whoami").text()).contains("Viewer");
    }

    @Test
    void whoIsInAWorkspaceCannotJoinAnother() {
        Member elsewhere = People.fresh().member(Role.CREATOR);
        Page page = Pages.anonymous()
                .get(invite(people.as(Role.ADMIN), "Viewer"))
                .form("Join")
                .fill("Email", elsewhere.email)
                .fill("Password", People.PASSWORD)
                .submit();
        assertThat(page.error("Email")).contains("in another workspace already");
    }

    @Test
    void whoIsInThisVeryWorkspaceIsToldSo() {
        Page page = Pages.anonymous()
                .get(invite(people.as(Role.ADMIN), "Viewer"))
                .form("Join")
                .fill("Email", people.member(Role.CREATOR).email)
                .fill("Password", People.PASSWORD)
                .submit();
        assertThat(page.error("Email")).isEqualTo("You are in this workspace already: sign in instead.");
    }

    @Test
    void ofTwoInvitationsThatAreAcceptedAtOnceOneLetsThemIn() throws Exception {
        Member back = people.another(Role.CREATOR);
        remove(people.as(Role.OWNER), back);
        People others = People.fresh();
        Form form = Pages.anonymous()
                .get(invite(people.as(Role.ADMIN), "Viewer"))
                .form("Join")
                .fill("Email", back.email)
                .fill("Password", People.PASSWORD);
        CompletableFuture<Page> answer = QuarkusTransaction.requiringNew().call(() -> {
            Membership.begin(others.workspace, back.locked(), Role.VIEWER, Instant.now());
            CompletableFuture<Page> sent = CompletableFuture.supplyAsync(form::submit);
            await().until(() -> somebodyWaits() || sent.isDone());
            return sent;
        });
        assertThat(answer.get(1, TimeUnit.MINUTES).error("Email")).contains("in another workspace already");
    }

    private static boolean somebodyWaits() {
        return !QuarkusTransaction.requiringNew()
                .call(() -> Member.getEntityManager()
                        .createNativeQuery("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query ilike '%from member %'")
                        .getResultList())
                .isEmpty();
    }

    @Test
    void removingEndsEverySession() {
        Member member = people.another(Role.CREATOR);
        Pages theirs = Pages.signedIn(people.signIn(member));
        assertThat(theirs.get("/team").status).isEqualTo(200);
        Page after = remove(people.as(Role.ADMIN), member);
        assertThat(after.says(member.name + " was removed")).isTrue();
        assertThat(theirs.get("/team").path).startsWith("/sign-in");
        Page signIn = Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", member.email)
                .fill("Password", People.PASSWORD)
                .submit();
        assertThat(signIn.status).isEqualTo(422);
        assertThat(signIn.document.select(".notice").text()).contains("You are in no workspace any more.");
        assertThat(signIn.document.select(".error")).isEmpty();
        assertThat(signIn.value("Email")).isEqualTo(member.email);
    }

    @Test
    void whoIsSentAwayLeavesThemselfNoWayBack() {
        Member admin = people.another(Role.ADMIN);
        String link = invite(Pages.signedIn(people.signIn(admin)), "Admin");
        Page begun = Pages.anonymous().get(link);
        Page asked = people.as(Role.OWNER).get("/team/" + Membership.of(admin).orElseThrow().id + "/remove");
        assertThat(asked.says("The invitation they made stops working.")).isTrue();
        asked.form("Remove").submit();
        assertThat(Pages.anonymous().get(link).says("may no longer invite people"))
                .isTrue();
        var late = begun.form("Join")
                .fill("Your name", "Noor")
                .fill("Email", mail("noor"))
                .fill("Password", "a good long password")
                .send();
        assertThat(late.statusCode()).isEqualTo(404);
    }

    @Test
    void anInvitationIsWorthWhatItsMakerMayDoNow() {
        Pages owner = people.as(Role.OWNER);
        Member maker = people.another(Role.OWNER);
        Pages theirs = Pages.signedIn(people.signIn(maker));
        String asOwner = invite(theirs, "Owner");
        String asViewer = invite(theirs, "Viewer");
        changeRole(owner, maker, "ADMIN");
        assertThat(Pages.anonymous().get(asOwner).status).isEqualTo(404);
        assertThat(Pages.anonymous().get(asViewer).status).isEqualTo(200);
        changeRole(owner, maker, "APPROVER");
        assertThat(Pages.anonymous().get(asViewer).status).isEqualTo(404);
        assertThat(owner.get("/team").hasButton("Revoke")).isFalse();
    }

    @Test
    void whatALostRoleEndedStaysEndedWhenItComesBack() {
        Pages owner = people.as(Role.OWNER);
        Member maker = people.another(Role.ADMIN);
        Member member = people.another(Role.CREATOR);
        Pages theirs = Pages.signedIn(people.signIn(maker));
        String invitation = invite(theirs, "Viewer");
        String password = newPassword(theirs, member);
        changeRole(owner, member, "APPROVER");
        assertThat(Pages.anonymous().get(password).status).isEqualTo(200);
        changeRole(owner, member, "OWNER");
        changeRole(owner, member, "CREATOR");
        assertThat(Pages.anonymous().get(password).status).isEqualTo(404);
        String another = newPassword(Pages.signedIn(people.signIn(maker)), member);
        changeRole(owner, maker, "CREATOR");
        changeRole(owner, maker, "ADMIN");
        assertThat(Pages.anonymous().get(invitation).status).isEqualTo(404);
        assertThat(Pages.anonymous().get(another).status).isEqualTo(404);
    }

    @Test
    void whoWasRemovedAndComesBackFindsTheirLinksEnded() {
        Pages owner = people.as(Role.OWNER);
        Member maker = people.another(Role.ADMIN);
        String made = invite(Pages.signedIn(people.signIn(maker)), "Admin");
        String forThem = newPassword(owner, maker);
        remove(owner, maker);
        var back = Pages.anonymous()
                .get(invite(owner, "Admin"))
                .form("Join")
                .fill("Email", maker.email)
                .fill("Password", People.PASSWORD)
                .send();
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Pages.anonymous().get(made).status).isEqualTo(404);
        assertThat(Pages.anonymous().get(forThem).status).isEqualTo(404);
    }

    @Test
    void aLinkForANewPasswordIsRevokedAndSoIsItByAChangeOfTheirOwn() {
        Member member = people.another(Role.CREATOR);
        String link = newPassword(people.as(Role.OWNER), member);
        var changed = Pages.signedIn(people.signIn(member))
                .get("/account")
                .at("/account/password")
                .set("current", People.PASSWORD)
                .set("new", "four quiet herons wade")
                .send();
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(Pages.anonymous().get(link).status).isEqualTo(404);
        String another = newPassword(people.as(Role.OWNER), member);
        Page page = people.as(Role.OWNER).get("/team");
        while (page.hasButton("Revoke")) {
            page = page.form("Revoke").submit();
        }
        assertThat(Pages.anonymous().get(another).status).isEqualTo(404);
        assertThat(people.as(Role.OWNER).get("/activity").text())
                .contains("revoked the link for a new password of")
                .doesNotContain(another.substring(another.lastIndexOf('/') + 1));
    }

    @Test
    void theSignInPageSaysWhomToAskForALink() {
        assertThat(Pages.anonymous()
                        .get("/sign-in")
                        .says("Forgot your password? Ask an admin or owner of your workspace for a link"))
                .isTrue();
    }

    @Test
    void whoForgotTheirPasswordChoosesAnother() {
        Member member = people.another(Role.APPROVER);
        Pages somewhere = Pages.signedIn(people.signIn(member));
        String replaced = newPassword(people.as(Role.ADMIN), member);
        String link = newPassword(people.as(Role.ADMIN), member);
        assertThat(Pages.anonymous().get(replaced).status).isEqualTo(404);
        Pages theirs = Pages.anonymous();
        Page form = theirs.get(link);
        assertThat(form.says(member.name)).isTrue();
        Page refused = form.form("Set password").fill("New password", "short").submit();
        assertThat(refused.error("New password")).isEqualTo("Use at least 12 characters; this has 5.");
        assertThat(somewhere.get("/team").status).isEqualTo(200);
        Page in = refused.form("Set password")
                .fill("New password", "four quiet herons wade")
                .submit();
        assertThat(in.path).startsWith("/calendar");
        assertThat(theirs.get("/team").document.select(".whoami").text()).contains("Approver");
        assertThat(somewhere.get("/team").path).startsWith("/sign-in");
        assertThat(signIn(member, People.PASSWORD).status).isEqualTo(422);
        assertThat(signIn(member, "four quiet herons wade").path).startsWith("/calendar");
        assertThat(Pages.anonymous().get(link).status).isEqualTo(404);
        assertThat(people.as(Role.OWNER).get("/activity").text())
                .contains(member.name + " chose a new password by a link", "made a link for a new password of");
    }

    @Test
    void onlyAnOwnerGetsAnOwnerANewPassword() {
        Member member = people.another(Role.CREATOR);
        String link = newPassword(people.as(Role.ADMIN), member);
        changeRole(people.as(Role.OWNER), member, "OWNER");
        assertThat(Pages.anonymous().get(link).status).isEqualTo(404);
        people.as(Role.ADMIN)
                .sending()
                .post("/team/" + Membership.of(member).orElseThrow().id + "/new-password")
                .then()
                .statusCode(403);
        String owners = newPassword(people.as(Role.OWNER), member);
        assertThat(Pages.anonymous().get(owners).status).isEqualTo(200);
        changeRole(people.as(Role.OWNER), member, "CREATOR");
        remove(people.as(Role.OWNER), member);
        assertThat(Pages.anonymous().get(owners).status).isEqualTo(404);
    }

    @Test
    void nobodyGetsANewPasswordForThemself() {
        Pages admin = people.as(Role.ADMIN);
        String own = "/team/" + Membership.of(people.member(Role.ADMIN)).orElseThrow().id + "/new-password";
        assertThat(admin.get("/team").document.select("form[action=" + own + "]"))
                .isEmpty();
        var refused = admin.sending().post(own);
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.cookies()).doesNotContainKey("invited").containsKey("flash");
    }

    private static String newPassword(Pages by, Member of) {
        Page page = by.get("/team")
                .at("/team/" + Membership.of(of).orElseThrow().id + "/new-password")
                .submit();
        String link = page.document.select(".copy").text();
        return link.substring(link.indexOf("/invitations/"));
    }

    private static Page signIn(Member member, String password) {
        return Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", member.email)
                .fill("Password", password)
                .submit();
    }

    @Test
    void theLastOwnerStays() {
        People alone = People.fresh();
        Pages owner = alone.as(Role.OWNER);
        Page demoted = changeRole(owner, alone.member(Role.OWNER), "ADMIN");
        assertThat(demoted.status).isEqualTo(422);
        assertThat(demoted.document.select("td > .error").text()).startsWith("The last owner keeps this role");
        assertThat(remove(owner, alone.member(Role.OWNER)).status).isEqualTo(422);
        Member second = alone.another(Role.OWNER);
        assertThat(changeRole(owner, second, "ADMIN").status).isEqualTo(200);
        assertThat(changeRole(owner, alone.member(Role.OWNER), "ADMIN").status).isEqualTo(422);
        changeRole(owner, second, "OWNER");
        assertThat(changeRole(owner, alone.member(Role.OWNER), "ADMIN").status).isEqualTo(200);
    }

    @Test
    void onlyAnOwnerTouchesOwners() {
        Pages admin = people.as(Role.ADMIN);
        Member owner = people.another(Role.OWNER);
        for (Page refused : new Page[] {
            changeRole(admin, owner, "VIEWER"),
            remove(admin, owner),
            changeRole(admin, people.member(Role.CREATOR), "OWNER"),
            admin.get("/team")
                    .form("Make an invitation link")
                    .set("role", "OWNER")
                    .submit()
        }) {
            assertThat(refused.status).isEqualTo(403);
            assertThat(refused.says("You may not " + Right.OWN.words() + ".")).isTrue();
        }
    }

    @Test
    void othersSeeTheTeamAndNoButtons() {
        Page page = people.as(Role.APPROVER).get("/team");
        assertThat(page.says(people.member(Role.OWNER).name)).isTrue();
        assertThat(page.hasButton("Change role")).isFalse();
        assertThat(page.hasButton("Make an invitation link")).isFalse();
    }

    @Test
    void aRoleThatIsNoneIsRefused() {
        assertThat(changeRole(people.as(Role.OWNER), people.another(Role.VIEWER), "KING").status)
                .isEqualTo(422);
    }

    @Test
    void hostileNamesStayNames() {
        for (String hostile : Hostile.STRINGS) {
            Pages guest = Pages.anonymous();
            var joined = guest.get(invite(people.as(Role.ADMIN), "Viewer"))
                    .form("Join")
                    .fill("Your name", hostile)
                    .fill("Email", mail("hostile"))
                    .fill("Password", "a good long password")
                    .send();
            assertThat(joined.statusCode()).as(hostile).isEqualTo(303);
            Page team = guest.get("/team");
            assertThat(team.document.select("td b").stream()
                            .map(Element::wholeText)
                            .toList())
                    .as(hostile)
                    .contains(hostile.strip());
            assertThat(team.document.select(
                            "script:not([src]), td img, td svg:not(.icon), [onerror], [onload], [onfocus]"))
                    .as(hostile)
                    .isEmpty();
        }
    }

    private static String invite(Pages by, String role) {
        Page page = by.get("/team")
                .form("Make an invitation link")
                .choose("Role", role)
                .submit();
        String link = page.document.select(".copy").text();
        return link.substring(link.indexOf("/invitations/"));
    }

    private static Page changeRole(Pages by, Member of, String to) {
        return by.get("/team")
                .at("/team/" + Membership.of(of).orElseThrow().id + "/role")
                .set("role", to)
                .submit();
    }

    private static Page remove(Pages by, Member member) {
        return by.get("/team/" + Membership.of(member).orElseThrow().id + "/remove")
                .form("Remove")
                .submit();
    }

    private static String mail(String name) {
        return name + "-" + java.util.UUID.randomUUID() + "@team.example";
    }
}
