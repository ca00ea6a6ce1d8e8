package pinplan.web;

import java.util.List;

/** One page out of a list: ask the query for {@code SIZE + 1} rows from {@code first} on, and no count is needed. */
public record Paging<T>(List<T> items, int page, boolean more) {
    public static final int SIZE = 50;
    /** Far enough for any list, and no offset that takes the database for a walk. */
    private static final int LAST = 10_000;

    /** The page that an address asks for; anything else is the first. */
    public static int asked(Integer page) {
        return page == null ? 1 : Math.max(1, Math.min(page, LAST));
    }

    public static int first(int page) {
        return first(page, SIZE);
    }

    /** @param size of a page that shows more or less of each than a list does */
    public static int first(int page, int size) {
        return (page - 1) * size;
    }

    public static <T> Paging<T> of(List<T> oneMoreThanShown, int page) {
        return of(oneMoreThanShown, page, SIZE);
    }

    public static <T> Paging<T> of(List<T> oneMoreThanShown, int page, int size) {
        boolean more = oneMoreThanShown.size() > size;
        return new Paging<>(more ? List.copyOf(oneMoreThanShown.subList(0, size)) : oneMoreThanShown, page, more);
    }

    public Integer previous() {
        return page > 1 ? page - 1 : null;
    }

    public Integer next() {
        return more ? page + 1 : null;
    }
}
