package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A hundred thousand pins with a quarter of all sends going wrong, decided by the production code. Other pins and seeds by
 * {@code -Dpinplan.pins=1000000 -Dpinplan.seed=7}.
 */
class SimulationTest {
    private static final int PINS_A_DAY = 6;
    private static final long SEED = Long.getLong("pinplan.seed", 20_270_301);
    private static final int PINS = Integer.getInteger("pinplan.pins", 100_000);
    private static final int FEW = 10_000;

    private static Tally simulate(Policy policy, int pins) {
        Tally tally = new Tally();
        for (long seed = SEED; tally.pins < pins; seed++) {
            Simulation day = new Simulation(seed, policy, PINS_A_DAY);
            day.run();
            tally.count(day, seed);
        }
        System.out.printf("%s, seed %d, %s%n", policy, SEED, tally);
        return tally;
    }

    @Test
    void noneIsTwiceAndNoneIsLost() {
        Tally tally = simulate(Policy.OURS, PINS);
        assertThat(tally.duplicates + tally.lost + tally.misreported + tally.early)
                .as(tally.first)
                .isZero();
        assertThat(tally.published).isGreaterThan(tally.pins * 8 / 10);
    }

    /** The checker is checked: it sees what goes wrong where it does. */
    @ParameterizedTest
    @EnumSource(names = {"LEASE_EXPIRED_SEND_AGAIN", "LOOK_ONCE_ELSE_SEND_AGAIN"})
    void sendingAgainPublishesTwice(Policy careless) {
        assertThat(simulate(careless, FEW).duplicates).isPositive();
    }

    @Test
    void neverTryingAgainTellsOfFailuresThatAreOut() {
        Tally tally = simulate(Policy.NEVER_RETRY, FEW);
        assertThat(tally.misreported).isPositive();
        assertThat(tally.failed).isGreaterThan(tally.pins / 20);
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(simulate(Policy.OURS, 1000))
                .hasToString(simulate(Policy.OURS, 1000).toString());
    }
}
