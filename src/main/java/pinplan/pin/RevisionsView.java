package pinplan.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pinplan.media.Media;
import pinplan.pin.PinEvent.Kind;
import pinplan.team.Right;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** The revisions of one pin, newest first, each with what made it differ from the one before; or two of them compared. */
public class RevisionsView {
    /** Each shows pictures and texts. */
    private static final int SIZE = 20;

    private static final List<Kind> SAID = List.of(Kind.SUBMITTED, Kind.AGREED, Kind.APPROVED, Kind.TAKEN_OVER);

    public final Pin pin;
    public final Workspace workspace;
    /** Null where none is asked for. */
    public final Comparison comparison;

    public final Paging<Row> paging;

    /**
     * @param changes since the one before
     * @param said that it was sent and agreed to, the first first
     * @param current whether it is what the pin is
     * @param restorable whether the viewer may make it that
     */
    public record Row(
            Revision revision,
            Media cover,
            List<Change> changes,
            List<PinEvent> said,
            boolean current,
            boolean restorable) {
        public String question() {
            return "Make the pin what it was in revision %d? Its time stays; an approval no longer holds."
                    .formatted(revision.number);
        }
    }

    /** Any two, in the order in which they are asked for. */
    public record Comparison(Revision from, Revision to, List<Change> changes) {
        /** Null where none is asked for. */
        static Comparison of(Pin pin, Integer from, Integer to) {
            if (from == null && to == null || pin.revision() == null) {
                return null;
            }
            int latest = Revision.latest(pin);
            Revision first = Revision.in(pin, from == null ? Math.max(1, latest - 1) : from);
            Revision second = Revision.in(pin, to == null ? latest : to);
            return new Comparison(
                    first, second, Found.of(List.of(first, second)).between(first, second));
        }
    }

    RevisionsView(Pin pin, Actor actor, Integer page, Comparison comparison) {
        this.pin = pin;
        this.comparison = comparison;
        workspace = pin.workspace();
        int asked = Paging.asked(page);
        // One more than shown: the last that is shown is compared with it.
        List<Revision> all = Revision.newest(pin, Paging.first(asked, SIZE), SIZE + 1);
        Paging<Revision> shown = Paging.of(all, asked, SIZE);
        paging = new Paging<>(rows(all, shown.items().size(), actor), asked, shown.more());
    }

    private List<Row> rows(List<Revision> all, int shown, Actor actor) {
        Found found = Found.of(all);
        Map<Long, List<PinEvent>> said = said(all);
        String now = pin.content().fingerprint();
        boolean changeable = actor.may(Right.EDIT) && pin.changeable();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < shown; at++) {
            Revision revision = all.get(at);
            Revision before = at + 1 < all.size() ? all.get(at + 1) : null;
            boolean same = revision.fingerprint.equals(now);
            rows.add(new Row(
                    revision,
                    found.fields(revision.content).shots().stream()
                            .findFirst()
                            .map(Shot::face)
                            .orElse(null),
                    before == null ? List.of() : found.between(before, revision),
                    said.getOrDefault(revision.id, List.of()),
                    same && revision.id.equals(pin.revision().id),
                    changeable && !same));
        }
        return rows;
    }

    private static Map<Long, List<PinEvent>> said(List<Revision> revisions) {
        return PinEvent.of(revisions, SAID).stream().collect(Collectors.groupingBy(event -> event.revision.id));
    }

    /** For who chooses two of them. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, latest()).boxed().toList();
    }

    public boolean chosen(int number, boolean from) {
        int other = comparison == null
                ? from ? Math.max(1, latest() - 1) : latest()
                : from ? comparison.from().number : comparison.to().number;
        return number == other;
    }

    private int latest() {
        return Revision.latest(pin);
    }

    public String newer() {
        return address(paging.previous());
    }

    public String older() {
        return address(paging.next());
    }

    public String place() {
        return "Page " + paging.page();
    }

    public String home() {
        return PinPage.at(pin.id);
    }

    private String address(Integer page) {
        return page == null ? null : "%s/revisions?page=%d".formatted(home(), page);
    }
}
