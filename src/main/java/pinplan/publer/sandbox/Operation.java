package pinplan.publer.sandbox;

import java.util.EnumSet;
import java.util.Set;

/** What one request asks for. */
public enum Operation {
    ME,
    WORKSPACES,
    ACCOUNTS,
    BOARDS,
    UPLOAD,
    MEDIA,
    FROM_URL,
    SCHEDULE,
    PUBLISH,
    JOB,
    POSTS,
    DELETE,
    UPDATE;

    public static final Set<Operation> CREATES = EnumSet.of(SCHEDULE, PUBLISH);
    public static final Set<Operation> ALL = EnumSet.allOf(Operation.class);

    boolean needsWorkspace() {
        return this != ME && this != WORKSPACES;
    }
}
