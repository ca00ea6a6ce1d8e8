package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.support.Page;
import pinplan.support.PictureServer;
import pinplan.team.Role;

/** Nobody has pages looked at without end. */
@QuarkusTest
class LookPaceTest {
    private static final String TOO_OFTEN = "20 pages were looked at for you within 10 minutes, which is the most.";

    private final Kitchen kitchen = new Kitchen();
    private final Long me = kitchen.people.member(Role.CREATOR).id;
    private String tart;

    @Inject
    LookPace pace;

    @Inject
    FetchPace fetches;

    @Inject
    Clocks clocks;

    @BeforeEach
    void aShop() {
        tart = PictureServer.page(UUID.randomUUID() + "/tart", "<title>Lemon tart</title>");
    }

    @AfterEach
    void now() {
        clocks.reset();
    }

    private void lookedALot(int times) {
        for (int look = 0; look < times; look++) {
            assertThat(pace.keep(me, () -> tart)).isEqualTo(tart);
        }
    }

    private Page look(Role role) {
        return kitchen.as(role)
                .get("/pins/new")
                .form("Look at the page")
                .fill("Title", "My own")
                .fill("Destination link", tart)
                .submit();
    }

    @Test
    void whoLooksTooOftenIsToldSoAndLosesNothing() {
        lookedALot(LookPace.MOST);
        Page page = look(Role.CREATOR);
        assertThat(page.status).isEqualTo(429);
        assertThat(page.document.select(".offer").text()).contains(TOO_OFTEN);
        assertThat(page.value("Title")).isEqualTo("My own");
        assertThat(page.value("Destination link")).isEqualTo(tart);
        assertThat(look(Role.OWNER).status).as("somebody else").isEqualTo(200);
        clocks.shift(LookPace.WITHIN.plus(Duration.ofSeconds(1)));
        assertThat(look(Role.CREATOR).document.select(".offer").text()).contains("Lemon tart");
    }

    @Test
    void withoutLeavingTheFormToo() {
        assertThat(panel().statusCode()).isEqualTo(200);
        lookedALot(LookPace.MOST - 1);
        Response refused = panel();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body().asString()).contains(TOO_OFTEN);
    }

    private Response panel() {
        return kitchen.as(Role.CREATOR).sending().formParam("link", tart).post("/pins/link");
    }

    @Test
    void andWhereAPageIsCheckedNow() {
        Pin pin = kitchen.verb(
                kitchen.draft("Tart", Role.CREATOR),
                Role.CREATOR,
                (one, by, now) -> one.edit(one.fields().leadingTo(tart), by, now));
        Long id = kitchen.read(pin, one -> one.leads().destination().id);
        lookedALot(LookPace.MOST);
        Page refused = kitchen.as(Role.CREATOR)
                .get("/destinations/" + id)
                .form("Check now")
                .submit();
        assertThat(refused.status).isEqualTo(429);
        assertThat(refused.text()).contains(TOO_OFTEN, "Not checked yet.");
    }

    /** Nothing answers at this address: who is not asked to wait is told so. */
    @Test
    void whoFetchesTooManyPicturesIsToldSoAndLosesNothing() {
        String nowhere = "http://127.0.0.1/a.jpg";
        assertThat(picture(nowhere).error("Image URL")).startsWith("Nothing could be fetched");
        for (int fetch = 1; fetch < FetchPace.MOST; fetch++) {
            assertThat(fetches.keep(me, () -> tart)).isEqualTo(tart);
        }
        Page page = picture(nowhere);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Image URL"))
                .isEqualTo("60 pictures were fetched for you within 10 minutes, which is the most. Wait a little, and"
                        + " press again.");
        assertThat(page.value("Image URL")).isEqualTo(nowhere);
        assertThat(page.value("Title")).isEqualTo("My own");
    }

    private Page picture(String address) {
        return kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Save draft")
                .fill("Title", "My own")
                .fill("Image URL", address)
                .submit();
    }

    @Test
    void twoAtATime() {
        assertThatThrownBy(() -> pace.keep(me, () -> pace.keep(me, () -> pace.keep(me, () -> tart))))
                .isInstanceOf(Refused.class)
                .hasMessage("2 pages are being looked at for you already. Wait for them, and press again.");
        assertThat(pace.keep(me, () -> pace.keep(me, () -> tart)))
                .as("both are over")
                .isEqualTo(tart);
    }
}
