package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** The page of a pin's revisions. */
@QuarkusTest
class RevisionsTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private Pin retitled(Pin pin, String title) {
        return kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            p.edit(
                    new PinFields(
                            title,
                            was.description(),
                            was.link(),
                            was.account(),
                            was.board(),
                            was.campaign(),
                            was.plannedFor(),
                            was.shots()),
                    by,
                    now);
        });
    }

    private static String path(Pin pin) {
        return "/pins/" + pin.id + "/revisions";
    }

    @Test
    void theNewestFirstWithWhoWhenAndWhatOfIt() {
        Pin pin = kitchen.approved("Tart");
        retitled(pin, "Curd tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        Page page = creator.get("/pins/" + pin.id).follow("Revisions: 2");
        assertThat(page.path).isEqualTo(path(pin));
        assertThat(page.document.select(".revision h2").eachText()).containsExactly("Revision 2", "Revision 1");
        var newest = page.document.selectFirst("#revision-2");
        assertThat(newest.text())
                .contains("Current", "Made by " + kitchen.people.member(Role.CREATOR).name, "Submitted by");
        assertThat(newest.select(".diff dt").eachText()).containsExactly("Title");
        assertThat(newest.select(".diff del").text()).isEqualTo("Tart");
        assertThat(newest.select(".diff ins").text()).isEqualTo("Curd tart");
        var first = page.document.selectFirst("#revision-1");
        assertThat(first.text())
                .contains(
                        "Approved by " + kitchen.people.member(Role.APPROVER).name, "The first that was sent to review")
                .doesNotContain("Current");
        assertThat(page.hasButton("Restore revision 1")).isTrue();
        assertThat(page.hasButton("Restore revision 2")).isFalse();
    }

    @Test
    void restoringIsSaidAndTakesTheApprovalBack() {
        Pin pin = kitchen.inReview("Tart");
        retitled(pin, "Curd tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        Page back = creator.get(path(pin)).form("Restore revision 1").submit();
        assertThat(back.path).isEqualTo("/pins/" + pin.id);
        assertThat(back.says("Revision 1 is restored. The approval is void.")).isTrue();
        assertThat(back.value("Title")).isEqualTo("Tart");
        assertThat(back.document.select(".status").text()).isEqualTo("Draft");
        Page page = creator.get(path(pin));
        assertThat(page.document.selectFirst("#revision-3").text()).contains("Current", "Restored from revision 1");
    }

    @Test
    void whoLookedAtAnotherStateRestoresNothing() {
        Pin pin = kitchen.inReview("Tart");
        retitled(pin, "Curd tart");
        Page page = creator.get(path(pin));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        Page refused = page.form("Restore revision 1").submit();
        assertThat(refused.path).isEqualTo(path(pin));
        assertThat(refused.says("Nothing is restored: somebody changed the pin while you looked."))
                .isTrue();
        assertThat(kitchen.read(pin, Pin::title)).isEqualTo("Curd tart");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void anyTwoAreComparedWithTheirPictures() {
        Pin pin = kitchen.inReview("Tart");
        Shot other = new Shot(kitchen.picture(), "Two slices");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            p.edit(
                    new PinFields(
                            was.title(),
                            was.description(),
                            was.link(),
                            was.account(),
                            was.board(),
                            was.campaign(),
                            was.plannedFor(),
                            List.of(other)),
                    by,
                    now);
        });
        retitled(pin, "Curd tart");
        Page page = creator.get(path(pin));
        assertThat(page.document.select("#compared")).isEmpty();
        assertThat(page.value("Revision")).isEqualTo("2");
        assertThat(page.value("Compared with")).isEqualTo("3");
        Page compared = page.form("Compare")
                .choose("Revision", "1")
                .choose("Compared with", "3")
                .submit();
        assertThat(compared.document.select("#compared").text()).isEqualTo("From revision 1 to revision 3");
        var diff = compared.document.selectFirst("[aria-labelledby=compared] .diff");
        assertThat(diff.select("dt").eachText()).containsExactly("Title", "Media", "Alt text");
        assertThat(diff.select(".pictures .which").eachText()).containsExactly("Before", "After");
        assertThat(diff.select(".pictures img").eachAttr("alt"))
                .containsExactly("Before: picture 1, tart.jpg", "After: picture 1, tart.jpg");
        for (String src : diff.select(".pictures img").eachAttr("src")) {
            assertThat(creator.one(src).statusCode()).isEqualTo(200);
        }
        assertThat(creator.get(path(pin) + "?from=2&to=2").says("Nothing of what reaches Pinterest differs"))
                .isTrue();
        assertThat(creator.one(path(pin) + "?from=1").statusCode()).isEqualTo(200);
        for (String unknown : List.of("?from=9&to=1", "?from=1&to=0", "?to=-1", "?from=x")) {
            assertThat(creator.one(path(pin) + unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void aViewerLooksAndRestoresNothing() {
        Pin pin = kitchen.inReview("Tart");
        retitled(pin, "Curd tart");
        Pages viewer = kitchen.as(Role.VIEWER);
        assertThat(viewer.get(path(pin)).hasButton("Restore revision 1")).isFalse();
        Response answer = viewer.sending()
                .formParam("edition", kitchen.<Integer>read(pin, Pin::edition))
                .post(path(pin) + "/1/restore");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNotOursOrNotThereIsNowhere() {
        Pin theirs = new Kitchen().inReview("Theirs");
        assertThat(creator.one(path(theirs)).statusCode()).isEqualTo(404);
        Pin pin = kitchen.inReview("Tart");
        Response answer = creator.sending().formParam("edition", 1).post(path(pin) + "/7/restore");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void aPinThatWasNeverSentHasNone() {
        Pin pin = kitchen.draft("Tart", Role.CREATOR);
        assertThat(creator.get("/pins/" + pin.id).document.select("a[href$=/revisions]"))
                .isEmpty();
        assertThat(creator.get(path(pin)).says("No revisions yet")).isTrue();
    }

    @Test
    void manyComeOnSeveralPages() {
        Pin pin = kitchen.inReview("Tart");
        for (int number = 2; number <= 23; number++) {
            retitled(pin, "Tart " + number);
        }
        Page page = creator.get(path(pin));
        assertThat(page.document.select(".revision")).hasSize(20);
        assertThat(page.document.selectFirst("#revision-4 .diff del").text()).isEqualTo("Tart 3");
        Page next = page.follow("Next page");
        assertThat(next.document.select(".revision h2").eachText())
                .containsExactly("Revision 3", "Revision 2", "Revision 1");
        assertThat(next.follow("Previous page").document.select(".revision")).hasSize(20);
    }
}
