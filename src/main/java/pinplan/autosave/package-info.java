/**
 * What somebody typed into a form and did not save is {@link pinplan.autosave.Kept} while they type, and offered when they open
 * the form again: after a crash, a closed tab or an ended session. A page asks {@code inject:kept.of('campaigns', id)} for
 * its {@link pinplan.autosave.KeptForm}; once the form is saved, {@link pinplan.autosave.Saved} ends what was kept of it. A page for guests says first whose it
 * is, {@link pinplan.autosave.KeptForms#guest}; what is kept for them goes with their link.
 *
 * <p>Must not know: whose forms they are, and what their fields mean.
 */
package pinplan.autosave;
