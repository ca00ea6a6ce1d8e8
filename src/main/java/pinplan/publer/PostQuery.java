package pinplan.publer;

import java.time.LocalDate;
import java.util.List;

/**
 * What to list.
 *
 * @param states never empty, since what Publer does without is not known
 * @param from   the first day, with {@code to} or not at all; whose midnight counts is not known, so pad by a day
 * @param page   from 0
 */
public record PostQuery(List<String> accountIds, List<String> states, LocalDate from, LocalDate to, int page) {
    public PostQuery {
        accountIds = List.copyOf(accountIds);
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a listing without states says nothing");
        }
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("from and to go together");
        }
    }

    public PostQuery page(int number) {
        return new PostQuery(accountIds, states, from, to, number);
    }
}
