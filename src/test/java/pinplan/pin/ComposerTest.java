package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignFields;
import pinplan.campaign.Colour;
import pinplan.campaign.Start;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

@QuarkusTest
class ComposerTest {
    private static final List<String> LABELS = List.of(
            "Title",
            "Description",
            "Destination link",
            "Alt text",
            "Account",
            "Board",
            "Campaign",
            "Publish date",
            "Publish time",
            "Media",
            "Image URL",
            "Thumbnail URL");

    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private pinplan.support.Form filled(Page page, String button) {
        LocalDateTime at = kitchen.later(3);
        return page.form(button)
                .fill("Title", "No-bake lemon tart 🍋")
                .fill("Description", "Bright,\r\nquick & <b>cold</b>.")
                .fill("Destination link", "https://www.example.org/tart?a=1&b=2")
                .choose("Account", "Kitchen Garden")
                .choose("Board", "Easter recipes")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .fill("Alt text", "A slice on a plate");
    }

    @Test
    void aDraftIsSavedAndComesBackAsItWasTyped() {
        Page saved = filled(creator.get("/pins/new"), "Save draft")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK))
                .submit();
        assertThat(saved.path).matches("/pins/[0-9]+");
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.heading()).isEqualTo("No-bake lemon tart 🍋");
        assertThat(saved.value("Title")).isEqualTo("No-bake lemon tart 🍋");
        assertThat(saved.value("Description")).isEqualTo("Bright,\nquick & <b>cold</b>.");
        assertThat(saved.value("Destination link")).isEqualTo("https://www.example.org/tart?a=1&b=2");
        assertThat(saved.value("Account")).isEqualTo(kitchen.garden.id.toString());
        assertThat(saved.value("Board")).isEqualTo(kitchen.recipes.id.toString());
        assertThat(saved.value("Alt text")).isEqualTo("A slice on a plate");
        assertThat(saved.document.select(".shots img")).hasSize(1);
        assertThat(saved.document.select(".pin-preview .by").text()).endsWith("Kitchen Garden");
        assertThat(saved.document.select(".pin-preview .host").text()).isEqualTo("example.org");
        assertThat(saved.document.select(".status")).extracting(e -> e.text()).containsExactly("Draft");
        Page again = saved.form("Save draft").submit();
        assertThat(again.path).isEqualTo(saved.path);
        // Nothing was changed, so there is nothing to tell of.
        assertThat(again.document.select(".history li")).hasSize(1);
        assertThat(again.value("Description")).isEqualTo("Bright,\nquick & <b>cold</b>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "draft", "approved"})
    void everyFieldNameIsTheLabelOfExactlyOneControl(String which) {
        Page page = creator.get(
                switch (which) {
                    case "new" -> "/pins/new";
                    case "draft" -> "/pins/" + kitchen.draft("Labels", Role.CREATOR).id;
                    default -> "/pins/" + kitchen.approved("Labels", null).id;
                });
        for (String label : LABELS) {
            assertThat(page.document.select("label").stream()
                            .filter(l -> l.text().equals(label)))
                    .as(label)
                    .hasSize(1);
            assertThat(page.document.select("[aria-label*='" + label + "' i]"))
                    .as(label)
                    .isEmpty();
            assertThat(page.document.select("label").stream()
                            .map(l -> l.text())
                            .filter(text -> !LABELS.contains(text))
                            .filter(text -> text.toLowerCase().contains(label.toLowerCase())))
                    .as(label)
                    .isEmpty();
        }
        assertThat(page.document.select("select[name=account] option").first().attr("value"))
                .isEmpty();
        assertThat(page.document.select("select[name=board] option").first().attr("value"))
                .isEmpty();
        assertThat(page.document.select("select[name=board] optgroup"))
                .extracting(g -> g.attr("label"))
                .containsExactly("Kitchen Garden", "Small Rooms");
    }

    @Test
    void aDayOfTheCalendarAndACampaignArePutIn() {
        Page page = creator.get("/pins/new?on=2031-03-28");
        assertThat(page.value("Publish date")).isEqualTo("2031-03-28");
        assertThat(page.value("Publish time")).isEqualTo("09:00");
        assertThat(creator.get("/pins/new?on=never").value("Publish date")).isEmpty();
        assertThat(creator.get("/pins/new?on=never").value("Publish time")).isEmpty();
        assertThat(creator.get("/pins/new?on=2020-03-28").value("Publish time")).isEmpty();
    }

    @Test
    void aDayOfTheCalendarBeginsAtAQuarterThatNoneWants() {
        LocalDateTime nine = kitchen.later(20).withHour(9).withMinute(0);
        String there = "/pins/new?on=" + nine.toLocalDate();
        kitchen.draft("At nine", Role.CREATOR, nine);
        assertThat(creator.get(there).value("Publish time")).isEqualTo("09:15");
        assertThat(creator.get(there + "&board=" + kitchen.baking.id).value("Publish time"))
                .isEqualTo("09:15");
        assertThat(creator.get(there + "&board=" + kitchen.balcony.id).value("Publish time"))
                .isEqualTo("09:00");
    }

    @Test
    void anHourOfTheCalendarIsPutInUnlessItIsOver() {
        Page page = creator.get("/pins/new?on=2099-03-28&at=14:15");
        assertThat(page.value("Publish date")).isEqualTo("2099-03-28");
        assertThat(page.value("Publish time")).isEqualTo("14:15");
        for (String slip : List.of(
                "on=2020-03-28&at=14:15",
                "on=2099-03-28&at=25:00",
                "on=2099-03-28&at=%22%3E%3Cb%3E",
                "on=never&at=14:15",
                "at=14:15")) {
            assertThat(creator.get("/pins/new?" + slip).value("Publish time"))
                    .as(slip)
                    .isEmpty();
        }
        assertThat(creator.get("/pins/new?on=2099-03-28&at=25:00").value("Publish date"))
                .isEqualTo("2099-03-28");
    }

    @Test
    void overLongFieldsAreRefusedWithTheirCountsAndKept() {
        Page page = filled(creator.get("/pins/new"), "Save draft")
                .fill("Title", "🍋".repeat(101))
                .fill("Description", "d".repeat(3000))
                .fill("Destination link", "https://example.org/" + "x".repeat(2048))
                .fill("Alt text", "a".repeat(501))
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.GREEN))
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Title")).contains("101").contains("100");
        assertThat(page.error("Description")).contains("3,000").contains("500");
        assertThat(page.error("Destination link")).contains("2,068");
        assertThat(page.error("Alt text")).contains("501");
        assertThat(page.value("Title")).isEqualTo("🍋".repeat(101));
        assertThat(page.value("Description")).hasSize(3000);
        assertThat(page.document.select(".shots input[name=shot]")).hasSize(1);
        Page saved = page.form("Save draft")
                .fill("Title", "Short")
                .fill("Description", "")
                .fill("Destination link", "")
                .fill("Alt text", "now short")
                .submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.document.select(".shots input[name=shot]")).hasSize(1);
        assertThat(saved.value("Alt text")).isEqualTo("now short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org/",
                "//example.org",
                "example.org",
                "http://",
                "https://a b",
                "https://user:pw@example.org/"
            })
    void aLinkThatIsNone(String link) {
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Destination link", link)
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Destination link")).isNotBlank();
        assertThat(page.value("Destination link")).isEqualTo(link);
    }

    @Test
    void hostileTextIsOnlyText() {
        String hostile = "\"><script>alert('1')</script>{view.pin}<img src=x onerror=alert(1)>";
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", hostile)
                .fill("Description", hostile + "</textarea>")
                .submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.value("Title")).isEqualTo(hostile);
        assertThat(page.value("Description")).isEqualTo(hostile + "</textarea>");
        assertThat(page.document.select("script:not([src]), img[onerror]")).isEmpty();
        Page nul = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "a\0b")
                .submit();
        assertThat(nul.status).isEqualTo(422);
        assertThat(nul.error("Title")).contains("unprintable");
    }

    @Test
    void halfATimeIsAskedFor() {
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Publish date", "2031-05-01")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish time")).contains("time too");
        page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Publish time", "09:30")
                .submit();
        assertThat(page.error("Publish date")).contains("date too");
        page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Publish date", "2031-02-30")
                .fill("Publish time", "25:61")
                .submit();
        assertThat(page.error("Publish date")).contains("2031-02-30");
        assertThat(page.error("Publish time")).contains("25:61");
        assertThat(page.value("Publish date")).isEqualTo("2031-02-30");
    }

    @Test
    void aDraftKeepsATimeThatPassedOrComesTooSoonAndIsNotSentWithIt() {
        LocalDateTime now = LocalDateTime.ofInstant(Kitchen.now(), kitchen.people.workspace.zone);
        LocalDateTime yesterday = now.minusDays(1);
        Page past = timed(yesterday);
        assertThat(past.status).isEqualTo(200);
        assertThat(past.value("Publish date")).isEqualTo(yesterday.toLocalDate().toString());
        assertThat(past.document.select(".checks .bad").text()).contains("This time has passed");
        Page sent = past.form("Submit for review").submit();
        assertThat(sent.status).isEqualTo(422);
        assertThat(sent.error("Publish date")).contains("passed");
        Page soon = timed(now.plusMinutes(2));
        assertThat(soon.status).isEqualTo(200);
        Page changed = soon.form("Save draft").fill("Title", "Another day").submit();
        assertThat(changed.value("Title")).isEqualTo("Another day");
        assertThat(changed.form("Submit for review").submit().error("Publish date"))
                .containsAnyOf("less than 3 minutes", "has passed");
        assertThat(timed(LocalDateTime.parse("9999-01-01T10:00")).status).isEqualTo(422);
    }

    @Test
    void whatIsAgreedOnTakesNoTimeThatPassed() {
        Pin pin = kitchen.approved("Agreed on");
        LocalDateTime past = LocalDateTime.ofInstant(Kitchen.now(), kitchen.people.workspace.zone)
                .minusDays(1);
        Page page = creator.get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Publish date", past.toLocalDate().toString())
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish date")).contains("passed");
    }

    @Test
    void allThatIsWrongIsSaidInOneAnswer() {
        LocalDateTime at = kitchen.later(9);
        kitchen.verb(kitchen.draft("It has it", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        Page page = creator.get("/pins/new")
                .form("Submit for review")
                .fill("Title", "Lemon tart on {board}")
                .fill("Destination link", "example.org")
                .choose("Account", "Kitchen Garden")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Title")).contains("{board}");
        assertThat(page.error("Destination link")).contains("https://");
        assertThat(page.error("Board")).isEqualTo("Choose a board.");
        assertThat(page.error("Media")).contains("Add an image");
        assertThat(page.error("Publish time")).contains("“It has it” of Kitchen Garden has this minute");
        assertThat(page.document.select("a[href='#publishTime']").text()).isEqualTo("Publish time");
    }

    @Test
    void whatIsMissingAndThatTheMinuteIsTakenIsSaidAtOnce() {
        LocalDateTime at = kitchen.later(9);
        kitchen.verb(kitchen.draft("It has it", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        Pin pin = kitchen.draft("It wants it", Role.CREATOR, at);
        Page page = creator.get("/pins/" + pin.id)
                .form("Submit for review")
                .set("board", "")
                .submit();
        assertThat(page.error("Board")).isEqualTo("Choose a board.");
        assertThat(page.error("Publish time")).contains("It has it");
    }

    private Page timed(LocalDateTime at) {
        return creator.get("/pins/new")
                .form("Save draft")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().withSecond(0).withNano(0).toString())
                .submit();
    }

    @Test
    void theNightOfAClockChangeIsSaid() {
        Page page = timed(LocalDateTime.parse("2031-03-30T02:30"));
        assertThat(page.status).isEqualTo(200);
        assertThat(page.document.getElementById("publishTime-hint").text()).contains("03:30");
        assertThat(page.value("Publish time")).isEqualTo("02:30");
    }

    @Test
    void aBoardOfAnotherAccountIsRefused() {
        Page page = filled(creator.get("/pins/new"), "Save draft")
                .choose("Board", "Balcony ideas")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Board")).contains("Balcony ideas").contains("Small Rooms");
        assertThat(page.value("Board")).isEqualTo(kitchen.balcony.id.toString());
    }

    @Test
    void aBoardAloneBringsItsAccount() {
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .choose("Board", "Balcony ideas")
                .submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.value("Account")).isEqualTo(kitchen.rooms.id.toString());
    }

    @Test
    void whatBelongsToAnotherWorkspaceIsNotThere() {
        Kitchen other = new Kitchen();
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .set("board", other.recipes.id.toString())
                .set("account", other.garden.id.toString())
                .set("campaign", "nonsense")
                .set("shot", other.picture().id.toString())
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Board")).contains("not there");
        assertThat(page.error("Account")).contains("not there");
        assertThat(page.error("Campaign")).contains("not there");
        assertThat(page.error("Media")).contains("not there");
        assertThat(creator.get("/pins/" + other.draft("Theirs", Role.CREATOR).id).status)
                .isEqualTo(404);
    }

    @Test
    void aRetiredBoardStaysChosenAndIsSaid() {
        Pin pin = kitchen.draft("Old board", Role.CREATOR);
        Kitchen.write(() -> {
            pinplan.board.Board board = pinplan.board.Board.findById(kitchen.recipes.id);
            board.retiredAt = Kitchen.now();
            return board;
        });
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.value("Board")).isEqualTo(kitchen.recipes.id.toString());
        assertThat(page.document.select(".checks .bad").text()).contains("no longer there");
        Page refused = page.form("Submit for review").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Board")).contains("no longer there");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndTheGoodOneKept() {
        Page page = filled(creator.get("/pins/new"), "Save draft")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.BLUE))
                .attach("Media", "note.txt", "text/plain", "hello".getBytes())
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Media")).contains("“note.txt”");
        assertThat(page.document.select(".shots input[name=shot]")).hasSize(1);
        Page saved = page.form("Save draft").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.document.select(".shots input[name=shot]")).hasSize(1);
    }

    @Test
    void severalPhotosKeepTheirOrder() {
        Page page = filled(creator.get("/pins/new"), "Save draft")
                .attach("Media", "one.jpg", "image/jpeg", Kitchen.jpeg(Color.RED))
                .attach("Media", "two.jpg", "image/jpeg", Kitchen.jpeg(Color.CYAN))
                .attach("Media", "three.jpg", "image/jpeg", Kitchen.jpeg(Color.YELLOW))
                .submit();
        assertThat(names(page)).containsExactly("one.jpg", "two.jpg", "three.jpg");
    }

    @Test
    void movingAnImageSavesNothingAndLosesNothing() {
        Page page = filled(creator.get("/pins/new"), "Save draft")
                .attach("Media", "one.jpg", "image/jpeg", Kitchen.jpeg(Color.RED))
                .attach("Media", "two.jpg", "image/jpeg", Kitchen.jpeg(Color.CYAN))
                .submit();
        Page moved = page.form("Later: image 1")
                .fill("Title", "Typed, not saved")
                .fill("Alt text, image 2", "The second")
                .submit();
        assertThat(moved.status).isEqualTo(200);
        assertThat(names(moved)).containsExactly("two.jpg", "one.jpg");
        assertThat(moved.value("Alt text")).isEqualTo("The second");
        assertThat(moved.value("Alt text, image 2")).isEqualTo("A slice on a plate");
        assertThat(moved.value("Title")).isEqualTo("Typed, not saved");
        assertThat(creator.get(page.path).value("Title")).isEqualTo("No-bake lemon tart 🍋");
        Page fewer = moved.form("Remove image 1").submit();
        assertThat(names(fewer)).containsExactly("one.jpg");
        assertThat(fewer.value("Alt text")).isEqualTo("A slice on a plate");
        Page saved = fewer.form("Save draft").submit();
        assertThat(names(saved)).containsExactly("one.jpg");
        assertThat(saved.value("Title")).isEqualTo("Typed, not saved");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 'two, three, one', 'b, c, a'",
        "3, 1, 'three, one, two', 'c, a, b'",
        "2, 2, 'one, two, three', 'a, b, c'",
        "1, 4, 'one, two, three', 'a, b, c'",
        "0, 2, 'one, two, three', 'a, b, c'",
    })
    void anImageIsPutToThePlaceOfAnotherWithItsWords(int from, int to, String order, String words) {
        Page page = filled(creator.get("/pins/new"), "Save draft")
                .attach("Media", "one", "image/jpeg", Kitchen.jpeg(Color.RED))
                .attach("Media", "two", "image/jpeg", Kitchen.jpeg(Color.CYAN))
                .attach("Media", "three", "image/jpeg", Kitchen.jpeg(Color.YELLOW))
                .submit();
        Page moved = page.form("Save draft")
                .fill("Alt text", "a")
                .fill("Alt text, image 2", "b")
                .fill("Alt text, image 3", "c")
                .set("action", "move-%d-%d".formatted(from, to))
                .submit();
        assertThat(names(moved).stream().map(name -> name.replace(".jpg", ""))).containsExactly(order.split(", "));
        assertThat(moved.document.select(".shots textarea").eachText()).containsExactly(words.split(", "));
        assertThat(creator.get(page.path).value("Alt text, image 2")).isEmpty();
    }

    @Test
    void aPictureOfTheLibraryIsChosenAndNothingTypedIsLost() {
        Page library = creator.get("/media")
                .form("Upload")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.RED))
                .submit();
        String address = library.document.selectFirst(".shelf a").attr("href");
        creator.get(address).form("Save").fill("Alt text", "A slice of tart").submit();
        String add = "add-" + address.substring(address.lastIndexOf('/') + 1);

        Page chosen = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "Typed, not saved")
                .set("action", add)
                .submit();
        assertThat(chosen.status).isEqualTo(200);
        assertThat(names(chosen)).containsExactly("tart.jpg");
        assertThat(chosen.value("Alt text")).isEqualTo("A slice of tart");
        assertThat(chosen.value("Title")).isEqualTo("Typed, not saved");
        assertThat(chosen.document
                        .select("details.library[open] .choices button")
                        .eachText())
                .containsExactly("tart.jpg");
        assertThat(chosen.document.select(".shots a[href=" + address + "#crop]"))
                .hasSize(1);

        Page twice = chosen.form("Save draft").set("action", add).submit();
        assertThat(names(twice)).containsExactly("tart.jpg");
        assertThat(twice.says("is in this pin already")).isTrue();

        creator.get(address).form("Delete").submit();
        Page binned = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "Typed, not saved")
                .set("action", add)
                .submit();
        assertThat(binned.status).isEqualTo(422);
        assertThat(binned.error("Media")).contains("in the bin");
        assertThat(binned.value("Title")).isEqualTo("Typed, not saved");
        assertThat(binned.document.select(".library .choices")).isEmpty();

        Page foreign = new Kitchen().as(Role.CREATOR).get("/pins/new");
        assertThat(foreign.form("Save draft").set("action", add).submit().status)
                .isEqualTo(404);
    }

    @Test
    void wordsFindWhatTheLibraryOffers() {
        creator.get("/media")
                .form("Upload")
                .attach("Media", "lemon 100%.jpg", "image/jpeg", Kitchen.jpeg(Color.YELLOW))
                .attach("Media", "plum.jpg", "image/jpeg", Kitchen.jpeg(Color.MAGENTA))
                .submit();
        assertThat(creator.get("/media/newest")
                        .document
                        .select(".choices button")
                        .eachText())
                .containsExactly("plum.jpg", "lemon 100%.jpg");
        assertThat(creator.get("/media/newest?q=LEM")
                        .document
                        .select(".choices button")
                        .eachText())
                .containsExactly("lemon 100%.jpg");
        assertThat(creator.get("/media/newest?q=%25")
                        .document
                        .select(".choices button")
                        .eachText())
                .containsExactly("lemon 100%.jpg");
        assertThat(creator.get("/media/newest?q=pear").says("Nothing in the library"))
                .isTrue();
    }

    private static List<String> names(Page page) {
        return page.document.select(".shots li .clip").eachText().stream()
                .map(text -> text.substring(0, text.indexOf(" ·")))
                .toList();
    }

    @Test
    void moreThanFivePhotosAreRefusedAndAllKept() {
        var form = creator.get("/pins/new").form("Save draft");
        for (int i = 0; i < 6; i++) {
            form.attach("Media", i + ".jpg", "image/jpeg", Kitchen.jpeg(new Color(i * 20, 9, 9)));
        }
        Page page = form.submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Media")).contains("6").contains("5");
        assertThat(page.document.select(".shots input[name=shot]")).hasSize(6);
    }

    @Test
    void anImageUrlThatMayNotBeFetchedIsRefusedAndKept() {
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Image URL", "http://127.0.0.1/secret.jpg")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Image URL")).isNotBlank();
        assertThat(page.value("Image URL")).isEqualTo("http://127.0.0.1/secret.jpg");
        page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Thumbnail URL", "https://example.org/small.jpg")
                .submit();
        assertThat(page.error("Thumbnail URL")).contains("Image URL");
    }

    @Test
    void aWarningForTheMinuteOfAnotherDraft() {
        LocalDateTime at = kitchen.later(9);
        kitchen.draft("First of the minute", Role.CREATOR, at);
        Pin second = kitchen.draft("Second of the minute", Role.CREATOR, at);
        assertThat(creator.get("/pins/" + second.id)
                        .document
                        .select(".checks .warn")
                        .text())
                .contains("First of the minute");
    }

    @Test
    void submittingSavesAndSubmitsOrDoesNeither() {
        Page page = creator.get("/pins/new")
                .form("Submit for review")
                .fill("Title", "Too early")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Media")).contains("Add an image");
        assertThat(page.error("Account")).isNotBlank();
        assertThat(page.error("Board")).isNotBlank();
        assertThat(page.value("Title")).isEqualTo("Too early");
        Page sent = filled(page, "Submit for review")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.MAGENTA))
                .submit();
        assertThat(sent.status).isEqualTo(200);
        assertThat(sent.document.select(".status").text()).isEqualTo("In review");
        assertThat(sent.hasButton("Submit for review")).isFalse();
    }

    @Test
    void twoPinsOfOneAccountAreNotSubmittedForOneMinute() {
        LocalDateTime at = kitchen.later(9);
        kitchen.verb(kitchen.draft("It has it", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        Pin second = kitchen.draft("It wants it", Role.CREATOR, at);
        Page page = creator.get("/pins/" + second.id).form("Submit for review").submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Publish time")).contains("It has it");
    }

    @Test
    void aLineOfTheHistorySaysWhatWasChanged() {
        Campaign easter = Kitchen.write(() -> Campaign.begin(
                kitchen.people.workspace,
                new CampaignFields("Easter", "", "", null, null, null, Colour.FERN, null, null, Start.none()),
                Kitchen.now()));
        Pin pin = kitchen.draft("Of a campaign", Role.CREATOR);
        Page changed = creator.get("/pins/" + pin.id)
                .form("Save draft")
                .set("campaign", easter.id.toString())
                .submit();
        assertThat(changed.document.select(".history li p").first().text())
                .endsWith("edited: Campaign, from none to “Easter”");
    }

    @Test
    void aViewerSeesThePinAndHasNothingToPressButToComment() {
        Pin pin = kitchen.inReview("Only to look at");
        Page page = kitchen.as(Role.VIEWER).get("/pins/" + pin.id);
        assertThat(page.status).isEqualTo(200);
        assertThat(page.document.select("#comments button").eachText())
                .as("a spot is chosen by such a button")
                .containsExactly("Picture 1", "Post comment");
        page.document.select("#comments").remove();
        assertThat(page.document.select(".looks").remove().select("input[type=radio]"))
                .as("how one looks at it is one's own business")
                .hasSize(3);
        assertThat(page.document.select("main input, main select, main textarea, main button"))
                .isEmpty();
        assertThat(page.document.select("main label")).isEmpty();
        assertThat(page.says("Only to look at")).isTrue();
        assertThat(page.document.select(".status").text()).isEqualTo("In review");
        assertThat(kitchen.as(Role.VIEWER).get("/pins/new").status).isEqualTo(403);
    }
}
