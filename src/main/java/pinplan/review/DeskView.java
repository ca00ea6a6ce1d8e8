package pinplan.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pinplan.pin.Actor;
import pinplan.pin.Alike;
import pinplan.pin.Pin;
import pinplan.pin.Pointer;
import pinplan.pin.Spacing;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What the desk shows to one person: read once for all of its pins, so that the template asks nothing twice. */
public final class DeskView {
    public final Paging<Pin> mine;
    public final Paging<Pin> others;

    /** The pin that follows the one that was decided just now; null: none. */
    public final Long next;

    /** All of them, to begin with. */
    public final boolean ticked;

    public final Workspace workspace;
    public final Actor actor;
    public final Instant now;
    /** Whoever asks for changes points at it only on the pin's own page. */
    public final Pointer nothing = Pointer.none();

    private final Map<Long, Long> comments;
    private final Map<Long, Course> courses;
    private final Map<Long, Diff> diffs;
    private final Map<Long, Spacing> close;
    private final Map<Long, List<Alike>> alike;
    private final Map<Long, Seat> seats;

    /**
     * All that is said of one pin.
     *
     * @param comments how many are open; null: none
     * @param diff what changed since they approved it; null: nothing to compare
     * @param spacing null: it is not too close to another
     * @param alike null: it is like no other
     * @param seat as whom they decide; null: they do not
     */
    public record Row(
            Pin pin, Long comments, Course course, Diff diff, Spacing spacing, List<Alike> alike, Seat seat) {}

    DeskView(
            Paging<Pin> mine,
            Paging<Pin> others,
            Long next,
            boolean ticked,
            Workspace workspace,
            Actor actor,
            Instant now) {
        this.mine = mine;
        this.others = others;
        this.next = next;
        this.ticked = ticked;
        this.workspace = workspace;
        this.actor = actor;
        this.now = now;
        List<Pin> all =
                Stream.of(mine, others).map(Paging::items).flatMap(List::stream).toList();
        comments = Discussion.unsettled(all);
        courses = Course.of(all);
        diffs = Diff.of(all, actor);
        close = Spacing.tooClose(all);
        alike = Alike.to(all);
        seats = Seat.of(mine.items(), actor.member());
    }

    /** Which of all that wait the page has: 13–24. */
    public String range() {
        int before = Paging.first(mine.page(), Desk.SIZE);
        return "%d–%d".formatted(before + 1, before + mine.items().size());
    }

    public Row row(Pin pin) {
        return new Row(
                pin,
                comments.get(pin.id),
                courses.get(pin.id),
                diffs.get(pin.id),
                close.get(pin.id),
                alike.get(pin.id),
                seats.get(pin.id));
    }
}
