package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The budget as arithmetic: whatever the arrivals, never more than 90 in any 120 seconds. */
class PaceTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void neverMoreThanNinetyInAnyTwoMinutes() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            Instant now = START;
            Pace pace = new Pace(Instant.EPOCH);
            List<Instant> spent = new ArrayList<>();
            for (int i = 0; i < 4000; i++) {
                now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(500));
                pace = Pace.at(pace.arrival(), now);
                Reserve reserve = Reserve.values()[random.nextInt(Reserve.values().length)];
                if (!now.isBefore(pace.freeAt(reserve))) {
                    pace = pace.spent(now);
                    spent.add(now);
                }
            }
            int first = 0;
            for (int last = 0; last < spent.size(); last++) {
                while (spent.get(first).isBefore(spent.get(last).minusSeconds(120))) {
                    first++;
                }
                assertThat(last - first + 1).as("seed %d", seed).isLessThanOrEqualTo(90);
            }
        }
    }

    @Test
    void aBurstOfTwentyThenOneByOne() {
        Pace pace = Pace.at(Instant.EPOCH, START);
        for (int i = 0; i < 20; i++) {
            assertThat(START).isAfterOrEqualTo(pace.freeAt(Reserve.RECONCILE));
            pace = pace.spent(START);
        }
        assertThat(Duration.between(START, pace.freeAt(Reserve.RECONCILE)))
                .isBetween(Duration.ofMillis(1714), Duration.ofMillis(1715));
    }

    @Test
    void whatCanWaitLeavesRoomForWhatCannot() {
        Pace pace = Pace.at(Instant.EPOCH, START);
        int ahead = 0;
        while (!START.isBefore(pace.freeAt(Reserve.AHEAD))) {
            pace = pace.spent(START);
            ahead++;
        }
        assertThat(ahead).isEqualTo(12);
        assertThat(START).isBefore(pace.freeAt(Reserve.AUDIT)).isAfterOrEqualTo(pace.freeAt(Reserve.DUE));
    }

    @Test
    void whatOthersUseCountsToo() {
        Pace pace = Pace.at(Instant.EPOCH, START).told(12, START);
        pace = pace.spent(START).spent(START);
        assertThat(START).isBefore(pace.freeAt(Reserve.PERSON));
        assertThat(Pace.at(Instant.EPOCH, START).told(95, START).arrival()).isEqualTo(START);
    }

    @Test
    void aClockSetBackDoesNotStopTheLane() {
        Pace pace = Pace.at(START.plusSeconds(3600), START);
        assertThat(pace.freeAt(Reserve.RECONCILE)).isBefore(START.plusSeconds(3));
    }
}
