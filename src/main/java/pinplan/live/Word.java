package pinplan.live;

/** All that an open page is ever told. */
enum Word {
    /** Something of your workspace: ask again. */
    CHANGED,
    /** Nothing, but the line is open. Proxies cut a line on which nothing is said. */
    STILL_HERE
}
