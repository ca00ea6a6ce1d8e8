/**
 * The centre: a Pin, its content and lifecycle, the Revisions that were submitted of it, and PinEvents, its history.
 * Each verb on Pin states its rule, changes the state and records one PinEvent, which is fired in the same transaction:
 * whoever needs to follow observes it. This package does not know that reviews, publishing or notifications exist.
 *
 * <p>Two people at one pin: the composer's form carries what it began with, a {@link pinplan.pin.Merge} compares that with
 * what was typed and what is saved by now, and {@link pinplan.pin.Meanwhile} says what goes together and asks about the rest.
 * {@link pinplan.pin.Editing} is who is at it right now.
 */
package pinplan.pin;
