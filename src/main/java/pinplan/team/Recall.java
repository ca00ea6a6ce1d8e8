package pinplan.team;

/** Whoever keeps what is typed and not saved brings it back into a form of ours. */
public interface Recall {
    /**
     * @param which form it is
     * @param form as it is without that
     */
    <T> T into(String which, T form);
}
