package pinplan.endurance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One pin after the other: accounts by turns, and no minute of one twice. */
final class Supply {
    /** Enough for what did not arrive to be proved absent and sent again before its time. */
    private static final int MINUTES_AHEAD = 16;

    private final Pins pins;
    private final List<Place> places;
    private int turn;

    Supply(Pins pins, List<Place> places) {
        this.pins = pins;
        this.places = places;
    }

    /** @return its link */
    String pin(int dueInSeconds) throws Exception {
        int number = turn++;
        Instant at = Pins.in(MINUTES_AHEAD).plusSeconds(60L * (number / places.size()));
        return pins.ahead(places.get(number % places.size()), at, Instant.now().plusSeconds(dueInSeconds));
    }

    /** So many, due one after the other within that time. */
    List<String> pins(int many, int seconds) throws Exception {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < many; i++) links.add(pin(seconds * i / many));
        return links;
    }
}
