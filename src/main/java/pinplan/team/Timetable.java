package pinplan.team;

/** Whoever plans by a workspace's clock: then a change of its zone is asked about before it is made. */
public interface Timetable {
    /** The page that asks; what it is asked about follows as {@code ?to=}. */
    String ASKS = "/changes/zone";

    boolean anythingAhead(Workspace workspace);
}
