package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;

/** Guessing gets slower and slower, for anyone and everywhere, and never stops for good. */
@QuarkusTest
class ThrottleTest {
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Inject
    Throttle one;

    @Inject
    Credentials credentials;

    @Inject
    EntityManager database;

    @Inject
    Clocks clocks;

    private final String somebody = UUID.randomUUID().toString();

    @AfterEach
    void backToNow() {
        clocks.reset();
        // All tests come from this one address.
        one.forgetOld(Instant.now().plus(Duration.ofDays(2)));
    }

    @Test
    void theDelayGrowsAndStopsGrowing() {
        Duration before = Duration.ZERO;
        Instant at = NOW;
        for (int tries = 1; tries < 30; tries++) {
            assertThat(one.count(Throttle.Kind.ACCOUNT, somebody, at)).isZero();
            Duration delay = one.count(Throttle.Kind.ACCOUNT, somebody, at);
            if (tries < 5) {
                // Not blocked yet, so that second look was a try too.
                tries++;
                continue;
            }
            assertThat(delay).isBetween(before, Duration.ofMinutes(2));
            before = delay;
            at = at.plus(delay);
        }
        assertThat(before).isEqualTo(Duration.ofMinutes(2));
    }

    /** Replicas are two of these on one database; nothing is kept between calls. */
    @Test
    void twoReplicasShareTheCount() throws Exception {
        var replicas = Executors.newFixedThreadPool(8);
        try {
            Callable<Duration> attempt = () -> one.count(Throttle.Kind.ACCOUNT, somebody, NOW);
            int allowed = 0;
            for (var answer : replicas.invokeAll(Collections.nCopies(40, attempt))) {
                allowed += answer.get().isZero() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(5);
        } finally {
            replicas.shutdown();
        }
    }

    @Test
    void aRightPasswordForgivesTheAccountButNotTheAddress() {
        String address = UUID.randomUUID().toString();
        for (int i = 0; i < 19; i++) {
            one.count(Throttle.Kind.ADDRESS, address, NOW);
        }
        one.count(Throttle.Kind.ACCOUNT, somebody, NOW);
        one.forgive(somebody, address, NOW);
        assertThat(one.count(Throttle.Kind.ADDRESS, address, NOW)).isZero();
        assertThat(one.count(Throttle.Kind.ADDRESS, address, NOW)).isZero();
        assertThat(one.count(Throttle.Kind.ADDRESS, address, NOW)).isPositive();
    }

    @Test
    void aDayForgets() {
        for (int i = 0; i < 5; i++) {
            one.count(Throttle.Kind.ACCOUNT, somebody, NOW);
        }
        Instant later = NOW.plus(Duration.ofHours(25));
        assertThat(one.count(Throttle.Kind.ACCOUNT, somebody, later)).isZero();
        assertThat(one.count(Throttle.Kind.ACCOUNT, somebody, later)).isZero();
    }

    @Test
    void thePageSaysHowLongToWaitAndTheRightPasswordWaitsToo() {
        People people = People.fresh();
        String email = people.member(Role.CREATOR).email;
        Page page = null;
        for (int i = 0; i < 10; i++) {
            clocks.shift(Duration.ofMinutes(2));
            page = signIn(email, "wrong password " + i);
            assertThat(page.status).isEqualTo(422);
        }
        page = signIn(email, "wrong again and at once");
        assertThat(page.status).isEqualTo(429);
        assertThat(page.error("Password")).startsWith("Too many tries. Try again in ");
        assertThat(page.response.header("Retry-After")).isNotNull();
        assertThat(signIn(email, People.PASSWORD).status).isEqualTo(429);
        clocks.shift(Duration.ofMinutes(3));
        Pages pages = Pages.anonymous();
        assertThat(pages.get("/sign-in")
                        .form("Sign in")
                        .fill("Email", email)
                        .fill("Password", People.PASSWORD)
                        .send()
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void anUnknownPersonIsThrottledInTheSameWords() {
        String nobody = UUID.randomUUID() + "@team.example";
        Page known = null;
        Page unknown = null;
        String email = People.fresh().member(Role.VIEWER).email;
        for (int i = 0; i < 9; i++) {
            clocks.shift(Duration.ofMinutes(2));
            known = signIn(email, "wrong wrong wrong");
            unknown = signIn(nobody, "wrong wrong wrong");
        }
        assertThat(unknown.status).isEqualTo(known.status).isEqualTo(422);
        assertThat(unknown.error("Password")).isEqualTo(known.error("Password"));
        known = signIn(email, "wrong wrong wrong");
        unknown = signIn(nobody, "wrong wrong wrong");
        assertThat(unknown.status).isEqualTo(known.status).isEqualTo(429);
    }

    @Test
    void whoHasToWaitThemselfKeepsNobodyElseOut() {
        String email = People.fresh().member(Role.CREATOR).email;
        String guesser = UUID.randomUUID().toString();
        Instant at = Instant.now();
        for (int i = 0; i < 30; i++) {
            at = at.plus(one.count(Throttle.Kind.ADDRESS, guesser, at));
        }
        for (int i = 0; i < 10; i++) {
            assertThat(credentials.check(email, "a guess", guesser).delay()).isPositive();
        }
        assertThat(credentials
                        .check(email, People.PASSWORD, UUID.randomUUID().toString())
                        .right())
                .isTrue();
    }

    @Test
    void aForgedForwardingHeaderChangesNothing() {
        for (int i = 0; i < 3; i++) {
            String address = "203.0.113." + i;
            var answer = Pages.anonymous()
                    .sending()
                    .header("X-Forwarded-For", address)
                    .header("X-Forwarded-Trusted-Proxy", "true")
                    .header("Forwarded", "for=" + address)
                    .formParam("email", UUID.randomUUID() + "@team.example")
                    .formParam("password", "x")
                    .post("/sign-in");
            assertThat(answer.statusCode()).isIn(422, 429);
            assertThat(database.createNativeQuery("select 1 from sign_in_throttle where subject = ?1")
                            .setParameter(1, Throttle.Kind.ADDRESS.subject(address))
                            .getResultList())
                    .isEmpty();
        }
    }

    @Test
    void oneHouseholdIsOneAddress() {
        assertThat(Credentials.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Credentials.network("2001:db8:1:2:ffff::1%eth0"));
        assertThat(Credentials.network("2001:db8:1:3::1")).isNotEqualTo(Credentials.network("2001:db8:1:2::1"));
        assertThat(Credentials.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private static Page signIn(String email, String password) {
        return Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", email)
                .fill("Password", password)
                .submit();
    }
}
