package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignFields;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.support.Page;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** Tags on links: what ships with them is what is approved, whatever is renamed or ruled later. */
@QuarkusTest
class LinksTest {
    private final Kitchen kitchen = new Kitchen();

    @BeforeEach
    void tagged() {
        tags("utm_source=pinterest\nutm_term={board}\nutm_content=pin-{pin}");
    }

    private void tags(String text) {
        Kitchen.write(() -> {
            Workspace workspace = Workspace.locked(kitchen.people.workspace);
            LinkRules.of(workspace).set(workspace, Tagging.read("tags", text, false, new Errors()), 0, "");
            return null;
        });
    }

    private String ships(Pin pin) {
        return kitchen.read(pin, one -> one.leads().ships());
    }

    private String expected(Pin pin, String board) {
        return "https://example.org/tart?utm_source=pinterest&utm_term=" + board + "&utm_content=pin-" + pin.id;
    }

    @Test
    void whatIsApprovedIsTheWholeLink() {
        Pin pin = kitchen.approved("Tart");
        assertThat(ships(pin)).isEqualTo(expected(pin, "easter-recipes"));
        String sent = kitchen.read(pin, one -> one.revision().content.link());
        assertThat(sent).isEqualTo(ships(pin));
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.value("Destination link")).isEqualTo("https://example.org/tart");
        assertThat(page.document.select(".ships .final").text()).isEqualTo(ships(pin));
    }

    @Test
    void whatIsRenamedOrRuledLaterChangesNothingThatWasAgreedTo() {
        Pin pin = kitchen.approved("Tart");
        String agreed = ships(pin);
        Kitchen.write(() -> {
            Board.<Board>findById(kitchen.recipes.id).name = "Summer recipes";
            return null;
        });
        tags("utm_source=elsewhere");
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.schedule(kitchen.later(9), by, now));
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields(), by, now));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        assertThat(ships(pin)).isEqualTo(agreed);
        boolean asApproved =
                kitchen.read(pin, one -> one.content().fingerprint().equals(one.approvedFingerprint()));
        assertThat(asApproved).isTrue();
        assertThat(kitchen.as(Role.CREATOR)
                        .get("/pins/" + pin.id)
                        .document
                        .select(".ships .final")
                        .text())
                .isEqualTo(agreed);
    }

    @Test
    void anotherBoardMakesAnotherLinkAndVoidsTheApproval() {
        Pin pin = kitchen.approved("Tart");
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().on(kitchen.baking), by, now));
        assertThat(ships(pin)).isEqualTo(expected(pin, "weeknight-baking"));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        String told = kitchen.read(pin, one -> PinEvent.of(one).get(0).note);
        assertThat(told).contains("Destination link");
    }

    @Test
    void aDraftGetsTheTagsThatAreAskedForWhenItIsSubmitted() {
        Pin pin = kitchen.draft("Tart", Role.CREATOR);
        tags("ref=pin");
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.document.select(".ships .final").text()).isEqualTo("https://example.org/tart?ref=pin");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(ships(pin)).isEqualTo("https://example.org/tart?ref=pin");
    }

    private Campaign campaign(Tagging own) {
        String name = "Spring " + UUID.randomUUID();
        return Kitchen.write(() -> Campaign.begin(
                kitchen.people.workspace,
                new CampaignFields(name, "", "", null, null, null, Colour.OLIVE, null, own, Start.none()),
                Kitchen.now()));
    }

    @Test
    void aCampaignHasTagsOfItsOwn() {
        Campaign spring = campaign(Tagging.read("tags", "c=spring", false, new Errors()));
        Pin pin = kitchen.approved("Tart");
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().in(spring), by, now));
        assertThat(ships(pin)).isEqualTo("https://example.org/tart?c=spring");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void anOldRevisionIsRestoredAsItWasTyped() {
        Pin pin = kitchen.approved("Tart");
        kitchen.verb(
                pin,
                Role.CREATOR,
                (one, by, now) -> one.edit(one.fields().leadingTo("https://example.org/cake"), by, now));
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.restore(Revision.in(one, 1), by, now));
        String typed = kitchen.read(pin, Pin::link);
        assertThat(typed).isEqualTo("https://example.org/tart");
        assertThat(ships(pin)).isEqualTo(expected(pin, "easter-recipes"));
    }

    @Test
    void anotherCampaignAloneChangesNoLinkThatWasAgreedTo() {
        Pin pin = kitchen.approved("Tart");
        String agreed = ships(pin);
        tags("utm_source=elsewhere");
        Campaign spring = campaign(null);
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().in(spring), by, now));
        assertThat(ships(pin)).isEqualTo(agreed);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatSomebodyMadeOfItAtPublerKeepsTheLinkThatIsThere() {
        Pin pin = kitchen.approved("Tart");
        String agreed = ships(pin);
        kitchen.verb(
                pin,
                Role.OWNER,
                (one, by, now) -> one.takeOver(
                        one.fields()
                                .saying("Tart, better", "")
                                .leadingTo(one.leads().ships()),
                        by,
                        now));
        assertThat(ships(pin)).isEqualTo(agreed);
        String typed = kitchen.read(pin, Pin::link);
        assertThat(typed).isEqualTo("https://example.org/tart");
    }

    @Test
    void aRestoredRevisionShipsWhatItShippedThen() {
        Pin pin = kitchen.approved("Tart");
        String then = ships(pin);
        tags("utm_source=elsewhere");
        kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(ships(pin)).isNotEqualTo(then);
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.restore(Revision.in(one, 1), by, now));
        assertThat(ships(pin)).isEqualTo(then);
    }

    @Test
    void whatNoDatabaseTakesIsSaidBesideTheLink() {
        Page page = kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Save draft")
                .fill("Destination link", "https://a\0b/")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Destination link")).isNotBlank();
        assertThat(kitchen.as(Role.CREATOR).get("/pins/link?link=https://a%00b/").status)
                .isEqualTo(200);
        assertThat(kitchen.as(Role.CREATOR).get("/destinations?q=%00").status).isEqualTo(200);
    }

    @Test
    void theSignThatNoAddressHasIsNamed() {
        Page page = kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Save draft")
                .fill("Destination link", "https://example.org/lemon tart")
                .submit();
        assertThat(page.error("Destination link"))
                .isEqualTo("This is not a web address: there is a space in it. Copy it from the page itself.");
    }

    @Test
    void twoWhoWriteTheFirstRulesMeet() {
        Kitchen other = new Kitchen();
        Kitchen.write(() -> LinkRules.deleteById(other.people.workspace.id));
        Page one = other.as(Role.ADMIN).get("/settings/links");
        Page two = other.as(Role.OWNER).get("/settings/links");
        assertThat(one.form("Save rules").fill("Tags", "a=b").submit().status).isEqualTo(200);
        assertThat(two.form("Save rules").fill("Tags", "c=d").submit().status).isEqualTo(409);
    }

    @Test
    void tooLongWithItsTagsIsSaidBesideTheLink() {
        Page page = kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Save draft")
                .fill("Title", "Tart")
                .fill("Destination link", "https://example.org/" + "x".repeat(2020))
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Destination link"))
                .matches("With its tags the link has 2,0[0-9]{2} characters; at most 2,048 fit\\.");
        assertThat(page.value("Title")).isEqualTo("Tart");
    }

    @Test
    void theRulesAreTypedAndRefusedWithWhatWasTyped() {
        Page page = kitchen.as(Role.ADMIN).get("/settings/links");
        Page refused = page.form("Save rules")
                .fill("Tags", "utm_source=pinterest\nnonsense")
                .fill("Days apart", "400")
                .fill("Other rules for domains", "example.org soon")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Tags")).contains("“nonsense”");
        assertThat(refused.error("Days apart")).isNotBlank();
        assertThat(refused.error("Other rules for domains")).contains("example.org 14");
        assertThat(refused.value("Tags")).isEqualTo("utm_source=pinterest\nnonsense");
        Page twice = refused.form("Save rules")
                .fill("Tags", "utm_source={account}")
                .fill("Days apart", "3")
                .fill("Other rules for domains", "example.org 7\nwww.Example.org 14")
                .submit();
        assertThat(twice.error("Other rules for domains"))
                .isEqualTo("“www.Example.org 14”: there is a rule for this domain already. Leave one.");
        Page saved = twice.form("Save rules")
                .fill("Other rules for domains", "www.Example.org 14")
                .submit();
        assertThat(saved.path).isEqualTo("/settings/links");
        assertThat(saved.value("Tags")).isEqualTo("utm_source={account}");
        Page stale = page.form("Save rules").fill("Tags", "a=b").submit();
        assertThat(stale.status).isEqualTo(409);
        assertThat(stale.value("Tags")).isEqualTo("a=b");
    }
}
