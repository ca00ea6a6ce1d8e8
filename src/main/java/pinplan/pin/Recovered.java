package pinplan.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import pinplan.autosave.Filled;
import pinplan.autosave.KeptForm;
import pinplan.autosave.KeptForms;
import pinplan.team.Viewer;
import pinplan.web.Errors;

/** What somebody typed into the composer and did not save, met with what others saved meanwhile as if it came just now. Nothing is written. */
@ApplicationScoped
class Recovered {
    private final KeptForms kept;
    private final Viewer viewer;

    @Inject
    Recovered(KeptForms kept, Viewer viewer) {
        this.kept = kept;
        this.viewer = viewer;
    }

    /**
     * @param pin null for a new one
     * @param otherwise where nothing is brought back
     */
    PinForm form(Pin pin, PinForm otherwise, Errors errors) {
        KeptForm own = kept.of("pins", pin == null ? null : pin.id);
        if (!own.brought()) {
            return otherwise;
        }
        PinForm form = Composed.form(own.filled().fields());
        // Typed on the calendar there may be several, one below the other.
        form.link = form.link.replaceAll("\\s+", " ");
        if (pin == null && form.sheet == null) {
            form.sheet = otherwise.sheet;
            // There, what is left empty begins as its campaign says.
            form.given = Begun.fill(form, viewer.workspace());
        }
        if (pin != null) {
            TypedPin.complete(form, viewer.workspace());
            Meanwhile.meet(pin, form, Actor.of(viewer), true, errors);
        }
        return form;
    }

    /** Of a pin that is there no more; null: nothing. */
    PinForm left(Long id) {
        Filled filled = kept.left("pins", id);
        return filled == null ? null : Composed.form(filled.fields());
    }
}
