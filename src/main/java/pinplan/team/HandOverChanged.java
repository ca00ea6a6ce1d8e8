package pinplan.team;

/** Within the transaction: from now on pins are handed over to Publer at another time. */
public record HandOverChanged(Workspace workspace) {}
