package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pinplan.board.PublerConfig;
import pinplan.fetch.FetchLimits;
import pinplan.link.LinkChecks;
import pinplan.notification.Retention;

/** What the container files say of the application is still so: nobody notices a misspelt variable until it matters. */
class ContainersTest {
    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path IMAGE = Path.of("src/main/docker/Dockerfile");
    private static final Pattern VARIABLE =
            Pattern.compile("(?m)(?:^ {6}|ENV |\\$\\{| )((?:PINPLAN|PUBLER)_[A-Z_]+)(?=[:=}])");
    private static final Pattern ANY_VARIABLE = Pattern.compile("(?m)^ {6}([A-Z_]+):");
    /** Read by the compose file itself: for both containers, and for what is open to others. */
    private static final List<String> OF_COMPOSE = List.of("PINPLAN_DATABASE_PASSWORD", "PINPLAN_BIND");

    private static final Pattern KEY = Pattern.compile("\"(pinplan\\.[a-z.-]+)\"");

    @Test
    void everyVariableIsOneThatTheApplicationReads() throws IOException {
        Set<String> said = found(VARIABLE, Files.readString(COMPOSE) + "\n" + Files.readString(IMAGE));
        OF_COMPOSE.forEach(said::remove);
        assertThat(said).contains("PINPLAN_MASTER_KEY", "PINPLAN_DATA", "PUBLER_API_KEY");
        assertThat(read()).containsAll(said);
    }

    @Test
    void everyVariableForPeopleIsHandedOn() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> explained = found(Pattern.compile("`((?:PINPLAN|PUBLER|QUARKUS)_[A-Z_]+)(?:=true)?`"), readme);
        // The browser is for tests only, the folder is a volume of the image, and statements rarely need another limit.
        explained.removeAll(List.of("PINPLAN_CHROMIUM", "PINPLAN_DATA", "QUARKUS_DATASOURCE_JDBC_NEW_CONNECTION_SQL"));
        explained.removeAll(OF_COMPOSE);
        String compose = Files.readString(COMPOSE);
        assertThat(found(ANY_VARIABLE, compose)).containsAll(explained);
        assertThat(OF_COMPOSE).allMatch(name -> compose.contains("${" + name + ":-") && readme.contains(name));
    }

    @Test
    void everythingThatTheImageCopiesIsThere() throws IOException {
        List<String> ignored = Files.readAllLines(Path.of(".dockerignore"));
        List<String> sources = Files.readAllLines(IMAGE).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1).limit(line.split(" ").length - 2L))
                .toList();
        assertThat(sources).contains("pom.xml").allSatisfy(source -> {
            assertThat(Path.of(source)).exists();
            assertThat(ignored).noneMatch(name -> source.equals(name) || source.startsWith(name + "/"));
        });
    }

    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                found(KEY, Files.readString(file)).forEach(key -> names.add(variable(key)));
            }
        }
        for (Class<?> config : List.of(PublerConfig.class, FetchLimits.class, LinkChecks.class, Retention.class)) {
            String prefix = config.getAnnotation(ConfigMapping.class).prefix();
            for (Method method : config.getMethods()) {
                names.add(variable(prefix + "." + method.getName().replaceAll("([A-Z])", "-$1")));
            }
        }
        return names;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) all.add(matcher.group(1));
        return all;
    }
}
