package pinplan.publer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The budget as arithmetic: whatever the arrivals, never more than 90 in any 120 seconds. */
class BudgetTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void neverMoreThanNinetyInAnyTwoMinutes() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            Instant now = START;
            Budget budget = new Budget(Instant.EPOCH);
            List<Instant> spent = new ArrayList<>();
            for (int i = 0; i < 4000; i++) {
                now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(500));
                budget = Budget.at(budget.arrival(), now);
                Reserve reserve = Reserve.values()[random.nextInt(Reserve.values().length)];
                if (!now.isBefore(budget.freeAt(reserve))) {
                    budget = budget.spent(now);
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
        Budget budget = Budget.at(Instant.EPOCH, START);
        for (int i = 0; i < 20; i++) {
            assertThat(START).isAfterOrEqualTo(budget.freeAt(Reserve.RECONCILE));
            budget = budget.spent(START);
        }
        assertThat(Duration.between(START, budget.freeAt(Reserve.RECONCILE)))
                .isBetween(Duration.ofMillis(1714), Duration.ofMillis(1715));
    }

    @Test
    void whatCanWaitLeavesRoomForWhatCannot() {
        Budget budget = Budget.at(Instant.EPOCH, START);
        int ahead = 0;
        while (!START.isBefore(budget.freeAt(Reserve.AHEAD))) {
            budget = budget.spent(START);
            ahead++;
        }
        assertThat(ahead).isEqualTo(12);
        assertThat(START).isBefore(budget.freeAt(Reserve.AUDIT)).isAfterOrEqualTo(budget.freeAt(Reserve.DUE));
    }

    @Test
    void whatOthersUseCountsToo() {
        Budget budget = Budget.at(Instant.EPOCH, START).told(12, START);
        budget = budget.spent(START).spent(START);
        assertThat(START).isBefore(budget.freeAt(Reserve.PERSON));
        assertThat(Budget.at(Instant.EPOCH, START).told(95, START).arrival()).isEqualTo(START);
    }

    @Test
    void aClockSetBackDoesNotStopTheLane() {
        Budget budget = Budget.at(START.plusSeconds(3600), START);
        assertThat(budget.freeAt(Reserve.RECONCILE)).isBefore(START.plusSeconds(3));
    }
}
