package pinplan.publer.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A question for posts, and its answer page by page. */
record Listing(List<String> accountIds, List<String> states, String from, String to, int number) {
    private static final int PER_PAGE = 20;

    boolean halfOpen() {
        return (from == null) != (to == null);
    }

    ObjectNode page(SandboxWorld world, Instant now, boolean rowsMove) {
        List<SandboxPost> all = SandboxPost.of(world).stream()
                .filter(post -> !post.visibleAt.isAfter(now))
                .filter(post -> accountIds.isEmpty() || accountIds.contains(post.account.publerId))
                .filter(post -> states.isEmpty()
                        || states.stream().anyMatch(state -> state.equals("all") || post.state.startsWith(state)))
                .filter(post -> from == null
                        || !post.scheduledAt.isBefore(instant(from, false))
                                && post.scheduledAt.isBefore(instant(to, true)))
                .toList();
        // A row that slips to the next page shows up there again, and the last one is never shown.
        int shift = rowsMove && number > 0 ? 1 : 0;
        int begin = Math.min(all.size(), Math.max(0, number * PER_PAGE - shift));
        ArrayNode rows = Json.array();
        all.subList(begin, Math.min(all.size(), begin + PER_PAGE - shift)).forEach(post -> rows.add(Rows.post(post)));
        return Json.object()
                .<ObjectNode>set("posts", rows)
                .put("total", all.size())
                .put("page", number)
                .put("per_page", PER_PAGE)
                .put("total_pages", (all.size() + PER_PAGE - 1) / PER_PAGE);
    }

    private static Instant instant(String text, boolean end) {
        try {
            LocalDate day = LocalDate.parse(text);
            return (end ? day.plusDays(1) : day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException notADay) {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return end ? at.plusMillis(1) : at;
        }
    }
}
