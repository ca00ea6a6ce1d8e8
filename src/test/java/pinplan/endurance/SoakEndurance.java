package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pinplan.database.OwnServer;
import pinplan.endurance.Pins.Standing;
import pinplan.support.PackagedApp;

/**
 * Three replicas over one database. Pins become due all the time, while the replicas are killed at random and PostgreSQL
 * is now and then stopped at once; then it is quiet, until every pin has come to its end.
 */
class SoakEndurance {
    private static final int REPLICAS = 3;
    /** Each key may ask so much and no more, so there are several. */
    private static final int LANES = 10;

    private static final Duration BETWEEN_PINS = Duration.ofMillis(1500);
    /** What is in doubt is proved absent after six minutes, and sent again. */
    private static final Duration QUIET = Duration.ofMinutes(25);

    private static final int MINUTES = Integer.getInteger("pinplan.minutes", 20);
    private static final long SEED = Long.getLong("pinplan.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private final List<PackagedApp> replicas = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile boolean quiet;
    private int kills;
    private int restarts;
    private int revived;

    @Test
    void everyPinOnceWhateverIsKilled() throws Exception {
        System.out.printf("Soak of %d minutes with seed %d%n", MINUTES, SEED);
        try (Ground ground = new Ground("soak")) {
            List<Place> places = Desk.open(ground, replica(ground), LANES);
            while (replicas.size() < REPLICAS) replica(ground);
            for (PackagedApp app : replicas) app.address();

            Pins pins = new Pins(ground.server);
            Thread people = new Thread(() -> people(pins, places), "people");
            people.start();
            trouble(ground, Instant.now().plus(Duration.ofMinutes(MINUTES)));
            quiet = true;
            people.join();
            System.out.println("Now it is quiet.");
            List<Standing> all = settled(ground, pins);
            tell(Figures.of(all, ground.publer));

            assertThat(all.stream().map(Standing::link)).as("written and kept").containsAll(written);
            assertThat(ground.publer.complaints()).isEmpty();
            Figures figures = Figures.of(all, ground.publer);
            assertThat(figures.pins()).isGreaterThan(MINUTES * 20);
            assertThat(figures.duplicates())
                    .as("%s, seed %d", figures.remarks(), SEED)
                    .isZero();
            assertThat(figures.lost())
                    .as("%s, seed %d", figures.remarks(), SEED)
                    .isZero();
        }
    }

    private PackagedApp replica(Ground ground) throws Exception {
        PackagedApp app = ground.start();
        replicas.add(app);
        return app;
    }

    /** Half of the accounts take pins that go out at once, half take pins some minutes ahead. */
    private void people(Pins pins, List<Place> places) {
        Map<Place, Instant> last = new HashMap<>();
        for (int turn = 0; !quiet; turn++) {
            Place place = places.get(turn % places.size());
            try {
                Thread.sleep(BETWEEN_PINS.toMillis());
                if (turn % 2 == 0) {
                    written.add(pins.now(place));
                } else {
                    Instant soonest = Pins.in(5);
                    Instant next = last.getOrDefault(place, soonest).plusSeconds(60);
                    last.put(place, next.isBefore(soonest) ? soonest : next);
                    written.add(pins.ahead(place, last.get(place)));
                }
            } catch (SQLException notNow) {
                // no database at this moment, or the minute went to one that was late
                unwritten.incrementAndGet();
            } catch (Exception unforeseen) {
                throw new IllegalStateException(unforeseen);
            }
        }
    }

    private void trouble(Ground ground, Instant until) throws Exception {
        Instant restart = Instant.now().plusSeconds(20 + random.nextInt(40));
        while (true) {
            Thread.sleep(1000 + random.nextInt(19_000));
            if (Instant.now().isAfter(until)) {
                return;
            }
            int victim = random.nextInt(REPLICAS);
            replicas.get(victim).kill();
            kills++;
            replicas.set(victim, ground.start());
            if (Instant.now().isAfter(restart)) {
                OwnServer server = ground.server;
                server.stop("immediate");
                server.start();
                restarts++;
                restart = Instant.now().plusSeconds(60 + random.nextInt(90));
            }
            revive(ground);
        }
    }

    /** Whoever found no database at its start has ended, and is started again, as any supervisor does. */
    private void revive(Ground ground) throws Exception {
        for (int i = 0; i < REPLICAS; i++) {
            if (!replicas.get(i).alive()) {
                replicas.set(i, ground.start());
                revived++;
            }
        }
    }

    private List<Standing> settled(Ground ground, Pins pins) throws Exception {
        Instant giveUp = Instant.now().plus(QUIET);
        while (true) {
            Thread.sleep(2000);
            revive(ground);
            List<Standing> all = pins.all();
            if (all.stream().allMatch(Standing::settled) || Instant.now().isAfter(giveUp)) {
                return all;
            }
        }
    }

    private void tell(Figures figures) throws Exception {
        figures.remarks().forEach(System.out::println);
        Ground.tell("3-soak", """

                ## Soak

                | Minutes | Seed | Pins | Published | Held | Duplicates | Lost | Kills | PostgreSQL restarts | Started again without a database |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |
                """.formatted(
                        MINUTES,
                        SEED,
                        figures.pins(),
                        figures.published(),
                        figures.held(),
                        figures.duplicates(),
                        figures.lost(),
                        kills,
                        restarts,
                        revived));
    }
}
