package pinplan.bench;

/** Something that takes what is due and sees it through. */
interface Engine {
    /** Gets so much to do that it is busy for about a second, and does it: how many a second. */
    double round() throws Exception;
}
