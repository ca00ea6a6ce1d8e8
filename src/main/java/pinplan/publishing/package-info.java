/**
 * Getting it out, once. A Publication is the order to publish one approved revision; each request made for it is an
 * Attempt. Orders follows what happens to pins; the Dispatcher claims and sends, with the intent committed before the
 * call; the Reconciler looks, since what happened is never assumed. Nothing here decides what may be published.
 *
 * <p>A ForeignPost is a pin that somebody made in Publer itself: a Sighting keeps what a complete listing has of them, of
 * those that are read anyway and of the Survey's own. Nothing is decided by them; the calendar shows them.
 */
package pinplan.publishing;
