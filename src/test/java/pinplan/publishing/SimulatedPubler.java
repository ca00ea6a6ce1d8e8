package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pinplan.pin.Content;
import pinplan.publer.Job;
import pinplan.publer.PublerPost;

/**
 * The other end, and the only one who knows what happened. It keeps what publishing assumes of Publer, to the limit: what
 * a closed connection asked for takes effect within five minutes or never, and a complete listing shows what is older than
 * two minutes.
 */
final class SimulatedPubler {
    static final String ACCOUNT = "66aa00000000000000000acc";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** One post there. */
    static final class Post {
        final String id;
        final Content content;
        final Instant scheduledAt;
        final Instant showsAt;
        String state = "scheduled";
        Instant publishedAt;

        private Post(String id, Content content, Instant scheduledAt, Instant showsAt) {
            this.id = id;
            this.content = content;
            this.scheduledAt = scheduledAt;
            this.showsAt = showsAt;
        }

        @Override
        public String toString() {
            return "post %s, %s for %s, shown from %s".formatted(id, state, scheduledAt, showsAt);
        }

        boolean live() {
            return publishedAt != null;
        }

        private PublerPost row() {
            return new PublerPost(
                    id,
                    state,
                    "photo",
                    "pinterest",
                    ACCOUNT,
                    content.publerBoard(),
                    content.title(),
                    content.description(),
                    content.link(),
                    scheduledAt,
                    live() ? "https://pin.example/" + id : null,
                    state.equals("failed") ? "Something went wrong" : null,
                    null);
        }
    }

    private static final class Work {
        final Content content;
        final Instant scheduledAt;
        final Instant doneAt;
        final boolean lost;
        Job job = new Job(Job.State.WORKING, List.of(), List.of());

        private Work(Content content, Instant scheduledAt, Instant doneAt, boolean lost) {
            this.content = content;
            this.scheduledAt = scheduledAt;
            this.doneAt = doneAt;
            this.lost = lost;
        }
    }

    final List<Post> posts = new ArrayList<>();
    private final Map<String, Work> jobs = new HashMap<>();
    private final List<Work> toDo = new ArrayList<>();
    private final Random chance;
    private int ids = 1000;

    SimulatedPubler(Random chance) {
        this.chance = chance;
    }

    /** @param scheduledAt null: at once
     *  @param lost it will say that it is done, and nothing was made
     *  @return the job's id */
    String take(Content content, Instant scheduledAt, Instant doneAt, boolean lost) {
        String id = "job-" + ids++;
        Work work = new Work(content, scheduledAt, doneAt, lost);
        jobs.put(id, work);
        toDo.add(work);
        return id;
    }

    /** Everything that happens there by itself until now. */
    void advance(Instant now) {
        for (Work work : List.copyOf(toDo)) {
            if (!work.doneAt.isAfter(now)) {
                toDo.remove(work);
                work.job = carriedOut(work);
            }
        }
        for (Post post : posts) {
            if (post.state.equals("scheduled") && !post.scheduledAt.isAfter(now)) {
                // Hardly ever does Pinterest refuse what Publer took.
                if (chance.nextInt(200) == 0) {
                    post.state = "failed";
                } else {
                    post.state = "published";
                    post.publishedAt = post.scheduledAt;
                }
            }
        }
    }

    private Job carriedOut(Work work) {
        Instant at =
                work.scheduledAt == null || work.scheduledAt.isBefore(work.doneAt) ? work.doneAt : work.scheduledAt;
        if (work.lost) {
            return new Job(Job.State.DONE, List.of(), List.of());
        }
        boolean taken = posts.stream()
                .filter(post -> !post.state.equals("deleted"))
                .anyMatch(post -> Duration.between(post.scheduledAt, at).abs().compareTo(A_MINUTE) < 0);
        if (taken) {
            return new Job(
                    Job.State.DONE,
                    List.of(new Job.Failure(
                            ACCOUNT, "There's another post at this time. Leave a minute between them.")),
                    List.of());
        }
        Duration lag = Duration.ofSeconds(chance.nextInt(4) == 0 ? chance.nextInt(120) : 0);
        posts.add(new Post("" + ids++, work.content, at, work.doneAt.plus(lag)));
        return new Job(Job.State.DONE, List.of(), List.of());
    }

    Job job(String id) {
        return jobs.get(id).job;
    }

    Listing listing(Instant now) {
        return Listing.complete(posts.stream()
                .filter(post -> !post.showsAt.isAfter(now) && !post.state.equals("deleted"))
                .map(Post::row)
                .toList());
    }

    /** What is out stays out, whatever its record says. */
    void delete(String id) {
        posts.stream()
                .filter(post -> post.id.equals(id))
                .forEach(post -> post.state = post.live() ? "published_deleted" : "deleted");
    }
}
