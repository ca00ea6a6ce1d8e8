package pinplan.support;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A browser without script: keeps cookies, follows redirects, fills forms by what their labels say. */
public final class Pages {
    private final Map<String, String> cookies = new HashMap<>();

    private Pages() {}

    public static Pages anonymous() {
        return new Pages();
    }

    public static Pages signedIn(String token) {
        Pages pages = new Pages();
        pages.cookies.put("pinplan", token);
        return pages;
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    public Pages set(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** The page at a path of ours, after any redirects. */
    public Page get(String path) {
        return follow(path, one(path));
    }

    /** One answer, not followed. */
    public Response one(String path) {
        return keep(request().get(path));
    }

    RequestSpecification request() {
        return given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies);
    }

    /** As a browser sends it from a page of ours. */
    public RequestSpecification sending() {
        return request()
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port);
    }

    Response keep(Response response) {
        response.getDetailedCookies().asList().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return response;
    }

    Page follow(String path, Response response) {
        String at = path;
        Response last = response;
        for (int hops = 0; last.statusCode() / 100 == 3; hops++) {
            if (hops == 5) {
                throw new AssertionError("Redirects in circles at " + at);
            }
            URI to = URI.create(last.header("Location"));
            at = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
            last = one(at);
        }
        return new Page(this, at, last);
    }
}
