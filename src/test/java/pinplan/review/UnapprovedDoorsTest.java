package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static pinplan.review.Rules.all;
import static pinplan.review.Rules.any;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.change.AsShown;
import pinplan.pin.Actor;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Seen;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;

/**
 * Nothing unapproved is published: whoever goes through whatever door with a pin that not all have agreed to, it is not
 * approved afterwards, and nothing of it is ordered. Three steps ask for more people than any one of them.
 */
@QuarkusTest
class UnapprovedDoorsTest {
    /** What one person does to a pin. */
    private interface Door {
        void through(Pages who, Pin pin, UnapprovedDoorsTest test);
    }

    private static final Set<PinStatus> GOES_OUT = Set.of(
            PinStatus.APPROVED,
            PinStatus.SCHEDULED,
            PinStatus.PUBLISHING,
            PinStatus.PUBLISHED,
            PinStatus.OUTCOME_UNKNOWN);

    private static final Map<String, Door> DOORS = new LinkedHashMap<>();

    static {
        DOORS.put("save", (who, pin, test) -> composer(who, pin, "save"));
        DOORS.put("submit", (who, pin, test) -> composer(who, pin, "submit"));
        DOORS.put("submit again", (who, pin, test) -> send(who, "/pins/" + pin.id + "/submit"));
        DOORS.put("approve", (who, pin, test) -> send(who, "/pins/" + pin.id + "/approve", "seen", test.seen(pin)));
        DOORS.put("approve twice", (who, pin, test) -> {
            DOORS.get("approve").through(who, pin, test);
            DOORS.get("approve").through(who, pin, test);
        });
        DOORS.put("desk", (who, pin, test) -> send(who, "/review/approve", "pin", pin.id + ":" + test.seen(pin)));
        DOORS.put("publish now", (who, pin, test) -> send(who, "/pins/" + pin.id + "/publish-now"));
        DOORS.put("retry", (who, pin, test) -> send(who, "/pins/" + pin.id + "/retry"));
        DOORS.put("hold and release", (who, pin, test) -> {
            send(who, "/pins/" + pin.id + "/hold");
            send(who, "/pins/" + pin.id + "/release");
        });
        DOORS.put("withdraw and submit", (who, pin, test) -> {
            send(who, "/pins/" + pin.id + "/withdraw");
            send(who, "/pins/" + pin.id + "/submit");
        });
        DOORS.put(
                "drag",
                (who, pin, test) -> send(
                        who,
                        "/pins/" + pin.id + "/move",
                        "publishDate",
                        LocalDate.now().plusDays(9).toString(),
                        "publishTime",
                        "11:15"));
        DOORS.put("drag and undo", (who, pin, test) -> {
            DOORS.get("drag").through(who, pin, test);
            undo(who);
        });
        DOORS.put("to the tray", (who, pin, test) -> send(who, "/pins/" + pin.id + "/unschedule"));
        DOORS.put("restore a revision", (who, pin, test) -> {
            DOORS.get("save").through(who, pin, test);
            restore(who, pin, test);
            DOORS.get("approve").through(who, pin, test);
        });
        DOORS.put("restore a revision and submit it", (who, pin, test) -> {
            DOORS.get("save").through(test.kitchen.as(Role.CREATOR), pin, test);
            restore(who, pin, test);
            DOORS.get("submit again").through(who, pin, test);
            DOORS.get("approve").through(who, pin, test);
        });
        DOORS.put("delete and restore", (who, pin, test) -> {
            send(who, "/pins/" + pin.id + "/delete");
            undo(who);
        });
        for (String action : List.of("move", "spread", "submit", "approve", "campaign", "delete")) {
            DOORS.put("many at once: " + action, (who, pin, test) -> {
                many(who, pin, test, action);
                undo(who);
            });
        }
        DOORS.put(
                "a policy of none",
                (who, pin, test) -> send(
                        who, "/settings/review", "version", "0", "moves", "FREE", "late", "HOLD", "inReview", "again"));
        DOORS.put("a policy of none, and approve", (who, pin, test) -> {
            DOORS.get("a policy of none").through(who, pin, test);
            Pages author = test.kitchen.as(Role.CREATOR);
            DOORS.get("approve").through(author, pin, test);
            DOORS.get("submit again").through(author, pin, test);
        });
        DOORS.put("a role in mid-flow", (who, pin, test) -> {
            test.become(Role.CREATOR, Role.OWNER);
            DOORS.get("approve").through(test.kitchen.as(Role.CREATOR), pin, test);
            test.become(Role.APPROVER, Role.VIEWER);
            DOORS.get("approve").through(test.kitchen.as(Role.APPROVER), pin, test);
            DOORS.get("approve").through(who, pin, test);
        });
    }

