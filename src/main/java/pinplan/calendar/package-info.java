/**
 * Pins in time: Month, the Hours of a week or a day, the list and the tray of what has no time, each with its Filters in the address. One query
 * of Chips per view, no rules of its own: what changes a pin is a verb of Pin.
 *
 * <p>Must not know: review, publishing, publer.
 */
package pinplan.calendar;
