package pinplan.publishing;

/**
 * One way in which Publer may speak, as its documentation and its clients report it; each has an account of its own.
 *
 * @param wrapped    answers about jobs in {@code data}, and the job's own in {@code data.result}
 * @param done       the word for a job that has ended
 * @param failures   how the job refuses, or not at all
 * @param lag        looks into the listing before a new post is there
 * @param integerIds ids of posts and jobs are numbers
 * @param others     posts of other people in the same listing
 * @param firstPage  the number of the first page; a lower one gives it too
 * @param lateLink   looks at the published post before it has its link
 * @param noise      fields that nobody knows, and nulls
 */
record Dialect(
        String name,
        boolean wrapped,
        String done,
        Failures failures,
        int lag,
        boolean integerIds,
        int others,
        int firstPage,
        int lateLink,
        boolean noise) {
    static final String REFUSAL = "Album can't be blank";

    enum Failures {
        NONE,
        OBJECT,
        ARRAY
    }

    static Dialect plain(String name) {
        return new Dialect(name, false, "complete", Failures.NONE, 0, false, 0, 0, 0, false);
    }

    Dialect inTheOtherEnvelope() {
        return new Dialect(name, true, done, failures, lag, integerIds, others, firstPage, lateLink, noise);
    }

    Dialect saying(String word) {
        return new Dialect(name, wrapped, word, failures, lag, integerIds, others, firstPage, lateLink, noise);
    }

    Dialect refusingBy(Failures shape) {
        return new Dialect(name, wrapped, done, shape, lag, integerIds, others, firstPage, lateLink, noise);
    }

    Dialect listingAfter(int looks) {
        return new Dialect(name, wrapped, done, failures, looks, integerIds, others, firstPage, lateLink, noise);
    }

    Dialect withNumbersForIds() {
        return new Dialect(name, wrapped, done, failures, lag, true, others, firstPage, lateLink, noise);
    }

    Dialect amongOthers(int posts, int first) {
        return new Dialect(name, wrapped, done, failures, lag, integerIds, posts, first, lateLink, noise);
    }

    Dialect linkAfter(int looks) {
        return new Dialect(name, wrapped, done, failures, lag, integerIds, others, firstPage, looks, noise);
    }

    Dialect noisy() {
        return new Dialect(name, wrapped, done, failures, lag, integerIds, others, firstPage, lateLink, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
