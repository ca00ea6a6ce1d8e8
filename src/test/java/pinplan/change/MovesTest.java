package pinplan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Publishing;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** Move to… and Delete: pages of their own that work without script. */
@QuarkusTest
class MovesTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private static Form to(Page page, LocalDateTime at) {
        return page.form("Move")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString());
    }

    private Page move(Pin pin) {
        return creator.get("/pins/" + pin.id).form("Move to…").submit();
    }

    @Test
    void aMoveGivesAnotherTimeAndKeepsTheApproval() {
        Pin pin = kitchen.approved("On the move");
        LocalDateTime at = kitchen.later(8);
        Page moved = to(move(pin), at).submit();
        assertThat(moved.path).isEqualTo("/pins/" + pin.id);
        assertThat(moved.value("Publish time")).isEqualTo(at.toLocalTime().toString());
        assertThat(moved.document.select(".status").text()).isEqualTo("Approved");
    }

    @Test
    void aPinWithoutATimeGetsOne() {
        Pin pin = kitchen.draft("Some day", Role.CREATOR, null);
        Page page = move(pin);
        assertThat(page.value("Publish date")).isEmpty();
        LocalDateTime at = kitchen.later(2);
        assertThat(to(page, at).submit().value("Publish date"))
                .isEqualTo(at.toLocalDate().toString());
    }

    @Test
    void whatCanNotBeIsSaidBesideTheFieldAndKept() {
        LocalDateTime taken = kitchen.later(4);
        kitchen.approved("Has the minute", taken);
        Pin pin = kitchen.approved("Wants the minute");
        Page refused = to(move(pin), taken).submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Publish time")).contains("Has the minute");
        assertThat(refused.value("Publish date")).isEqualTo(taken.toLocalDate().toString());
        Page past = to(refused, kitchen.later(-2)).submit();
        assertThat(past.status).isEqualTo(422);
        assertThat(past.error("Publish date")).contains("has passed");
        Page soon = to(
                        past,
                        LocalDateTime.ofInstant(Kitchen.now(), kitchen.people.workspace.zone)
                                .plusMinutes(2)
                                .withSecond(0)
                                .withNano(0))
                .submit();
        assertThat(soon.error("Publish date")).contains("3 minutes");
        Page half = soon.form("Move").fill("Publish time", "").submit();
        assertThat(half.status).isEqualTo(422);
        assertThat(half.error("Publish time")).contains("time too");
        Page none = half.form("Move").fill("Publish date", "").submit();
        assertThat(none.error("Publish date")).contains("Choose a date and a time");
        Page nonsense = none.form("Move")
                .fill("Publish date", "2031-02-30")
                .fill("Publish time", "9 o'clock")
                .submit();
        assertThat(nonsense.error("Publish date")).contains("2031-02-30");
        assertThat(nonsense.value("Publish time")).isEqualTo("9 o'clock");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "ACCEPTED", "PUBLISHED", "IN_DOUBT"})
    void whatMayBeOutDoesNotMove(Publishing state) {
        Pin pin = kitchen.approved("Out of our hands");
        LocalDateTime before = kitchen.read(pin, p -> p.planned().local());
        Page stale = move(pin);
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(state, state == Publishing.IN_DOUBT, now));
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.hasButton("Move to…")).isFalse();
        assertThat(page.hasButton("Remove its time")).isFalse();
        assertThat(page.hasButton("Delete")).isFalse();
        assertThat(creator.get("/pins/" + pin.id + "/move").hasButton("Move")).isFalse();
        Page refused = to(stale, kitchen.later(9)).submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.says("can't be changed")).isTrue();
        assertThat(creator.sending().post("/pins/" + pin.id + "/unschedule").statusCode())
                .isEqualTo(422);
        LocalDateTime after = kitchen.read(pin, p -> p.planned().local());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatPublerHoldsMovesButIsNotDeleted() {
        Pin pin = kitchen.approved("Handed over");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.SCHEDULED, false, now));
        assertThat(move(pin).says("Publer holds the pin")).isTrue();
        Page page = creator.get("/pins/" + pin.id + "/delete");
        assertThat(page.hasButton("Delete")).isFalse();
        assertThat(page.says("Withdraw it first")).isTrue();
        var forced = creator.sending().post("/pins/" + pin.id + "/delete");
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(forced.asString()).contains("Withdraw it first");
        assertThat(creator.get("/pins/" + pin.id).status).isEqualTo(200);
    }

    @Test
    void anAgreedPinIsMovedAndDeletedByItsAuthorOrAnApprover() {
        Pin pin = kitchen.verb(kitchen.draft("The owner's", Role.OWNER), Role.OWNER, Pin::submit);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.hasButton("Move to…")).isFalse();
        assertThat(page.hasButton("Delete")).isFalse();
        assertThat(creator.get("/pins/" + pin.id + "/move").says("Only its author or an approver"))
                .isTrue();
        assertThat(creator.get("/pins/" + pin.id + "/delete").says("Only its author or an approver"))
                .isTrue();
        LocalDateTime at = kitchen.later(6);
        var forced = creator.sending()
                .formParam("publishDate", at.toLocalDate().toString())
                .formParam("publishTime", at.toLocalTime().toString())
                .post("/pins/" + pin.id + "/move");
        assertThat(forced.statusCode()).isEqualTo(422);
        assertThat(forced.asString()).contains("Only its author or an approver");
        assertThat(creator.sending().post("/pins/" + pin.id + "/delete").statusCode())
                .isEqualTo(422);
        Pages approver = kitchen.as(Role.APPROVER);
        assertThat(to(approver.get("/pins/" + pin.id).form("Move to…").submit(), at)
                        .submit()
                        .status)
                .isEqualTo(200);
    }

    @Test
    void oneSlipDeletesNothing() {
        Pin pin = kitchen.draft("Nearly gone", Role.CREATOR);
        Page asked = creator.get("/pins/" + pin.id).form("Delete").submit();
        assertThat(asked.heading()).isEqualTo("Delete Nearly gone?");
        assertThat(asked.follow("Keep it").heading()).isEqualTo("Nearly gone");
        assertThat(creator.get("/pins/" + pin.id).status).isEqualTo(200);
    }
}
