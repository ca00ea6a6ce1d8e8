package pinplan.guest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.review.Comment;
import pinplan.review.CommentThread;
import pinplan.review.Diff;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Paging;

/** What a guest is shown: the pins of their link, with what they may read and do. */
public class GuestView {
    public final String base;
    public final GuestLink link;
    public final Workspace workspace;
    /** Null while they did not say who they are. */
    public final String name;

    /** Whether it is a member who looks: then nothing is decided here. */
    public final boolean member;

    public final Paging<Pin> paging;
    public final Instant now;
    public final Errors errors;
    private final Typed typed;
    private final Actor actor;
    private final Map<Long, List<CommentThread>> threads;
    private final Map<Long, Diff> diffs;

    /** What was typed about a pin, kept when it is refused. */
    record Typed(Long pin, Integer page, String name, String note, String comment) {
        static final Typed NOTHING = new Typed(null, null, "", "", "");
    }

    GuestView(Visit visit, Paging<Pin> paging, Typed typed, Errors errors, Instant now) {
        base = visit.path();
        link = visit.link();
        workspace = link.workspace;
        name = visit.named() ? visit.guest().name : null;
        member = visit.member();
        actor = visit.actor();
        threads = Comment.external(paging.items());
        diffs = Diff.of(paging.items(), actor);
        this.paging = paging;
        this.typed = typed;
        this.errors = errors;
        this.now = now;
    }

    public boolean decides(Pin pin) {
        return pin.mayAgree(actor) && pin.mayDecide(actor);
    }

    /** Null where nothing was decided on it before. */
    public Diff diff(Pin pin) {
        return diffs.get(pin.id);
    }

    public List<CommentThread> threads(Pin pin) {
        return threads.getOrDefault(pin.id, List.of()).stream()
                .filter(CommentThread::says)
                .toList();
    }

    /** Unique on a page with many pins. */
    public String field(String name, Pin pin) {
        return name + "-of-" + pin.id;
    }

    public String field(String form, Pin pin, String name) {
        return form + "-" + field(name, pin);
    }

    private boolean about(Pin pin) {
        return pin.id.equals(typed.pin());
    }

    public String typedName(Pin pin) {
        return about(pin) ? typed.name() : "";
    }

    public String typedNote(Pin pin) {
        return about(pin) ? typed.note() : "";
    }

    public String typedComment(Pin pin) {
        return about(pin) ? typed.comment() : "";
    }

    /** What is wrong with a field about this pin; null: nothing. */
    public String error(Pin pin, String field) {
        return about(pin) ? errors.of(field) : null;
    }
}
