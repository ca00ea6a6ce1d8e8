package pinplan.calendar;

/**
 * An account, a board or a person, by which the calendar can be filtered.
 *
 * @param accountId of a board; else null
 * @param gone no longer there to be chosen
 * @param locked of an account: whether it can't be used now
 */
public record Choice(Long id, String name, Long accountId, boolean gone, boolean locked) {}
