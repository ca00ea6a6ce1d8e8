package pinplan.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every post that was ever made at the other end, whatever became of it. */
final class Posts {
    private static final int PER_PAGE = 100;

    /** @param link what tells whose it is: every pin has a destination of its own */
    record Post(String id, String link, String account, JsonNode pinterest, Instant at, Instant made) {
        boolean out() {
            return !at.isAfter(Instant.now());
        }
    }

    private final List<Post> made = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();

    synchronized void add(Post post) {
        made.add(post);
    }

    synchronized List<Post> of(String link) {
        return made.stream().filter(post -> post.link().equals(link)).toList();
    }

    synchronized int count() {
        return made.size();
    }

    synchronized boolean deleted(Post post) {
        return deleted.contains(post.id());
    }

    synchronized Map<String, Object> list(String account, int page) {
        List<Object> rows = made.stream()
                .filter(post -> post.account().equals(account) && !deleted.contains(post.id()))
                .map(Posts::row)
                .toList();
        int from = Math.min(page * PER_PAGE, rows.size());
        List<Object> shown = rows.subList(from, Math.min(from + PER_PAGE, rows.size()));
        Map<String, Object> answer = OtherEnd.of("posts", shown, "total", rows.size(), "page", page);
        answer.putAll(OtherEnd.of("per_page", PER_PAGE, "total_pages", (rows.size() + PER_PAGE - 1) / PER_PAGE));
        return answer;
    }

    private static Object row(Post post) {
        Map<String, Object> row = OtherEnd.of("id", post.id(), "state", post.out() ? "published" : "scheduled");
        row.putAll(OtherEnd.of("network", "pinterest", "account_id", post.account(), "scheduled_at", "" + post.at()));
        row.put("text", post.pinterest().path("text").asText());
        row.put("url", post.link());
        row.put("post_link", post.out() ? "https://www.pinterest.com/pin/" + post.id() : null);
        return row;
    }

    synchronized List<String> delete(List<String> ids) {
        List<String> waiting = made.stream()
                .filter(post -> ids.contains(post.id()) && !post.out())
                .map(Post::id)
                .toList();
        deleted.addAll(waiting);
        return waiting;
    }
}
