package pinplan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Pages of a server, as one who is signed in gets them. */
record Site(String address, String cookie) {
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