    private final Kitchen kitchen = new Kitchen();

    static Stream<Arguments> everyRoleThroughEveryDoor() {
        return DOORS.keySet().stream()
                .flatMap(door -> Arrays.stream(Role.values()).map(role -> arguments(door, role)));
    }

    @ParameterizedTest
    @MethodSource("everyRoleThroughEveryDoor")
    void nothingThatNotAllAgreedToGoesOut(String door, Role role) {
        Member mia = kitchen.people.another(Role.APPROVER);
        Rules.steps(kitchen, any(mia), all(Role.ADMIN), any(Role.OWNER));
        Pin untouched = kitchen.inReview("Nobody agreed");
        Pin begun = kitchen.inReview("One agreed");
        Kitchen.write(() -> {
            Pin pin = Pin.locked(kitchen.people.workspace, begun.id);
            pin.approve(pin.revision().fingerprint, new Actor(mia, Role.APPROVER), Kitchen.now());
            return pin;
        });
        Pages who = kitchen.as(role);
        for (Pin pin : List.of(untouched, begun)) {
            DOORS.get(door).through(who, pin, this);
            Object status = Kitchen.write(() -> Panache.getEntityManager()
                    .createNativeQuery("select status from pin where id = ?1", String.class)
                    .setParameter(1, pin.id)
                    .getSingleResult());
            assertThat(PinStatus.valueOf((String) status)).isNotIn(GOES_OUT);
            Object orders = Kitchen.write(() -> Panache.getEntityManager()
                    .createNativeQuery("select count(*) from publication where pin_id = ?1", Long.class)
                    .setParameter(1, pin.id)
                    .getSingleResult());
            assertThat(orders).isEqualTo(0L);
        }
    }

    private String seen(Pin pin) {
        return kitchen.read(pin, p -> Seen.of(p).toString());
    }

    private void become(Role was, Role now) {
        Kitchen.write(() -> Membership.update(
                "role = ?1 where workspace = ?2 and member = ?3",
                now,
                kitchen.people.workspace,
                kitchen.people.member(was)));
    }

    private static void composer(Pages who, Pin pin, String action) {
        Page page = who.get("/pins/" + pin.id);
        if (page.hasButton("Save draft")) {
            page.form("Save draft")
                    .fill("Title", "Changed on the way")
                    .set("action", action)
                    .submit();
        }
    }

    private static void restore(Pages who, Pin pin, UnapprovedDoorsTest test) {
        String edition = test.kitchen.read(pin, p -> Integer.toString(p.edition()));
        send(who, "/pins/" + pin.id + "/revisions/1/restore", "edition", edition);
    }

    private static void many(Pages who, Pin pin, UnapprovedDoorsTest test, String action) {
        send(
                who,
                "/changes/selection/change",
                "pin",
                pin.id + ":" + test.kitchen.<AsShown>read(pin, AsShown::of),
                "action",
                action,
                "days",
                "2",
                "from",
                LocalDate.now().plusDays(10).toString(),
                "until",
                LocalDate.now().plusDays(12).toString(),
                "campaign",
                "none");
    }

    private static void undo(Pages who) {
        send(who, "/changes/undo");
    }

    private static void send(Pages who, String path, String... fields) {
        var request = who.sending().contentType("application/x-www-form-urlencoded");
        for (int at = 0; at < fields.length; at += 2) {
            request.formParam(fields[at], fields[at + 1]);
        }
        Response answer = request.post(path);
        assertThat(answer.statusCode()).isNotIn(404, 405, 415, 500);
    }
}
