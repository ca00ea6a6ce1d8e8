package pinplan.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is said together: one thing, or the same of many pins, done by one person within a while. Newest first. */
public record Entry(List<Line> lines) {
    /** A batch is done within seconds, and so is a round at the desk: what is further apart is another one. */
    private static final Duration APART = Duration.ofMinutes(10);

    static List<Entry> of(List<Line> lines) {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (last != null && last.takes(line)) {
                last.lines.add(line);
            } else {
                entries.add(new Entry(new ArrayList<>(List.of(line))));
            }
        }
        return entries;
    }

    private boolean takes(Line line) {
        Line last = lines.get(lines.size() - 1);
        return last.news() == line.news()
                && Objects.equals(last.actor(), line.actor())
                && (!line.news().talk() || last.pin().equals(line.pin()))
                && Duration.between(line.happenedAt(), last.happenedAt()).abs().compareTo(APART) <= 0;
    }

    public Line first() {
        return lines.get(0);
    }

    public News news() {
        return first().news();
    }

    public String actor() {
        return first().actor();
    }

    public Instant happenedAt() {
        return first().happenedAt();
    }

    /** Whether it is about one pin, and says so by its name. */
    public boolean single() {
        return pins() == 1;
    }

    int pins() {
        return (int) lines.stream().map(Line::pin).distinct().count();
    }

    /** What it is about, where that is many. */
    public String things() {
        return pins() + " pins";
    }

    public String before() {
        return news().before(pins());
    }

    /** With how often, where one person said several things about one pin. */
    public String after() {
        return news().after(pins()) + (often() ? " %d times".formatted(lines.size()) : "");
    }

    private boolean often() {
        return news().talk() && lines.size() > 1 && single();
    }

    public boolean unread() {
        return lines.stream().anyMatch(line -> !line.read());
    }

    /** The oldest of it. */
    public Long from() {
        return lines.get(lines.size() - 1).id();
    }

    public Long until() {
        return first().id();
    }

    /** In one sentence, for the subject of a mail. */
    String sentence() {
        String who = actor() == null ? "" : actor() + " ";
        return who + before() + (single() ? first().name() : things()) + after();
    }
}
