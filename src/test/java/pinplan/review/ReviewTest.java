package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.PinStatus;
import pinplan.pin.Shot;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Member;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Formats;

@QuarkusTest
class ReviewTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pages approver = kitchen.as(Role.APPROVER);

    @Test
    void requestingChangesSendsItBackWithTheNote() {
        Pin pin = kitchen.inReview("Tart");
        Page back = approver.get("/pins/" + pin.id)
                .form("Request changes")
                .fill("What should change", "Say <b>curd</b>,\nplease")
                .submit();
        assertThat(back.status).isEqualTo(200);
        assertThat(back.document.select(".status").text()).isEqualTo("Changes requested");
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.document.select(".review-panel .note p").text()).isEqualTo("Say <b>curd</b>, please");
        Page again = page.form("Submit for review").fill("Title", "Curd tart").submit();
        assertThat(again.document.select(".status").text()).isEqualTo("In review");
        Page decide = approver.get("/pins/" + pin.id);
        assertThat(decide.document.select(".diff dt").eachText()).containsExactly("Title");
        assertThat(decide.document.select(".diff del").text()).isEqualTo("Tart");
        assertThat(decide.document.select(".diff ins").text()).isEqualTo("Curd tart");
        Page approved = decide.form("Approve").submit();
        assertThat(approved.document.select(".status"))
                .extracting(e -> e.text())
                .containsExactly("Approved");
    }

    @Test
    void aRequestCanPointAtAField() {
        Pin pin = kitchen.inReview("Tart");
        approver.get("/pins/" + pin.id)
                .form("Request changes")
                .fill("What should change", "Too short")
                .choose("It is about", "Description")
                .submit();
        Element tag = creator.get("/pins/" + pin.id).document.selectFirst(".review-panel .tag");
        assertThat(tag.text()).isEqualTo("About: Description");
        assertThat(tag.attr("href")).isEqualTo("#description");
    }

    @Test
    void whatCanNotBePointedAtIsNot() {
        Pin pin = kitchen.inReview("Tart");
        Long other = kitchen.picture().id;
        approver.get("/pins/" + pin.id)
                .form("Request changes")
                .fill("What should change", "There")
                .set("about", "<script>")
                .set("picture", other.toString())
                .set("spotX", "5000")
                .set("spotY", "-1")
                .submit();
        Page page = creator.get("/pins/" + pin.id);
        assertThat(page.document.select(".review-panel .tag, .review-panel .pointed"))
                .isEmpty();
        assertThat(page.says("There")).isTrue();
    }

    @Test
    void aRequestWithoutANoteIsRefusedAtTheField() {
        Pin pin = kitchen.inReview("Silent");
        Page page = approver.get("/pins/" + pin.id)
                .form("Request changes")
                .fill("What should change", "  ")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("What should change")).contains("Say what should change");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
    }

    @Test
    void aRefusedRequestKeepsWhatItPointsAt() {
        Pin pin = kitchen.inReview("Pointed");
        String picture = kitchen.read(pin, p -> p.shots().get(0).media.id.toString());
        for (String from : List.of("/pins/" + pin.id, "/review")) {
            Page refused = approver.get(from)
                    .at("/pins/" + pin.id + "/request-changes")
                    .set("note", "")
                    .set("about", "Description")
                    .set("picture", picture)
                    .set("spotX", "0")
                    .set("spotY", "1000")
                    .submit();
            assertThat(refused.status).isEqualTo(422);
            assertThat(refused.document
                            .select("form[action$=request-changes] .pointing[open] option[selected]")
                            .text())
                    .isEqualTo("Description");
            assertThat(refused.document
                            .select("form[action$=request-changes] .pointing [type=hidden]")
                            .eachAttr("value"))
                    .containsExactly(picture, "0", "1000");
            assertThat(refused.document
                            .select("form[action$=request-changes] .pointing circle")
                            .attr("cy"))
                    .isEqualTo("1500");
        }
    }

    @Test
    void aRefusedRequestKeepsItsNote() {
        Pin pin = kitchen.inReview("Taken back");
        Page page = approver.get("/pins/" + pin.id);
        kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
        Page refused = page.form("Request changes")
                .fill("What should change", "Much to say")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.says("Changes can be requested while a pin is in review"))
                .isTrue();
        assertThat(refused.says("Much to say")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Request changes, What should change", "Post comment, Comment"})
    void whatWasTypedAboutAPinThatWasDeletedMeanwhileIsGivenBack(String button, String field) {
        Pin pin = kitchen.inReview("Tart");
        Form typed = approver.get("/pins/" + pin.id).form(button).fill(field, "Much <b>to say</b>");
        kitchen.verb(pin, Role.CREATOR, Pin::delete);
        Page gone = typed.submit();
        assertThat(gone.status).isEqualTo(409);
        assertThat(gone.says(kitchen.people.member(Role.CREATOR).name + " deleted this pin meanwhile."))
                .isTrue();
        assertThat(gone.document.select(".unsaved dd").text()).isEqualTo("Much <b>to say</b>");
        // Nobody else learns that it was ever there.
        assertThat(People.fresh()
                        .as(Role.APPROVER)
                        .get("/pins/" + pin.id)
                        .at("/pins/" + pin.id + "/approve")
                        .submit()
                        .status)
                .isEqualTo(404);
    }

    @Test
    void nobodyApprovesTheirOwnPin() {
        Pin pin = kitchen.verb(kitchen.draft("Mine", Role.APPROVER), Role.APPROVER, Pin::submit);
        Page page = approver.get("/pins/" + pin.id);
        assertThat(page.hasButton("Approve")).isFalse();
        assertThat(page.hasButton("Request changes")).isFalse();
        assertThat(page.says("This is your own pin")).isTrue();
        String seen = kitchen.read(pin, p -> p.revision().fingerprint);
        var answer = approver.sending().formParam("seen", seen).post("/pins/" + pin.id + "/approve");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Nobody approves their own pin");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        Page owner =
                kitchen.as(Role.OWNER).get("/pins/" + pin.id).form("Approve").submit();
        assertThat(owner.document.select(".status").text()).isEqualTo("Approved");
    }

    @Test
    void whoSubmitsSomeoneElsesPinDoesNotApproveItEither() {
        Pin pin = kitchen.verb(kitchen.draft("Lent", Role.CREATOR), Role.APPROVER, Pin::submit);
        assertThat(approver.get("/pins/" + pin.id).hasButton("Approve")).isFalse();
    }

    @Test
    void theWorkspaceMaySayOtherwise() {
        Kitchen.write(() -> Workspace.locked(kitchen.people.workspace).authorsMayApprove = true);
        Pin pin = kitchen.verb(kitchen.draft("Alone", Role.OWNER), Role.OWNER, Pin::submit);
        Page page =
                kitchen.as(Role.OWNER).get("/pins/" + pin.id).form("Approve").submit();
        assertThat(page.document.select(".status").text()).isEqualTo("Approved");
        Pin theirs = kitchen.inReview("A creator's");
        assertThat(creator.get("/pins/" + theirs.id).hasButton("Approve")).isFalse();
    }

    @Test
    void aCreatorAndAViewerDecideNothing() {
        Pin pin = kitchen.inReview("Not theirs");
        assertThat(creator.get("/pins/" + pin.id).says("An approver, an admin or an owner decides."))
                .isTrue();
        for (Role role : new Role[] {Role.CREATOR, Role.VIEWER}) {
            for (String verb : new String[] {"approve", "request-changes", "hold", "release"}) {
                assertThat(kitchen.as(role)
                                .sending()
                                .formParam("note", "x")
                                .post("/pins/" + pin.id + "/" + verb)
                                .statusCode())
                        .as(role + " " + verb)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void anApprovalIsForWhatWasSeen() {
        Pin pin = kitchen.inReview("Seen");
        Page seen = approver.get("/pins/" + pin.id);
        creator.get("/pins/" + pin.id)
                .form("Save draft")
                .fill("Title", "Unseen")
                .submit();
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        Page refused = seen.form("Approve").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.says("changed while you were looking")).isTrue();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(refused.form("Approve").submit().document.select(".status").text())
                .isEqualTo("Approved");
    }

    @Test
    void holdAndRelease() {
        Pin pin = kitchen.inReview("Waits");
        Page held = approver.get("/pins/" + pin.id).form("Hold").submit();
        assertThat(held.document.select(".status").text()).isEqualTo("On hold");
        assertThat(held.form("Release").submit().document.select(".status").text())
                .isEqualTo("In review");
    }

    @Test
    void holdingSaysWhyIfOneLikes() {
        Pin pin = kitchen.inReview("Waits");
        String path = "/pins/" + pin.id;
        String why = "x".repeat(5001);
        Page refused =
                approver.get(path).form("Hold").fill("Reason (optional)", why).submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Reason (optional)")).isEqualTo("The reason has 5,001 characters; at most 5,000 fit.");
        assertThat(refused.value("Reason (optional)")).isEqualTo(why);
        assertThat(refused.value("What should change")).isEmpty();
        Page desk = approver.get("/review")
                .form("Hold")
                .fill("Reason (optional)", " Wait for spring ")
                .submit();
        assertThat(desk.path).startsWith("/review");
        assertThat(creator.get(path).document.select(".review-panel .told").text())
                .isEqualTo("Wait for spring");
    }

    @Test
    void fromTheDeskOneIsHeldAndTheNextLookedAt() {
        Pin pin = kitchen.inReview("Waits");
        kitchen.inReview("Goes on");
        Page held = approver.get("/review").form("Hold").submit();
        assertThat(held.path).startsWith("/review");
        assertThat(held.document.select(".flash > span").text()).isEqualTo("“Waits” is held back.");
        assertThat(held.document.select(".flash > a").attr("href")).isEqualTo("/pins/" + pin.id);
        assertThat(held.document.select(".deck h2").text()).contains("Goes on").doesNotContain("Waits");
    }

    @Test
    void theDeskShowsWhatWaitsOnTheViewerFirst() {
        kitchen.verb(kitchen.draft("Later one", Role.CREATOR, kitchen.later(9)), Role.CREATOR, Pin::submit);
        kitchen.verb(kitchen.draft("Sooner one", Role.CREATOR, kitchen.later(2)), Role.CREATOR, Pin::submit);
        kitchen.verb(kitchen.draft("Timeless one", Role.CREATOR, null), Role.CREATOR, Pin::submit);
        kitchen.verb(kitchen.draft("My own", Role.APPROVER, kitchen.later(1)), Role.APPROVER, Pin::submit);
        kitchen.draft("Only a draft", Role.CREATOR);
        Page desk = approver.get("/review");
        assertThat(desk.document.select(".waiting h2").eachText())
                .containsExactly("Sooner one", "Later one", "Timeless one", "My own");
        assertThat(desk.says("3 waiting for you")).isTrue();
        Page after = desk.form("Approve").submit();
        assertThat(after.path).startsWith("/review?after=");
        assertThat(after.document.select(".waiting h2").eachText())
                .containsExactly("Later one", "Timeless one", "My own");
        Page sent = after.form("Request changes")
                .fill("What should change", "A bigger lemon")
                .submit();
        assertThat(sent.path).startsWith("/review?after=");
        assertThat(sent.document.select(".waiting h2").eachText()).containsExactly("Timeless one", "My own");
        Page viewer = kitchen.as(Role.VIEWER).get("/review");
        assertThat(viewer.document.select("main form")).isEmpty();
        assertThat(viewer.says("Timeless one")).isTrue();
    }

    @Test
    void theDeskShowsEveryPictureWithWhatItSays() {
        Pin pin = kitchen.draft("Three steps", Role.CREATOR);
        List<Shot> three = List.of("Squeeze", "Whisk", "").stream()
                .map(text -> new Shot(kitchen.picture(), text))
                .toList();
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            p.edit(
                    new PinFields(
                            p.title(),
                            p.description(),
                            p.link(),
                            p.account(),
                            p.board(),
                            null,
                            p.planned().local(),
                            three),
                    by,
                    now);
            p.submit(by, now);
        });
        Page desk = approver.get("/review");
        assertThat(desk.document.select(".waiting .shots img").eachAttr("src"))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(desk.document.select(".waiting .shots p").eachText())
                .containsExactly("Squeeze", "Whisk", "No alt text");
    }

    @Test
    void theDeskSaysWhatThePinsPageWarnsOf() {
        Pin other = kitchen.draft("Lemon tart", Role.CREATOR);
        Pin pin = kitchen.draft("Lemon Tart", Role.CREATOR);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            List<Shot> untold = List.of(new Shot(was.shots().get(0).media, ""));
            p.edit(
                    new PinFields(
                            was.title(),
                            was.description(),
                            "https://example.org/other",
                            was.account(),
                            was.board(),
                            null,
                            was.plannedFor(),
                            untold),
                    by,
                    now);
            p.submit(by, now);
        });
        Kitchen.write(() -> Pin.create(
                kitchen.people.workspace,
                new PinFields(
                        "Another", "", "", null, null, null, null, kitchen.read(pin, p -> List.copyOf(p.shots()))),
                kitchen.actor(Role.CREATOR),
                Kitchen.now()));
        Page desk = approver.get("/review");
        assertThat(desk.document.select(".waiting-text .notice").eachText())
                .containsExactly(
                        "“Lemon tart” (%s) has the same title. Look at it"
                                .formatted(Formats.moment(other.publishAt(), kitchen.people.workspace.zone)),
                        "“Another” begins with the same picture. Look at it");
        assertThat(desk.document.select(".waiting-text").text()).endsWith("No alt text");
    }

    @Test
    void theDeskSaysInWhosePlaceOneDecides() {
        Member approves = kitchen.people.member(Role.APPROVER);
        Rules.steps(kitchen, Rules.any(approves));
        kitchen.inReview("Another's");
        kitchen.verb(kitchen.draft("Their own", Role.APPROVER), Role.APPROVER, Pin::submit);
        assertThat(kitchen.as(Role.OWNER)
                        .get("/review")
                        .document
                        .select(".decision > .notice")
                        .eachText())
                .containsExactly("You decide in place of " + approves.name + ", whose own pin it is.");
        assertThat(approver.get("/review").document.select(".decision > .notice"))
                .isEmpty();
    }

    @Test
    void aPageSaysWhichOfAllItShowsAndLeadsOnAtItsTop() {
        IntStream.range(0, 14).forEach(number -> kitchen.inReview(number < 13 ? "Tart " + number : ""));
        Page desk = approver.get("/review");
        assertThat(desk.document.select("nav.paging").eachText()).containsOnly("1–12 of 14 Next page");
        assertThat(desk.document.selectFirst("nav.paging ~ .deck")).isNotNull();
        assertThat(desk.document.select("#several a").text()).isEqualTo("Select these 12");
        Page second = approver.get("/review?page=2");
        assertThat(second.document.select("nav.paging").eachText()).containsOnly("Previous page 13–14 of 14");
        assertThat(second.document.select(".decision > .check label").eachText())
                .as("one without a title is told from others")
                .last()
                .asString()
                .startsWith("Select Untitled: /tart, ");
    }

    @Test
    void whoApprovedByMistakeIsToldTheWayBack() {
        Pin first = kitchen.inReview("Apple tart");
        Page desk = approver.get("/review").form("Approve").submit();
        assertThat(desk.document.select(".flash").text())
                .isEqualTo("You approved “Apple tart”. By mistake? You can take it back on its page. Open the pin");
        Page page = desk.follow("Open the pin");
        assertThat(page.document.select(".review-panel").text())
                .contains("Approved by mistake? Withdraw makes it a draft again. Or say here what should change:");
        page.form("Request changes").fill("What should change", "Not this one").submit();
        assertThat(kitchen.status(first)).isEqualTo(PinStatus.CHANGES_REQUESTED);
        Pin second = kitchen.inReview("Basil pesto");
        approver.get("/review")
                .form("Approve")
                .submit()
                .follow("Open the pin")
                .form("Withdraw")
                .submit();
        assertThat(kitchen.status(second)).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void theLastOfAPageLeadsBackToTheFirst() {
        IntStream.range(0, 13).forEach(number -> kitchen.inReview("Tart " + number));
        Page after = approver.get("/review?page=2").form("Approve").submit();
        assertThat(after.says("You approved “Tart 12”.")).isTrue();
        assertThat(after.document.select(".deck h2")).hasSize(12);
    }

    @Test
    void aNoteIsNoLongerThanAComment() {
        Pin pin = kitchen.inReview("Much to say");
        String most = "ü".repeat(5000);
        Page refused = approver.get("/review")
                .form("Request changes")
                .fill("What should change", most + "!")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("What should change")).contains("5,001 characters; at most 5,000 fit");
        assertThat(refused.value("What should change")).isEqualTo(most + "!");
        refused.form("Request changes").fill("What should change", most).submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.CHANGES_REQUESTED);
    }

    @Test
    void aSpotIsNamedOnlyWhereOneCanBeChosen() {
        Pin pin = kitchen.inReview("Tart");
        var summary = approver.get("/pins/" + pin.id).document.selectFirst(".pointing > summary");
        assertThat(summary.ownText()).isEqualTo("Point at a field");
        assertThat(summary.select("[hidden]").text()).isEqualTo("or a spot");
    }

    @Test
    void anEmptyDeskSaysSo() {
        assertThat(approver.get("/review").says("Nothing to review")).isTrue();
    }

    @Test
    void theDeskOfAnotherWorkspaceIsNotOurs() {
        new Kitchen().inReview("Theirs");
        assertThat(approver.get("/review").says("Theirs")).isFalse();
    }

    // ---- what changed ----

    private Pin changed(String title) {
        Pin pin = kitchen.approved(title);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            List<Shot> other = List.of(new Shot(kitchen.picture(), "Another slice"));
            p.edit(
                    new PinFields(
                            was.title() + ", new",
                            was.description(),
                            was.link(),
                            was.account(),
                            kitchen.baking,
                            null,
                            was.plannedFor(),
                            other),
                    by,
                    now);
            p.submit(by, now);
        });
        return pin;
    }

    @Test
    void theDeskShowsWhatChangedOfMineAndOfOthers() {
        changed("Tart");
        kitchen.inReview("Never decided on");
        List<String> fields = List.of("Title", "Board", "Media", "Alt text");
        Page mine = approver.get("/review");
        assertThat(mine.document.select(".deck .since dt").eachText()).containsExactlyElementsOf(fields);
        assertThat(mine.document.select(".since h3").eachText())
                .singleElement()
                .asString()
                .startsWith("What changed since you approved it");
        Page others = creator.get("/review");
        assertThat(others.document.select(".waiting .since dt").eachText()).containsExactlyElementsOf(fields);
        assertThat(others.document.select(".since h3").text()).startsWith("What changed since it was approved");
    }

    /** However often it is sent meanwhile. */
    @Test
    void whatChangedSinceSomebodyAskedForChanges() {
        Pin pin = kitchen.inReview("Tart");
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.requestChanges("Name the fruit", by, now));
        sendAgain(pin, was -> was.title() + " with lemon", PinFields::description);
        sendAgain(pin, PinFields::title, was -> "Sour and sweet.");
        Page desk = approver.get("/review");
        assertThat(desk.document.select(".deck .since dt").eachText()).containsExactly("Title", "Description");
        assertThat(desk.document.select(".deck .since h3").text())
                .startsWith("What changed since you asked for changes");
        assertThat(desk.document.select(".deck .since blockquote").text()).isEqualTo("Name the fruit");
        assertThat(creator.get("/review").document.select(".since h3").text())
                .startsWith("What changed since " + kitchen.people.member(Role.APPROVER).name + " asked for changes");
    }

    @Test
    void sentAgainAsItWasThatIsSaid() {
        Pin pin = kitchen.inReview("Tart");
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.requestChanges("Name the fruit", by, now));
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        assertThat(approver.get("/review").document.select(".deck .since").text())
                .contains("Name the fruit", "Nothing that reaches Pinterest changed.");
    }

    private void sendAgain(Pin pin, Function<PinFields, String> title, Function<PinFields, String> description) {
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            p.edit(
                    new PinFields(
                            title.apply(was),
                            description.apply(was),
                            was.link(),
                            was.account(),
                            was.board(),
                            null,
                            was.plannedFor(),
                            was.shots()),
                    by,
                    now);
            p.submit(by, now);
        });
    }

    @Test
    void whoOnlySavesWhatIsInReviewIsToldThatNobodyIsAskedAnyMore() {
        Pin pin = kitchen.inReview("Tart");
        Page form = creator.get("/pins/" + pin.id);
        assertThat(form.says("takes it out of review")).isTrue();
        Page saved = form.form("Save draft").fill("Title", "Tarte").submit();
        assertThat(
                        saved.says(
                                "Your changes are saved. It was “In review” and is a draft again: submit it for review once it is ready."))
                .isTrue();
    }

    @Test
    void whereOnlyItsTimeMovedItSaysSo() {
        Rules.set(kitchen, null, policy -> policy.moves = Moves.ALWAYS);
        Pin pin = kitchen.approved("Tart");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.schedule(kitchen.later(9), by, now));
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        assertThat(approver.get("/pins/" + pin.id).document.select(".since").text())
                .startsWith("What changed since you approved it")
                .endsWith("Only its time changed.");
    }

    @Test
    void aDeskOfManyCostsAsManyStatementsAsOfOne() {
        Pages viewer = kitchen.as(Role.VIEWER);
        changed("Tart");
        long waits = onTheDesk(approver);
        long elsewhere = onTheDesk(viewer);
        IntStream.range(0, 9).forEach(number -> changed("Tart " + number));
        assertThat(onTheDesk(approver)).isEqualTo(waits);
        assertThat(onTheDesk(viewer)).isEqualTo(elsewhere);
    }

    private static long onTheDesk(Pages who) {
        who.get("/review");
        return statements(() -> who.get("/review"));
    }

    private static long statements(Runnable page) {
        Statistics statistics = Panache.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        page.run();
        return statistics.getPrepareStatementCount() - before;
    }

    @Test
    void withdrawingSaysOnlyWhatIsSo() {
        Pin pin = kitchen.inReview("Waiting");
        Page page =
                kitchen.as(Role.CREATOR).get("/pins/" + pin.id).form("Withdraw").submit();
        assertThat(page.document.select(".flash span").text()).isEqualTo("Withdrawn. The pin keeps its time.");
        Pin approved = kitchen.approved("Approved");
        page = kitchen.as(Role.CREATOR)
                .get("/pins/" + approved.id)
                .form("Withdraw")
                .submit();
        assertThat(page.document.select(".flash span").text())
                .isEqualTo("Withdrawn. The pin keeps its time. The approval is void.");
    }
}
