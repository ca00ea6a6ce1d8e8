package pinplan.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.Publishing;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Member;
import pinplan.team.Role;

/** Who did what, when, from where, and what it was before: as people look it up. */
@QuarkusTest
class ActivityTest {
    private final Kitchen kitchen = new Kitchen();

    @Inject
    Sealing sealing;

    @Inject
    ActivityPage page;

    private static List<String> lines(Page page) {
        return page.document
                .select(".activity tbody tr td:nth-child(2) > p:first-child")
                .eachText();
    }

    private List<String> lines(Role role, String query) {
        return lines(kitchen.as(role).get("/activity" + query));
    }

    private String name(Role role) {
        return kitchen.people.member(role).name;
    }

    private Pin retitled(Pin pin, String title) {
        return kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            p.edit(
                    new PinFields(
                            title,
                            was.description(),
                            was.link(),
                            was.account(),
                            was.board(),
                            was.campaign(),
                            was.plannedFor(),
                            was.shots()),
                    by,
                    now);
        });
    }

    // ---- what is written down ----

    @Test
    void whatIsDoneToAPinSaysWhoAndWhatItWasBefore() {
        Pin pin = kitchen.approved("Lemon tart");
        retitled(pin, "Lime tart");
        Page page = kitchen.as(Role.VIEWER).get("/activity?pin=" + pin.id);
        assertThat(lines(page))
                .containsExactly(
                        name(Role.CREATOR)
                                + " changed after approval, so the approval no longer holds: Title · Lime tart",
                        name(Role.APPROVER) + " approved · Lemon tart",
                        name(Role.CREATOR) + " submitted for review · Lemon tart",
                        name(Role.CREATOR) + " created · Lemon tart");
        assertThat(page.document
                        .select(".activity tbody tr")
                        .get(0)
                        .select(".diff > div")
                        .eachText())
                .containsExactly("Title Lemon tart → Lime tart", "Status Approved → Draft");
        assertThat(page.document
                        .select(".activity tbody tr")
                        .get(1)
                        .select(".diff > div")
                        .eachText())
                .containsExactly("Status In review → Approved");
    }

    @Test
    void aMoveSaysFromWhenToWhen() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        kitchen.verb(
                pin,
                Role.CREATOR,
                (p, by, now) -> p.schedule(p.planned().local().plusDays(1), by, now));
        String was = kitchen.read(
                pin,
                p -> pinplan.web.Formats.kept(
                        p.planned().local().minusDays(1), p.planned().zone()));
        Page page = kitchen.as(Role.VIEWER).get("/activity?pin=" + pin.id);
        assertThat(page.document
                        .select(".activity tbody tr")
                        .get(0)
                        .select("del")
                        .text())
                .isEqualTo(was)
                .endsWith(" (Europe/Berlin)");
    }

    @Test
    void aSaveThatChangesNothingIsNotWrittenDown() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        kitchen.as(Role.CREATOR).get("/pins/" + pin.id).form("Save draft").submit();
        assertThat(lines(Role.VIEWER, "?pin=" + pin.id)).containsExactly(name(Role.CREATOR) + " created · Lemon tart");
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.document.select(".history li")).hasSize(1);
    }

    @Test
    void whatBecomesOfAPinByItselfIsSaidOfThePin() {
        Pin pin = kitchen.approved("Lemon tart");
        kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.REJECTED, false, now));
        assertThat(lines(Role.VIEWER, "?pin=" + pin.id).get(0)).isEqualTo("Lemon tart failed");
    }

    @Test
    void itSaysFromWhereToThoseWhoAdminister() {
        Pages creator = kitchen.as(Role.CREATOR);
        Page made = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "Lemon tart")
                .submit();
        String query = "/activity?pin=" + made.path.substring("/pins/".length());
        assertThat(kitchen.as(Role.ADMIN)
                        .get(query)
                        .document
                        .select(".activity td[data-label=From]")
                        .eachText())
                .containsExactly("127.0.0.1");
        assertThat(kitchen.as(Role.APPROVER).get(query).text()).doesNotContain("127.0.0.1");
    }

    @Test
    void whatChangesTheWorkspaceIsThere() {
        Pages owner = kitchen.as(Role.OWNER);
        Member another = kitchen.people.another(Role.CREATOR);
        owner.get("/settings")
                .form("Save settings")
                .fill("Most pins a day", "12")
                .submit();
        owner.get("/settings")
                .at("/settings/approval")
                .check("Authors may approve their own pins")
                .submit();
        assertThat(lines(Role.APPROVER, "?about=SETTINGS"))
                .as("its page is not theirs")
                .isEmpty();
        assertThat(lines(Role.ADMIN, "?about=SETTINGS"))
                .containsExactly(
                        name(Role.OWNER) + " changed who may approve", name(Role.OWNER) + " changed the settings");
        assertThat(another).isNotNull();
    }

    @Test
    void campaignsAreThereWithTheirPins() {
        Pages creator = kitchen.as(Role.CREATOR);
        Page campaign = creator.get("/campaigns/new")
                .form("Create campaign")
                .fill("Name", "Easter")
                .submit();
        String id = campaign.path.replaceAll("\\D", "");
        creator.get("/campaigns/" + id + "/edit")
                .form("Save campaign")
                .fill("Goal", "More visits")
                .submit();
        creator.get("/pins/new?campaign=" + id)
                .form("Save draft")
                .fill("Title", "Lemon tart")
                .submit();
        Page page = kitchen.as(Role.VIEWER).get("/activity?campaign=" + id);
        assertThat(lines(page))
                .containsExactly(
                        name(Role.CREATOR) + " created · Lemon tart",
                        name(Role.CREATOR) + " changed the campaign · Easter",
                        name(Role.CREATOR) + " began the campaign · Easter");
        assertThat(page.document.select(".diff > div").eachText()).contains("Goal More visits");
    }

    // ---- who comes and who is refused ----

    @Test
    void signInsAndRefusalsAreForThoseWhoAdminister() {
        Member creator = kitchen.people.member(Role.CREATOR);
        Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", creator.email)
                .fill("Password", "not the right one")
                .submit();
        await().untilAsserted(() -> assertThat(lines(Role.ADMIN, "?about=SIGN_INS"))
                .containsExactly(creator.name + " was refused at sign-in: the password was not right"));
        Pages in = Pages.anonymous();
        in.get("/sign-in")
                .form("Sign in")
                .fill("Email", creator.email)
                .fill("Password", People.PASSWORD)
                .submit();
        in.sending().post("/team/invitations");
        in.get("/calendar").form("Sign out").submit();
        assertThat(lines(Role.ADMIN, "?about=SIGN_INS"))
                .startsWith(
                        creator.name + " signed out",
                        creator.name + " was refused: may not manage members and settings · /team/invitations",
                        creator.name + " signed in");
        assertThat(lines(Role.APPROVER, "")).noneMatch(line -> line.contains("sign"));
        assertThat(lines(Role.APPROVER, "?about=SIGN_INS")).isEmpty();
        assertThat(kitchen.as(Role.APPROVER).one("/activity/export").asString()).doesNotContain("signed in");
    }

    // ---- looking something up ----

    @Test
    void itIsFoundByWhoWhatAndWhen() {
        kitchen.approved("Lemon tart");
        kitchen.draft("Rhubarb crumble", Role.APPROVER);
        assertThat(lines(Role.VIEWER, "?who=" + kitchen.people.member(Role.APPROVER).id))
                .containsExactly(
                        name(Role.APPROVER) + " created · Rhubarb crumble",
                        name(Role.APPROVER) + " approved · Lemon tart");
        assertThat(lines(Role.VIEWER, "?about=REVIEW")).hasSize(2).allMatch(line -> line.endsWith("Lemon tart"));
        assertThat(lines(Role.VIEWER, "?q=RHUBARB")).hasSize(1);
        assertThat(lines(Role.VIEWER, "?q=%25")).isEmpty();
        LocalDate today = LocalDate.now(kitchen.people.workspace.zone);
        assertThat(lines(Role.VIEWER, "?from=" + today.plusDays(1))).isEmpty();
        assertThat(lines(Role.VIEWER, "?until=" + today.minusDays(1))).isEmpty();
        assertThat(lines(Role.VIEWER, "?from=" + today.minusDays(1) + "&until=" + today.plusDays(1)))
                .hasSize(4);
        assertThat(lines(Role.VIEWER, "?who=pinplan")).isEmpty();
    }

    @Test
    void aDateThatIsNoneIsSaidBesideItsField() {
        Page page = kitchen.as(Role.VIEWER).get("/activity?from=soon&q=tart");
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("From")).isEqualTo("Type a date as 2027-03-31.");
        assertThat(page.value("Search")).isEqualTo("tart");
    }

    @Test
    void daysInTheWrongOrderAreSaidBesideThem() {
        Page page = kitchen.as(Role.VIEWER).get("/activity?from=2027-03-31&until=2027-03-30");
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Until")).contains("before the day in “From”");
    }

    @Test
    void whatNoDatabaseTakesIsNoError() {
        for (String day : List.of("%2B999999999-12-31", "9999-12-31", "0001-01-01")) {
            assertThat(kitchen.as(Role.VIEWER).get("/activity?until=" + day).error("Until"))
                    .as(day)
                    .isEqualTo("Type a date as 2027-03-31.");
        }
        for (String query : List.of(
                "q=%00",
                "q=a%00b",
                "who=%00",
                "about=%00",
                "pin=%00",
                "campaign=x",
                "before=0-0",
                "before=99999999999999999-1")) {
            assertThat(kitchen.as(Role.VIEWER).get("/activity?" + query).status)
                    .as(query)
                    .isEqualTo(200);
        }
    }

    @Test
    void manyComePageByPageAndNoneTwice() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        for (int i = 0; i < 60; i++) {
            retitled(pin, "Lemon tart " + i);
        }
        Page first = kitchen.as(Role.VIEWER).get("/activity?pin=" + pin.id);
        Page second = first.follow("Next page");
        assertThat(lines(first)).hasSize(50);
        assertThat(lines(second)).hasSize(11);
        assertThat(lines(second).get(10)).endsWith("created · Lemon tart");
        assertThat(first.document.select(".activity ins").eachText())
                .doesNotContainAnyElementsOf(
                        second.document.select(".activity ins").eachText());
    }

    @Test
    void ofADeletedPinItSaysWhoDeletedIt() {
        Pin pin = kitchen.verb(kitchen.draft("Lemon tart", Role.CREATOR), Role.CREATOR, Pin::delete);
        Page page = kitchen.as(Role.VIEWER).get("/activity?pin=" + pin.id);
        assertThat(page.text()).contains("Of the pin Lemon tart, which is deleted");
        assertThat(lines(page).get(0)).isEqualTo(name(Role.CREATOR) + " deleted · Lemon tart");
        assertThat(page.document.select("a[href=/pins/" + pin.id + "]")).isEmpty();
    }

    @Test
    void anotherBoardOfTheSameNameIsAnother() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        pinplan.board.Board twin = kitchen.board(kitchen.garden, kitchen.recipes.name);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.edit(p.fields().on(twin), by, now));
        assertThat(kitchen.as(Role.VIEWER)
                        .get("/activity?pin=" + pin.id)
                        .document
                        .select(".diff > div")
                        .eachText())
                .contains("Board Easter recipes (%s) → Easter recipes (%s)"
                        .formatted(kitchen.recipes.publerId, twin.publerId));
    }

    @Test
    void nothingCrossesWorkspaces() {
        Pin pin = kitchen.approved("Lemon tart");
        Kitchen theirs = new Kitchen();
        assertThat(theirs.as(Role.OWNER).one("/activity?pin=" + pin.id).statusCode())
                .isEqualTo(404);
        assertThat(theirs.as(Role.OWNER).get("/activity").text()).doesNotContain("Lemon tart");
        assertThat(theirs.as(Role.OWNER).one("/activity/export?pin=" + pin.id).asString())
                .doesNotContain("Lemon tart");
    }

    // ---- to take away ----

    @Test
    void theExportHasItAllWithTheSeals() throws IOException {
        Pin pin = kitchen.approved("=HYPERLINK(\"http://evil.example\")");
        sealing.tick();
        Response csv = kitchen.as(Role.OWNER).one("/activity/export?pin=" + pin.id);
        assertThat(csv.header("Content-Disposition"))
                .matches("attachment; filename=\"activity-\\d{4}-\\d\\d-\\d\\d.csv\"");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.asString().substring(1)))
                .getRecords();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("Who")).isEqualTo(name(Role.APPROVER));
        assertThat(rows.get(0).get("What")).isEqualTo("approved");
        assertThat(rows.get(0).get("On")).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
        assertThat(rows.get(0).get("Before → after")).isEqualTo("Status: In review → Approved");
        assertThat(rows.get(0).get("Line")).isEqualTo("3");
        assertThat(rows.get(0).get("Seal")).matches("[0-9a-f]{64}");
        assertThat(rows).extracting(row -> row.get("Seal")).doesNotHaveDuplicates();
    }

    @Test
    void anExportOfThousandsLosesNone() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        QuarkusTransaction.requiringNew()
                .run(() -> Activity.getEntityManager()
                        .createNativeQuery("insert into activity (id, workspace_id, topic, pin_id, words, happened_at)"
                                + " select nextval('activity_seq'), ?1, 'PINS', ?2, 'line ' || n, now() - n % 7 * interval '1 hour'"
                                + " from generate_series(1, 2500) n")
                        .setParameter(1, kitchen.people.workspace.id)
                        .setParameter(2, pin.id)
                        .executeUpdate());
        String csv =
                kitchen.as(Role.VIEWER).one("/activity/export?pin=" + pin.id).asString();
        assertThat(csv.lines()
                        .filter(line -> line.contains(",line "))
                        .distinct()
                        .count())
                .isEqualTo(2500);
    }

    /** Each may read all the lines there are: the connections are for everybody's work. */
    @Test
    void someLookForSomethingAtOnceAndNotAll() {
        Pages admin = kitchen.as(Role.ADMIN);
        int all = page.searches.drainPermits();
        try {
            Page refused = admin.get("/activity?q=tart");
            assertThat(refused.status).isEqualTo(429);
            assertThat(refused.says("Try again in a moment.")).isTrue();
            assertThat(admin.get("/activity").status).isEqualTo(200);
        } finally {
            page.searches.release(all);
        }
        assertThat(admin.get("/activity?q=tart").status).isEqualTo(200);
        assertThat(page.searches.availablePermits()).isEqualTo(all);
    }
}
