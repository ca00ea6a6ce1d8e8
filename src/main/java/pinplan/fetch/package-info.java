/**
 * The only way out to other people's servers: {@link pinplan.fetch.SafeFetcher}, which knows no network but the public one.
 * It brings the bytes of a picture into a file, or a {@link pinplan.fetch.WebPage}: how a page answered, and the begin of its
 * HTML. What is made of these is the matter of whoever asked.
 */
package pinplan.fetch;
