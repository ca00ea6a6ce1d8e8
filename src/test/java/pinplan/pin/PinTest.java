package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.media.Kind;
import pinplan.media.Media;
import pinplan.media.Origin;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Formats;

@QuarkusTest
@TestTransaction
class PinTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final LocalDateTime LATER = LocalDateTime.parse("2027-03-10T09:30");

    private Workspace workspace;
    private Board board;
    private Media picture;
    private Actor creator;
    private Actor approver;

    void aWorkspace() {
        workspace = new Workspace();
        workspace.name = "Kitchen";
        workspace.zone = ZoneId.of("Europe/Paris");
        workspace.createdAt = NOW;
        workspace.persist();
        LinkRules.of(workspace).set(workspace, Tagging.none(), 0, "");
        creator = new Actor(member("creator", Role.CREATOR), Role.CREATOR);
        approver = new Actor(member("approver", Role.APPROVER), Role.APPROVER);
        Account account = new Account();
        account.workspace = workspace;
        account.publerId = "acc-" + workspace.id;
        account.name = "Kitchen Garden";
        account.seenAt = NOW;
        account.persist();
        board = new Board();
        board.workspace = workspace;
        board.account = account;
        board.publerId = "934145216398624390";
        board.name = "Recipes";
        board.seenAt = NOW;
        board.persist();
        picture = new Media();
        picture.workspace = workspace;
        picture.kind = Kind.PHOTO;
        picture.origin = Origin.UPLOAD;
        picture.fileName = "tart.jpg";
        picture.contentType = "image/jpeg";
        picture.byteCount = 1000;
        picture.width = 1000;
        picture.height = 1500;
        picture.sha256 = "ab".repeat(32);
        picture.storeKey = java.util.UUID.randomUUID().toString().replace("-", "");
        picture.addedBy = creator.member();
        picture.addedAt = NOW;
        picture.persist();
    }

    private Member member(String name, Role role) {
        Member member = new Member();
        member.name = name;
        member.email = name + workspace.id + "@pin.example";
        member.passwordHash = "-";
        member.createdAt = NOW;
        member.persist();
        Membership.begin(workspace, member, role, NOW);
        return member;
    }

    private PinFields fields(String title, LocalDateTime at) {
        return new PinFields(
                title,
                "Bright.",
                "https://example.org/tart",
                board.account,
                board,
                null,
                at,
                List.of(new Shot(picture, "A slice")));
    }

    private Pin approved() {
        Pin pin = Pin.create(workspace, fields("Lemon tart", LATER), creator, NOW);
        pin.submit(creator, NOW);
        pin.approve(pin.revision().fingerprint, approver, NOW);
        return pin;
    }

    @Test
    void theRoadFromDraftToApproved() {
        aWorkspace();
        Pin pin = Pin.create(workspace, fields("Lemon tart", LATER), creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.DRAFT);
        pin.submit(creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.IN_REVIEW);
        pin.requestChanges("Say lemon curd", approver, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.CHANGES_REQUESTED);
        pin.edit(fields("Lemon curd tart", LATER), creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.CHANGES_REQUESTED);
        pin.submit(creator, NOW);
        pin.approve(pin.revision().fingerprint, approver, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.APPROVED);
        Pin.flush();
        assertThat(PinEvent.of(pin)).extracting(e -> e.kind).hasSize(6);
        assertThat(Revision.newest(pin, 0, 9)).hasSize(2);
        Pin.getEntityManager().clear();
        Pin again = Pin.in(workspace, pin.id);
        assertThat(again.content().fingerprint()).isEqualTo(again.approvedFingerprint());
        assertThat(again.revision().content).isEqualTo(again.content());
        assertThat(again.revision().content.fingerprint()).isEqualTo(again.approvedFingerprint());
    }

    @Test
    void nobodyApprovesTheirOwnPin() {
        aWorkspace();
        Actor owner = new Actor(member("owner", Role.OWNER), Role.OWNER);
        Pin pin = Pin.create(workspace, fields("Mine", LATER), owner, NOW);
        pin.submit(owner, NOW);
        assertThatThrownBy(() -> pin.approve(pin.revision().fingerprint, owner, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("own pin");
        workspace.authorsMayApprove = true;
        pin.approve(pin.revision().fingerprint, owner, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void anEditVoidsTheApprovalAndNamesTheField() {
        aWorkspace();
        Pin pin = approved();
        pin.edit(fields("Another title", LATER), creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.DRAFT);
        assertThat(pin.approvedFingerprint()).isNull();
        assertThat(PinEvent.of(pin).get(0).kind).isEqualTo(PinEvent.Kind.APPROVAL_VOIDED);
        assertThat(PinEvent.of(pin).get(0).note).isEqualTo("Title");
    }

    @Test
    void aMoveKeepsTheApproval() {
        aWorkspace();
        Pin pin = approved();
        pin.schedule(LATER.plusDays(1), creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.APPROVED);
        assertThat(pin.publishAt()).isEqualTo(Instant.parse("2027-03-11T08:30:00Z"));
    }

    @Test
    void withdrawKeepsTheTimeAndVoidsTheApproval() {
        aWorkspace();
        Pin pin = approved();
        pin.withdraw(creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.DRAFT);
        assertThat(pin.publishAt()).isNotNull();
        assertThat(pin.approvedFingerprint()).isNull();
    }

    /** The same before and after: a draft has no minute, and what was submitted first has it. */
    @Test
    void ofTwoDraftsInAMinuteTheFirstToBeSubmittedHasIt() {
        aWorkspace();
        Pin first = Pin.create(workspace, fields("First", LATER), creator, NOW);
        Pin second = Pin.create(workspace, fields("Second", LATER), creator, NOW);
        assertThat(Minutes.warning(first))
                .startsWith("“Second” (Draft) is planned for this minute of Kitchen Garden too.")
                .contains("the first to be submitted has it. The next free one is ");
        first.submit(creator, NOW);
        assertThat(Minutes.warning(first)).isNull();
        assertThat(Minutes.warning(second)).startsWith("“First” of Kitchen Garden has this minute.");
        assertThat(Minutes.nextFree(second, second.publishAt())).isEqualTo(LATER.plusMinutes(1));
    }

    @Test
    void twoPinsOfOneAccountNeverShareAMinute() {
        aWorkspace();
        approved();
        Pin second = Pin.create(workspace, fields("Second", LATER), creator, NOW);
        assertThat(Minutes.warning(second))
                .isEqualTo(
                        "“Lemon tart” of Kitchen Garden has this minute. Two pins of one account never share one: choose"
                                + " another. The next free one is %s."
                                        .formatted(Formats.clock(
                                                LATER.toLocalTime().plusMinutes(1))));
        assertThatThrownBy(() -> second.submit(creator, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Lemon tart");
        second.schedule(LATER.plusMinutes(1), creator, NOW);
        second.submit(creator, NOW);
        assertThatThrownBy(() -> second.schedule(LATER, creator, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void aTimeTooSoonIsRefused() {
        aWorkspace();
        assertThatThrownBy(() ->
                        Pin.create(workspace, fields("Soon", LocalDateTime.parse("2027-03-01T09:02")), creator, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("3 minutes");
        assertThatThrownBy(() ->
                        Pin.create(workspace, fields("Past", LocalDateTime.parse("2027-02-01T09:02")), creator, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("passed");
    }

    @Test
    void aTimeThatPassesBeforeApprovalPutsThePinOnHold() {
        aWorkspace();
        Pin pin = Pin.create(workspace, fields("Late", LATER), creator, NOW);
        pin.submit(creator, NOW);
        Instant after = pin.publishAt().plusSeconds(1);
        assertThat(Overdue.pins(after, 1000)).contains(pin.id);
        pin.passed(after);
        assertThat(pin.status()).isEqualTo(PinStatus.ON_HOLD);
        pin.schedule(LATER.plusDays(2), creator, after);
        assertThat(pin.status()).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aFailedPinThatIsEditedIsADraftAgain() {
        aWorkspace();
        Pin pin = approved();
        pin.publishing(Publishing.REJECTED, false, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.FAILED);
        pin.edit(fields("Other", LATER), creator, NOW);
        assertThat(pin.status()).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void theNightOfAClockChange() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        PlannedTime skipped = new PlannedTime(LocalDateTime.parse("2027-03-28T02:30"), paris);
        assertThat(skipped.zoned().toLocalTime()).hasToString("03:30");
        assertThat(skipped.clockChange()).contains("03:30");
        PlannedTime doubled = new PlannedTime(LocalDateTime.parse("2027-10-31T02:30"), paris);
        assertThat(doubled.zoned().getOffset()).hasToString("+02:00");
        assertThat(doubled.clockChange()).contains("first");
    }
}
