package pinplan.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened to one publication, the oldest first: what we asked of Publer, what was found out, what was decided and by whom. */
public record Timeline(List<Entry> entries) {
    /** Either a request of ours, or a step. */
    public record Entry(Instant at, Attempt attempt, Step step) {}

    public static Timeline of(Publication publication) {
        Stream<Entry> attempts =
                Attempt.of(publication).stream().map(attempt -> new Entry(attempt.startedAt, attempt, null));
        Stream<Entry> steps = Step.of(publication).stream().map(step -> new Entry(step.takenAt, null, step));
        return new Timeline(Stream.concat(attempts, steps)
                .sorted(Comparator.comparing(Entry::at))
                .toList());
    }
}
