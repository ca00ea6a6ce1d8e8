/**
 * Open pages learn that somebody changed something: the {@link pinplan.live.Listener} hears it from PostgreSQL, whichever
 * replica did it, and tells each {@link pinplan.live.Follower} of that workspace. What changed is not said: a page asks for
 * itself again, so that the right and the filters are looked at as ever.
 *
 * <p>Must not know: pins, or anything else that a workspace holds. What is told is decided by the triggers of the tables.
 */
package pinplan.live;
