package pinplan.publishing;

import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What goes with one request, asked for by ids: always as many parameters, so that it is one query, translated once. A list
 * would be translated anew each time.
 */
final class Batch {
    /** Publer names the account of what it refuses, and not more: one pin of each account, and not too many. */
    static final int MOST = 10;

    /** In a query: {@code p.id} is one of them. */
    static final String IN = IntStream.rangeClosed(1, MOST)
            .mapToObj(number -> "?" + number)
            .collect(Collectors.joining(", ", " in (", ")"));

    private Batch() {}

    /** The parameters for {@link #IN}. What there is too few of is said twice. */
    static Object[] of(Collection<?> ids) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException(ids.size() + " ids");
        }
        Object[] all = Arrays.copyOf(ids.toArray(), MOST);
        Arrays.fill(all, ids.size(), MOST, all[0]);
        return all;
    }

    /** The same for a query that is made already. */
    static <Q extends Query> Q set(Q query, Collection<?> ids) {
        Object[] all = of(ids);
        for (int i = 0; i < all.length; i++) {
            query.setParameter(i + 1, all[i]);
        }
        return query;
    }
}
