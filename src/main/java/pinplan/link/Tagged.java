package pinplan.link;

/**
 * What is known of the pin whose link gets tags; null where there is none.
 *
 * @param number the pin's own, which a new one does not have yet
 */
public record Tagged(String campaign, String board, String account, String number) {}
