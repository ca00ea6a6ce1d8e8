/**
 * What a person does to one pin or many in one go, and takes back in one go: moves and deletions, each a ChangeSet that
 * remembers what its pins were; what is done to a moment; and the change of the workspace's zone, which concerns all that is planned. The rules are those of Pin's verbs, also for an undo.
 *
 * <p>Must not know: calendar, review, publishing, publer.
 */
package pinplan.change;
