/**
 * The mirror of Publer's Pinterest accounts and boards: Account, Board, BoardSync, and the page where a workspace is
 * connected to Publer. Mirrored things are retired, never deleted. Knows nothing of pins.
 */
package pinplan.board;
