/**
 * Words that a team uses again and again, each under a name: a {@link pinplan.words.Snippet} is put into a text, a
 * {@link pinplan.words.Template} makes the first texts of a pin, with each {@link pinplan.words.Token} in it filled. What was
 * put in is ordinary text from then on: nothing here remembers where.
 *
 * <p>Must not know: pins, and the campaigns that begin with a template.
 */
package pinplan.words;
