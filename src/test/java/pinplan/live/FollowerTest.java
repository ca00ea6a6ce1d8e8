package pinplan.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At most once a second, and never too late: the last change is always told after it was made. */
class FollowerTest {
    private final List<Word> heard = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Follower follower = follower();

    private Follower follower() {
        Follower[] made = new Follower[1];
        Multi.createFrom()
                .<Word>emitter(ear -> made[0] = new Follower(1, 2, Instant.EPOCH, ear, (millis, what) -> {
                    assertThat(millis).isBetween(0L, 1000L);
                    later.add(what);
                }))
                .subscribe()
                .with(heard::add);
        return made[0];
    }

    @Test
    void theFirstChangeIsToldAtOnceAndTheNextHundredTogether() {
        for (int i = 0; i < 100; i++) {
            follower.changed();
        }
        assertThat(heard).containsExactly(Word.CHANGED);
        assertThat(later).hasSize(1);
        later.remove(0).run();
        assertThat(heard).containsExactly(Word.CHANGED, Word.CHANGED);
        follower.changed();
        assertThat(heard).hasSize(2);
        assertThat(later).hasSize(1);
    }

    @Test
    void whoHungUpIsToldNothing() {
        follower.end();
        follower.changed();
        assertThat(heard).isEmpty();
    }
}
