package pinplan.words;

import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.autosave.KeptForms;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;

/** Words of one kind are added, changed where nobody else did so meanwhile, and deleted. Only what is typed differs by kind. */
@Needs(Right.EDIT)
abstract class NamedPages<T extends Named, F extends NamedForm<T>> {
    final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;
    private final Named.Kind<T> kind;
    private final Supplier<F> blank;
    private final String users;

    /** @param users what they were put into before, which stays as it is */
    NamedPages(Named.Kind<T> kind, Supplier<F> blank, String users, Viewer viewer, KeptForms kept, Clock clock) {
        this.kind = kind;
        this.blank = blank;
        this.users = users;
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    /** @param id null for a new one */
    abstract TemplateInstance form(Long id, F form, List<String> differences);

    abstract TemplateInstance deletion(T one);

    @GET
    @Path("/new")
    public TemplateInstance begin() {
        return form(null, kept.of(kind.plural(), null).into(blank.get()), List.of());
    }

    Response add(F form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        form.read(workspace);
        free(form, workspace, null);
        if (kind.of(workspace).size() >= Limits.MOST) {
            form.errors.add("name", "There are %d %s. Delete one first.".formatted(Limits.MOST, kind.plural()));
        }
        if (form.errors.any()) {
            return Answer.again(form(null, form, List.of()));
        }
        record("added", form.begin(workspace), List.of());
        return Answer.seeOther(WordsPage.HERE, "“" + form.name + "” is saved.");
    }

    @GET
    @Path("/{id}")
    public TemplateInstance edit(@RestPath Long id) {
        T one = kind.seen(viewer.workspace(), id);
        if (one == null) {
            return deleted(id, kept.left(kind.plural(), id, blank.get()));
        }
        F form = blank.get();
        form.show(one);
        return form(id, kept.of(kind.plural(), id).into(form), List.of());
    }

    /** Somebody else did so while this was being typed. @param form null: nothing was */
    private TemplateInstance deleted(Long id, F form) {
        if (form == null || form.version.isEmpty() || kind.isAnothers(viewer.workspace(), id)) {
            // Nobody had it open, or it is another workspace's.
            throw new NotFoundException();
        }
        form.version = "";
        form.errors.add(
                "", "Somebody deleted this %s while you were writing. Saving adds it anew.".formatted(kind.word()));
        return form(null, form, List.of());
    }

    Response change(Long id, F form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        T one = kind.stillThere(workspace, id);
        if (one == null) {
            return Answer.clash(deleted(id, form));
        }
        form.read(workspace);
        List<Difference> changed = form.since(one);
        if (form.stale(one.version) && !changed.isEmpty()) {
            form.version = String.valueOf(one.version);
            return Answer.clash(form(id, form, NamedForm.now(changed)));
        }
        free(form, workspace, one);
        if (form.errors.any()) {
            return Answer.again(form(id, form, List.of()));
        }
        form.into(one);
        if (!changed.isEmpty()) {
            record("changed", one, changed);
        }
        return Answer.seeOther(WordsPage.HERE, "Saved. %s stay as they are.".formatted(users));
    }

    @GET
    @Path("/{id}/delete")
    public TemplateInstance ask(@RestPath Long id) {
        return deletion(kind.in(viewer.workspace(), id));
    }

    @POST
    @Path("/{id}/delete")
    @Transactional
    public Response delete(@RestPath Long id) {
        T one = kind.locked(Workspace.locked(viewer.workspace()), id);
        one.delete();
        record("deleted", one, blank.get().since(one));
        return Answer.seeOther(WordsPage.HERE, "“" + one.name + "” is gone.");
    }

    private void free(F form, Workspace workspace, T but) {
        if (kind.taken(workspace, form.name, but)) {
            form.errors.add("name", "Another %s has this name.".formatted(kind.word()));
        }
    }

    private void record(String did, T one, List<Difference> changed) {
        Deed.of(viewer, Topic.SETTINGS, did + " the " + kind.word(), clock.instant())
                .on(one.name)
                .with(changed)
                .record();
    }
}
