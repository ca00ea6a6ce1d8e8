package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pinplan.board.Board;
import pinplan.media.Media;
import pinplan.pin.PinEvent.Kind;
import pinplan.team.Role;

/** When a revision is made and by whom, which one a reviewer compares with, and the way back to one. */
@QuarkusTest
class RevisionTest {
    private final Kitchen kitchen = new Kitchen();

    private Pin edit(Pin pin, Role by, UnaryOperator<PinFields> change) {
        return kitchen.verb(pin, by, (p, actor, now) -> p.edit(change.apply(p.fields()), actor, now));
    }

    private Pin retitle(Pin pin, Role by, String title) {
        return edit(pin, by, fields -> titled(fields, title));
    }

    private static PinFields titled(PinFields was, String title) {
        return new PinFields(
                title,
                was.description(),
                was.link(),
                was.account(),
                was.board(),
                was.campaign(),
                was.plannedFor(),
                was.shots());
    }

    private static PinFields shot(PinFields was, Media media) {
        return new PinFields(
                was.title(),
                was.description(),
                was.link(),
                was.account(),
                was.board(),
                was.campaign(),
                was.plannedFor(),
                List.of(new Shot(media, "A slice")));
    }

    private Pin approve(Pin pin, Role by) {
        return kitchen.verb(pin, by, (p, actor, now) -> p.approve(p.revision().fingerprint, actor, now));
    }

    private Pin restore(Pin pin, int number, Role by) {
        return kitchen.verb(pin, by, (p, actor, now) -> p.restore(Revision.in(p, number), actor, now));
    }

    /** 1 by Creator, 2 by Approver: the oldest first. */
    private List<String> revisions(Pin pin) {
        return kitchen.read(
                pin,
                p -> Revision.<Revision>list("pin = ?1 order by number", p).stream()
                        .map(revision -> revision.number + " " + role(revision))
                        .toList());
    }

    private Role role(Revision revision) {
        for (Role role : Role.values()) {
            if (kitchen.people.member(role).id.equals(revision.madeBy.id)) {
                return role;
            }
        }
        throw new AssertionError(revision.madeBy.name);
    }

    private PinEvent last(Pin pin) {
        return kitchen.read(pin, p -> PinEvent.of(p).get(0));
    }

    // ---- when one is made ----

    @Test
    void aDraftThatWasNeverSentHasNone() {
        Pin pin = kitchen.draft("Tart", Role.CREATOR);
        retitle(pin, Role.CREATOR, "Curd tart");
        assertThat(revisions(pin)).isEmpty();
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(revisions(pin)).containsExactly("1 CREATOR");
    }

