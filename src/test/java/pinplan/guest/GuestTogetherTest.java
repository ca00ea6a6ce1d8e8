package pinplan.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Seen;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** A guest approves many pins at once. */
@QuarkusTest
class GuestTogetherTest {
    private static final String APPROVE = "Approve selected";

    private final Kitchen kitchen = new Kitchen();
    private final Pages guest = Pages.anonymous();

    private String link(Pin... pins) {
        return "/g/" + GuestSamples.link(kitchen.people, List.of(pins)).text();
    }

    private String decided(Pin pin) {
        return Kitchen.write(() -> Panache.getEntityManager()
                .createNativeQuery(
                        "select d.fingerprint || ' ' || d.guest_name from decision d join review r on r.id = d.review_id"
                                + " where r.pin_id = ?1",
                        String.class)
                .setParameter(1, pin.id)
                .getSingleResult()
                .toString());
    }

    @Test
    void allButTheExceptionsAreApprovedEachAsItWasShown() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        Pin third = kitchen.inReview("Carrot cake");
        Page page = guest.get(link(first, second, third));
        assertThat(page.document.select("article input[name=pin][checked]")).isEmpty();
        Page ticked = page.follow("Select these 3");
        assertThat(ticked.document.select("article input[name=pin][checked]")).hasSize(3);
        Form form = ticked.form(APPROVE).uncheck("Select Apple tart to approve several at once");
        Page nameless = ticked.form(APPROVE).submit();
        assertThat(nameless.status).isEqualTo(422);
        assertThat(nameless.document.select("[data-kept-at]"))
                .isNotEmpty()
                .allMatch(kept -> kept.attr("data-kept-at").startsWith("/g/"));
        assertThat(nameless.document.select("#several-name-error").text())
                .isEqualTo("Type your name. You are asked only once.");
        assertThat(nameless.document.select("article input[name=pin][checked]")).hasSize(3);
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
        Page after = form.set("name", "Ana")
                .set("pin", second.id + ":" + seen(second))
                .add("pin", third.id + ":" + seen(third))
                .submit();
        assertThat(after.document.select(".flash").text())
                .isEqualTo("You approved 2 pins. Thank you. 1 more waits for you.");
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
        for (Pin pin : List.of(second, third)) {
            assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
            assertThat(decided(pin)).isEqualTo(kitchen.read(pin, Pin::approvedFingerprint) + " Ana");
        }
        assertThat(after.document.select("input[name=name]")).isEmpty();
        assertThat(after.hasButton(APPROVE)).isFalse();
    }

    private String seen(Pin pin) {
        return kitchen.read(pin, p -> Seen.of(p).toString());
    }

    private void retitle(Pin pin, String title) {
        kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", title)
                .submit();
    }

    @Test
    void whatChangedMeanwhileIsLeftOutAndNamed() {
        Pin changed = kitchen.inReview("Apple tart");
        Pin takenBack = kitchen.inReview("Basil pesto");
        Pin same = kitchen.inReview("Carrot cake");
        Form form = guest.get(link(changed, takenBack, same) + "?ticked=all")
                .form(APPROVE)
                .set("name", "Ana");
        retitle(changed, "Apple pie");
        kitchen.verb(changed, Role.CREATOR, Pin::submit);
        retitle(takenBack, "Not for guests");
        Page after = form.submit();
        assertThat(after.document.select(".flash.warn").text())
                .startsWith("You approved 1 pin. Thank you. Not approved: ")
                .contains("“Apple pie”: This pin was changed while you were looking at it.")
                .contains("“Basil pesto”: It was changed, taken back or decided on meanwhile.")
                .doesNotContain("Not for guests");
        assertThat(kitchen.status(changed)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(kitchen.status(takenBack)).isEqualTo(PinStatus.DRAFT);
        assertThat(kitchen.status(same)).isEqualTo(PinStatus.APPROVED);
    }

    /** Nobody knows them yet. */
    @Test
    void whereNothingCouldBeApprovedTheNameThatWasTypedStays() {
        Pin changed = kitchen.inReview("Apple tart");
        Pin same = kitchen.inReview("Basil pesto");
        Form form = guest.get(link(changed, same) + "?ticked=all")
                .form(APPROVE)
                .set("name", "Ana")
                .set("pin", changed.id + ":" + seen(changed));
        retitle(changed, "Apple pie");
        kitchen.verb(changed, Role.CREATOR, Pin::submit);
        Page after = form.submit();
        assertThat(after.status).isEqualTo(422);
        assertThat(after.text()).contains("Not sent yet. “Apple pie”: This pin was changed while");
        assertThat(after.document.select("#several-name").val()).isEqualTo("Ana");
    }

    @Test
    void whoTickedNothingIsTold() {
        Page page = guest.get(link(kitchen.inReview("Apple tart"), kitchen.inReview("Basil pesto")))
                .form(APPROVE)
                .submit();
        assertThat(page.document.select(".flash").text()).isEqualTo("Select the pins you want to approve.");
    }

    @Test
    void noOtherPinIsApprovedOrNamed() {
        Pin shown = kitchen.inReview("Apple tart");
        Pin other = kitchen.inReview("Secret launch");
        Page page = guest.get(link(shown, kitchen.inReview("Basil pesto")));
        Page after = page.form(APPROVE)
                .set("name", "Ana")
                .set("pin", shown.id + ":" + seen(shown))
                .add("pin", other.id + ":guessed")
                .submit();
        assertThat(after.says("You approved 1 pin.")).isTrue();
        assertThat(after.says("Secret launch")).isFalse();
        assertThat(kitchen.status(other)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void onlyALinkThatDecidesApproves() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(first, second), null, "", true, false)
                        .text();
        Page page = guest.get(link);
        assertThat(page.hasButton(APPROVE)).isFalse();
        Page refused = page.at(link + "/approve")
                .set("name", "Ana")
                .set("pin", first.id + ":" + seen(first))
                .submit();
        assertThat(refused.says("You may not approve pins")).isTrue();
        assertThat(guests()).as("who could do nothing is nobody yet").isZero();
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
    }

    private long guests() {
        return Kitchen.write(() -> Guest.count("link.workspace", kitchen.people.workspace));
    }

    @Test
    void thePasscodeComesFirst() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(first, second), null, "4711", true, true)
                        .text();
        Page door = guest.get(link)
                .at(link + "/approve")
                .set("name", "Ana")
                .set("pin", first.id + ":" + seen(first))
                .submit();
        assertThat(door.hasButton("Open")).isTrue();
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
    }
}
