package pinplan.support;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as it came: where, with which status, and what it says. */
public final class Page {
    public final String path;
    public final int status;
    public final Response response;
    public final Document document;
    private final Pages pages;

    Page(Pages pages, String path, Response response) {
        this.pages = pages;
        this.path = path;
        this.response = response;
        this.status = response.statusCode();
        this.document = Jsoup.parse(response.asString(), "http://localhost" + path);
    }

    public String text() {
        return document.text();
    }

    public String heading() {
        Element first = document.selectFirst("h1");
        return first == null ? "" : first.text();
    }

    public boolean says(String words) {
        return text().contains(words);
    }

    /** The form that has the button with these words. */
    public Form form(String button) {
        return document.select("button, input[type=submit]").stream()
                .filter(pressed -> words(pressed).equals(button))
                .findFirst()
                .map(pressed -> new Form(pages, path, pressed))
                .orElseThrow(() ->
                        new AssertionError("No button \"" + button + "\" at " + path + " (" + status + "): " + text()));
    }

    /** The form that is sent to this path; where the page has none, as somebody would send it who knows the path. */
    public Form at(String action) {
        Element form = document.selectFirst("form[action=" + action + "]");
        if (form == null) {
            form = document.body().appendElement("form").attr("method", "post").attr("action", action);
        }
        Element button = form.selectFirst("button");
        return new Form(pages, path, button == null ? form.appendElement("button") : button);
    }

    public boolean hasButton(String button) {
        return document.select("button, input[type=submit]").stream().anyMatch(b -> words(b).equals(button));
    }

    /** Goes where the link with these words leads. */
    public Page follow(String link) {
        return document.select("a[href]").stream()
                .filter(a -> a.text().equals(link))
                .findFirst()
                .map(a -> pages.get(a.attr("href")))
                .orElseThrow(() -> new AssertionError("No link \"" + link + "\" at " + path + ": " + text()));
    }

    /** The sentence beside the field with this label. */
    public String error(String label) {
        Element control = Form.labelled(document, label);
        for (String id : control.attr("aria-describedby").split(" ")) {
            Element note = id.isEmpty() ? null : document.getElementById(id);
            if (note != null && note.hasClass("error")) {
                return note.text();
            }
        }
        return null;
    }

    /** What the field with this label holds. */
    public String value(String label) {
        Element control = Form.labelled(document, label);
        if (control.tagName().equals("select")) {
            Element chosen = control.selectFirst("option[selected]");
            Element first = chosen == null ? control.selectFirst("option") : chosen;
            return first == null ? "" : first.attr("value");
        }
        return control.tagName().equals("textarea") ? control.wholeText() : control.val();
    }

    private static String words(Element button) {
        return button.tagName().equals("input") ? button.val() : button.text();
    }
}
