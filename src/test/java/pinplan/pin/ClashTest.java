package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** Two people with the same pin open: what goes together is merged, what does not is asked, nothing is lost. */
@QuarkusTest
class ClashTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pages approver = kitchen.as(Role.APPROVER);
    private final String they = kitchen.people.member(Role.APPROVER).name;

    private Page mine;
    private Pin pin;

    /** Both have it open; then they save what they are told to. */
    private Page open(Pin which, UnaryOperator<Form> theirs) {
        pin = which;
        mine = creator.get("/pins/" + pin.id);
        Page saved =
                theirs.apply(approver.get("/pins/" + pin.id).form("Save draft")).submit();
        assertThat(saved.status).isEqualTo(200);
        return mine;
    }

    private Page open(UnaryOperator<Form> theirs) {
        return open(kitchen.draft("Lemon tart", Role.CREATOR), theirs);
    }

    private Object now(Function<Pin, Object> what) {
        return kitchen.read(pin, what);
    }

    private static List<String> versions(Page page) {
        return page.document.select(".clash .told").eachText();
    }

    @Test
    void whatOnlyOneOfThemChangedIsMergedAndSaid() {
        Page saved = open(theirs -> theirs.choose("Board", "Weeknight baking").fill("Description", "Theirs."))
                .form("Save draft")
                .fill("Title", "Mine")
                .submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.says("Your changes are saved. " + they
                        + " changed the Description and the Board meanwhile; they are kept."))
                .isTrue();
        assertThat(now(Pin::title)).isEqualTo("Mine");
        assertThat(now(Pin::description)).isEqualTo("Theirs.");
        assertThat(now(p -> p.board().id)).isEqualTo(kitchen.baking.id);
    }

    @Test
    void whatBothChangedToTheSameIsNoClash() {
        Page saved = open(theirs -> theirs.fill("Title", "Lime tart"))
                .form("Save draft")
                .fill("Title", "Lime tart")
                .submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.says("meanwhile")).isFalse();
    }

    @Test
    void whatBothChangedDifferentlyIsAskedWithNothingChosenBeforehand() {
        Page clash = open(theirs -> theirs.fill("Title", "Theirs").choose("Board", "Weeknight baking"))
                .form("Save draft")
                .fill("Title", "Mine")
                .fill("Description", "Mine too.")
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.says(they + " saved this pin while you were at it")).isTrue();
        assertThat(clash.says("changed the Board meanwhile; it is kept")).isTrue();
        assertThat(versions(clash)).containsExactly("Mine", "Theirs", "Lemon tart");
        assertThat(clash.document.select(".clash .check").eachText())
                .containsExactly("Yours as it stands in the field", "Theirs " + they, "Neither: as it was before");
        assertThat(clash.error("Title")).isEqualTo(they + " changed this too: choose which one stays.");
        assertThat(clash.document.select(".clash [checked]")).isEmpty();
        assertThat(clash.value("Title")).isEqualTo("Mine");
        assertThat(clash.value("Description")).isEqualTo("Mine too.");
        assertThat(clash.value("Board")).isEqualTo(kitchen.baking.id.toString());
        assertThat(now(Pin::title)).isEqualTo("Theirs");
        // Pressing the same button again decides nothing.
        Page again = clash.form("Save draft").submit();
        assertThat(again.status).isEqualTo(409);
        assertThat(versions(again)).containsExactly("Mine", "Theirs", "Lemon tart");
        assertThat(now(Pin::title)).isEqualTo("Theirs");
    }

    @Test
    void whatWasChosenIsSaved() {
        for (String pick : List.of("yours", "theirs", "before")) {
            Page saved = open(theirs -> theirs.fill("Title", "Theirs"))
                    .form("Save draft")
                    .fill("Title", "Mine")
                    .fill("Description", "Mine too.")
                    .submit()
                    .form("Save draft")
                    .set("pick-title", pick)
                    .submit();
            assertThat(saved.status).as(pick).isEqualTo(200);
            assertThat(now(Pin::title))
                    .isEqualTo(
                            switch (pick) {
                                case "yours" -> "Mine";
                                case "theirs" -> "Theirs";
                                default -> "Lemon tart";
                            });
            assertThat(now(Pin::description)).isEqualTo("Mine too.");
        }
    }

    @Test
    void whatIsTypedOnTheClashsPageIsWhatYoursMeans() {
        open(theirs -> theirs.fill("Title", "Theirs"))
                .form("Save draft")
                .fill("Title", "Mine")
                .submit()
                .form("Save draft")
                .fill("Title", "Both of it")
                .set("pick-title", "yours")
                .submit();
        assertThat(now(Pin::title)).isEqualTo("Both of it");
    }

    @Test
    void whatIsChosenAgainstAnOlderStateIsAskedOnceMore() {
        Page clash = open(theirs -> theirs.fill("Title", "Theirs"))
                .form("Save draft")
                .fill("Title", "Mine")
                .submit();
        approver.get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Theirs again")
                .fill("Description", "And this.")
                .submit();
        Page again = clash.form("Save draft").set("pick-title", "theirs").submit();
        assertThat(again.status).isEqualTo(409);
        assertThat(versions(again)).containsExactly("Mine", "Theirs again", "Lemon tart");
        assertThat(again.says("the Description meanwhile")).isTrue();
        Page saved = again.form("Save draft").set("pick-title", "yours").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(now(Pin::title)).isEqualTo("Mine");
        assertThat(now(Pin::description)).isEqualTo("And this.");
    }

    @Test
    void ofSeveralNothingIsSavedUntilAllAreChosen() {
        Page clash = open(theirs -> theirs.fill("Title", "Theirs").fill("Alt text", "Their slice"))
                .form("Save draft")
                .fill("Title", "Mine")
                .fill("Alt text", "My slice")
                .submit();
        assertThat(clash.error("Alt text")).contains("choose");
        Page half = clash.form("Save draft").set("pick-title", "theirs").submit();
        assertThat(half.status).isEqualTo(409);
        assertThat(half.value("Title")).isEqualTo("Mine");
        assertThat(half.document.select(".clash [checked]").eachAttr("id")).containsExactly("pick-title-theirs");
        String alt = half.document.select(".clash input[name^=pick-alt]").attr("name");
        half.form("Save draft").set(alt, "yours").submit();
        assertThat(now(Pin::title)).isEqualTo("Theirs");
        assertThat(now(p -> p.shots().get(0).altText)).isEqualTo("My slice");
    }

    @Test
    void accountAndBoardAreOnePlaceAndDateAndTimeAreOne() {
        String day = kitchen.later(9).toLocalDate().toString();
        Page clash = open(theirs -> theirs.choose("Board", "Weeknight baking").fill("Publish time", "07:15"))
                .form("Save draft")
                .choose("Account", "Small Rooms")
                .choose("Board", "Balcony ideas")
                .fill("Publish date", day)
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.document.select(".clash legend").eachText())
                .containsExactly("Account and Board: which one stays?", "Time: which one stays?");
        assertThat(versions(clash).subList(0, 3))
                .containsExactly(
                        "Balcony ideas (Small Rooms)",
                        "Weeknight baking (Kitchen Garden)",
                        "Easter recipes (Kitchen Garden)");
        clash.form("Save draft")
                .set("pick-board", "theirs")
                .set("pick-publishDate", "yours")
                .submit();
        assertThat(now(p -> p.account().id)).isEqualTo(kitchen.garden.id);
        assertThat(now(p -> p.board().id)).isEqualTo(kitchen.baking.id);
        assertThat(now(p -> p.planned().local().toLocalDate().toString())).isEqualTo(day);
    }

    @Test
    void aTextGoesWithItsImageWhereverThatStands() {
        pin = kitchen.draft("Lemon tart", Role.CREATOR);
        creator.get("/pins/" + pin.id)
                .form("Save draft")
                .attach("Media", "two.jpg", "image/jpeg", Kitchen.jpeg(Color.CYAN))
                .submit();
        Page saved = open(pin, theirs -> theirs.fill("Alt text, image 2", "The second"))
                .form("Later: image 1")
                .submit()
                .form("Save draft")
                .fill("Alt text, image 2", "The first, moved")
                .submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(now(p -> p.shots().stream().map(shot -> shot.altText).toList()))
                .isEqualTo(List.of("The second", "The first, moved"));
    }

    @Test
    void otherMediaOfBothAreAClashWithPictures() {
        Page clash = open(theirs -> theirs.attach("Media", "theirs.jpg", "image/jpeg", Kitchen.jpeg(Color.RED)))
                .form("Save draft")
                .attach("Media", "mine.jpg", "image/jpeg", Kitchen.jpeg(Color.BLUE))
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.document.select(".clash .version").eachAttr("class")).hasSize(3);
        assertThat(clash.document.select("#told-media-yours img").eachAttr("alt"))
                .containsExactly("tart.jpg", "mine.jpg");
        assertThat(clash.document.select("#told-media-theirs img").eachAttr("alt"))
                .containsExactly("tart.jpg", "theirs.jpg");
        // Moving an image about decides nothing either, and forgets nothing that was chosen.
        Page moved = clash.form("Later: image 1").set("pick-media", "theirs").submit();
        assertThat(moved.status).isEqualTo(200);
        assertThat(moved.document.select(".clash [checked]").eachAttr("id")).containsExactly("pick-media-theirs");
        Page saved = moved.form("Save draft").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(now(p -> p.shots().stream().map(shot -> shot.media.fileName).toList()))
                .isEqualTo(List.of("tart.jpg", "theirs.jpg"));
        assertThat(now(p -> p.shots().get(0).altText)).isEqualTo("A slice");
    }

    @Test
    void aTextForAnImageThatTheOtherTookAwayIsNotLost() {
        Page clash = open(theirs -> theirs.fill("Title", "Theirs"))
                .form("Save draft")
                .fill("Alt text", "Long thought about")
                .submit();
        assertThat(clash.status).isEqualTo(200);
        Page before = creator.get("/pins/" + pin.id);
        approver.get("/pins/" + pin.id)
                .form("Remove image 1")
                .submit()
                .form("Save draft")
                .submit();
        Page lost = before.form("Save draft").fill("Alt text", "Even longer").submit();
        assertThat(lost.status).isEqualTo(409);
        assertThat(lost.value("Alt text")).isEqualTo("Even longer");
        assertThat(lost.error("Media")).contains("choose");
        lost.form("Save draft").set("pick-media", "yours").submit();
        assertThat(now(p -> p.shots().get(0).altText)).isEqualTo("Even longer");
    }

    @Test
    void whatOthersChangedIsNotSentToReviewUnseen() {
        Page asked = open(theirs -> theirs.fill("Title", "Theirs"))
                .form("Submit for review")
                .fill("Description", "Mine.")
                .submit();
        assertThat(asked.status).isEqualTo(409);
        assertThat(asked.says("Nothing is sent yet")).isTrue();
        assertThat(asked.value("Title")).isEqualTo("Theirs");
        assertThat(asked.value("Description")).isEqualTo("Mine.");
        assertThat(now(Pin::status)).isEqualTo(PinStatus.DRAFT);
        assertThat(now(Pin::description)).isEqualTo("Bright and quick.");
        Page sent = asked.form("Submit for review").submit();
        assertThat(sent.status).isEqualTo(200);
        assertThat(now(Pin::status)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(now(p -> p.revision().fingerprint))
                .isEqualTo(now(p -> p.content().fingerprint()));
    }

    @Test
    void anApprovalThatCameMeanwhileIsNotTakenBackUnasked() {
        pin = kitchen.draft("Lemon tart", Role.CREATOR);
        mine = creator.get("/pins/" + pin.id);
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, at) -> p.approve(p.revision().fingerprint, by, at));
        Page asked = mine.form("Save draft").fill("Title", "Mine").submit();
        assertThat(asked.status).isEqualTo(409);
        assertThat(asked.says("It has become “Approved” meanwhile")).isTrue();
        assertThat(asked.value("Title")).isEqualTo("Mine");
        assertThat(now(Pin::status)).isEqualTo(PinStatus.APPROVED);
        Page saved = asked.form("Save draft").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(now(Pin::status)).isEqualTo(PinStatus.DRAFT);
        assertThat(now(Pin::approvedFingerprint)).isNull();
    }

    @Test
    void aTimeIsNotGivenToWhatIsNotAgreedOnAnyMore() {
        pin = kitchen.approved("Lemon tart", null);
        mine = creator.get("/pins/" + pin.id);
        approver.get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Theirs")
                .submit();
        var at = kitchen.later(4);
        Page asked = mine.form("Schedule")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(asked.status).isEqualTo(409);
        assertThat(asked.says("changed the Title meanwhile")).isTrue();
        assertThat(asked.value("Publish time")).isEqualTo(at.toLocalTime().toString());
        assertThat(now(Pin::publishAt)).isNull();
    }

    @Test
    void whyItMayBeCloserIsAskedAboutToo() {
        Page clash = open(theirs -> theirs.fill("Why it may be closer", "Theirs."))
                .form("Save draft")
                .fill("Why it may be closer", "Mine.")
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.error("Why it may be closer")).isEqualTo(they + " changed this too: choose which one stays.");
        assertThat(versions(clash)).containsExactly("Mine.", "Theirs.", "nothing");
        assertThat(now(p -> p.leads().spacingReason())).isEqualTo("Theirs.");
        Page saved = clash.form("Save draft").set("pick-spacingReason", "yours").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(now(p -> p.leads().spacingReason())).isEqualTo("Mine.");
    }

    @Test
    void whyItMayBeCloserStaysWhereOnlyTheOtherSaidIt() {
        Page saved = open(theirs -> theirs.fill("Why it may be closer", "Theirs."))
                .form("Save draft")
                .fill("Title", "Mine")
                .submit();
        assertThat(saved.says(they + " changed the Why it may be closer meanwhile; it is kept."))
                .isTrue();
        assertThat(now(p -> p.leads().spacingReason())).isEqualTo("Theirs.");
    }

    @Test
    void whatWasTypedIsShownWhenItIsPublishedMeanwhile() {
        pin = kitchen.approved("Lemon tart");
        mine = creator.get("/pins/" + pin.id);
        kitchen.verb(pin, Role.OWNER, (p, by, at) -> p.publishing(Publishing.PUBLISHED, false, at));
        Page late = mine.form("Save draft")
                .fill("Title", "Mine")
                .fill("Description", "Two\nlines.")
                .fill("Why it may be closer", "A series.")
                .submit();
        assertThat(late.status).isEqualTo(422);
        assertThat(late.says("can't be changed")).isTrue();
        assertThat(late.document.select(".unsaved dt > span").eachText())
                .containsExactly("Title", "Description", "Why it may be closer");
        assertThat(late.document.select(".unsaved dd").eachText()).containsExactly("Mine", "Two lines.", "A series.");
        assertThat(now(Pin::title)).isEqualTo("Lemon tart");
    }

    @Test
    void whatWasTypedIsANewPinsWhenItIsDeletedMeanwhile() {
        pin = kitchen.draft("Lemon tart", Role.CREATOR);
        mine = creator.get("/pins/" + pin.id);
        kitchen.verb(pin, Role.APPROVER, Pin::delete);
        Page gone = mine.form("Save draft")
                .fill("Title", "Mine")
                .attach("Media", "mine.jpg", "image/jpeg", Kitchen.jpeg(Color.BLUE))
                .submit();
        assertThat(gone.status).isEqualTo(409);
        assertThat(gone.says(they + " deleted this pin meanwhile.")).isTrue();
        assertThat(gone.value("Title")).isEqualTo("Mine");
        assertThat(gone.document.select("input[name=shot]")).hasSize(2);
        Page saved = gone.form("Save draft").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.path).isNotEqualTo("/pins/" + pin.id);
        assertThat(saved.value("Title")).isEqualTo("Mine");
        assertThat(mine.form("Save draft").set("campaign", "").submit().status).isEqualTo(409);
        assertThat(creator.get("/pins/" + pin.id).status).isEqualTo(404);
    }

    @Test
    void aFormThatDoesNotSayWhatItBeganWithLosesNothingEither() {
        Page clash = open(theirs -> theirs.fill("Title", "Theirs").fill("Description", "Theirs too."))
                .form("Save draft")
                .set("was-title", "forged")
                .fill("Title", "Mine")
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(versions(clash)).containsExactly("Mine", "Theirs", "forged");
        assertThat(now(Pin::title)).isEqualTo("Theirs");
    }
}
