/**
 * Page furniture that knows no feature: Answer, PageWriter, Errors, Flash, SameOrigin, SecurityHeaders, ErrorPages, Formats, Habits, Paging.
 *
 * <p>Must not know: any other package of ours. Templates may meet features; these classes may not.
 */
package pinplan.web;
