package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.SlowPost;

/** What somebody may do when all of a form is here counts, not what they might when it began to come in. */
@QuarkusTest
class SecondLookTest {
    private static final String FORM = "role=ADMIN";

    private final People people = People.fresh();
    private final Member admin = people.another(Role.ADMIN);

    @Inject
    Clocks clocks;

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    @Test
    void whoIsRemovedMeanwhileInvitesNobody() throws Exception {
        assertThat(inviting("/remove", "")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(invitations()).isZero();
    }

    @Test
    void whoLosesTheRightMeanwhileInvitesNobody() throws Exception {
        assertThat(inviting("/role", "VIEWER")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(invitations()).isZero();
    }

    @Test
    void whoKeepsItDoes() throws Exception {
        assertThat(inviting("/role", "OWNER")).isEqualTo("HTTP/1.1 303 See Other");
        assertThat(invitations()).isEqualTo(1);
    }

    /** Of two owners who take each other's role at once, the first is right. */
    @Test
    void whoLosesTheRightWhileTheyWaitForTheirTurnChangesNoRole() throws Exception {
        assertThat(atOnce("/role")).isEqualTo(403);
        assertThat(role(people.member(Role.OWNER))).isEqualTo(Role.OWNER);
    }

    @Test
    void norDoTheyRemoveAnybody() throws Exception {
        assertThat(atOnce("/remove")).isEqualTo(403);
        assertThat(role(people.member(Role.OWNER))).isEqualTo(Role.OWNER);
    }

    /** While the first owner changes the second one's role, the second one sends this of the first. */
    private int atOnce(String what) throws Exception {
        Member second = people.another(Role.OWNER);
        Pages theirs = Pages.signedIn(people.signIn(second));
        String place = "/team/" + Membership.of(people.member(Role.OWNER)).orElseThrow().id + what;
        CompletableFuture<Integer> answer = QuarkusTransaction.requiringNew().call(() -> {
            Workspace.locked(people.workspace);
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() ->
                    theirs.sending().formParam("role", "VIEWER").post(place).statusCode());
            await().until(() -> somebodyWaits() || sent.isDone());
            Membership.update("role = ?1 where member = ?2", Role.ADMIN, second);
            return sent;
        });
        return answer.get(1, TimeUnit.MINUTES);
    }

    private static boolean somebodyWaits() {
        return !QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query ilike '%from workspace %'")
                        .getResultList())
                .isEmpty();
    }

    private static Role role(Member member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Membership.of(member).map(Membership::role).orElse(null));
    }

    /** The form begins to come in, the gate lets it, an owner does this to whoever sends it, and the rest comes. */
    private String inviting(String what, String role) throws IOException {
        String token = people.signIn(admin);
        Pages owner = people.as(Role.OWNER);
        clocks.shift(Duration.ofMinutes(2));
        try (Socket socket = SlowPost.begin(
                "/team/invitations", "application/x-www-form-urlencoded", FORM.length(), FORM.substring(0, 1), token)) {
            socket.setSoTimeout(20_000);
            // That it looked is written down by the gate.
            await().until(() -> seen(token));
            String place = "/team/" + Membership.of(admin).orElseThrow().id + what;
            owner.sending().formParam("role", role).post(place).then().statusCode(303);
            SlowPost.send(socket, FORM.substring(1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private static boolean seen(String token) {
        return number(
                        "select count(*) from session where token_hash = ?1 and last_seen_at > created_at + interval '1 minute'",
                        new Token(token).hash())
                > 0;
    }

    private long invitations() {
        return number("select count(*) from invitation where workspace_id = ?1", people.workspace.id);
    }

    private static long number(String sql, Object parameter) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Panache.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, parameter)
                                .getSingleResult())
                        .longValue());
    }
}
