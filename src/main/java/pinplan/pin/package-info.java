/**
 * The centre: a Pin, its content and lifecycle, its Revisions from the first submission on, and PinEvents, its history.
 * Each verb on Pin states its rule, changes the state and records one PinEvent, which is fired in the same transaction:
 * whoever needs to follow observes it. This package does not know that reviews, publishing or notifications exist.
 *
 * <p>What a Pin is made of: a {@link pinplan.pin.PinBody} is what people typed, with its {@link pinplan.pin.PinLink} and its
 * {@link pinplan.pin.Timing}; a {@link pinplan.pin.PinState} is that and where it stands: a {@link pinplan.pin.Standing} is how
 * far they agreed on it, an {@link pinplan.pin.Order} how publishing it fares, and the {@link pinplan.pin.PinStatus} follows from
 * these two.
 *
 * <p>Two people at one pin: the composer's form carries what it began with, a {@link pinplan.pin.Merge} compares that with
 * what was typed and what is saved by now, and {@link pinplan.pin.Meanwhile} says what goes together and asks about the rest.
 * {@link pinplan.pin.Editing} is who is at it right now.
 *
 * <p>What it looks like there: a {@link pinplan.pin.Preview}, made by {@link pinplan.pin.Previews} of a pin or of what is
 * typed, and shown by one panel wherever somebody looks at a pin whole; a {@link pinplan.pin.FeedTitle} is how much of its
 * title shows.
 *
 * <p>What stands for a film before it plays: a {@link pinplan.pin.TypedCover} as it is chosen, in a {@link
 * pinplan.pin.Shot} as it is kept, a {@link pinplan.pin.CoverView} as it is shown. A frame is taken in the page, which can
 * play the film, and is a picture like any other from then on.
 *
 * <p>What was a pin before: each {@link pinplan.pin.Revision} keeps what it named by its ids, {@link pinplan.pin.Found} finds
 * that again for many at once, a {@link pinplan.pin.Change} is one field that differs between two, and
 * {@link pinplan.pin.Decided} is which one a reviewer compares with.
 */
package pinplan.pin;
