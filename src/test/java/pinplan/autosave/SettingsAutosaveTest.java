package pinplan.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** What is typed into the settings and not saved, offered again, and put over nothing that somebody else saved. */
@QuarkusTest
class SettingsAutosaveTest {
    private final People people = People.fresh();
    private final Pages owner = people.as(Role.OWNER);

    private void types(String form, String at, Map<String, String> typed) {
        List<List<String>> fields = owner.get(at).document.select("form[data-autosave=" + form + "] [name]").stream()
                .filter(field -> !field.attr("type").matches("checkbox|radio") || field.hasAttr("checked"))
                .map(field -> List.of(
                        field.attr("name"),
                        typed.getOrDefault(
                                field.attr("name"),
                                field.tagName().equals("select")
                                        ? field.select("option[selected]").text()
                                        : field.tagName().equals("textarea") ? field.wholeText() : field.val())))
                .toList();
        var answer = owner.sending()
                .contentType("application/json")
                .body(Map.of("form", form, "sitting", "ab".repeat(16), "fields", fields, "files", List.of()))
                .post("/kept");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theRulesForLinks() {
        types("links/new", "/settings/links", Map.of("tags", "utm_source=mine", "days", "12"));
        Page offered = owner.get("/settings/links");
        assertThat(offered.value("Tags")).isEmpty();
        Page brought = offered.follow("Bring it back");
        assertThat(brought.value("Tags")).isEqualTo("utm_source=mine");
        assertThat(brought.value("Days apart")).isEqualTo("12");
        people.as(Role.ADMIN)
                .get("/settings/links")
                .form("Save rules")
                .fill("Tags", "utm_source=theirs")
                .submit();
        Page clash = owner.get("/settings/links")
                .follow("Bring it back")
                .form("Save rules")
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.error("Tags")).contains("utm_source=theirs");
        Page saved = clash.form("Save rules").submit();
        assertThat(saved.value("Tags")).isEqualTo("utm_source=mine");
        assertThat(saved.says("that was not saved")).isFalse();
    }

    @Test
    void theGeneralSettings() {
        types("settings/new", "/settings", Map.of("name", "Typed for an hour", "dailyCap", "7"));
        assertThat(people.as(Role.ADMIN).get("/settings").says("that was not saved"))
                .isFalse();
        Page brought = owner.get("/settings").follow("Bring it back");
        assertThat(brought.value("Workspace name")).isEqualTo("Typed for an hour");
        assertThat(brought.value("Most pins a day")).isEqualTo("7");
        assertThat(brought.value("Time zone")).isEqualTo(owner.get("/settings").value("Time zone"));
        people.as(Role.ADMIN)
                .get("/settings")
                .form("Save settings")
                .fill("Workspace name", "Theirs")
                .submit();
        Page clash = owner.get("/settings")
                .follow("Bring it back")
                .form("Save settings")
                .submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.value("Workspace name")).isEqualTo("Typed for an hour");
        Page saved = clash.form("Save settings").submit();
        assertThat(saved.value("Workspace name")).isEqualTo("Typed for an hour");
        assertThat(saved.says("that was not saved")).isFalse();
    }

    @Test
    void wordsAndNoPasswords() {
        types("snippets/new", "/settings/words/snippets/new", Map.of("name", "Hashtags", "text", "#lemon"));
        Page brought = owner.get("/settings/words/snippets/new").follow("Bring it back");
        assertThat(brought.value("Text")).isEqualTo("#lemon");
        assertThat(brought.form("Save snippet").submit().says("“Hashtags” is saved."))
                .isTrue();
        assertThat(owner.get("/settings/words/snippets/new").says("that was not saved"))
                .isFalse();
        assertThat(owner.get("/settings").document.select("form[data-autosave] [type=password]"))
                .isEmpty();
        assertThat(owner.get("/settings/publer").document.select("form[data-autosave]"))
                .isEmpty();
    }
}
