package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A file that would be refused is told of as soon as it is chosen, beside its field, and what is good stays chosen. */
@QuarkusTest
class ChoosingInBrowserTest {
    private static final String CHOSEN = "field => [...field.files].map(file => file.name)";
    private static final int TOO_MANY = 20_000_001;

    private final Kitchen kitchen = new Kitchen();

    static List<Screen> screens() {
        return Screen.all();
    }

    private Browser creator(Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR));
        browser.go(path);
        return browser.awake();
    }

    private static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload lime() {
        return new FilePayload("lime.jpg", "image/jpeg", Kitchen.jpeg(Color.GREEN));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatIsNotTakenIsNotSent(Screen screen) {
        try (Browser creator = creator(screen, "/pins/new")) {
            Locator field = creator.field("Media");
            field.setInputFiles(new FilePayload[] {
                file("notes.pdf", "application/pdf", "%PDF"),
                lime(),
                file("IMG_1.HEIC", "", "ftypheic"),
                new FilePayload("poster.jpg", "image/jpeg", new byte[TOO_MANY]),
            });
            assertThat(creator.page.locator("#media-error"))
                    .hasText("“notes.pdf”: " + "This file is neither a picture (JPEG, PNG, GIF or WebP) nor a video"
                            + " (MP4, MOV or M4V). “IMG_1.HEIC”: This is a HEIC or AVIF picture, which Pinterest does not"
                            + " take. Save it as JPEG or PNG. “poster.jpg”: This picture is too large. At most 20 MB are"
                            + " taken.");
            assertThat(creator.page.locator(".fresh figcaption")).hasText("lime.jpg");
            assertThat(field.evaluate(CHOSEN)).isEqualTo(List.of("lime.jpg"));
            creator.mustBeAccessible().shot("composer-refused");
            field.setInputFiles(lime());
            assertThat(creator.page.locator("#media-error")).hasCount(0);
            assertThat(creator.page.locator(".field.bad")).hasCount(0);
        }
    }

    @Test
    void whatOnlyCallsItselfAPictureIsShownByItsName() {
        try (Browser creator = creator(Screen.PHONE, "/pins/new")) {
            creator.fill("Title", "Tart");
            creator.field("Media")
                    .setInputFiles(new FilePayload[] {file("fake.png", "image/png", "no picture"), lime()});
            assertThat(creator.page.locator("#media-error"))
                    .hasText(
                            "“fake.png” can’t be shown here: it may be damaged, no picture, or too large for this browser.");
            assertThat(creator.page.locator(".fresh figcaption")).hasText(new String[] {"fake.png", "lime.jpg"});
            assertThat(creator.page.locator(".fresh img")).hasCount(1);
            assertThat(creator.page.locator(".reel .fresh-slide img")).hasCount(1);
            creator.mustBeAccessible();
            creator.press("Save draft");
            assertThat(creator.page.locator("#media-error")).containsText("“fake.png”: This file is neither");
        }
    }

    @Test
    void aCoverIsAPicture() {
        try (Browser creator = creator(Screen.WIDE, "/pins/new")) {
            creator.field("Media").setInputFiles(file("film.mp4", "video/mp4", "ftypisom"));
            Locator cover = creator.page.locator("[name=coverFile]");
            cover.setInputFiles(file("other.mp4", "video/mp4", "ftypisom"));
            assertThat(creator.page.locator("#coverFile-error"))
                    .hasText("“other.mp4”: This is a video; a cover is a picture.");
            assertThat(cover.evaluate(CHOSEN)).isEqualTo(List.of());
        }
    }

    @Test
    void aDayOfTheCalendarSaysItToo() {
        try (Browser creator = creator(Screen.WIDE, "/calendar?view=month&on=2099-04-15")) {
            creator.page.locator("[data-day='2099-04-30'] > .add").click();
            Locator field = creator.field("Pictures");
            assertThat(creator.page.locator(".quick")).isVisible();
            creator.page.waitForFunction("() => document.querySelector('.quick [name=media]').ready");
            field.setInputFiles(new FilePayload[] {file("notes.pdf", "application/pdf", "%PDF"), lime()});
            assertThat(creator.page.locator("#quick-media-error"))
                    .containsText("“notes.pdf”: This file is neither a picture");
            assertThat(field.evaluate(CHOSEN)).isEqualTo(List.of("lime.jpg"));
            var add = Browser.box(creator.button("Add"));
            assertThat(add.y + add.height).isLessThanOrEqualTo(Screen.WIDE.height());
            creator.mustBeAccessible().shot("quick-refused");
        }
    }
}
