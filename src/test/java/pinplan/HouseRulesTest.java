package pinplan;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static pinplan.support.Calls.callTo;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pinplan.support.Calls;
import pinplan.team.Needs;
import pinplan.web.Open;
import pinplan.web.Ticks;

/** How the house is laid out, and what nobody does in it. */
class HouseRulesTest {
    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter().importPath(Path.of("target/classes/pinplan"));
    }

    /** A server for itself, within the package that speaks to it. */
    private static final String SERVER = "publer.sandbox";

    private static final Set<String> PUBLICATION =
            Set.of("pinplan.publishing.Publication", "pinplan.publishing.Ordered", "pinplan.publishing.Looks");

    /** Who may name whom. Everybody may name {@code database}, which only lends clocks and keys; nobody names who is not here. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("web", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("fetch", Set.of()),
            Map.entry("publer", Set.of("database")),
            Map.entry(SERVER, Set.of("publer", "web", "team", "database")),
            Map.entry("autosave", Set.of("team", "web", "database")),
            Map.entry("team", Set.of("web", "database")),
            Map.entry("live", Set.of("team", "web", "database")),
            Map.entry("board", Set.of("team", "publer", "web", "database")),
            Map.entry("link", Set.of("autosave", "fetch", "team", "web", "database")),
            Map.entry("words", Set.of("autosave", "team", "web", "database")),
            Map.entry("campaign", Set.of("autosave", "board", "link", "words", "team", "web", "database")),
            Map.entry("media", Set.of("fetch", "team", "web", "database")),
            Map.entry(
                    "pin",
                    Set.of(
                            "autosave",
                            "board",
                            "campaign",
                            "fetch",
                            "link",
                            "media",
                            "words",
                            "team",
                            "web",
                            "database")),
            Map.entry("change", Set.of("pin", "board", "campaign", "media", "team", "web", "database")),
            Map.entry("calendar", Set.of("pin", "board", "campaign", "media", "team", "web", "database")),
            Map.entry("review", Set.of("autosave", "pin", "board", "campaign", "media", "team", "web", "database")),
            Map.entry(
                    "guest",
                    Set.of("autosave", "review", "pin", "board", "campaign", "media", "team", "web", "database")),
            Map.entry("publishing", Set.of("pin", "board", "media", "publer", "team", "web", "database")),
            Map.entry("activity", Set.of("pin", "campaign", "team", "web", "database")),
            Map.entry("notification", Set.of("pin", "review", "team", "web", "database")));

    private static final String[] VAGUE = {
        "Service", "Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Handler", "Processor"
    };

    @Test
    void everyArrowPointsUp() {
        ARROWS.forEach((from, to) -> classes()
                .that(are(in(from)))
                .should()
                .onlyDependOnClassesThat(are(notOurs().or(in(from)).or(inOneOf(to))))
                .because(from + " may name " + (to.isEmpty() ? "nobody" : new TreeSet<>(to)))
                .check(all));
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> packages =
                all.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        packages.removeIf(
                name -> name.equals("pinplan.demo") || ARROWS.containsKey(name.replaceFirst("^pinplan\\.", "")));
        assertThat(packages).isEmpty();
    }

    /** The map of the README is the order in which the arrows point up. */
    @Test
    void theMapIsInTheOrderOfTheArrows() throws IOException {
        List<String> map = Pattern.compile("^\\| `([a-z]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        Set<String> packages = new TreeSet<>(ARROWS.keySet());
        packages.remove(SERVER);
        packages.add("demo");
        assertThat(map).containsExactlyInAnyOrderElementsOf(packages);
        ARROWS.forEach((from, to) -> {
            if (!from.equals(SERVER)) {
                assertThat(map.subList(0, map.indexOf(from))).as(from).containsAll(to);
            }
        });
    }

    @Test
    void everyPackageSaysWhatLivesThere() {
        Set<String> silent = all.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        silent.removeIf(name -> Files.exists(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")));
        assertThat(silent).isEmpty();
    }

    @Test
    void noFeatureGoesRoundInCircles() {
        slices().matching("pinplan.(*)..").should().beFreeOfCycles().check(all);
    }

    /** A tick that nobody expects can die without anybody's notice. */
    @Test
    void healthExpectsEveryTick() {
        long scheduled = all.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class))
                .count();
        assertThat(scheduled).isPositive();
        for (String verb : new String[] {"expect", "beat"}) {
            assertThat(all.stream()
                            .flatMap(type -> type.getMethodCallsFromSelf().stream())
                            .filter(callTo(verb, Ticks.class)::test))
                    .as(verb)
                    .hasSize((int) scheduled);
        }
    }

    @Test
    void nobodyNamesTheDemoOrTheSandbox() {
        noClasses()
                .that(are(notIn("demo").and(notIn(SERVER))))
                .should()
                .dependOnClassesThat(are(in("demo").or(in(SERVER))))
                .check(all);
    }

    /** Why it is where it is, is told by one file then. */
    @Test
    void onlyAPublicationChangesItsState() {
        assertThat(all.stream()
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .filter(access ->
                                PUBLICATION.contains(access.getTargetOwner().getFullName()))
                        .filter(access ->
                                !PUBLICATION.contains(access.getOriginOwner().getFullName()))
                        .map(access -> access.getDescription())
                        .toList())
                .isEmpty();
    }

    @Test
    void namesAreNouns() {
        for (String vague : VAGUE) {
            noClasses().should().haveSimpleNameEndingWith(vague).check(all);
        }
    }

    @Test
    void whatIsScheduledIsATick() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should()
                .haveName("tick")
                .check(all);
    }

    @Test
    void oneClassAsksWhatTimeItIs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("pinplan.database.Clocks")
                .and()
                .doNotHaveFullyQualifiedName("pinplan.database.Clocks$Shifted")
                .should()
                .callMethodWhere(callTo("now", Instant.class)
                        .or(callTo(
                                        "now",
                                        LocalDate.class,
                                        LocalTime.class,
                                        LocalDateTime.class,
                                        ZonedDateTime.class,
                                        OffsetDateTime.class)
                                .and(callTo().withoutArgumentOf(Clock.class)))
                        .or(callTo("currentTimeMillis", System.class)))
                .orShould()
                .callConstructor(Date.class)
                .check(all);
    }

    @Test
    void endpointsArePublic() {
        methods()
                .that(are(endpoints()))
                .should()
                .bePublic()
                .because("Quarkus ignores the others with a build warning only")
                .check(all);
    }

    @Test
    void everyRouteHasARule() {
        methods()
                .that(are(endpoints()))
                .should(Calls.be(
                        "say what they need",
                        method -> Stream.of(
                                        method.isAnnotatedWith(Needs.class),
                                        method.isAnnotatedWith(Open.class),
                                        method.getOwner().isAnnotatedWith(Needs.class),
                                        method.getOwner().isAnnotatedWith(Open.class))
                                .anyMatch(said -> said)))
                .check(all);
    }

    @Test
    void readingOpensNoTransaction() {
        noMethods()
                .that()
                .areAnnotatedWith(GET.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(all);
    }

    @Test
    void webClassesLookUpThroughTheWorkspace() {
        noClasses()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .callMethodWhere(callTo().declaredBy(PanacheEntityBase.class)
                        .named(
                                "count",
                                "deleteAll",
                                "deleteById",
                                "find",
                                "findAll",
                                "findById",
                                "findByIdOptional",
                                "list",
                                "listAll",
                                "stream",
                                "streamAll",
                                "update"))
                .because("queries live on the entity, as finders that read as sentences")
                .check(all);
    }

    /** The plan of one that does is never found again: each run leaves one more behind, and they push out those of all others. */
    @Test
    void noNativeQueryNamesTheClassOfAValue() throws IOException {
        Pattern named = Pattern.compile(
                "createNativeQuery\\([^;]*?,\\s*(String|Long|Integer|Boolean|Instant|LocalDate|UUID|Number)\\.class\\)");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java")))
                    .noneMatch(path -> named.matcher(text(path)).find());
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void onlyTheGatewaySpeaksToPubler() {
        noClasses()
                .that(are(notIn("publer").and(notIn(SERVER))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.rest.client..")
                .check(all);
    }

    @Test
    void whatIsSaidGoesToTheLog() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("pinplan.database.EmbeddedPostgres")
                .and()
                .doNotHaveFullyQualifiedName("pinplan.activity.CheckActivity")
                .and()
                .doNotHaveFullyQualifiedName("pinplan.team.NewPassword")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("only a shutdown hook may find the log gone already, and a command answers who gave it")
                .check(all);
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethod> endpoints() {
        return DescribedPredicate.describe(
                "endpoints",
                method -> !method.getOwner().isInterface()
                        && method.getAnnotations().stream()
                                .map(JavaAnnotation::getRawType)
                                .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class)));
    }

    private static DescribedPredicate<JavaClass> in(String feature) {
        String name = "pinplan." + feature;
        return DescribedPredicate.describe(
                name,
                type -> type.getPackageName().equals(name)
                        || type.getPackageName().startsWith(name + ".")
                                && !ARROWS.containsKey(type.getPackageName().substring(8)));
    }

    private static DescribedPredicate<JavaClass> notIn(String feature) {
        return DescribedPredicate.not(in(feature));
    }

    private static DescribedPredicate<JavaClass> inOneOf(Set<String> features) {
        List<DescribedPredicate<JavaClass>> allowed =
                features.stream().map(HouseRulesTest::in).toList();
        return DescribedPredicate.describe(
                "one of " + features, type -> allowed.stream().anyMatch(one -> one.test(type)));
    }

    private static DescribedPredicate<JavaClass> notOurs() {
        return DescribedPredicate.describe(
                "not ours", type -> !type.getPackageName().startsWith("pinplan"));
    }
}
