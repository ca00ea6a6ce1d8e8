package pinplan.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void everyTagRenders() throws Exception {
        var viewer = Map.of(
                "known", true,
                "workspace", Map.of("name", "Kitchen & Garden", "zone", ZoneId.of("Europe/Paris")),
                "member", Map.of("name", "Ada Lovelace"),
                "role", Map.of("word", "Owner"));
        var page = new Gallery(Map.of("viewer", viewer, "flash", Map.of("text", "Saved."))).page("gallery");
        Files.createDirectories(Path.of("target/look"));
        Files.writeString(Path.of("target/look/gallery.html"), page);
    }
}
