package pinplan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.calendar.Planned;
import pinplan.pin.Kitchen;
import pinplan.pin.PinStatus;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Role;

@QuarkusTest
class CampaignPagesTest {
    private static Page begun(Pages pages, String name) {
        return pages.get("/campaigns")
                .follow("New campaign")
                .form("Create campaign")
                .fill("Name", name)
                .fill("Goal", "Fill April")
                .fill("Brief", "Line one\nLine two")
                .fill("Starts on", "2027-03-01")
                .fill("Ends on", "2027-04-04")
                .fill("Pins wanted", "30")
                .check("Fern")
                .submit();
    }

    @Test
    void aCampaignIsMadeChangedAndPutAway() {
        People people = People.fresh();
        Pages pages = people.as(Role.CREATOR);
        Page page = begun(pages, "Easter baking");
        assertThat(page.heading()).isEqualTo("Easter baking");
        assertThat(page.says("Fill April")).isTrue();
        assertThat(page.says("Mon 1 March 2027 – Sun 4 April 2027")).isTrue();
        assertThat(page.says(people.member(Role.CREATOR).name)).isTrue();
        assertThat(page.document.select(".card.c-fern")).isNotEmpty();

        Page form = page.follow("Edit");
        assertThat(form.value("Brief")).isEqualTo("Line one\nLine two");
        page = form.form("Save campaign").fill("Name", "Easter feasts").submit();
        assertThat(page.heading()).isEqualTo("Easter feasts");

        page = page.form("Archive").submit();
        assertThat(page.says("Archived")).isTrue();
        Page list = pages.get("/campaigns");
        assertThat(list.document.select("details.archived").text()).contains("1 archived", "Easter feasts");
        page = page.form("Unarchive").submit();
        assertThat(pages.get("/campaigns").document.select("details.archived")).isEmpty();
    }

    @Test
    void progressCountsPinsByStatusAndAgainstTheTarget() {
        People people = People.fresh();
        Pages pages = people.as(Role.OWNER);
        long id = Long.parseLong(begun(pages, "Easter").path.replaceAll("\\D", ""));
        Planned plan = new Planned(people);
        Campaign campaign = new Campaign();
        campaign.id = id;
        plan.of(campaign).as(PinStatus.PUBLISHED).pin("Out", "2027-03-02T10:00");
        plan.as(PinStatus.DRAFT).pin("Not yet", "2027-03-09T10:00");
        plan.pin("Some day", null);
        Page page = pages.get("/campaigns/" + id);
        assertThat(page.says("1 published, 3 of 30 planned")).isTrue();
        assertThat(page.document.select(".counts li").eachText()).containsExactly("Draft 2", "Published 1");
        assertThat(page.document.select(".chip-title").eachText()).containsExactly("Out", "Not yet", "Some day");
        assertThat(page.document.select("progress").attr("value")).isEqualTo("1");
        assertThat(page.document.select("progress").attr("max")).isEqualTo("30");
        assertThat(pages.get("/campaigns").says("1 published, 3 of 30 planned")).isTrue();
        Page more = page.follow("Edit")
                .form("Save campaign")
                .fill("Pins wanted", "2")
                .submit();
        assertThat(more.says("1 published, 3 planned: the goal of 2 is reached"))
                .isTrue();
        Page calendar = page.follow("In the calendar");
        assertThat(calendar.document.select(".filter.on").text()).startsWith("Campaign: Easter");
    }

