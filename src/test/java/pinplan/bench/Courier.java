package pinplan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** Sends files as a browser's form does, and holds none of them in memory. */
final class Courier {
    private static final String BOUNDARY = "----a-form-of-the-library";

    private final HttpClient line = HttpClient.newHttpClient();
    private final Site site;

    Courier(Site site) {
        this.site = site;
    }

    /** Into the library; gives back the number of the media that it is. */
    long upload(String name, String type, BodyPublisher bytes) throws IOException, InterruptedException {
        String to = send("/media", Map.of(), name, type, bytes);
        if (!to.contains("got=N")) {
            throw new IOException(name + " is not taken: " + to);
        }
        return Long.parseLong(to.replaceFirst(".*got=N", ""));
    }

    /** A form with one file; gives back where it leads. */
    String send(String path, Map<String, String> fields, String name, String type, BodyPublisher bytes)
            throws IOException, InterruptedException {
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, field, value)));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"media\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, name, type));
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", site.cookie())
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", site.address())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        bytes,
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build();
        HttpResponse<String> answer = line.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IOException(name + " is not taken: " + answer.statusCode() + "\n" + answer.body());
        }
        return answer.headers().firstValue("Location").orElse("");
    }
}
