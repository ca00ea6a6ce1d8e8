package pinplan.change;

import jakarta.ws.rs.core.Response;
import pinplan.web.Answer;

/** Said with what was done: how to take it back. */
final class Undo {
    private Undo() {}

    static Response offered(String path, Outcome outcome) {
        return outcome.changes() == null
                ? Answer.refused(path, outcome.words())
                : Answer.seeOther(path, outcome.words(), address(outcome.changes()));
    }

    static String address(Long changes) {
        return "/changes/" + changes + "/undo";
    }
}
