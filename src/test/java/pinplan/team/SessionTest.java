package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.support.Pages;
import pinplan.support.People;

/** How long a signed-in browser stays one. */
@QuarkusTest
class SessionTest {
    @Inject
    Clocks clocks;

    @Inject
    EntityManager database;

    @Inject
    Sweep sweep;

    private final People people = People.fresh();

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    @Test
    void anIdleSessionEndsAfterTwelveHours() {
        String used = people.signIn(Role.CREATOR);
        String idle = people.signIn(Role.CREATOR);
        clocks.shift(Duration.ofHours(11));
        assertThat(in(used)).isTrue();
        clocks.shift(Duration.ofHours(2));
        assertThat(in(used)).isTrue();
        assertThat(in(idle)).isFalse();
    }

    @Test
    void aSessionInUseEndsAfterFourteenDays() {
        String token = people.signIn(Role.CREATOR);
        for (int hours = 0; hours < 14 * 24 - 8; hours += 8) {
            clocks.shift(Duration.ofHours(8));
            assertThat(in(token)).as("%s hours", hours + 8).isTrue();
        }
        clocks.shift(Duration.ofHours(9));
        assertThat(in(token)).isFalse();
    }

    @Test
    void signingInGivesANewTokenAndEndsTheOldOne() {
        String old = people.signIn(Role.CREATOR);
        Pages pages = Pages.anonymous();
        var form = pages.get("/sign-in").form("Sign in");
        pages.set("pinplan", old);
        form.fill("Email", people.member(Role.CREATOR).email)
                .fill("Password", People.PASSWORD)
                .send();
        assertThat(pages.cookie("pinplan")).isNotEqualTo(old);
        assertThat(in(pages.cookie("pinplan"))).isTrue();
        assertThat(in(old)).isFalse();
    }

    @Test
    void aChangedRoleGivesANewTokenWithTheNextPage() {
        Member another = people.another(Role.CREATOR);
        String old = people.signIn(another);
        Pages pages = Pages.signedIn(old);
        var changed = people.as(Role.OWNER)
                .get("/team")
                .at("/team/" + Membership.of(another).orElseThrow().id + "/role")
                .set("role", "VIEWER")
                .submit();
        assertThat(changed.status).isEqualTo(200);
        assertThat(pages.get("/settings").says("Viewer")).isTrue();
        assertThat(pages.cookie("pinplan")).isNotEqualTo(old);
        assertThat(in(pages.cookie("pinplan"))).isTrue();
        assertThat(in(old)).isFalse();
    }

    @Test
    void aNewPasswordSignsOutEveryOtherBrowser() {
        Member another = people.another(Role.CREATOR);
        String elsewhere = people.signIn(another);
        Pages here = Pages.signedIn(people.signIn(another));
        String before = here.cookie("pinplan");
        var page = here.get("/account")
                .form("Change password")
                .fill("Current password", People.PASSWORD)
                .fill("New password", "quite another long one")
                .submit();
        assertThat(page.says("The password is changed")).isTrue();
        assertThat(here.cookie("pinplan")).isNotEqualTo(before);
        assertThat(in(elsewhere)).isFalse();
        assertThat(in(before)).isFalse();
        var again = Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", another.email)
                .fill("Password", People.PASSWORD)
                .send();
        assertThat(again.statusCode()).isEqualTo(422);
    }

    /** An open page asks by itself: nobody may be sitting before it. */
    @Test
    void aPageThatFollowsByItselfKeepsNobodySignedIn() {
        String token = people.signIn(Role.CREATOR);
        for (int hour = 0; hour < 13; hour++) {
            clocks.shift(Duration.ofHours(1));
            Pages.signedIn(token).sending().header(Gate.LIVE, "1").get("/calendar");
        }
        assertThat(in(token)).isFalse();
    }

    @Test
    void theSweepTakesAwayWhatHasEnded() {
        String ended = people.signIn(Role.CREATOR);
        clocks.shift(Duration.ofHours(13));
        String alive = people.signIn(Role.APPROVER);
        sweep.tick();
        assertThat(rows(ended)).isZero();
        assertThat(rows(alive)).isOne();
        assertThat(in(alive)).isTrue();
    }

    @Test
    void theSweepTakesAwayInvitationsAMonthAfterTheirEnd() {
        people.as(Role.OWNER).get("/team").form("Make an invitation link").submit();
        assertThat(Invitation.count("workspace", people.workspace)).isOne();
        clocks.shift(Invitation.LIFETIME.plusDays(29));
        sweep.tick();
        assertThat(Invitation.count("workspace", people.workspace)).isOne();
        clocks.shift(Duration.ofDays(2));
        sweep.tick();
        assertThat(Invitation.count("workspace", people.workspace)).isZero();
    }

    private long rows(String token) {
        return Session.count("tokenHash", new Token(token).hash());
    }

    @Test
    void beingSeenIsWrittenOnceAMinute() {
        String token = people.signIn(Role.CREATOR);
        Object first = seen(token);
        in(token);
        assertThat(seen(token)).isEqualTo(first);
        clocks.shift(Duration.ofSeconds(61));
        in(token);
        assertThat(seen(token)).isNotEqualTo(first);
    }

    @Test
    void aDumpHoldsNoToken() {
        String token = people.signIn(Role.OWNER);
        String invitation = people.as(Role.OWNER)
                .get("/team")
                .form("Make an invitation link")
                .submit()
                .document
                .select(".copy")
                .text()
                .replaceAll(".*/", "");
        assertThat(invitation).hasSize(43);
        List<?> tables = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select table_name from information_schema.tables where table_schema = 'public'")
                        .getResultList());
        for (Object table : tables) {
            List<?> rows = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery("select cast(t as text) from \"" + table + "\" t")
                            .getResultList());
            for (Object row : rows) {
                for (String secret : List.of(token, invitation)) {
                    assertThat(String.valueOf(row))
                            .as("%s", table)
                            .doesNotContain(secret)
                            .doesNotContain(HexFormat.of().formatHex(secret.getBytes()));
                }
            }
        }
    }

    @Test
    void aMadeUpTokenIsNobody() {
        for (String token : List.of("x", Token.fresh().text(), "' or '1'='1", "a".repeat(4000))) {
            assertThat(in(token)).isFalse();
        }
    }

    @Test
    void onPlainHttpTheCookieOfHttpsDoesNotCount() {
        Pages pages = Pages.anonymous();
        pages.set("__Host-pinplan", people.signIn(Role.OWNER));
        assertThat(pages.one("/").header("Location")).endsWith("/sign-in");
    }

    private Object seen(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select last_seen_at from session where token_hash = :hash")
                        .setParameter("hash", new Token(token).hash())
                        .getSingleResult());
    }

    private static boolean in(String token) {
        return Pages.signedIn(token).one("/").header("Location").endsWith("/calendar");
    }
}
