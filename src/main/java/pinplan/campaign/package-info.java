/**
 * A named effort with goal, brief, dates, owner and colour; and what else matters on a day: moments and notes. Knows nothing of
 * the pins that are planned for them, nor of the calendar that shows them.
 */
package pinplan.campaign;
