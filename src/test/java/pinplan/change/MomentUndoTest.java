package pinplan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.calendar.Planned;
import pinplan.database.Clocks;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** A moment that was changed or deleted, and what Undo makes of it. */
@QuarkusTest
class MomentUndoTest {
    private static final String WEEK = "/calendar?view=week&on=2027-03-28";

    @Inject
    Clocks clocks;

    private final People people = People.fresh();
    private final Pages creator = people.as(Role.CREATOR);
    private String path;

    @BeforeEach
    void easter() {
        path = "/moments/" + new Planned(people).moment("Easter", "2027-03-28", "2027-03-29", 14).id;
    }

    @AfterEach
    void now() {
        clocks.reset();
    }

    private Page delete() {
        return creator.get(path + "/delete").form("Delete").set("back", WEEK).submit();
    }

    private Page rename(String name) {
        return creator.get(path)
                .form("Save")
                .set("back", WEEK)
                .fill("Name", name)
                .submit();
    }

    private static Page undo(Page page) {
        return page.form("Undo").submit();
    }

    private static String told(Page page) {
        return page.document.select(".flash").text();
    }

    private String strips() {
        return people.as(Role.VIEWER).get(WEEK).document.select(".strip").text();
    }

    @Test
    void aDeletedOneComesBackFromTheToast() {
        Page gone = delete();
        assertThat(told(gone)).isEqualTo("“Easter” is gone. Undo");
        for (String view : new String[] {"month", "week", "day", "timeline"}) {
            assertThat(creator.get("/calendar?on=2027-03-28&view=" + view)
                            .document
                            .select(".strip, .timeline")
                            .text())
                    .doesNotContain("Easter");
        }
        assertThat(creator.get(path).status).isEqualTo(404);
        assertThat(told(undo(gone))).isEqualTo("“Easter” put back.");
        assertThat(strips()).contains("Easter");
        assertThat(creator.get(path).value("Lead window in days")).isEqualTo("14");
    }

    @Test
    void aColleagueTakesItBackFromTheHistory() {
        delete();
        Pages colleague = people.as(Role.APPROVER);
        Page history = colleague.get("/changes");
        assertThat(history.document.select("tbody tr").text())
                .contains(people.member(Role.CREATOR).name + " deleted “Easter”");
        assertThat(told(undo(history))).isEqualTo("“Easter” put back.");
        assertThat(strips()).contains("Easter");
        assertThat(colleague.get("/changes").text()).contains("Undone by " + people.member(Role.APPROVER).name);
        assertThat(people.as(Role.OWNER).get("/activity").text()).contains("took back the deletion of the moment");
    }

    @Test
    void theLastThingThatOneDidIsUndoneByTheKey() {
        delete();
        creator.sending().post("/changes/undo");
        assertThat(strips()).contains("Easter");
    }

    @Test
    void oneChangeAfterTheOtherIsTakenBack() {
        rename("Easter Sunday");
        Page second = rename("Whitsun");
        assertThat(told(second)).isEqualTo("Saved. Undo");
        assertThat(told(undo(second))).isEqualTo("“Easter Sunday” put back.");
        creator.sending().post("/changes/undo");
        assertThat(creator.get(path).value("Name")).isEqualTo("Easter");
        assertThat(creator.get("/changes").hasButton("Undo")).isFalse();
    }

    @Test
    void whatWasChangedSinceStays() {
        Page first = rename("Easter Sunday");
        rename("Whitsun");
        assertThat(told(undo(first))).isEqualTo("Not undone: It was changed since.");
        assertThat(strips()).contains("Whitsun");
    }

    @Test
    void savingWhatIsThereIsNoChange() {
        assertThat(told(rename("Easter"))).isEqualTo("Saved.");
    }

    @Test
    void itIsTakenBackForHalfAnHourAndOnce() {
        Page gone = delete();
        undo(gone);
        assertThat(told(undo(gone)))
                .isEqualTo("Not undone: Undone by " + people.member(Role.CREATOR).name + " already.");
        gone = delete();
        clocks.shift(Duration.ofMinutes(31));
        assertThat(told(undo(gone))).isEqualTo("Not undone: This was more than 30 minutes ago.");
        assertThat(strips()).doesNotContain("Easter");
    }

    @Test
    void onlyWhoMayChangeItTakesItBack() {
        String undo = delete().document.select("form[action$=/undo]").attr("action");
        Pages viewer = people.as(Role.VIEWER);
        assertThat(viewer.get("/changes").hasButton("Undo")).isFalse();
        assertThat(viewer.sending().post(undo).statusCode()).isEqualTo(403);
        assertThat(People.fresh().as(Role.OWNER).sending().post(undo).statusCode())
                .isEqualTo(404);
        assertThat(strips()).doesNotContain("Easter");
    }
}