    @Test
    void everyChangeAfterThatMakesOneAndATimeMakesNone() {
        Pin pin = kitchen.approved("Tart");
        retitle(pin, Role.OWNER, "Curd tart");
        edit(pin, Role.ADMIN, fields -> fields.on(kitchen.baking));
        assertThat(revisions(pin)).containsExactly("1 CREATOR", "2 OWNER", "3 ADMIN");
        edit(pin, Role.CREATOR, fields -> fields.at(kitchen.later(9)));
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(kitchen.later(8), by, now));
        retitle(pin, Role.CREATOR, "Curd tart");
        assertThat(revisions(pin)).hasSize(3);
        assertThat(kitchen.<Boolean>read(
                        pin, p -> p.revision().fingerprint.equals(p.content().fingerprint())))
                .isTrue();
    }

    @Test
    void theEventOfAChangeIsAboutWhatItWasBefore() {
        Pin pin = kitchen.approved("Tart");
        retitle(pin, Role.CREATOR, "Curd tart");
        assertThat(last(pin).kind).isEqualTo(Kind.APPROVAL_VOIDED);
        assertThat(kitchen.<Integer>read(pin, p -> PinEvent.of(p).get(0).revision.number))
                .isEqualTo(1);
    }

    @Test
    void whoSendsOnWhatTheyMadeSendsThatOne() {
        Pin pin = kitchen.approved("Tart");
        retitle(pin, Role.CREATOR, "Curd tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(revisions(pin)).containsExactly("1 CREATOR", "2 CREATOR");
    }

    @Test
    void whoSendsOnWhatAnotherMadeMakesTheirOwnAndDoesNotAgreeToIt() {
        Pin pin = kitchen.approved("Tart");
        retitle(pin, Role.CREATOR, "Curd tart");
        kitchen.verb(pin, Role.APPROVER, Pin::submit);
        assertThat(revisions(pin)).containsExactly("1 CREATOR", "2 CREATOR", "3 APPROVER");
        assertThatThrownBy(() -> approve(pin, Role.APPROVER)).hasMessageContaining("Nobody approves their own pin");
        approve(pin, Role.OWNER);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void whatWasSentBeforeIsSentAsAnotherOne() {
        Pin pin = kitchen.inReview("Tart");
        kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(revisions(pin)).containsExactly("1 CREATOR", "2 CREATOR");
    }

    // ---- what it is compared with ----

    private String compared(Pin pin, Role looks) {
        return kitchen.read(
                pin,
                p -> Decided.before(List.of(p.revision()), kitchen.actor(looks)).stream()
                        .map(decided -> decided.before().number
                                + (decided.yours() ? " yours" : decided.agreed() ? " approved" : " sent"))
                        .findFirst()
                        .orElse("nothing"));
    }

    @Test
    void theOneThatIApprovedBeforeTheOneThatWasBeforeTheOneThatWasSent() {
        Pin pin = kitchen.inReview("Tart");
        assertThat(compared(pin, Role.APPROVER)).isEqualTo("nothing");
        retitle(pin, Role.CREATOR, "Curd");
        retitle(pin, Role.CREATOR, "Curd tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(compared(pin, Role.APPROVER)).isEqualTo("1 sent");
        approve(pin, Role.APPROVER);
        retitle(pin, Role.CREATOR, "Lemon tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(compared(pin, Role.APPROVER)).isEqualTo("3 yours");
        assertThat(compared(pin, Role.OWNER)).isEqualTo("3 approved");
        approve(pin, Role.OWNER);
        retitle(pin, Role.CREATOR, "Lime tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(compared(pin, Role.APPROVER)).isEqualTo("3 yours");
        assertThat(compared(pin, Role.OWNER)).isEqualTo("4 yours");
        assertThat(compared(pin, Role.ADMIN)).isEqualTo("4 approved");
    }

    // ---- the way back ----

    @Test
    void restoringMakesAnotherOneAndVoidsTheApproval() {
        Pin pin = kitchen.inReview("Tart");
        Media other = kitchen.picture();
        edit(pin, Role.CREATOR, fields -> titled(shot(fields, other), "Curd tart"));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        approve(pin, Role.APPROVER);
        Pin before = kitchen.read(pin, p -> p);
        restore(pin, 1, Role.OWNER);
        assertThat(revisions(pin)).containsExactly("1 CREATOR", "2 CREATOR", "3 OWNER");
        assertThat(kitchen.<Integer>read(pin, p -> p.revision().restoredFrom)).isEqualTo(1);
        assertThat(kitchen.read(pin, Pin::title)).isEqualTo("Tart");
        assertThat(kitchen.<String>read(pin, p -> Revision.in(p, 1).fingerprint))
                .isEqualTo(kitchen.read(pin, p -> p.content().fingerprint()));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(kitchen.read(pin, Pin::approvedFingerprint)).isNull();
        assertThat(kitchen.read(pin, Pin::publishAt)).isEqualTo(before.publishAt());
        assertThat(last(pin).kind).isEqualTo(Kind.APPROVAL_VOIDED);
        assertThat(last(pin).note).isEqualTo("Title, Media (revision 1 was restored)");
    }

    @Test
    void restoringInReviewTakesItBackAndTheHistorySaysWhat() {
        Pin pin = kitchen.inReview("Tart");
        retitle(pin, Role.CREATOR, "Curd tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        restore(pin, 1, Role.CREATOR);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        assertThat(last(pin).kind).isEqualTo(Kind.REVIEW_ENDED);
        assertThat(Telling.told(last(pin)))
                .isEqualTo("changed during its review, so it is a draft again: Title (revision 1 was restored)");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(revisions(pin)).hasSize(3);
    }

    @Test
    void restoringKeepsARequestForChanges() {
        Pin pin = kitchen.inReview("Tart");
        retitle(pin, Role.CREATOR, "Curd tart");
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.requestChanges("Another one", by, now));
        restore(pin, 1, Role.CREATOR);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.CHANGES_REQUESTED);
    }

    @Test
    void whatWouldChangeNothingIsRefused() {
        Pin pin = kitchen.inReview("Tart");
        assertThatThrownBy(() -> restore(pin, 1, Role.CREATOR)).hasMessageContaining("nothing would change");
        assertThat(revisions(pin)).hasSize(1);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aRetiredBoardComesBackAndHoldsUpTheSubmission() {
        Pin pin = kitchen.inReview("Tart");
        edit(pin, Role.CREATOR, fields -> fields.on(kitchen.balcony));
        Kitchen.write(() -> Board.update("retiredAt = ?1 where id = ?2", Kitchen.now(), kitchen.recipes.id));
        restore(pin, 1, Role.CREATOR);
        assertThat(kitchen.<Long>read(pin, p -> p.board().id)).isEqualTo(kitchen.recipes.id);
        assertThatThrownBy(() -> kitchen.verb(pin, Role.CREATOR, Pin::submit))
                .hasMessageContaining("no longer there at Pinterest");
    }

    @Test
    void whatIsTooLongByNowIsRefused() {
        Pin pin = kitchen.inReview("Tart");
        edit(
                pin,
                Role.CREATOR,
                fields -> new PinFields(
                        fields.title(),
                        "Short",
                        fields.link(),
                        fields.account(),
                        fields.board(),
                        null,
                        null,
                        fields.shots()));
        Kitchen.write(() ->
                pinplan.team.Workspace.update("descriptionLimit = 10 where id = ?1", kitchen.people.workspace.id));
        assertThatThrownBy(() -> restore(pin, 1, Role.CREATOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at most 10 fit");
    }

    @Test
    void aRevisionIsNeverChanged() {
        Pin pin = kitchen.inReview("Tart");
        assertThatThrownBy(() -> Kitchen.write(() -> Panache.getEntityManager()
                        .createNativeQuery("update revision set restored_from = null where pin_id = ?1")
                        .setParameter(1, pin.id)
                        .executeUpdate()))
                .hasMessageContaining("never changed");
    }
}
