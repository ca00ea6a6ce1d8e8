package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.media.Media;
import pinplan.support.Pages;
import pinplan.team.Role;
import pinplan.web.Formats;

/** A pin without a title is called the same wherever it is named, by where it leads. */
@QuarkusTest
class UntitledTest {
    private static final String NAME = "Untitled: /tart";

    private final Kitchen kitchen = new Kitchen();
    private final Pages admin = kitchen.as(Role.ADMIN);
    private final Media picture = kitchen.picture();
    private final Pin pin = kitchen.draft("", Role.CREATOR, picture);

    @Test
    void whereAPictureIsUsed() {
        assertThat(admin.get("/media").document.select(".shelf").text()).contains(NAME);
        assertThat(admin.get("/media/" + picture.id).form("Delete").submit().text())
                .contains("Not deleted: it is used in “" + NAME + "”.");
    }

    @Test
    void beforeTheWorkspaceGoesToAnotherZone() {
        assertThat(admin.get("/settings")
                        .form("Save settings")
                        .choose("Time zone", "Asia/Tokyo")
                        .submit()
                        .document
                        .select("tbody td")
                        .eachText())
                .first()
                .isEqualTo(NAME);
    }

    @Test
    void whereAnotherIsLikeIt() {
        Pin other = kitchen.draft("Another", Role.CREATOR, picture);
        assertThat(Kitchen.write(() -> Alike.to(List.of(other))).get(other.id))
                .contains(new Alike(
                        "“%s” (%s) begins with the same picture.".formatted(NAME, when()), "/pins/" + pin.id));
    }

    private String when() {
        return Formats.moment(pin.publishAt(), kitchen.people.workspace.zone);
    }

    /** Several that lead nowhere yet are told apart by their times. */
    @Test
    void inTheInbox() {
        admin.get("/pins/" + pin.id)
                .form("Post comment")
                .fill("Comment", "Name it")
                .submit();
        assertThat(kitchen.as(Role.CREATOR)
                        .get("/inbox")
                        .document
                        .select(".news")
                        .text())
                .contains(NAME + ", " + when());
    }
}
