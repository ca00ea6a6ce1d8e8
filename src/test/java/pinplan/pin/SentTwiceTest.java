package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** A new pin's form, sent twice: by a double click, or by going back and sending it again. */
@QuarkusTest
class SentTwiceTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private Form filled(Page blank, String button) {
        return blank.form(button)
                .fill("Title", "Lemon tart")
                .choose("Board", "Easter recipes")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK));
    }

    private long pins() {
        return Kitchen.write(() -> Pin.count("workspace", kitchen.people.workspace));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Save draft", "Submit for review"})
    void aDoubleClickMakesOnePin(String button) throws Exception {
        Page blank = creator.get("/pins/new");
        String sheet = blank.document.select("input[name=sheet]").val();
        // A browser of its own for each: the two share nothing but the form.
        List<Form> clicks = List.of(
                filled(blank, button),
                filled(kitchen.as(Role.CREATOR).get("/pins/new"), button).set("sheet", sheet));
        CyclicBarrier together = new CyclicBarrier(clicks.size());
        ExecutorService hands = Executors.newFixedThreadPool(clicks.size());
        try {
            List<Future<Response>> answers = hands.invokeAll(clicks.stream()
                    .<Callable<Response>>map(click -> () -> {
                        together.await();
                        return click.send();
                    })
                    .toList());
            Response one = answers.get(0).get();
            Response other = answers.get(1).get();
            assertThat(one.statusCode()).isEqualTo(303);
            assertThat(other.statusCode()).isEqualTo(303);
            assertThat(one.header("Location")).isEqualTo(other.header("Location"));
        } finally {
            hands.shutdownNow();
        }
        assertThat(pins()).isEqualTo(1);
    }

    @Test
    void goingBackAndSendingAgainLandsOnThePin() {
        Page blank = creator.get("/pins/new");
        Page first = filled(blank, "Save draft").submit();
        Page second = filled(blank, "Save draft").submit();
        assertThat(second.path).isEqualTo(first.path);
        assertThat(second.document.select(".history li")).hasSize(1);
        Page submitted = filled(blank, "Submit for review").submit();
        assertThat(submitted.path).isEqualTo(first.path);
        assertThat(submitted.document.select(".status").text()).isEqualTo("In review");
        assertThat(pins()).isEqualTo(1);
    }

    @Test
    void otherWordsAreKeptAndAskedAbout() {
        Page blank = creator.get("/pins/new");
        Page first = filled(blank, "Save draft").submit();
        Page clash = filled(blank, "Save draft").fill("Title", "Lime tart").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.value("Title")).isEqualTo("Lime tart");
        assertThat(clash.document.select(".clash .told").eachText())
                .containsExactly("Lime tart", "Lemon tart", "nothing");
        assertThat(clash.error("Title")).contains("You (elsewhere)");
        Page saved = clash.form("Save draft").set("pick-title", "yours").submit();
        assertThat(saved.path).isEqualTo(first.path);
        assertThat(saved.value("Title")).isEqualTo("Lime tart");
        assertThat(pins()).isEqualTo(1);
    }

    @Test
    void whatWasOnlyAddedTheSecondTimeIsNotSavedUnasked() {
        Page blank = creator.get("/pins/new");
        Page first = filled(blank, "Save draft").submit();
        Page asked = filled(blank, "Save draft").fill("Description", "Bright.").submit();
        assertThat(asked.status).isEqualTo(409);
        assertThat(asked.says("Save again to change it")).isTrue();
        assertThat(asked.document.select(".clash")).isEmpty();
        assertThat(creator.get(first.path).value("Description")).isEmpty();
        Page saved = asked.form("Save draft").submit();
        assertThat(saved.path).isEqualTo(first.path);
        assertThat(saved.value("Description")).isEqualTo("Bright.");
    }

    @Test
    void aFormThatWasRefusedFirstMakesItsPinOnce() {
        Page refused = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "t".repeat(101))
                .submit();
        assertThat(refused.status).isEqualTo(422);
        Page first = refused.form("Save draft").fill("Title", "Short").submit();
        Page second = refused.form("Save draft").fill("Title", "Short").submit();
        assertThat(second.path).isEqualTo(first.path).matches("/pins/[0-9]+");
    }

    @Test
    void twoFormsMakeTwoPinsAndADeletedOneIsMadeAnew() {
        Page blank = creator.get("/pins/new");
        Page first = filled(blank, "Save draft").submit();
        assertThat(filled(creator.get("/pins/new"), "Save draft").submit().path).isNotEqualTo(first.path);
        first.form("Delete").submit().form("Delete").send();
        Page again = filled(blank, "Save draft").submit();
        assertThat(again.status).isEqualTo(200);
        assertThat(again.path).isNotEqualTo(first.path);
    }
}
