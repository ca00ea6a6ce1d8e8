package pinplan.bench;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;
import pinplan.support.Pages;

/** Pages of a server, as one who is signed in gets them. */
record Site(String address, String cookie) {
    private static final String PASSWORD = "brisk otter paints maps";

    /** How a packaged application finds this server. */
    static Map<String, String> environment(OwnServer postgres) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", OwnServer.url(postgres.port(), "pinplan"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        environment.put("PINPLAN_MASTER_KEY", "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j");
        return environment;
    }

    /** The owner of a workspace that was just set up. */
    static Site signedIn(PackagedApp app) throws Exception {
        URI home = URI.create(app.address());
        RestAssured.baseURI = home.getScheme() + "://" + home.getHost();
        RestAssured.port = home.getPort();
        URI link = URI.create(app.setUpLink());
        Pages pages = Pages.anonymous();
        pages.get(link.getPath() + "?" + link.getQuery())
                .form("Set up for real")
                .fill("Your name", "Ada")
                .fill("Email", "ada@team.example")
                .fill("Password", PASSWORD)
                .fill("Workspace name", "Kitchen")
                .choose("Time zone", "Europe/Berlin")
                .submit();
        return new Site(app.address(), "pinplan=" + pages.cookie("pinplan"));
    }

    Visitors.Asking page(String path, boolean compressed) {
        return () -> get(path, compressed);
    }

    /** How many bytes came. */
    int get(String path, boolean compressed) throws IOException {
        HttpURLConnection line =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        line.setRequestProperty("Cookie", cookie);
        line.setRequestProperty("Accept", "text/html");
        line.setRequestProperty("Accept-Encoding", compressed ? "gzip" : "identity");
        line.setInstanceFollowRedirects(false);
        if (line.getResponseCode() != 200) {
            throw new IOException(path + " answered " + line.getResponseCode());
        }
        try (InputStream in = line.getInputStream()) {
            byte[] bytes = in.readAllBytes();
            return bytes.length;
        }
    }

    byte[] html(String path) throws IOException {
        HttpURLConnection line =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        line.setRequestProperty("Cookie", cookie);
        line.setRequestProperty("Accept-Encoding", "identity");
        try (InputStream in = line.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
