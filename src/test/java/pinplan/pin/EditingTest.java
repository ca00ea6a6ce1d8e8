package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.database.Clocks;
import pinplan.support.Pages;
import pinplan.team.Role;

/** Who else is changing a pin, as their open pages say it. */
@QuarkusTest
class EditingTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pages approver = kitchen.as(Role.APPROVER);
    private final Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
    private final String path = "/pins/" + pin.id + "/editing";

    @Inject
    Clocks clocks;

    @AfterEach
    void backToNow() {
        clocks.reset();
    }

    @Test
    void onlyWhoTypesIsSaidToBeEditing() {
        assertThat(approver.get(path).text()).isEmpty();
        assertThat(creator.sending().post(path).statusCode()).isEqualTo(303);
        assertThat(approver.get(path).text())
                .isEqualTo(kitchen.people.member(Role.CREATOR).name + " is editing this pin too");
        assertThat(creator.get(path).text()).isEmpty();
        kitchen.as(Role.OWNER).sending().post(path);
        assertThat(approver.get(path).text()).contains("The Creator", " and The Owner", " are editing this pin too");
        kitchen.as(Role.OWNER).sending().formParam("away", "true").post(path);
        creator.get("/pins/" + pin.id).form("Save draft").submit();
        assertThat(approver.get(path).text()).isEmpty();
    }

    @Test
    void aPageLeftOpenKeepsNobodySignedIn() {
        String token = kitchen.people.signIn(Role.CREATOR);
        for (int hour = 0; hour < 11; hour++) {
            clocks.shift(Duration.ofHours(1));
            var said = Pages.signedIn(token).sending().post(path);
            assertThat(said.statusCode()).isEqualTo(303);
        }
        clocks.shift(Duration.ofHours(2));
        assertThat(Pages.signedIn(token).one("/").header("Location")).endsWith("/sign-in");
    }

    @Test
    void whoSaysNothingMoreIsNotEditingAnyMore() {
        Kitchen.write(() -> {
            Editing.goesOn(
                    pin, kitchen.people.member(Role.CREATOR), Kitchen.now().minusSeconds(13));
            return null;
        });
        assertThat(approver.get(path).text()).isEmpty();
    }
}
