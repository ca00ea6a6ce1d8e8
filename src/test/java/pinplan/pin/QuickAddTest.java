package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.support.Pages;
import pinplan.team.Role;

/** What a day of the calendar sends to be made a draft. */
@QuarkusTest
class QuickAddTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final LocalDate day = kitchen.later(20).toLocalDate();

    private Response add(Map<String, String> fields) {
        var sending = creator.sending();
        fields.forEach((name, value) -> sending.multiPart(name, value));
        return sending.post("/pins/quick");
    }

    private java.util.List<String> titlesOf(LocalDate on) {
        return creator.get("/calendar?view=month&on=" + on)
                .document
                .select("[data-day=" + on + "] .chip-title")
                .eachText();
    }

    @Test
    void aDraftGetsAQuietQuarterOfItsDay() {
        Response answer =
                add(Map.of("title", "Quick", "publishDate", day.toString(), "board", kitchen.recipes.id.toString()));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(titlesOf(day)).containsExactly("Quick");
        add(Map.of("title", "At six", "publishDate", day.toString(), "publishTime", "06:00"));
        assertThat(titlesOf(day)).containsExactly("At six", "Quick");
    }

    @Test
    void eachLinkMakesADraftThatIsToldFromTheOthers() {
        add(Map.of("link", "https://example.org/a https://example.org/b?c=d", "publishDate", day.toString()));
        add(Map.of("link", "https://example.org", "publishDate", day.toString()));
        add(Map.of("publishDate", day.toString()));
        assertThat(titlesOf(day))
                .containsExactly("Untitled: /a", "Untitled: /b", "Untitled: example.org", "Untitled pin");
    }

    @Test
    void sentAgainItMakesNoMoreDrafts() {
        Map<String, String> form = Map.of(
                "sheet",
                UUID.randomUUID().toString(),
                "link",
                "https://example.org/a https://example.org/a",
                "publishDate",
                day.toString());
        add(form);
        assertThat(add(form).statusCode()).isEqualTo(303);
        assertThat(titlesOf(day)).hasSize(2);
        Map<String, String> corrected = new HashMap<>(form);
        corrected.put("title", "Said otherwise");
        add(corrected);
        assertThat(titlesOf(day)).hasSize(4).contains("Said otherwise");
    }

    @ParameterizedTest
    @CsvSource({
        "link, not a link at all, link",
        "link, javascript:alert(1), link",
        "publishDate, tomorrow, publishDate",
        "publishDate, 2020-01-01, publishDate",
        "board, 999999999, board"
    })
    void whatCanNotBeIsSaidBesideItsFieldAndNothingIsSaved(String field, String value, String at) {
        Response answer = add(Map.of("title", "Keep these words", field, value));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = org.jsoup.Jsoup.parse(answer.asString());
        assertThat(page.select("#" + at + "-error").text()).isNotEmpty();
        assertThat(page.select("#title").val()).isEqualTo("Keep these words");
        assertThat(creator.get("/calendar?view=list&unscheduled=true").text()).doesNotContain("Keep these words");
    }
}
