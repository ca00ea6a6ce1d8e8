package pinplan.support;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A form being filled in: begins with what the page put into it, and is sent as a browser would send it. */
public final class Form {
    private final Pages pages;
    private final String at;
    private final Element form;
    private final Element button;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<Attached>> files = new LinkedHashMap<>();

    private record Attached(String name, String type, byte[] bytes) {}

    Form(Pages pages, String at, Element button) {
        this.pages = pages;
        this.at = at;
        this.button = button;
        this.form = button.hasAttr("form")
                ? button.ownerDocument().getElementById(button.attr("form"))
                : button.closest("form");
        if (form == null) {
            throw new AssertionError("The button \"" + button.text() + "\" is in no form");
        }
        String outside = form.id().isEmpty() ? "" : ", [form=" + form.id() + "]";
        for (Element control : form.ownerDocument().select("input, select, textarea")) {
            boolean ours = control.closest("form") == form && !control.hasAttr("form")
                    || !outside.isEmpty() && control.attr("form").equals(form.id());
            if (ours && !control.attr("name").isEmpty() && !control.hasAttr("disabled")) {
                begin(control);
            }
        }
    }

    private void begin(Element control) {
        String type = control.attr("type");
        if (control.tagName().equals("select")) {
            var chosen = control.select("option[selected]");
            Element first = control.selectFirst("option");
            if (!chosen.isEmpty()) {
                chosen.forEach(option -> put(control, optionValue(option)));
            } else if (first != null && !control.hasAttr("multiple")) {
                put(control, optionValue(first));
            }
        } else if (control.tagName().equals("textarea")) {
            put(control, control.wholeText());
        } else if (type.equals("checkbox") || type.equals("radio")) {
            if (control.hasAttr("checked")) {
                put(control, control.hasAttr("value") ? control.val() : "on");
            }
        } else if (!type.equals("file") && !type.equals("submit") && !type.equals("button")) {
            put(control, control.val());
        }
    }

    private void put(Element control, String value) {
        values.computeIfAbsent(control.attr("name"), name -> new ArrayList<>()).add(value);
    }

    public Form fill(String label, String value) {
        return set(labelled(form.ownerDocument(), label).attr("name"), value);
    }

    /** Chooses the option of a select, or the radio button, that reads so. */
    public Form choose(String label, String option) {
        Element select = labelled(form.ownerDocument(), label);
        if (!select.tagName().equals("select")) {
            return set(select.attr("name"), select.val());
        }
        return select.select("option").stream()
                .filter(o -> o.text().equals(option))
                .findFirst()
                .map(o -> set(select.attr("name"), optionValue(o)))
                .orElseThrow(() -> new AssertionError("No option \"" + option + "\" in " + select.text()));
    }

    public Form check(String label) {
        Element box = labelled(form.ownerDocument(), label);
        return set(box.attr("name"), box.hasAttr("value") ? box.val() : "on");
    }

    public Form uncheck(String label) {
        values.remove(labelled(form.ownerDocument(), label).attr("name"));
        return this;
    }

    /** May be said several times for one field. */
    public Form attach(String label, String fileName, String contentType, byte[] bytes) {
        return attachTo(labelled(form.ownerDocument(), label).attr("name"), fileName, contentType, bytes);
    }

    /** By the name on the wire: for a field that only a script fills. */
    public Form attachTo(String name, String fileName, String contentType, byte[] bytes) {
        files.computeIfAbsent(name, n -> new ArrayList<>()).add(new Attached(fileName, contentType, bytes));
        return this;
    }

    /** One more value of the same name. */
    public Form add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return this;
    }

    /** By the name on the wire: for what no honest page would send. */
    public Form set(String name, String value) {
        values.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    /** Presses the button and goes where it leads. */
    public Page submit() {
        return pages.follow(action(), send());
    }

    /** Presses the button; the bare answer, not followed. */
    public Response send() {
        if (button.hasAttr("name") && !values.containsKey(button.attr("name"))) {
            set(button.attr("name"), button.val());
        }
        RequestSpecification request = form.attr("method").equalsIgnoreCase("post") ? pages.sending() : pages.request();
        if (!form.attr("method").equalsIgnoreCase("post")) {
            values.forEach((name, all) -> request.queryParam(name, all));
            return pages.keep(request.urlEncodingEnabled(true).get(action()));
        }
        if (form.attr("enctype").equals("multipart/form-data")) {
            return pages.keep(multipart(request).post(action()));
        }
        request.contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .urlEncodingEnabled(true);
        values.forEach((name, all) -> request.formParam(name, all));
        return pages.keep(request.post(action()));
    }

    private RequestSpecification multipart(RequestSpecification request) {
        request.contentType("multipart/form-data");
        values.forEach((name, all) -> all.forEach(value -> request.multiPart(new MultiPartSpecBuilder(value)
                .controlName(name)
                .charset(StandardCharsets.UTF_8)
                .mimeType("text/plain")
                .build())));
        form.ownerDocument().select("input[type=file]").stream()
                .filter(input -> input.closest("form") == form
                        || input.attr("form").equals(form.id()) && !form.id().isEmpty())
                .map(input -> input.attr("name"))
                .distinct()
                .forEach(name -> files.getOrDefault(
                                name, List.of(new Attached("", "application/octet-stream", new byte[0])))
                        .forEach(file -> request.multiPart(name, file.name(), file.bytes(), file.type())));
        return request;
    }

    private String action() {
        String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        if (action.isEmpty()) {
            return at;
        }
        URI to = URI.create("http://localhost" + at).resolve(action);
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    static Element labelled(Element in, String label) {
        return in.select("label").stream()
                .filter(l -> l.text().equals(label))
                .map(l -> l.hasAttr("for")
                        ? in.ownerDocument().getElementById(l.attr("for"))
                        : l.selectFirst("input, select, textarea"))
                .filter(control -> control != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field labelled \"" + label + "\": "
                        + in.ownerDocument().text()));
    }

    private static String optionValue(Element option) {
        return option.hasAttr("value") ? option.attr("value") : option.text();
    }
}
