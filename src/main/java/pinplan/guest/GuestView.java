package pinplan.guest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Pointer;
import pinplan.pin.Seen;
import pinplan.pin.Unsaved;
import pinplan.review.Comment;
import pinplan.review.CommentThread;
import pinplan.review.Diff;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Paging;

/** What a guest is shown: the pins of their link, with what they may read and do. */
public class GuestView {
    /** Each is shown whole, one below the other on a phone. */
    static final int SIZE = 12;

    public final String base;
    public final GuestLink link;
    public final Workspace workspace;
    /** Null while they did not say who they are. */
    public final String name;

    /** Whether it is a member who looks: then nothing is decided here. */
    public final boolean member;

    /** Who asks, what for and by when; null: nothing is asked of them. */
    public final String asks;

    /** The pin that they go on to; null where none on this page is. */
    public final Long next;

    public final Paging<Pin> paging;
    public final Instant now;
    /** Whether all that they decide on here is ticked, to begin with. */
    public final boolean ticked;

    private final Set<Long> deciding;
    private final Typed typed;
    private final String typedName;
    private final Actor actor;
    private final Map<Long, Diff> diffs;
    private final Map<Long, Paging<CommentThread>> threads;

    /** What was refused: about which pin, as it was typed, and why. */
    private record Typed(Long pin, GuestForm form, Errors errors) {
        static final Typed NOTHING = new Typed(null, new GuestForm(), new Errors());
    }

    @CheckedTemplate(basePath = "guest")
    static class Templates {
        static native TemplateInstance pins(GuestView view);
    }

    /**
     * @param at the pin that they go on to after a decision; null: none
     * @param ticked all, to begin with
     * @param called what they typed last as their name, into whichever form; may be empty
     */
    static TemplateInstance of(Visit visit, Integer page, Long at, String ticked, String called, Instant now) {
        return Templates.pins(
                new GuestView(visit, Paging.asked(page), at, "all".equals(ticked), called, Typed.NOTHING, now));
    }

    /**
     * The same page again, with what was typed about one of its pins and what is wrong with it.
     *
     * @param pin null: it is about those that they ticked
     */
    static TemplateInstance again(Visit visit, Long pin, GuestForm form, Errors errors, Instant now) {
        return Templates.pins(new GuestView(
                visit, Paging.asked(form.page), null, false, form.name(), new Typed(pin, form, errors), now));
    }

    private GuestView(Visit visit, int page, Long at, boolean ticked, String called, Typed typed, Instant now) {
        base = visit.path();
        link = visit.link();
        workspace = link.workspace;
        name = visit.named() ? visit.guest().name : null;
        member = visit.member();
        actor = visit.actor();
        paging = paging(link, page);
        deciding = paging.items().stream()
                .filter(pin -> pin.mayAgree(actor) && pin.mayDecide(actor))
                .map(pin -> pin.id)
                .collect(Collectors.toSet());
        this.ticked = ticked;
        asks = member ? null : Waiting.of(visit).asks(visit);
        next = paging.items().stream().anyMatch(pin -> pin.id.equals(at)) ? at : null;
        typedName = called;
        threads = Comment.external(paging.items());
        diffs = Diff.of(paging.items(), actor);
        this.typed = typed;
        this.now = now;
    }

    /** Whoever decided on all that a page had begins again. */
    private static Paging<Pin> paging(GuestLink link, int page) {
        List<Pin> pins = GuestPins.of(link, Paging.first(page, SIZE), SIZE + 1);
        return pins.isEmpty() && page > 1 ? paging(link, 1) : Paging.of(pins, page, SIZE);
    }

    public boolean decides(Pin pin) {
        return deciding.contains(pin.id);
    }

    /** How many they may approve at once. */
    public int several() {
        return deciding.size();
    }

    public boolean ticked(Pin pin) {
        return ticked || typed.form().ticked().contains(pin.id + ":" + Seen.of(pin));
    }

    /** Null where nothing was decided on it before. */
    public Diff diff(Pin pin) {
        return diffs.get(pin.id);
    }

    public Paging<CommentThread> talk(Pin pin) {
        return threads.get(pin.id);
    }

    /** This page, for what follows on it. */
    public String here() {
        return base + "?page=" + paging.page();
    }

    /** Unique on a page with many pins. */
    public String field(String name, Pin pin) {
        return name + "-of-" + pin.id;
    }

    public String field(String form, Pin pin, String name) {
        return form + "-" + field(name, pin);
    }

    // ---- what was refused ----

    private boolean about(Pin pin) {
        return pin.id.equals(typed.pin());
    }

    /** What is wrong with the name that they gave with the ticked ones; null: nothing. */
    public String severalName() {
        return typed.form().which().equals(GuestForm.SEVERAL) ? typed.errors().of("name") : null;
    }

    /** Whether it was typed into this form. */
    public boolean refused(Pin pin, String form) {
        return about(pin) && typed.form().which().equals(form);
    }

    /** What is wrong with a field of this form; null: nothing. */
    public String error(Pin pin, String form, String field) {
        return refused(pin, form) ? typed.errors().of(field) : null;
    }

    public String typedName() {
        return typedName;
    }

    public String typedNote(Pin pin) {
        return about(pin) ? typed.form().note() : "";
    }

    public String typedComment(Pin pin, String form) {
        return refused(pin, form) ? typed.form().comment() : "";
    }

    public Pointer pointed(Pin pin) {
        return pointed(pin, GuestForm.CHANGE);
    }

    public Pointer commentPointer(Pin pin) {
        return pointed(pin, GuestForm.COMMENT);
    }

    private Pointer pointed(Pin pin, String form) {
        return refused(pin, form) ? Pointer.read(typed.form().pointer, pin) : Pointer.none();
    }

    /** Whether what a comment points at is a picture that the pin still has: guests see no other. */
    public boolean shows(Pin pin, Comment comment) {
        return pin.shots().stream().anyMatch(shot -> shot.media.equals(comment.pointer.picture));
    }

    /** Why, where that is about no field, or the field is not there any more; null: nothing is wrong. */
    public String refusal(Pin pin) {
        return !about(pin) ? null : holds(pin) ? typed.errors().of("decision") : why();
    }

    /** The same for a pin that is not on this page. */
    public String refusal() {
        return elsewhere() ? why() : null;
    }

    /** What was typed about this pin into a form that it has no more; null: nothing. */
    public Unsaved unsaved(Pin pin) {
        return about(pin) && !holds(pin) ? typed.form().unsaved(name != null) : null;
    }

    public Unsaved unsaved() {
        return elsewhere() ? typed.form().unsaved(name != null) : null;
    }

    /** Said at the top too, since it may be far down that it was typed; null: nothing was refused in a form of this page. */
    public String notSent() {
        return typed.form().which().equals(GuestForm.SEVERAL)
                        || paging.items().stream().anyMatch(pin -> about(pin) && holds(pin))
                ? why()
                : null;
    }

    private boolean elsewhere() {
        return typed.pin() != null && paging.items().stream().noneMatch(this::about);
    }

    private String why() {
        return typed.errors().all().stream().findFirst().orElse(null);
    }

    /** Whether the form in which it was typed is there still. */
    private boolean holds(Pin pin) {
        return switch (typed.form().which()) {
            case GuestForm.APPROVE, GuestForm.CHANGE -> decides(pin);
            case GuestForm.COMMENT -> link.comments;
            default ->
                link.comments
                        && talk(pin).items().stream()
                                .anyMatch(thread -> thread.first()
                                        .answerField()
                                        .equals(typed.form().which()));
        };
    }
}
