package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what we depend on names, with its version, every jar that the packaged application carries. */
class SbomIT {
    @Test
    void namesEveryJarThatIsShipped() throws IOException {
        JsonNode sbom = new ObjectMapper().readTree(Path.of("target/sbom.json").toFile());
        assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> listed = new TreeSet<>();
        sbom.path("components")
                .forEach(component -> listed.add(component.path("group").asText() + "."
                        + component.path("name").asText() + "-"
                        + component.path("version").asText()));
        assertThat(shipped())
                .isNotEmpty()
                .allSatisfy(jar ->
                        assertThat(listed).as(jar).anyMatch(name -> jar.equals(name) || jar.startsWith(name + "-")));
    }

    private static Set<String> shipped() throws IOException {
        Set<String> jars = new TreeSet<>();
        for (String folder : new String[] {"main", "boot"}) {
            try (Stream<Path> files = Files.list(Path.of("target/quarkus-app/lib", folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jar"))
                        .forEach(name -> jars.add(name.replaceAll("\\.jar$", "")));
            }
        }
        return jars;
    }
}
