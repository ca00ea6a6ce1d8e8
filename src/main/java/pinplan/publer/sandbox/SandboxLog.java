package pinplan.publer.sandbox;

import java.time.Instant;
import java.util.List;

/** What the other end saw and holds, at one moment. The oracle: what it says happened, happened. */
public record SandboxLog(List<Request> requests, List<Post> posts) {
    /** Newest first. {@code status} 0: dropped without an answer. */
    public record Request(
            Instant at,
            Operation operation,
            String method,
            String path,
            String body,
            int status,
            String answer,
            String faults) {
        public boolean accepted() {
            return status >= 200 && status < 300 || faults.contains("BAD_GATEWAY_AFTER");
        }
    }

    /** @param made through the API, not by somebody in Publer */
    public record Post(
            String id,
            String accountId,
            String state,
            String type,
            String albumId,
            String title,
            String text,
            String url,
            String media,
            Instant scheduledAt,
            String postLink,
            boolean made) {
        public boolean published() {
            return state.startsWith("published");
        }
    }

    static SandboxLog of(SandboxWorld world) {
        return new SandboxLog(
                SandboxRequest.newest(world).stream()
                        .map(line -> new Request(
                                line.at,
                                line.operation,
                                line.method,
                                line.path,
                                line.body,
                                line.status,
                                line.answer,
                                line.faults))
                        .toList(),
                SandboxPost.of(world).stream()
                        .map(post -> new Post(
                                post.publerId,
                                post.account.publerId,
                                post.state,
                                post.type,
                                post.albumId,
                                post.title,
                                post.text,
                                post.url,
                                post.media,
                                post.scheduledAt,
                                post.postLink,
                                !post.foreignMade))
                        .toList());
    }

    /** The posts that requests of ours made for this account and that are still there. */
    public List<Post> creates(String accountId) {
        return posts.stream()
                .filter(post -> post.made() && post.accountId().equals(accountId))
                .toList();
    }

    /** Every request that asked for a post, whatever became of it; newest first. */
    public List<Request> createRequests() {
        return requests.stream()
                .filter(request -> Operation.CREATES.contains(request.operation()))
                .toList();
    }

    public List<Request> requests(Operation operation) {
        return requests.stream()
                .filter(request -> request.operation() == operation)
                .toList();
    }
}
