package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pinplan.endurance.Pins.Standing;
import pinplan.support.PackagedApp;

/** Pinplan wakes up on a database that has forgotten: what it sent in the lost time is found at the other end, not sent again. */
class RestoreEndurance {
    private static final Duration BUSY = Duration.ofMinutes(5);
    /** Many ticks, in which whatever could be sent once more would be. */
    private static final Duration LONG = Duration.ofSeconds(45);

    private static final List<String> TABLE = new ArrayList<>();

    private final List<String> sentInTheLostTime = new ArrayList<>();
    private String sentAfterwards;
    private String forgotten;

    @AfterAll
    static void tell() throws Exception {
        Ground.tell("2-restore", """

                ## An older database

                | What | Pins sent in the lost time | Sent again | Due afterwards | Sent once |
                | --- | ---: | ---: | ---: | ---: |
                %s
                """.formatted(String.join("\n", TABLE)));
    }

    @Test
    void anOldCopyOfTheDataIsPutBack() throws Exception {
        try (Ground ground = new Ground("copy")) {
            Pins pins = new Pins(ground.server);
            Path copy = ground.folder().resolve("copy");
            List<Place> places = before(ground, pins);
            ground.server.stop("fast");
            ground.server.copyTo(copy);
            ground.server.start();

            inTheLostTime(ground, pins, places);

            ground.server.stop("fast");
            ground.server.putBack(copy);
            ground.server.start();
            onTheOld(ground, "pinplan", "the data directory, copied while it was stopped");
        }
    }

    @Test
    void anOlderDatabaseOfTheSameServerTakesOver() throws Exception {
        try (Ground ground = new Ground("template")) {
            Pins pins = new Pins(ground.server);
            List<Place> places = before(ground, pins);
            ground.server.run("postgres", "create database older template pinplan");
            inTheLostTime(ground, pins, places);
            onTheOld(ground, "older", "`CREATE DATABASE … TEMPLATE`, and a start on the older one");
        }
    }

    /** Approved, and nothing of it sent yet. */
    private List<Place> before(Ground ground, Pins pins) throws Exception {
        List<Place> places;
        try (PackagedApp app = ground.start()) {
            places = Desk.open(ground, app, 1);
        }
        Instant soon = Instant.now().plusSeconds(20);
        sentInTheLostTime.add(pins.ahead(places.get(0), Pins.in(30), soon));
        sentInTheLostTime.add(pins.ahead(places.get(1), Pins.in(31), soon));
        sentInTheLostTime.add(pins.atIts(Pins.in(2), places.get(2)));
        sentAfterwards = pins.ahead(places.get(3), Pins.in(33), soon.plusSeconds(240));
        return places;
    }

    private void inTheLostTime(Ground ground, Pins pins, List<Place> places) throws Exception {
        try (PackagedApp app = ground.start()) {
            app.address();
            forgotten = pins.ahead(places.get(3), Pins.in(35));
            await("sent").atMost(BUSY).until(() -> ground.publer.posts().count() == sentInTheLostTime.size() + 1);
            await("its outcome stored")
                    .atMost(BUSY)
                    .until(() -> pins.standing(sentInTheLostTime.get(2)).published());
        }
    }

    private void onTheOld(Ground ground, String database, String row) throws Exception {
        Pins pins = new Pins(ground.server, database);
        assertThat(pins.all())
                .as("it has forgotten")
                .hasSize(sentInTheLostTime.size() + 1)
                .allMatch(pin -> pin.state().equals("PENDING"));
        try (PackagedApp app = ground.start(database)) {
            app.address();
            await("all are known again")
                    .atMost(BUSY)
                    .until(() -> pins.all().stream()
                            .noneMatch(pin -> pin.state().equals("PENDING")
                                    || pin.state().equals("SENDING")
                                    || pin.state().equals("ACCEPTED")));
            Thread.sleep(LONG.toMillis());
        }
        long again = sentInTheLostTime.stream()
                .filter(link -> ground.publer.posts().of(link).size() != 1)
                .count();
        TABLE.add("| %s | %d | %d | 1 | %d |"
                .formatted(
                        row,
                        sentInTheLostTime.size(),
                        again,
                        ground.publer.posts().of(sentAfterwards).size()));
        for (Standing pin : pins.all()) {
            assertThat(ground.publer.posts().of(pin.link())).as("%s", pin).hasSize(1);
            boolean atItsMinute = pin.link().equals(sentInTheLostTime.get(2));
            assertThat(pin.state()).as("%s", pin).isEqualTo(atItsMinute ? "PUBLISHED" : "SCHEDULED");
        }
        assertThat(ground.publer.posts().of(forgotten))
                .as("nobody remembers it, and nobody sends it")
                .hasSize(1);
        assertThat(ground.publer.complaints()).isEmpty();
    }
}
