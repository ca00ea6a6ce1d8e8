package pinplan.web;

/** The number of something, as an address or a form names it. */
public final class Ids {
    private Ids() {}

    /** @return null where it is none that anything could have */
    public static Long read(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
    }
}
