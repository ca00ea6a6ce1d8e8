package pinplan.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.autosave.KeptForms;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Referer;

/** Moments and notes: each is reached from the calendar, and leads back to the view of it that one came from. */
@Path("/moments")
@Needs(Right.SEE)
class Moments {
    private final Viewer viewer;
    private final KeptForms kept;
    private final UndoableMoments undoable;
    private final Clock clock;

    Moments(Viewer viewer, KeptForms kept, UndoableMoments undoable, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.undoable = undoable;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        /** @param id null for a new one */
        static native TemplateInstance momentForm(
                Long id, MomentForm form, MomentKind[] kinds, Colour[] colours, List<String> differences);

        static native TemplateInstance moment(Moment moment, String back);

        static native TemplateInstance momentDelete(Moment moment, String back);
    }

    @GET
    @Path("/new")
    @Needs(Right.EDIT)
    public TemplateInstance begin(@RestQuery String on, @RestHeader(Referer.HEADER) String referer) {
        MomentForm form = new MomentForm().from(referer);
        form.fromOn = day(on);
        return form(null, kept.of("moments", null).into(form), List.of());
    }

    @POST
    @Needs(Right.EDIT)
    @Transactional
    public Response create(MomentForm form) {
        MomentFields fields = form.read();
        if (form.errors.any()) {
            return Answer.again(form(null, form, List.of()));
        }
        Moment moment = Moment.begin(viewer.workspace(), fields, clock.instant());
        record("put into the calendar the", moment, List.of());
        return Answer.seeOther(form.back, "“" + moment.name + "” is in the calendar.");
    }

    /** Who may change it gets the form, everybody else what it says. */
    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath Long id, @RestHeader(Referer.HEADER) String referer) {
        Moment moment = Moment.evenDeleted(viewer.workspace(), id);
        boolean edits = viewer.may(Right.EDIT);
        if (moment.deleted()) {
            return deleted(moment, edits ? kept.left("moments", id, new MomentForm()) : null);
        }
        return edits
                ? form(id, kept.of("moments", id).into(MomentForm.of(moment).from(referer)), List.of())
                : Templates.moment(moment, MomentForm.back(referer));
    }

    @POST
    @Path("/{id}")
    @Needs(Right.EDIT)
    @Transactional
    public Response save(@RestPath Long id, MomentForm form) {
        Moment moment = Moment.lockedEvenDeleted(viewer.workspace(), id);
        MomentFields fields = form.read();
        if (moment.deleted()) {
            return Answer.clash(deleted(moment, form));
        }
        List<String> differences = form.differences(moment);
        if (!form.version.equals(String.valueOf(moment.version)) && !differences.isEmpty()) {
            form.version = String.valueOf(moment.version);
            return Answer.clash(form(id, form, differences));
        }
        if (form.errors.any()) {
            return Answer.again(form(id, form, List.of()));
        }
        List<Difference> changed = fields.since(MomentFields.of(moment));
        if (changed.isEmpty()) {
            return Answer.seeOther(form.back, "Saved.");
        }
        String undo = undoable.edit(moment, fields);
        record("changed the", moment, changed);
        return Answer.seeOther(form.back, "Saved.", undo);
    }

    /** Somebody else did so while this was being typed. @param form null: nothing was */
    private static TemplateInstance deleted(Moment moment, MomentForm form) {
        if (form == null || form.version.isEmpty()) {
            throw new NotFoundException();
        }
        form.version = "";
        form.errors.add(
                "",
                "Somebody deleted this %s while you were writing. Saving adds it anew."
                        .formatted(moment.kind.word().toLowerCase(Locale.ROOT)));
        return form(null, form, List.of());
    }

    @GET
    @Path("/{id}/delete")
    @Needs(Right.EDIT)
    public TemplateInstance ask(@RestPath Long id, @RestQuery String back) {
        return Templates.momentDelete(Moment.in(viewer.workspace(), id), MomentForm.back(back));
    }

    @POST
    @Path("/{id}/delete")
    @Needs(Right.EDIT)
    @Transactional
    public Response delete(@RestPath Long id, @RestForm String back) {
        Moment moment = Moment.locked(viewer.workspace(), id);
        String undo = undoable.delete(moment);
        record("deleted the", moment, List.of());
        return Answer.seeOther(MomentForm.back(back), "“" + moment.name + "” is gone.", undo);
    }

    private void record(String words, Moment moment, List<Difference> changed) {
        Deed.of(viewer, Topic.CAMPAIGNS, words + " " + moment.kind.word().toLowerCase(Locale.ROOT), clock.instant())
                .on(moment.name)
                .with(changed)
                .record();
    }

    private static TemplateInstance form(Long id, MomentForm form, List<String> differences) {
        return Templates.momentForm(id, form, MomentKind.values(), Colour.values(), differences);
    }

    /** What it can't mean is left out. */
    private static String day(String on) {
        try {
            return on == null ? "" : LocalDate.parse(on).toString();
        } catch (DateTimeException e) {
            return "";
        }
    }
}
