/**
 * The mirror of Publer's Pinterest accounts and their boards: Account, Board and how the last look ended, LastSync.
 * {@link pinplan.board.BoardSync} decides when to look, {@link pinplan.board.Look} asks, {@link pinplan.board.Mirror}
 * writes; {@link pinplan.board.Fare} pays each request. Mirrored things are retired, never deleted, and only by an answer
 * that was complete. Here too: the page where a workspace is connected to Publer, and the connection that comes from the
 * environment ({@link pinplan.board.PublerEnvironment}). It knows nothing of pins: their counts on its pages are template
 * extensions of theirs.
 */
package pinplan.board;
