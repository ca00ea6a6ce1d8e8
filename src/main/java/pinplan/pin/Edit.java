package pinplan.pin;

import java.time.Instant;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** What the composer's buttons do to a pin, in one transaction: nothing of it stays where there are errors. */
record Edit(Workspace workspace, Actor by, Instant now) {
    /** @param id null for a new one; sent a second time, its form finds the pin that it made */
    Pin save(Long id, Composed composed, Errors errors) {
        PinForm form = composed.form();
        Pin pin = id != null
                ? Pin.locked(workspace, id)
                : form.sheet == null ? null : Pin.madeWith(workspace, form.sheet);
        if (id == null && pin != null) {
            form.earlier = pin.id;
        }
        PinStatus stood = pin == null ? PinStatus.DRAFT : pin.status();
        PinFields fields = fresh(pin, form, !composed.button().submits(), errors);
        if (errors.any()) {
            if (composed.button().submits() && errors.of("") == null) {
                // All that is wrong is said at once, not one after another.
                PinReadiness.lacking(Pin.imagined(workspace, id, fields, form.reason()), now)
                        .byField()
                        .forEach(errors::add);
            }
            return pin;
        }
        if (pin == null) {
            pin = Pin.typed(workspace, fields, by, now);
            pin.madeWith(form.sheet);
            say(pin, form);
        } else if (form.earlier == null) {
            // It may be what lets it move; but said of another page it is only right once it leads there.
            boolean samePage = pin.link().equals(fields.link());
            if (samePage) {
                say(pin, form);
            }
            pin.edit(fields, by, now);
            if (!samePage) {
                say(pin, form);
            }
            Editing.ends(pin, by.member(), now);
        } else if (pin.edits(fields) || pin.movedBy(fields)) {
            form.reply.ask();
            errors.add("", "This form made the pin already, with other words. Save again to change it.");
        }
        boolean sentAgain = form.earlier != null && pin.status() != PinStatus.DRAFT;
        if (composed.button().submits() && !errors.any() && !sentAgain) {
            submit(pin, errors);
        }
        form.reply.left(stood, pin.status());
        return pin;
    }

    private void say(Pin pin, PinForm form) {
        if (form.spacingReason != null) {
            pin.closer(form.spacingReason, by, now);
        }
    }

    private void submit(Pin pin, Errors errors) {
        PinReadiness.lacking(pin, now).byField().forEach(errors::add);
        if (!errors.any()) {
            pin.submit(by, now);
        }
    }

    Pin schedule(Long id, PinForm form, Errors errors) {
        Pin pin = Pin.locked(workspace, id);
        PinFields fields = fresh(pin, form, false, errors);
        if (!errors.any() && pin.edits(fields)) {
            errors.add(
                    "",
                    "You changed more than the time. Save draft first, or undo those changes: this button gives it a time and nothing else.");
        }
        if (!errors.any()) {
            say(pin, form);
            pin.schedule(fields.plannedFor(), by, now);
            Editing.ends(pin, by.member(), now);
        }
        return pin;
    }

    /** What was typed, and with it what others changed meanwhile; where that can't be, or not unasked, the errors say so. */
    private PinFields fresh(Pin pin, PinForm form, boolean onlySaves, Errors errors) {
        TypedPin.complete(form, workspace);
        if (pin != null) {
            Meanwhile.meet(pin, form, by, onlySaves, errors);
        }
        return TypedPin.read(form, workspace, errors);
    }
}
