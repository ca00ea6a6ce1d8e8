package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Form;
import pinplan.support.Pages;
import pinplan.team.Role;

/** What was approved is what ships: whatever reaches Pinterest, changed through whatever door, ends the approval. */
@QuarkusTest
class ApprovalDoorsTest {
    private static final String TITLE = "Approved as it is";

    private enum Door {
        SAVE,
        SUBMIT,
        VERB
    }

    /** Everything of a fingerprint, and how a person or a program changes it. */
    private static final Map<String, BiFunction<Kitchen, Form, Form>> TYPED = new TreeMap<>(Map.of(
            "Title", (kitchen, form) -> form.fill("Title", "Another"),
            "Description", (kitchen, form) -> form.fill("Description", "Another\nline"),
            "Destination link", (kitchen, form) -> form.fill("Destination link", "https://example.org/other"),
            "Account, Board",
                    (kitchen, form) -> form.choose("Account", "Small Rooms").choose("Board", "Balcony ideas"),
            "Board", (kitchen, form) -> form.choose("Board", "Weeknight baking"),
            "Media", (kitchen, form) -> form.set("shot", kitchen.picture().id.toString()),
            "Alt text", (kitchen, form) -> form.fill("Alt text", "Another slice")));

    private static final Map<String, BiFunction<Kitchen, PinFields, PinFields>> GIVEN = new TreeMap<>(Map.of(
            "Title", (kitchen, f) -> with(f, "Another", f.description(), f.link(), f.shots()),
            "Description", (kitchen, f) -> with(f, f.title(), "Another", f.link(), f.shots()),
            "Destination link", (kitchen, f) -> with(f, f.title(), f.description(), "https://example.org/o", f.shots()),
            "Account, Board",
                    (kitchen, f) -> new PinFields(
                            f.title(),
                            f.description(),
                            f.link(),
                            kitchen.rooms,
                            kitchen.balcony,
                            f.campaign(),
                            f.plannedFor(),
                            f.shots()),
            "Board",
                    (kitchen, f) -> new PinFields(
                            f.title(),
                            f.description(),
                            f.link(),
                            f.account(),
                            kitchen.baking,
                            f.campaign(),
                            f.plannedFor(),
                            f.shots()),
            "Media",
                    (kitchen, f) -> with(
                            f,
                            f.title(),
                            f.description(),
                            f.link(),
                            List.of(new Shot(kitchen.picture(), f.shots().get(0).altText))),
            "Alt text",
                    (kitchen, f) -> with(
                            f,
                            f.title(),
                            f.description(),
                            f.link(),
                            List.of(new Shot(f.shots().get(0).media, "Another")))));

    private static PinFields with(PinFields f, String title, String description, String link, List<Shot> shots) {
        return new PinFields(title, description, link, f.account(), f.board(), f.campaign(), f.plannedFor(), shots);
    }

    static Stream<Arguments> everyFieldThroughEveryDoor() {
        return TYPED.keySet().stream().flatMap(field -> Stream.of(Door.values()).map(door -> arguments(field, door)));
    }

    @ParameterizedTest
    @MethodSource("everyFieldThroughEveryDoor")
    void aChangeEndsTheApprovalAndNamesTheField(String field, Door door) {
        Kitchen kitchen = new Kitchen();
        Pin pin = kitchen.approved(TITLE);
        through(door, kitchen, pin, field);
        String approved = kitchen.read(pin, Pin::approvedFingerprint);
        assertThat(approved).isNull();
        assertThat(kitchen.status(pin)).isEqualTo(door == Door.SUBMIT ? PinStatus.IN_REVIEW : PinStatus.DRAFT);
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        PinEvent voided = events.stream()
                .filter(event -> event.kind == PinEvent.Kind.APPROVAL_VOIDED)
                .findFirst()
                .orElseThrow();
        assertThat(voided.note).isEqualTo(field);
        assertThat(kitchen.as(Role.APPROVER).get("/pins/" + pin.id).says("approval no longer holds: " + field))
                .isTrue();
    }

    private static void through(Door door, Kitchen kitchen, Pin pin, String field) {
        if (door == Door.VERB) {
            kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
                PinFields same = new PinFields(
                        p.title(),
                        p.description(),
                        p.link(),
                        p.account(),
                        p.board(),
                        p.campaign(),
                        p.planned().local(),
                        List.copyOf(p.shots()));
                p.edit(GIVEN.get(field).apply(kitchen, same), by, now);
            });
            return;
        }
        Pages creator = kitchen.as(Role.CREATOR);
        Form form = creator.get("/pins/" + pin.id).form("Save draft");
        TYPED.get(field).apply(kitchen, form);
        // An approved pin's page offers no second submission; a form from before the approval still sends one.
        if (door == Door.SUBMIT) {
            form.set("action", "submit");
        }
        assertThat(form.send().statusCode()).isEqualTo(303);
    }

    @Test
    void theOrderOfTheImagesIsPartOfIt() {
        Kitchen kitchen = new Kitchen();
        Pin pin = kitchen.draft(TITLE, Role.CREATOR);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            List<Shot> two = new ArrayList<>(p.shots());
            two.add(new Shot(kitchen.picture(), "The second"));
            p.edit(shots(p, two), by, now);
            p.submit(by, now);
        });
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        Pages creator = kitchen.as(Role.CREATOR);
        creator.get("/pins/" + pin.id)
                .form("Later: image 1")
                .submit()
                .form("Save draft")
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        List<String> altTexts = kitchen.read(
                pin, p -> p.shots().stream().map(shot -> shot.altText).toList());
        assertThat(altTexts).containsExactly("The second", "A slice");
    }

    private static PinFields shots(Pin p, List<Shot> shots) {
        return new PinFields(
                p.title(),
                p.description(),
                p.link(),
                p.account(),
                p.board(),
                p.campaign(),
                p.planned().local(),
                shots);
    }

    @Test
    void aMoveAndATimeTakenAwayAreNotPartOfIt() {
        Kitchen kitchen = new Kitchen();
        Pin pin = kitchen.approved(TITLE);
        String before = kitchen.read(pin, Pin::approvedFingerprint);
        var at = kitchen.later(8);
        Pages creator = kitchen.as(Role.CREATOR);
        creator.get("/pins/" + pin.id + "/move")
                .form("Move")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        java.time.LocalDateTime planned = kitchen.read(pin, p -> p.planned().local());
        assertThat(planned).isEqualTo(at);
        creator.get("/pins/" + pin.id).form("Remove its time").submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        String after = kitchen.read(pin, Pin::approvedFingerprint);
        assertThat(after).isEqualTo(before);
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        assertThat(events).extracting(e -> e.kind).doesNotContain(PinEvent.Kind.APPROVAL_VOIDED);
    }

    @Test
    void aCampaignAndATimeAreNotPartOfIt() {
        Kitchen kitchen = new Kitchen();
        Pin pin = kitchen.approved(TITLE);
        var at = kitchen.later(8);
        kitchen.as(Role.CREATOR)
                .get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        java.time.LocalDateTime planned = kitchen.read(pin, p -> p.planned().local());
        assertThat(planned).isEqualTo(at);
        List<PinEvent> events = kitchen.read(pin, PinEvent::of);
        assertThat(events).extracting(e -> e.kind).doesNotContain(PinEvent.Kind.APPROVAL_VOIDED);
    }
}
