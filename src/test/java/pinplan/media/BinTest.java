package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.Shot;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Things;
import pinplan.team.Role;

/** Away with a media, back again, and gone for good; and what keeps one here. */
@QuarkusTest
class BinTest {
    private static final byte[] TART = Pictures.jpeg(640, 960);

    @Inject
    MediaStore store;

    @Inject
    Bin bin;

    @Inject
    Clock clock;

    private People people;
    private Pages creator;

    @BeforeEach
    void people() {
        people = People.fresh();
        creator = people.as(Role.CREATOR);
    }

    @Test
    void whatNobodyNeedsGoesToTheBinAndComesBack() {
        Page asset = uploaded();
        Page shelf = asset.form("Delete").submit();
        assertThat(shelf.says("“tart.jpg” is in the bin, for 30 days.")).isTrue();
        assertThat(shelf.says("No media yet")).isTrue();
        Page thrown = shelf.follow("Bin");
        assertThat(thrown.document.select(".shelf b").eachText()).containsExactly("tart.jpg");
        Page there = creator.get(asset.path);
        assertThat(there.says("In the bin.")).isTrue();
        assertThat(there.hasButton("Save")).isFalse();
        assertThat(people.as(Role.VIEWER).get(asset.path).hasButton("Restore")).isFalse();
        assertThat(there.form("Restore").submit().says("“tart.jpg” is back.")).isTrue();
        assertThat(creator.get("/media?bin=true").says("The bin is empty")).isTrue();
        assertThat(creator.get("/media").document.select(".shelf b").eachText()).containsExactly("tart.jpg");
        assertThat(people.as(Role.OWNER).get("/activity").text())
                .contains("threw away", "took back from the bin", "tart.jpg");
    }

    @Test
    void theUndoOfItsDeletionBringsItBack() {
        Page shelf = uploaded().form("Delete").submit();
        assertThat(shelf.form("Undo").submit().says("“tart.jpg” is back.")).isTrue();
    }

    @Test
    void staysWhileAPinShowsItOrMayShowItAgain() {
        Pin pin = QuarkusTransaction.requiringNew().call(() -> Things.in(people).draft(null));
        Media media = media(pin);
        String path = "/media/" + media.id;
        assertThat(creator.get(path).form("Delete").submit().text())
                .contains("Not deleted: it is used in “No-bake lemon tart”. Take it out of there first.");
        creator.sending().post("/pins/" + pin.id + "/delete");
        assertThat(creator.get(path).form("Delete").submit().text()).contains("can still be undone");
        QuarkusTransaction.requiringNew()
                .run(() -> Pin.getEntityManager()
                        .createNativeQuery(
                                "update pin set deleted_at = deleted_at - interval '36 minutes' where id = ?1")
                        .setParameter(1, pin.id)
                        .executeUpdate());
        assertThat(creator.get(path).form("Delete").submit().path).isEqualTo("/media");
    }

    @Test
    void staysWhileARevisionThatCanBeRestoredShowsIt() {
        Pin pin = QuarkusTransaction.requiringNew().call(() -> Things.in(people).submitted(null));
        Media media = media(pin);
        QuarkusTransaction.requiringNew().run(() -> {
            Pin locked = Pin.locked(people.workspace, pin.id);
            PinFields fields = locked.fields();
            locked.edit(
                    new PinFields(
                            fields.title(),
                            fields.description(),
                            fields.link(),
                            fields.account(),
                            fields.board(),
                            null,
                            null,
                            List.of(new Shot(Things.in(people).photo(), ""))),
                    new Actor(people.member(Role.CREATOR), Role.CREATOR),
                    clock.instant());
        });
        Page page = creator.get("/media/" + media.id);
        assertThat(page.document.select("#used a[href=/pins/" + pin.id + "/revisions]"))
                .hasSize(1);
        assertThat(page.form("Delete").submit().text())
                .contains(
                        "Not deleted: it is used in an earlier revision of “No-bake lemon tart”, which can be restored.");
    }

    @Test
    void canNotBeChosenFromTheBin() {
        Page form = creator.get(uploaded().path).follow("Plan a pin of it");
        delete();
        Page refused = form.form("Save draft").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Media")).contains("in the bin");
    }

