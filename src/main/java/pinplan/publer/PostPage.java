package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One page of a listing.
 *
 * @param total      how many posts the whole listing has; -1 when Publer did not say, which makes it no evidence
 * @param page       the page's own number as Publer counts
 * @param totalPages -1 when Publer did not say
 */
public record PostPage(List<PublerPost> posts, int total, int page, int totalPages) {
    static PostPage read(JsonNode body) {
        List<PublerPost> posts = Lenient.rows(body, "posts", PublerPost::read);
        if (posts == null) {
            return null;
        }
        // Beside an enveloped array the counts stay outside; with an enveloped object they are inside.
        JsonNode counts = Lenient.peel(body).isArray() ? body : Lenient.peel(body);
        return new PostPage(posts, count(counts, "total"), count(counts, "page"), count(counts, "total_pages"));
    }

    private static int count(JsonNode counts, String field) {
        Integer number = Lenient.number(counts, field);
        return number == null ? -1 : number;
    }
}
