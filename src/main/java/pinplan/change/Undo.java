package pinplan.change;

import jakarta.ws.rs.core.Response;
import pinplan.web.Answer;

/** Said with what was done: how to take it back. */
final class Undo {
    private Undo() {}

    static Response offered(String path, Outcome outcome) {
        String way = outcome.changes() == null ? null : address(outcome.changes());
        if (!outcome.any()) {
            return Answer.refused(path, outcome.words());
        }
        if (!outcome.whole()) {
            return Answer.partly(path, outcome.words(), way);
        }
        return way == null ? Answer.seeOther(path, outcome.words()) : Answer.seeOther(path, outcome.words(), way);
    }

    /** What was taken back is marked, but not offered to be taken back. */
    static Response done(String path, ChangeSet changes, Outcome outcome) {
        String what = "/changes/" + changes.id;
        return outcome.whole()
                ? Answer.seeOther(path, outcome.words(), what)
                : Answer.partly(path, outcome.words(), what);
    }

    static String address(Long changes) {
        return "/changes/" + changes + "/undo";
    }
}
