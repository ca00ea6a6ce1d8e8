/**
 * People agreeing on pins: the policies that say who has to, the desk where pins wait, the decisions, comments, and what changed
 * since the last decision. Deciding is a verb of Pin, which asks its {@link pinplan.pin.Agreement} whose turn it is and what that
 * makes of the pin: {@link pinplan.review.Agreements} answers, so that no door leads around a policy. What is said in comments is
 * fired as {@link pinplan.review.Said}, for who tells those it concerns. Must not know publishing.
 */
package pinplan.review;
