package pinplan.board;

import pinplan.publer.Outcome;

/** Why Publer gave no answer that helps, for people. What Publer itself said is quoted. */
final class Said {
    private Said() {}

    static String by(Outcome<?> outcome) {
        boolean itsOwnWords = outcome instanceof Outcome.Denied
                || outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.Busy;
        return itsOwnWords ? "Publer says: “" + outcome.sentence() + "”" : outcome.sentence();
    }
}
