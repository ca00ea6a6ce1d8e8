package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** A pin once more: on other boards, at a distance, or with another picture; all of them one family. */
@QuarkusTest
class DuplicateTest {
    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime first = kitchen.later(20).withHour(9).withMinute(0);
    private final Pin tart = kitchen.approved("Tart", first);

    private Form form() {
        return kitchen.as(Role.CREATOR).get("/pins/" + tart.id + "/duplicate").form("Make drafts");
    }

    private List<Pin> family() {
        return kitchen.read(tart, pin -> {
            List<Pin> all = pin.family(50);
            all.forEach(one -> one.planned().zone());
            all.forEach(one -> one.shots().size());
            return all;
        });
    }

    @Test
    void onOtherBoardsAtADistance() {
        Page made = form().check("Weeknight baking")
                .add("boards", kitchen.balcony.id.toString())
                .fill("Days between them", "10")
                .submit();
        assertThat(made.path).isEqualTo("/pins/" + tart.id);
        assertThat(made.document.select("#family li")).hasSize(2);
        assertThat(family()).extracting(pin -> pin.board().name).containsExactly("Weeknight baking", "Balcony ideas");
        assertThat(family())
                .extracting(pin -> pin.planned().local())
                .containsExactly(first.plusDays(7), first.plusDays(17));
        assertThat(family()).allSatisfy(pin -> {
            assertThat(pin.status()).isEqualTo(PinStatus.DRAFT);
            assertThat(pin.link()).isEqualTo("https://example.org/tart");
            assertThat(pin.shots()).hasSize(1);
        });
        // What it was made from is as it was, approval and all.
        assertThat(kitchen.status(tart)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void aVariantWaitsForAPictureOfItsOwn() {
        Page made = form().check("Easter recipes").check("With another picture").submit();
        assertThat(made.path).isNotEqualTo("/pins/" + tart.id);
        Pin variant = family().get(0);
        assertThat(variant.shots()).isEmpty();
        assertThat(variant.title()).isEqualTo("Tart");
        assertThat(made.document.select("#family").text()).contains("Tart", "Approved");
    }

    @Test
    void aFormThatIsSentTwiceMakesNoMore() {
        Form variants = form().check("Weeknight baking").check("With another picture");
        Page once = variants.submit();
        assertThat(variants.submit().path).isEqualTo(once.path);
        Form copy = form().add("boards", kitchen.balcony.id.toString());
        assertThat(copy.submit().path).isEqualTo(copy.submit().path);
        assertThat(family()).hasSize(2);
        form().check("Weeknight baking").check("With another picture").submit();
        assertThat(family()).hasSize(3);
    }

    @Test
    void neverTwiceOnOneBoardWithOnePicture() {
        Page refused =
                form().check("Easter recipes").fill("Days between them", "12").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select("#boards .error").text()).contains("It is on “Easter recipes” already");
        assertThat(refused.value("Days between them")).isEqualTo("12");
        Page nowhere = form().fill("The first on", "soon").submit();
        assertThat(nowhere.status).isEqualTo(422);
        assertThat(nowhere.document.select("#boards .error").text()).isEqualTo("Choose a board, or several.");
        assertThat(nowhere.error("The first on")).isNotBlank();
        assertThat(family()).isEmpty();
    }

    @Test
    void theFirstTimeIsOneThatItsPageAllows() {
        Kitchen.write(() -> {
            Workspace workspace = Workspace.locked(kitchen.people.workspace);
            LinkRules.of(workspace).set(workspace, Tagging.none(), 30, "");
            return null;
        });
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + tart.id + "/duplicate");
        assertThat(page.value("The first on"))
                .isEqualTo(first.plusDays(30).toLocalDate().toString());
        assertThat(page.value("Days between them")).isEqualTo("30");
    }
}
