package pinplan.publer.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is answered, before the transport does its worst to it. */
record Played(int status, String contentType, String body, Map<String, String> headers, Set<Fault> faults) {
    private static final String JSON = "application/json";

    static Played json(int status, Object body) {
        return new Played(status, JSON, body.toString(), new LinkedHashMap<>(), Set.of());
    }

    /** The shape in which Publer says what is wrong. */
    static Played errors(int status, String sentence) {
        return json(status, Json.object().set("errors", Json.array().add(sentence)));
    }

    static Played page(int status, String title) {
        String html = "<html><head><title>" + status + " " + title + "</title></head><body><center><h1>" + status + " "
                + title + "</h1></center><hr><center>cloudflare</center></body></html>";
        return new Played(status, "text/html", html, new LinkedHashMap<>(), Set.of());
    }

    Played with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Played struckBy(Set<Fault> faults) {
        return new Played(status, contentType, body, headers, faults);
    }
}
