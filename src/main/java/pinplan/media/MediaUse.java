package pinplan.media;

/** Whoever shows media says which of them nobody shows. */
public interface MediaUse {
    /** A condition on the table media: that nothing shows it. */
    String unused();
}
