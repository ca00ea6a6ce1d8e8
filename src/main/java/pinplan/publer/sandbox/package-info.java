/**
 * A Publer inside our own jar, over real HTTP: for tests, for a first try, for the demo. It speaks Publer's paths and
 * messages, moves with the application's clock, publishes when a post's time has come, and can be told to misbehave in
 * every way that a network or Publer may. All of it is rows, so killing the process loses nothing here either.
 *
 * <p>{@link pinplan.publer.sandbox.SandboxWorld} is everything behind one key, so that workspaces and tests do not
 * disturb one another; {@link pinplan.publer.sandbox.SandboxApi} is the wire; {@link pinplan.publer.sandbox.Composer}
 * is what runs when a job runs; {@link pinplan.publer.sandbox.Fault} lists the misbehaviours; {@link
 * pinplan.publer.sandbox.Stage} scripts them and reads {@link pinplan.publer.sandbox.SandboxLog}, the other end's own
 * record. It must not know pins, boards of ours or publications, and only the demo and tests may name it.
 */
package pinplan.publer.sandbox;
