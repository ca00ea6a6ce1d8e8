package pinplan.autosave;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import pinplan.team.Viewer;

/** What is kept of the forms on the page that is asked for; templates ask {@code inject:kept}. Read once, however many there are. */
@Named("kept")
@RequestScoped
public class KeptForms {
    public static final String SITTING = "sitting";
    static final String MEMBERS = "/kept";
    private static final String ASKED = "kept";

    /** Nobody leaves so many forms half filled that the name stands in none of them. */
    private static final int FEW = 3;

    private final Viewer viewer;
    private final CurrentVertxRequest current;
    private boolean guests;
    private Owner guest;
    private String place = MEMBERS;
    private List<Kept.Head> heads;
    private String sent;

    KeptForms(Viewer viewer, CurrentVertxRequest current) {
        this.viewer = viewer;
        this.current = current;
    }

    /**
     * On a page for guests, whoever else looks at it.
     *
     * @param by whoever came there; null: their browser is not known yet, so that nothing is kept for it
     * @param place where its forms tell what is typed
     */
    public void guest(Owner by, String place) {
        guests = true;
        guest = by;
        this.place = place;
    }

    /** Null: nobody is known. */
    Owner owner() {
        return guests ? guest : viewer.known() ? Owner.of(viewer) : null;
    }

    /** @param id of the thing that it is about; null: a new one */
    public KeptForm of(String what, Long id) {
        String form = what + "/" + (id == null ? "new" : id);
        List<Kept.Head> kept =
                heads().stream().filter(head -> head.form().equals(form)).toList();
        HttpServerRequest request = current.getCurrent().request();
        if (request.method() != HttpMethod.GET) {
            // It comes back with what was just typed: nothing is older news.
            return kept(form, going(kept), null, null, null);
        }
        String asked = request.getParam(ASKED);
        for (Kept.Head head : kept) {
            if (head.id().toString().equals(asked)) {
                Filled filled = Kept.filled(owner(), head.id()).orElse(null);
                return kept(form, head.sitting(), head, null, filled);
            }
        }
        Kept.Head latest = kept.isEmpty() ? null : kept.get(0);
        return kept(form, null, latest, latest == null ? null : back(latest, request), null);
    }

    private KeptForm kept(String form, String sitting, Kept.Head head, String href, Filled filled) {
        Owner owner = owner();
        return new KeptForm(form, sitting, head, href, filled, place, owner == null ? null : owner.workspace().zone);
    }

    /** The latest that is kept of a form, whose thing may be gone; null: nothing. */
    public Filled left(String what, Long id) {
        String form = what + "/" + id;
        return heads().stream()
                .filter(head -> head.form().equals(form))
                .findFirst()
                .flatMap(head -> Kept.filled(owner(), head.id()))
                .orElse(null);
    }

    /** The same, in the fields of a form; null: nothing. */
    public <T> T left(String what, Long id, T form) {
        Filled filled = left(what, id);
        return filled == null ? null : new KeptForm("", null, null, null, filled, place, null).into(form);
    }

    /** What was typed last into a field that several forms have; empty: nothing. */
    public String lastly(String name) {
        return heads().stream()
                .limit(FEW)
                .flatMap(head -> Kept.filled(owner(), head.id()).stream())
                .map(filled -> filled.text(name))
                .filter(typed -> typed != null && !typed.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The sitting from which the form was sent that is being answered; null: it says none. */
    public String sent() {
        if (sent != null) {
            return sent;
        }
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        FormData form = request == null ? null : request.getFormData();
        return form == null || form.getFirst(SITTING) == null
                ? null
                : form.getFirst(SITTING).getValue();
    }

    /** For a route that reads its form by itself. */
    public void sent(String sitting) {
        sent = sitting;
    }

    private String going(List<Kept.Head> kept) {
        String sitting = sent();
        return kept.stream().anyMatch(head -> head.sitting().equals(sitting)) ? sitting : null;
    }

    private List<Kept.Head> heads() {
        if (heads == null) {
            heads = owner() == null ? List.of() : Kept.heads(owner());
        }
        return heads;
    }

    /** The address of this page with what was typed there. */
    private static String back(Kept.Head head, HttpServerRequest request) {
        StringBuilder address = new StringBuilder(request.path()).append('?');
        String query = request.query() == null ? "" : request.query();
        for (String part : query.split("&")) {
            if (!part.isEmpty() && !part.startsWith(ASKED + "=")) {
                address.append(part).append('&');
            }
        }
        return address + ASKED + "=" + head.id() + "#brought";
    }
}
