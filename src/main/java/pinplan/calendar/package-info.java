/**
 * Pins in time: Month, the Hours of a week or a day, the list and the tray of what has no time, each with its Filters in the
 * address. One query of Chips per view, which pages show as Cards; no rules of its own: what changes a pin is a verb of Pin.
 * Beside ours stand the pins that were MadeInPubler, read from the table foreign_post by the same query. Above the days runs a
 * Strip of Bars: campaigns, moments and notes. The Timeline has them week by week.
 *
 * <p>Must not know: change, review, publishing, publer.
 */
package pinplan.calendar;
