package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.team.Role;
import pinplan.web.Ticks;

/** What a crash between the store and the commit leaves: a file, its thumbnails or a draft, and no row. */
@QuarkusTest
class SweepTest {
    @Inject
    MediaStore store;

    @Inject
    Intake intake;

    @Inject
    Bin bin;

    @Inject
    Likeness likeness;

    @Inject
    Sweep sweep;

    @Inject
    Clock clock;

    @Inject
    Ticks ticks;

    @Test
    void oldFilesThatNoRowNamesGoAndAllOthersStay() throws Exception {
        People people = People.fresh();
        Path picture = Files.write(store.draft(), Pictures.jpeg(300, 450));
        Media kept = intake.upload(people.workspace, people.member(Role.CREATOR), picture, "kept.jpg");
        String lost = store.keep(Files.write(store.draft(), new byte[] {1}));
        Path thumbnail = store.thumbnail(lost, Thumbnails.WIDTHS[0]);
        store.move(Files.write(store.draft(), new byte[] {1}), thumbnail);
        String fresh = store.keep(Files.write(store.draft(), new byte[] {2}));
        Path draft = store.draft();
        Path freshDraft = store.draft();
        aged(store.path(kept), store.file(lost), thumbnail, draft);

        sweep.tick();

        assertThat(store.file(lost)).doesNotExist();
        assertThat(thumbnail).doesNotExist();
        assertThat(draft).doesNotExist();
        assertThat(store.path(kept)).exists();
        assertThat(store.thumbnail(kept.storeKey, Thumbnails.WIDTHS[0])).exists();
        assertThat(store.file(fresh)).exists();
        assertThat(freshDraft).exists();
        assertThat(ticks.last("media")).isPresent();
    }

    @Test
    void aStoreOfAnotherDatabaseIsLeftAlone(@org.junit.jupiter.api.io.TempDir Path elsewhere) throws Exception {
        MediaStore foreign = new MediaStore(elsewhere);
        String theirs = foreign.keep(Files.write(foreign.draft(), new byte[] {1}));
        aged(foreign.file(theirs));
        new Sweep(foreign, bin, likeness, clock, ticks).tick();
        assertThat(foreign.file(theirs)).exists();
    }

    private void aged(Path... files) throws Exception {
        FileTime then = FileTime.from(clock.instant().minus(Duration.ofHours(25)));
        for (Path file : files) {
            Files.setLastModifiedTime(file, then);
        }
    }
}
