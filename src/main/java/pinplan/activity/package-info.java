/**
 * What everybody did, for who asks later: lines that are only ever added, each bound to all before it. {@link
 * pinplan.activity.Activity} is a line, {@link pinplan.activity.Recorder} writes one for each {@link pinplan.pin.PinEvent}
 * and each {@link pinplan.team.Deed}, {@link pinplan.activity.Sealing} binds them a moment later, and {@link
 * pinplan.activity.Chain} finds what was taken away or changed since. A line stands by itself: it holds names as they
 * were, and points at nothing that could be missing later.
 *
 * <p>The seals are keyed by the master key, which is not in the database: who has only the database can't change or take away what
 * is sealed so that it looks whole. They can wind a chain back and have its end sealed anew, as they want it; that is
 * found by a seal that was noted elsewhere, which is why each export carries them and the log names the last one each day.
 * And they can write a new line as the application would.
 */
package pinplan.activity;
