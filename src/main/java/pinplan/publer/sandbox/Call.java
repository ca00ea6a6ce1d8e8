package pinplan.publer.sandbox;

/** A request as it came in. */
record Call(Operation operation, String method, String path, String body, String workspaceId) {}
