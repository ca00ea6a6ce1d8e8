package pinplan.review;

import java.util.List;

/**
 * To which page one turned, of the threads of one pin and of the answers in one thread; everything else shows what is latest.
 *
 * @param pin null: none
 * @param page of its threads
 * @param thread of which other answers are shown than the last; null: none
 * @param after how many answers are after those
 */
record Turn(Long pin, int page, Long thread, long after) {
    private static final Turn NONE = new Turn(null, 1, null, 0);

    /** A comment that has to be shown comes before a page that is asked for. */
    static Turn in(List<Long> pins, Threads.Kind kind, Passage passage) {
        if (passage.comment() != null) {
            Comment comment = Comment.<Comment>find("id = ?1 and pin.id in ?2", passage.comment(), pins)
                    .firstResult();
            return comment == null ? NONE : to(comment, kind);
        }
        Long pin = pins.size() == 1 ? pins.get(0) : passage.pin();
        return pin == null ? NONE : new Turn(pin, passage.page(kind), null, 0);
    }

    /** Where it is; nowhere, if its thread is of another kind. */
    private static Turn to(Comment comment, Threads.Kind kind) {
        Comment first = comment.first();
        if (!Threads.has(kind, first)) {
            return NONE;
        }
        return new Turn(
                comment.pin.id,
                (int) (Threads.after(kind, first) / Threads.SIZE) + 1,
                first.id,
                comment.answersAfter() / Threads.ANSWERS * Threads.ANSWERS);
    }

    /** Whether a page that asks for nothing shows this comment. */
    static boolean needless(Comment comment) {
        Threads.Kind kind = Threads.has(Threads.Kind.OPEN, comment.first()) ? Threads.Kind.OPEN : Threads.Kind.CLOSED;
        Turn turn = to(comment, kind);
        return turn.page == 1 && turn.after == 0;
    }

    int skipped() {
        return (page - 1) * Threads.SIZE;
    }
}