    @Test
    void aStaleFormKeepsWhatWasTypedAndSaysWhatDiffers() {
        People people = People.fresh();
        Pages pages = people.as(Role.CREATOR);
        Page campaign = begun(pages, "Easter");
        Page mine = campaign.follow("Edit");
        campaign.follow("Edit").form("Save campaign").fill("Goal", "Theirs").submit();
        Page clash = mine.form("Save campaign").fill("Name", "Mine").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.value("Name")).isEqualTo("Mine");
        assertThat(clash.says("Goal: it is now “Theirs”.")).isTrue();
        Page saved = clash.form("Save campaign").submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.heading()).isEqualTo("Mine");
    }

    @Test
    void anOwnerWhoLeftStaysUntilSomebodyChoosesAnother() {
        People people = People.fresh();
        Member gone = people.another(Role.CREATOR);
        Page campaign = begun(people.as(Role.CREATOR), "Easter")
                .follow("Edit")
                .form("Save campaign")
                .choose("Owner", gone.name)
                .submit();
        QuarkusTransaction.requiringNew()
                .run(() -> Membership.update("removedAt = ?1 where member = ?2", Kitchen.now(), gone));
        Page form = campaign.follow("Edit");
        assertThat(form.value("Owner")).isEqualTo(gone.id.toString());
        String chosen = form.document.select("[name=owner] option[selected]").text();
        assertThat(chosen).isEqualTo(gone.name + " (no longer here)");
        Page saved = form.form("Save campaign").fill("Goal", "Fill May").submit();
        assertThat(saved.says(gone.name)).isTrue();
        Page other = saved.follow("Edit")
                .form("Save campaign")
                .choose("Owner", people.member(Role.ADMIN).name)
                .submit();
        assertThat(other.follow("Edit").document.select("[name=owner]").text()).doesNotContain(gone.name);
    }

    @Test
    void aStaleFormDoesNotTurnBackHowTagsAreSet() {
        Page campaign = begun(People.fresh().as(Role.CREATOR), "Easter");
        Page begun = campaign.follow("Edit")
                .form("Save campaign")
                .check("This campaign’s links have tags of their own")
                .fill("Tags", "utm_source=pinterest")
                .submit();
        Page mine = begun.follow("Edit");
        begun.follow("Edit")
                .form("Save campaign")
                .check("Replace what a link has already")
                .submit();
        Page clash = mine.form("Save campaign").fill("Goal", "Mine").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.says("Tags on links: it is now “utm_source=pinterest (in place of what is there)”."))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Name, '', Give it a name.",
        "Starts on, tomorrow, This is no date. Write it as 2027-03-11.",
        "Ends on, 2027-02-01, It ends before it starts.",
        "Ends on, +99999-01-01, This is no date. Write it as 2027-03-11.",
        "Pins wanted, 0, 'A number from 1 to 10000, or nothing.'",
        "Pins wanted, many, 'A number from 1 to 10000, or nothing.'",
        "Name, EASTER, Another campaign has this name.",
    })
    void whatIsWrongIsSaidBesideItsField(String field, String typed, String sentence) {
        Pages pages = People.fresh().as(Role.CREATOR);
        begun(pages, "Easter");
        Page page = pages.get("/campaigns/new")
                .form("Create campaign")
                .fill("Name", "Another")
                .fill("Starts on", "2027-03-01")
                .fill("Brief", "Kept")
                .fill(field, typed)
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error(field)).isEqualTo(sentence);
        assertThat(page.value(field)).isEqualTo(typed);
        assertThat(page.value("Brief")).isEqualTo("Kept");
    }

    @Test
    void tooLongIsRefusedWithTheCount() {
        Page page = People.fresh()
                .as(Role.CREATOR)
                .get("/campaigns/new")
                .form("Create campaign")
                .fill("Name", "🍋".repeat(101))
                .fill("Goal", "x".repeat(201))
                .fill("Brief", "y".repeat(5001))
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Name")).isEqualTo("Use at most 100 characters; this has 101.");
        assertThat(page.error("Goal")).isEqualTo("Use at most 200 characters; this has 201.");
        assertThat(page.error("Brief")).isEqualTo("Use at most 5000 characters; this has 5001.");
        assertThat(page.value("Name")).isEqualTo("🍋".repeat(101));
    }

    @Test
    void whatCanNotBeKeptIsSaidBesideItsField() {
        Page page = People.fresh()
                .as(Role.CREATOR)
                .get("/campaigns/new")
                .form("Create campaign")
                .fill("Name", "Easter")
                .fill("Brief", "Lemons\0and eggs")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Brief")).contains("can't be kept");
        assertThat(page.value("Name")).isEqualTo("Easter");
    }

    @Test
    void nobodyElsesCampaignIsThere() {
        Page mine = begun(People.fresh().as(Role.OWNER), "Secret");
        Pages strangers = People.fresh().as(Role.OWNER);
        assertThat(strangers.get(mine.path).status).isEqualTo(404);
        assertThat(strangers.get(mine.path + "/edit").status).isEqualTo(404);
        assertThat(strangers.sending().post(mine.path + "/archive").statusCode())
                .isEqualTo(404);
        assertThat(strangers
                        .sending()
                        .formParam("name", "Mine now")
                        .post(mine.path)
                        .statusCode())
                .isEqualTo(404);
        assertThat(strangers.get("/campaigns").says("Secret")).isFalse();
        assertThat(strangers.get("/campaigns/secret").status).isEqualTo(404);
    }

    @Test
    void aViewerLooksOnly() {
        People people = People.fresh();
        Page mine = begun(people.as(Role.OWNER), "Easter");
        Pages viewers = people.as(Role.VIEWER);
        Page page = viewers.get(mine.path);
        assertThat(page.status).isEqualTo(200);
        assertThat(page.hasButton("Archive")).isFalse();
        assertThat(page.document.select("main a:contains(Edit), main a:contains(New pin)"))
                .isEmpty();
        assertThat(viewers.get(mine.path + "/edit").status).isEqualTo(403);
        assertThat(viewers.sending().post(mine.path + "/archive").statusCode()).isEqualTo(403);
        assertThat(viewers.get("/campaigns").document.select("a:contains(New campaign)"))
                .isEmpty();
    }

    @Test
    void anyonesWordsAreOnlyWords() {
        String hostile = "\"><script>alert(1)</script>{name}";
        Pages pages = People.fresh().as(Role.OWNER);
        Page page = begun(pages, hostile);
        assertThat(page.heading()).isEqualTo(hostile);
        for (String path : new String[] {page.path, page.path + "/edit", "/campaigns", "/calendar"}) {
            assertThat(pages.get(path).document.select("main script")).isEmpty();
        }
    }

    @Test
    void anEmptySubmissionIsNoFault() {
        Pages pages = People.fresh().as(Role.OWNER);
        var answer = pages.sending()
                .contentType("application/x-www-form-urlencoded")
                .body("colour=PINK")
                .post("/campaigns");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Choose one of these colours.");
    }
}