    @Test
    void theSameBytesComeBackFromTheBin() {
        Page asset = uploaded();
        delete();
        assertThat(uploaded().path).isEqualTo(asset.path);
        assertThat(creator.get(asset.path).hasButton("Delete")).isTrue();
    }

    @Test
    void afterThirtyDaysItsBytesGoAndTheSameBytesMakeItAnew() throws Exception {
        Page asset = uploaded();
        delete();
        Media before = latest();
        bin.empty(in(29));
        assertThat(store.path(before)).exists();
        assertThat(creator.get(asset.path).status).isEqualTo(200);

        bin.empty(in(31));
        assertThat(store.path(before)).doesNotExist();
        assertThat(creator.get(asset.path).status).isEqualTo(404);
        assertThat(creator.one(asset.path + "/file").statusCode()).isEqualTo(404);
        assertThat(creator.get("/media?bin=true").says("The bin is empty")).isTrue();

        assertThat(uploaded().path).isEqualTo(asset.path);
        Media after = latest();
        assertThat(Files.readAllBytes(store.path(after))).isEqualTo(TART);
        assertThat(creator.one(asset.path + "/file").statusCode()).isEqualTo(200);
        bin.empty(in(100));
        assertThat(store.path(after)).exists();
    }

    /** Whoever takes it back waits for whoever empties it, and finds it gone. */
    @Test
    void nothingComesBackWhoseBytesAreGoingJustNow() throws Exception {
        Page there = uploaded();
        delete();
        CompletableFuture<Integer> restored = QuarkusTransaction.requiringNew().call(() -> {
            Media media = latest();
            Media.<Media>findById(media.id).lock().empty(clock.instant());
            Media.getEntityManager().flush();
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(
                    () -> creator.sending().post(there.path + "/restore").statusCode());
            await().until(() -> somebodyWaits() || asked.isDone());
            return asked;
        });
        assertThat(restored.get(1, TimeUnit.MINUTES)).isEqualTo(404);
        assertThat(latest().emptied()).isTrue();
    }

    private static boolean somebodyWaits() {
        return !QuarkusTransaction.requiringNew()
                .call(() -> Media.getEntityManager()
                        .createNativeQuery("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query ilike '%from media %'")
                        .getResultList())
                .isEmpty();
    }

    @Test
    void whatIsInTheBinIsNotThrownAwayAgain() {
        Page asset = uploaded();
        delete();
        Instant since = latest().binnedAt();
        assertThat(asset.form("Delete").submit().says("“tart.jpg” is in the bin already."))
                .isTrue();
        assertThat(latest().binnedAt()).isEqualTo(since);
        assertThat(people.as(Role.OWNER).get("/activity").text().split("threw away", -1))
                .hasSize(2);
    }

    /** Should a pin show it in spite of all, the bytes stay. */
    @Test
    void whatIsNeededAfterAllComesBackInsteadOfGoing() {
        uploaded();
        delete();
        QuarkusTransaction.requiringNew().run(() -> {
            Pin pin = Things.in(people).draft(null);
            Pin.getEntityManager().flush();
            Pin.getEntityManager()
                    .createNativeQuery("update pin_media set media_id = ?1 where pin_id = ?2")
                    .setParameter(1, latest().id)
                    .setParameter(2, pin.id)
                    .executeUpdate();
        });
        bin.empty(in(31));
        assertThat(latest().binned()).isFalse();
        assertThat(store.path(latest())).exists();
    }

    private Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private Media media(Pin pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pin.in(people.workspace, pin.id).shots().get(0).media);
    }

    private Media latest() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Media.<Media>find("workspace = ?1 and storeKey is not null order by id", people.workspace)
                        .firstResult());
    }

    private void delete() {
        creator.sending().post("/media/" + latest().id + "/delete");
    }

    private Page uploaded() {
        Page page = creator.get("/media")
                .form("Upload")
                .attach("Media", "tart.jpg", "image/jpeg", TART)
                .submit();
        return creator.get(page.document.selectFirst(".shelf a").attr("href"));
    }
}
