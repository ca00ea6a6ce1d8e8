package pinplan.pin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pinplan.media.Media;
import pinplan.team.Right;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Formats;

/** What a pin's page shows to one person: read once, so that the template asks nothing twice. */
public class PinView {
    /** Null while it is new. */
    public final Pin pin;

    public final Workspace workspace;
    public final Instant now;
    public final Actor actor;
    public final Errors errors;
    public final boolean editable;
    /** Whether its form was sent, and not only a button beside it. */
    private final boolean saves;
    /** Null where nothing can be edited. */
    public final PinForm form;

    /** What was typed while nothing can be changed any more; null: nothing. */
    public final Unsaved unsaved;

    /** Null where nothing can be edited. */
    public final LinkView link;

    /** What the page behind the link says; null where nobody asked. */
    public final Offer offer;

    public final Clashes clashes;
    public final Choices choices;
    public final List<Picked> shots;
    /** Of its film; where there is none, of the one that may come. */
    public final CoverView cover;

    /** Null where nothing can be edited. */
    public final Kit kit;

    /** What is wrong with the fields of a form that nobody sent. */
    private final List<Caution> cautions;

    public final List<Check> checks;
    public final List<PinEvent> events;
    /** How many it has; what people made of a pin that went out meanwhile is among them. */
    public final int revisions;

    public final Spoken spoken;
    public final PinButtons may;

    PinView(
            Pin pin,
            PinForm typed,
            Workspace workspace,
            Actor actor,
            Errors errors,
            Remark remark,
            List<Check> checks,
            Instant now,
            Offer offer) {
        this.now = now;
        this.offer = offer;
        this.pin = pin;
        this.workspace = workspace;
        this.actor = actor;
        this.errors = errors;
        this.checks = checks;
        editable = actor.may(Right.EDIT) && (pin == null || pin.changeable());
        saves = typed != null;
        form = !editable ? null : typed != null ? typed : PinForm.opened(pin);
        link = form == null ? null : LinkView.of(form, workspace, pin, now);
        // Of a new one nobody typed anything yet.
        cautions = form == null || pin == null || errors.any() ? List.of() : Caution.of(form, workspace, pin, now);
        kit = form == null ? null : Kit.of(workspace);
        choices = form == null ? null : Choices.of(workspace, form);
        PinForm shown = form == null ? PinForm.of(pin) : form;
        Map<Long, Media> found = found(shown.media.shots);
        List<Media> inOrder = shown.media.shots.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
        cover = CoverView.of(shown.cover, inOrder, workspace);
        shots = picked(shown, found);
        events = pin == null ? List.of() : PinEvent.of(pin);
        revisions = pin == null ? 0 : Revision.latest(pin);
        clashes = Clashes.of(pin, form, events, actor.member());
        may = new PinButtons(pin, actor, editable, now);
        spoken = Spoken.of(remark, pin, errors, !problems().isEmpty());
        unsaved = editable || typed == null ? null : Unsaved.of(typed, pin);
    }

    private Map<Long, Media> found(List<Long> ids) {
        Map<Long, Media> found = new HashMap<>();
        Media.in(workspace, ids).forEach(media -> found.put(media.id, media));
        return found;
    }

    private List<Picked> picked(PinForm form, Map<Long, Media> found) {
        List<Long> there = form.media.shots.stream().filter(found::containsKey).toList();
        List<Picked> all = new ArrayList<>();
        for (Long id : there) {
            int number = all.size() + 1;
            Media media = found.get(id);
            all.add(new Picked(
                    number,
                    number == there.size(),
                    media,
                    form.media.altText(number),
                    media.video() ? cover.face(media) : media));
        }
        return all;
    }

    /** Null while it is new. */
    public Long id() {
        return pin == null ? null : pin.id;
    }

    /** What others changed meanwhile and is in the form now; empty where that is nothing. */
    public String meanwhile() {
        return form == null ? "" : form.reply.news();
    }

    public String heading() {
        return pin == null ? "New pin" : pin.name();
    }

    /** The latest time that this happened to the pin; null: never. */
    public PinEvent last(String kind) {
        return events.stream()
                .filter(event -> event.kind.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    public String spacingReason() {
        String saved = pin == null ? "" : pin.leads().spacingReason();
        return form.spacingReason == null ? saved : form.spacingReason;
    }

    public boolean is(String status) {
        return pin != null && pin.status().name().equals(status);
    }

    /** Said under the time: in which zone it is, and what a clock change does to it. */
    public String timeHint() {
        Errors unread = new Errors();
        LocalDateTime typed = TypedTime.read(form.publishDate, form.publishTime, unread);
        PlannedTime time = typed == null ? null : new PlannedTime(typed, workspace.zone);
        String change = time == null ? null : time.clockChange();
        String yours = time == null ? null : Formats.forYou(time.instant(), workspace.zone);
        return (change == null ? workspace.zone.getId() : change) + (yours == null ? "" : " · " + yours);
    }

    /** On hold because its time came first. */
    public boolean late() {
        return PinEvent.late(events);
    }

    public String accountHint() {
        return choices.accounts().isEmpty() ? "None yet: connect Publer in Settings" : null;
    }

    public boolean agreed() {
        return pin != null && (pin.status() == PinStatus.APPROVED || pin.status() == PinStatus.SCHEDULED);
    }

    /** Where what somebody points at by its name can be changed here; null where it can't. */
    public String fieldOf(Pointer pointer) {
        return editable ? Problem.field(pointer.about) : null;
    }

    /** What is said above the fields that need a look: of a button, which saves nothing, why it did not do it. */
    public String refusal() {
        if (errors.of("") != null) {
            return errors.of("");
        }
        return saves ? "Nothing is saved yet." : String.join(" ", errors.all());
    }

    /** Null where nothing is wrong with that field. */
    public String wrong(String field) {
        return errors.of(field) != null
                ? errors.of(field)
                : cautions.stream()
                        .filter(caution -> caution.stops() && caution.field().equals(field))
                        .map(Caution::words)
                        .findFirst()
                        .orElse(null);
    }

    public List<Problem> problems() {
        return Problem.of(errors, !shots.isEmpty());
    }
}
