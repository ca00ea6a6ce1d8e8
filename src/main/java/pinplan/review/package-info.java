/**
 * People agreeing on pins: the desk where they wait, the decisions, and what changed since the last one. Decisions are
 * verbs of Pin; this package only asks for them. What is said in comments is fired as {@link pinplan.review.Said}, for who tells
 * those it concerns. Must not know publishing.
 */
package pinplan.review;
