package pinplan.media;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.board.Board;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.Shot;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Screen;
import pinplan.support.Things;
import pinplan.team.Role;

/** The library as people use it: adding many, finding one, describing it, throwing it away. */
@QuarkusTest
class LibraryInBrowserTest {
    private static final String PASTE = """
            bytes => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }));
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
            }""";

    private static final String DROP = """
            files => {
              const data = new DataTransfer();
              for (const bytes of files) {
                data.items.add(new File([new Uint8Array(bytes)], 'dropped.jpg', { type: 'image/jpeg' }));
              }
              document.querySelector('.uploads').dispatchEvent(
                new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }""";

    private static final List<String> WORDS =
            List.of("lemon-tart", "wild-garlic", "balcony-in-may", "IMG_2041", "a-long-name-for-a-picture-of-a-cake");

    @TempDir
    Path folder;

    private People people;

    @BeforeEach
    void people() {
        people = People.fresh();
    }

    static List<Screen> screens() {
        return Screen.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void severalGoUpEachWithItsProgress(Screen screen) {
        try (Browser creator = creator(screen)) {
            creator.go("/media");
            creator.awake();
            creator.shot("library-empty").mustBeAccessible();
            creator.field("Media").setInputFiles(new FilePayload[] {
                file("one.jpg", Pictures.sketch(1, 1_000, 1_500)), file("page.jpg", "<html>".getBytes())
            });
            creator.page.evaluate(PASTE, numbers(Pictures.png(600, 900)));
            assertThat(creator.page.locator(".shots.fresh figure")).hasCount(3);
            creator.page.route("**/media", route -> {
                // Long enough to be seen on its way.
                if (route.request().method().equals("POST")) {
                    creator.page.waitForTimeout(150);
                }
                route.resume();
            });
            creator.press("Upload");
            assertThat(creator.page.locator(".got.live progress").last()).isVisible();
            Locator lines = creator.page.locator(".got.live > li");
            assertThat(lines.nth(0)).containsText("one.jpg is here.");
            assertThat(lines.nth(1)).containsText("page.jpg is not taken. This file is neither");
            assertThat(lines.nth(2)).containsText("pasted.png is here.");
            assertThat(creator.page.locator(".got.live progress")).hasCount(0);
            assertThat(creator.page.locator(".shelf b")).hasText(new String[] {"pasted.png", "one.jpg"});
            assertThat(creator.page.locator("#said")).hasText("2 of 3 files are here.");

            creator.field("Media").setInputFiles(new FilePayload[] {
                file("same.jpg", Pictures.sketch(1, 1_000, 1_500)), file("smaller.jpg", Pictures.sketch(1, 500, 750))
            });
            creator.page.evaluate(DROP, List.of(numbers(Pictures.sketch(5, 400, 600))));
            assertThat(creator.page.locator(".shots.fresh figure")).hasCount(3);
            creator.press("Upload");
            assertThat(lines.nth(5)).containsText("dropped.jpg is here.");
            assertThat(lines.nth(3)).containsText("one.jpg was here already: “same.jpg” is the same file.");
            assertThat(lines.nth(4)).containsText("It looks like another that is here");
            creator.shot("library-uploaded").mustBeAccessible();
        }
    }

    @Test
    void aFolderIsTakenWithItsPicturesOnlyAndADraftIsMadeOfEach() throws IOException {
        Files.write(folder.resolve("a.jpg"), Pictures.sketch(1, 1_000, 1_500));
        Files.write(Files.createDirectory(folder.resolve("deeper")).resolve("b.jpg"), Pictures.sketch(2, 1_000, 1_500));
        Files.writeString(folder.resolve("notes.txt"), "nothing to see");
        try (Browser creator = creator(Screen.WIDE)) {
            creator.go("/media");
            creator.awake();
            creator.page
                    .waitForFileChooser(() -> creator.press("Choose a folder"))
                    .setFiles(folder);
            assertThat(creator.page.locator(".uploads [role=status]"))
                    .hasText("Left out, as neither pictures nor videos: 1 of 3 files.");
            assertThat(creator.page.locator(".shots.fresh figure")).hasCount(2);
            creator.shot("library-folder");
            creator.press("Upload and make a draft of each");
            creator.page.waitForURL("**/calendar?view=list&unscheduled=true");
            assertThat(creator.page.locator("main .status")).hasText(new String[] {"Draft", "Draft"});
        }
    }

    @Test
    void tenFilesDroppedAreTenDrafts() {
        try (Browser creator = creator(Screen.WIDE)) {
            creator.go("/media");
            creator.awake();
            creator.page.evaluate(
                    DROP,
                    IntStream.rangeClosed(1, 10)
                            .mapToObj(number -> numbers(Pictures.sketch(number, 200, 300)))
                            .toList());
            assertThat(creator.page.locator(".shots.fresh figure")).hasCount(10);
            creator.press("Upload and make a draft of each");
            creator.page.waitForURL("**/calendar?view=list&unscheduled=true");
            assertThat(creator.page.locator("main .status")).hasCount(10);
        }
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondDraft() {
        try (Browser creator = creator(Screen.WIDE)) {
            creator.go("/media");
            creator.awake();
            creator.field("Media").setInputFiles(file("one.jpg", Pictures.sketch(1, 400, 600)));
            creator.page.route("**/media", route -> {
                route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                route.abort();
            });
            creator.press("Upload and make a draft of each");
            assertThat(creator.page.locator(".got.live .bad")).containsText("nobody knows whether it is here");
            creator.page.unroute("**/media");
            creator.press("Upload and make a draft of each");
            creator.page.waitForURL("**/calendar?view=list&unscheduled=true");
            assertThat(creator.page.locator("main .status")).hasText(new String[] {"Draft"});
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void oneIsFoundDescribedAndGivesItsWordsToAPin(Screen screen) throws Exception {
        // A full library is only for people to look at.
        int count = Boolean.getBoolean("pinplan.shots") ? 40 : 15;
        stocked(count);
        try (Browser creator = creator(screen)) {
            creator.go("/media");
            creator.awake();
            creator.shot("library").mustBeAccessible();
            creator.fill("Search", "lemon").press("Show");
            assertThat(creator.page.locator(".shelf li")).hasCount(count / WORDS.size());
            creator.awake().shot("library-found").mustBeAccessible();
            creator.page
                    .locator("label", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Too small"))
                    .click();
            creator.choose("Kind", "Videos").press("Show");
            assertThat(creator.page.locator(".empty h2")).hasText("Nothing is all of this");
            creator.awake().shot("library-nothing").mustBeAccessible();
            creator.page
                    .locator(
                            ".empty a",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Without “Videos”"))
                    .click();
            assertThat(creator.page.locator(".ways a")).hasCount(3);
            creator.page.locator(".shelf a").first().click();
            creator.awake();
            creator.fill("Name", "Lemon tart").fill("Tags", "Easter, baking").fill("Alt text", "A slice of tart");
            creator.press("Save");
            assertThat(creator.page.locator(".flash")).hasText("Saved.");
            creator.awake().unfold("Crop");
            creator.field("How much of it").press("PageDown");
            assertThat(creator.page.locator("[data-crop] .away"))
                    .hasAttribute("d", java.util.regex.Pattern.compile("^M0 0H.*Z$"));
            creator.shot("asset").mustBeAccessible();
            creator.follow("Plan a pin of it").awake();
            assertThat(creator.field("Alt text")).hasValue("A slice of tart");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void oneInUseStaysAndAnotherComesBackFromTheBin(Screen screen) throws Exception {
        List<Media> media = stocked(2);
        QuarkusTransaction.requiringNew().run(() -> shown(media.get(0)));
        try (Browser creator = creator(screen)) {
            creator.go("/media/" + media.get(0).id);
            creator.press("Delete");
            assertThat(creator.page.locator(".flash.bad"))
                    .containsText("Not deleted: it is used in “No-bake lemon tart”. Take it out of there first.");
            creator.awake().shot("asset-used").mustBeAccessible();
            creator.go("/media/" + media.get(1).id);
            creator.press("Delete");
            assertThat(creator.page.locator(".flash")).containsText("is in the bin, for 30 days.");
            creator.follow("Bin").awake();
            creator.shot("library-bin").mustBeAccessible();
            creator.page.locator(".shelf a").click();
            creator.awake().shot("asset-binned").mustBeAccessible();
            creator.press("Restore");
            assertThat(creator.page.locator(".flash")).containsText("is back.");
            creator.go("/media?bin=true");
            creator.awake().shot("library-bin-empty").mustBeAccessible();
        }
    }

    @Test
    void withoutScriptAllGoUpAtOnceAndEachIsToldOf() {
        try (Browser creator = creator(Screen.PHONE.withoutScript())) {
            creator.go("/media");
            creator.field("Media").setInputFiles(new FilePayload[] {
                file("one.jpg", Pictures.sketch(1, 1_000, 1_500)), file("two.jpg", Pictures.sketch(2, 1_000, 1_500))
            });
            creator.press("Upload");
            assertThat(creator.page.locator("#got li p"))
                    .hasText(new String[] {"one.jpg is here.", "two.jpg is here."});
            creator.shot("library-got");
            creator.fill("Search", "two").press("Show");
            assertThat(creator.page.locator(".shelf b")).hasText("two.jpg");
        }
    }

    private void shown(Media media) {
        Board board = Things.in(people).board();
        PinFields fields = new PinFields(
                "No-bake lemon tart", "", "", board.account, board, null, null, List.of(new Shot(media, "")));
        Pin.create(people.workspace, fields, Things.in(people).creator(), media.addedAt);
    }

    private Browser creator(Screen screen) {
        return Browser.open(screen).signedIn(people.signIn(Role.CREATOR));
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "image/jpeg", bytes);
    }

    private static List<Integer> numbers(byte[] bytes) {
        List<Integer> all = new ArrayList<>();
        for (byte one : bytes) {
            all.add(one & 0xff);
        }
        return all;
    }

    private List<Media> stocked(int count) throws Exception {
        Intake intake = Arc.container().instance(Intake.class).get();
        List<Media> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int width = i % 7 == 3 ? 400 : 600;
            Path file = Files.write(folder.resolve("stock"), Pictures.sketch(i, width, i % 9 == 4 ? 1_400 : 900));
            String name = WORDS.get(i % WORDS.size()) + "-" + i + ".jpg";
            Media media = intake.upload(people.workspace, people.member(Role.CREATOR), file, name);
            all.add(media);
            if (i % 4 == 1) {
                QuarkusTransaction.requiringNew().run(() -> {
                    Media there = Media.locked(people.workspace, media.id);
                    there.tags = new ArrayList<>(List.of("spring", "kitchen & garden"));
                    there.altText = "A picture of something";
                });
            }
        }
        assertThat(all).hasSize(count);
        return all;
    }
}
