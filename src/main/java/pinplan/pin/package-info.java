/**
 * The centre: a Pin, its content and lifecycle, the Revisions that were submitted of it, and PinEvents, its history.
 * Each verb on Pin states its rule, changes the state and records one PinEvent, which is fired in the same transaction:
 * whoever needs to follow observes it. This package does not know that reviews, publishing or notifications exist.
 */
package pinplan.pin;
