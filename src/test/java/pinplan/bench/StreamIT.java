package pinplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.PackagedApp;

class StreamIT {
    private static final long FILM = 190_000_000;

    @TempDir
    Path folder;

    /** The heap has not even room for it once. */
    @Test
    void aFilmIsNeverHeldInMemory() throws Exception {
        Path film = Shipment.write(folder.resolve("film.mp4"), FILM, 3);
        try (PackagedApp app = PackagedApp.start(folder, Map.of(), List.of("-Xmx160m"))) {
            Shipment shipment = Shipment.with(app);
            shipment.compose(film);
            assertThat(shipment.arrived(FILM)).isEqualTo(Shipment.sha256(film));
        }
    }
}
