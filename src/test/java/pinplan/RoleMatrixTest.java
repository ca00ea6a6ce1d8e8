package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Route;
import pinplan.team.Right;
import pinplan.team.Role;

/** Every route × nobody, somebody of another workspace, and each role. */
@QuarkusTest
class RoleMatrixTest {
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void everyRouteSaysWhoMayUseIt() {
        assertThat(Route.all()).isNotEmpty();
        assertThat(Route.all())
                .allMatch(route -> route.open() != route.needs().isPresent(), "is either open or needs a right");
    }

    @Test
    void everyRouteKeepsOutWhoHasNoRight() {
        People ours = People.fresh();
        People theirs = People.fresh();
        for (Route route : Route.all()) {
            if (route.needs().isEmpty()) {
                isNoError(route, ours);
                continue;
            }
            Right needs = route.needs().get();
            keepsOutTheUnknown(route, ours, needs);
            for (Role role : Role.values()) {
                answersByRole(route, ours, role, needs);
            }
            if (route.hasParameter()) {
                hidesFromOthers(route, ours, theirs);
            }
        }
        all.assertAll();
    }

    private void isNoError(Route route, People people) {
        Response answer = route.send(Pages.anonymous().sending(), route.filled(people));
        all.assertThat(answer.statusCode()).as("%s by nobody", route).isNotEqualTo(500);
    }

    private void keepsOutTheUnknown(Route route, People people, Right needs) {
        Response answer = route.send(Pages.anonymous().sending(), route.filled(people));
        if (route.safe()) {
            all.assertThat(answer.statusCode()).as("%s by nobody", route).isEqualTo(303);
            all.assertThat(answer.header("Location")).as("%s by nobody", route).contains("/sign-in");
        } else {
            all.assertThat(answer.statusCode()).as("%s by nobody", route).isEqualTo(403);
            all.assertThat(answer.asString()).as("%s by nobody", route).contains("signed out");
        }
    }

    private void answersByRole(Route route, People people, Role role, Right needs) {
        Response answer = route.send(people.as(role).sending(), route.filled(people));
        boolean refused = answer.statusCode() == 403
                && org.jsoup.Jsoup.parse(answer.asString()).text().contains("You may not " + needs.words() + ".");
        all.assertThat(refused).as("%s refused to %s", route, role).isEqualTo(!role.may(needs));
        if (role.may(needs)) {
            all.assertThat(answer.statusCode()).as("%s by %s", route, role).isNotIn(401, 404, 405, 415, 500);
            all.assertThat(String.valueOf(answer.header("Location")))
                    .as("%s by %s", route, role)
                    .doesNotContain("/sign-in");
        }
    }

    private void hidesFromOthers(Route route, People ours, People theirs) {
        Response answer = route.send(theirs.as(Role.OWNER).sending(), route.filled(ours));
        all.assertThat(answer.statusCode())
                .as("%s by another workspace's owner", route)
                .isEqualTo(404);
    }
}
