package pinplan.words;

/** How long Pinterest lets the texts of a pin be, in code points. The description's is the workspace's own. */
public final class Limits {
    public static final int TITLE = 100;
    public static final int ALT_TEXT = 500;

    /** Of snippets and of templates each: more is not chosen from, but searched. */
    static final int MOST = 100;

    private Limits() {}
}
