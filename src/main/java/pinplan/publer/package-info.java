/**
 * The only folder that speaks Publer. {@link pinplan.publer.PublerGateway} makes one HTTP request per method, never a
 * second one, and turns every ending into one named {@link pinplan.publer.Outcome}; {@link pinplan.publer.PublerApi} is
 * Publer's wire contract, {@link pinplan.publer.Reply} reads what came back, {@link pinplan.publer.Job} decides what a
 * job's state means. {@link pinplan.publer.Connection} is where a workspace's Publer is, with its key sealed by
 * {@link pinplan.publer.KeyBox}; {@link pinplan.publer.Lane} is one key's request budget and its pause.
 *
 * <p>It knows no pin, no board of ours and no page: a workspace is a number here. Of the other packages it names only
 * {@code database}, for the master key and its clock.
 */
package pinplan.publer;
