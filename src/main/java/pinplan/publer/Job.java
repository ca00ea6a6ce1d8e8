package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a Publer job says. {@code DONE} without a failure is not yet proof that the post is there; {@code GONE} means
 * that Publer no longer knows the job.
 *
 * @param failures every refusal found anywhere in the answer
 * @param posts    posts that the answer names: for publish-now jobs yes, for scheduling jobs hardly ever
 */
public record Job(State state, List<Failure> failures, List<PublerPost> posts) {
    public enum State {
        WORKING,
        DONE,
        GONE
    }

    /** @param accountId null when Publer did not say whose failure it is */
    public record Failure(String accountId, String message) {}

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}|[0-9]{6,}");
    private static final String SILENT = "Publer gave no reason.";

    /**
     * What of it is about this account.
     *
     * @param shared whether others were sent with the same request: then what names nobody is about nobody in particular
     */
    public Job about(String accountId, boolean shared) {
        Predicate<String> mine = named -> named == null ? !shared : named.equals(accountId);
        return new Job(
                state,
                failures.stream().filter(each -> mine.test(each.accountId())).toList(),
                posts.stream().filter(each -> mine.test(each.accountId())).toList());
    }

    /** Whether something failed and Publer did not say whose. */
    public boolean accusesNobody() {
        return failures.stream().anyMatch(failure -> failure.accountId() == null);
    }

    /** The one post that was made; empty when none is named, or several. */
    public Optional<String> post() {
        List<String> ids = posts.stream().map(PublerPost::id).distinct().toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    static Job gone() {
        return new Job(State.GONE, List.of(), List.of());
    }

    /** Null when the answer is not about a job at all. The order of the questions matters: the first match wins. */
    static Job read(JsonNode body) {
        JsonNode outer = Lenient.peel(body);
        if (!outer.isObject()) {
            return null;
        }
        JsonNode inner = outer.path("result").isObject() ? outer.path("result") : outer;
        String status = Lenient.text(inner, "status");
        status = status == null ? Lenient.text(outer, "status") : status;
        JsonNode payload = inner.has("payload") ? inner.path("payload") : outer.path("payload");
        if (status == null && payload.isMissingNode() && !outer.has("status") && !inner.has("status")) {
            return null;
        }

        List<Failure> failures = new ArrayList<>();
        List<PublerPost> posts = new ArrayList<>();
        collect(payload, failures, posts);
        if ("failed".equals(status) || "error".equals(status)) {
            if (failures.isEmpty()) {
                String said = Sentence.in(inner);
                said = said == null ? Sentence.in(payload) : said;
                failures.add(new Failure(null, said == null ? SILENT : said));
            }
            return done(failures, posts);
        }
        if (!failures.isEmpty() || "complete".equals(status) || "completed".equals(status)) {
            return done(failures, posts);
        }
        return new Job(State.WORKING, List.of(), List.copyOf(posts));
    }

    private static Job done(List<Failure> failures, List<PublerPost> posts) {
        return new Job(State.DONE, failures.stream().distinct().toList(), List.copyOf(posts));
    }

    private static void collect(JsonNode payload, List<Failure> failures, List<PublerPost> posts) {
        if (payload.isArray()) {
            payload.forEach(item -> item(item, failures, posts));
            return;
        }
        failures(payload.path("failures"), null, failures);
        payload.path("items").forEach(item -> item(item, failures, posts));
        payload.path("posts").forEach(post -> item(post, failures, posts));
        if (payload.path("post").isObject()) {
            item(payload, failures, posts);
        }
    }

    /** One row of a publish-now job. */
    private static void item(JsonNode item, List<Failure> failures, List<PublerPost> posts) {
        JsonNode row = item.path("post").isObject() ? item.path("post") : item;
        PublerPost post = row == item && !item.has("state") ? null : PublerPost.read(row);
        if (post != null) {
            posts.add(post);
        }
        String accountId = Lenient.text(row, "account_id");
        int before = failures.size();
        failures(item.path("failures"), accountId, failures);
        failures(item.path("failure"), accountId, failures);
        String error = Objects.requireNonNullElse(
                Lenient.text(row, "error"), Objects.requireNonNullElse(Lenient.text(row.path("details"), "error"), ""));
        boolean failed = "failed".equals(Lenient.text(item, "status")) || post != null && post.is("failed");
        if (!error.isEmpty()) {
            failures.add(new Failure(accountId, error));
        } else if (failed && failures.size() == before) {
            failures.add(new Failure(accountId, SILENT));
        }
    }

    /** Failures are an object of arrays, an array of objects, a text, or a text by account: whatever it is, walk it. */
    private static void failures(JsonNode node, String accountId, List<Failure> found) {
        if (node.isTextual() && !node.textValue().isBlank()) {
            found.add(new Failure(accountId, node.textValue()));
        } else if (node.isArray()) {
            node.forEach(each -> failures(each, accountId, found));
        } else if (node.isObject()) {
            String said = Lenient.text(node, "message");
            said = said == null ? Lenient.text(node, "error") : said;
            String owner = Lenient.text(node, "account_id");
            if (said != null) {
                found.add(new Failure(owner == null ? accountId : owner, said));
                return;
            }
            node.fields().forEachRemaining(entry -> {
                boolean keyIsId =
                        accountId == null && ID.matcher(entry.getKey()).matches();
                failures(entry.getValue(), keyIsId ? entry.getKey() : accountId, found);
            });
        }
    }
}
