package pinplan.support;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.QueryableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.SpecificationQuerier;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer that has no end, without its body; the line is hung up. One that says no is read to its end. */
final class Beginning {
    /** The client says these itself. */
    private static final Set<String> ITS_OWN = Set.of("host", "connection", "content-length");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Beginning() {}

    static Response of(RequestSpecification request, String path) {
        QueryableRequestSpecification asked = SpecificationQuerier.query(request);
        HttpRequest.Builder get = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(20));
        asked.getHeaders().asList().stream()
                .filter(header -> !ITS_OWN.contains(header.getName().toLowerCase()))
                .forEach(header -> get.header(header.getName(), header.getValue()));
        String cookies = asked.getCookies().asList().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            get.header("Cookie", cookies);
        }
        try {
            HttpResponse<InputStream> answer = CLIENT.send(get.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new ResponseBuilder()
                        .setStatusCode(answer.statusCode())
                        .setHeaders(headers(answer))
                        .setContentType(
                                answer.headers().firstValue("Content-Type").orElse(""))
                        .setBody(answer.statusCode() == 200 ? new byte[0] : body.readAllBytes())
                        .build();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Headers headers(HttpResponse<?> answer) {
        List<Header> all = answer.headers().map().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> new Header(each.getKey(), value)))
                .toList();
        return new Headers(all);
    }
}
