package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static pinplan.review.Rules.any;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Member;
import pinplan.team.Role;

/** Each hears that they are asked once it is their turn. */
@QuarkusTest
class StepsAreToldTest {
    private final Kitchen kitchen = new Kitchen();
    private final Member mia = kitchen.people.another(Role.APPROVER);
    private final Member tom = kitchen.people.another(Role.APPROVER);

    private List<String> told(Member member) {
        return Pages.signedIn(kitchen.people.signIn(member))
                .get("/inbox")
                .document
                .select(".news-words > p:first-child")
                .eachText();
    }

    private void approve(Pin pin, Member member) {
        Pages.signedIn(kitchen.people.signIn(member))
                .get("/pins/" + pin.id)
                .form("Approve")
                .submit();
    }

    @Test
    void theNextStepIsAskedWhenTheOneBeforeIsTaken() {
        Rules.steps(kitchen, any(mia), any(tom));
        Pin pin = kitchen.inReview("Lemon tart");
        assertThat(told(mia)).hasSize(1).allMatch(line -> line.contains("asks you to decide on Lemon tart"));
        assertThat(told(tom)).isEmpty();
        assertThat(told(kitchen.people.member(Role.OWNER))).isEmpty();
        approve(pin, mia);
        assertThat(told(tom)).hasSize(1).allMatch(line -> line.contains(mia.name + " asks you to decide"));
        assertThat(told(mia)).hasSize(1).noneMatch(line -> line.startsWith("Unread"));
        assertThat(told(tom)).allMatch(line -> line.startsWith("Unread"));
        assertThat(told(kitchen.people.member(Role.CREATOR))).isEmpty();
        approve(pin, tom);
        assertThat(told(kitchen.people.member(Role.CREATOR)))
                .hasSize(1)
                .allMatch(line -> line.contains(tom.name + " approved Lemon tart"));
    }

    /** Who was asked at a step that somebody else took is asked again at their own. */
    @Test
    void whoseTurnComesAgainIsToldAgain() {
        Member owner = kitchen.people.member(Role.OWNER);
        Rules.steps(kitchen, any(mia, owner), any(tom), any(owner));
        Pin pin = kitchen.inReview("Lemon tart");
        assertThat(told(owner)).hasSize(1);
        approve(pin, mia);
        assertThat(told(owner)).hasSize(1).noneMatch(line -> line.startsWith("Unread"));
        approve(pin, tom);
        assertThat(told(owner)).hasSize(2);
        assertThat(told(owner).get(0)).startsWith("Unread").contains("asks you to decide");
    }

    @Test
    void aPinThatComesBackIsAskedForAgain() {
        Rules.steps(kitchen, any(mia));
        Pin pin = kitchen.inReview("Lemon tart");
        Page gone = kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id + "/delete")
                .form("Delete")
                .submit();
        assertThat(told(mia)).hasSize(1).noneMatch(line -> line.startsWith("Unread"));
        gone.form("Undo").submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        // What is said of one pin twice in a row takes one line.
        assertThat(told(mia)).singleElement().asString().startsWith("Unread");
    }

    @Test
    void whereNobodyIsAskedNobodyIsTold() {
        Rules.steps(kitchen);
        kitchen.verb(kitchen.draft("Lemon tart", Role.APPROVER), Role.APPROVER, Pin::submit);
        assertThat(told(mia)).isEmpty();
        assertThat(told(kitchen.people.member(Role.OWNER))).isEmpty();
    }
}
