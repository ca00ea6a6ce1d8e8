package pinplan.support;

/**
 * Fills a path parameter for the tests that walk every route. Each feature brings a class of its own, anywhere among the tests,
 * with a constructor without parameters; a route whose parameter nobody fills fails the walk.
 */
public interface Sample {
    /** As {@code @Path} says it, up to and including the parameter: {@code /pins/{id}}. */
    String path();

    /**
     * The value for a thing in these people's workspace: a new one each time, since the walk may change or remove it. Where the
     * path has several parameters: everything from the first of them on.
     */
    String in(People people);
}
