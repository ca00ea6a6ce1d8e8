package pinplan.pin;

/** Whose change of one thing it is that counts. */
enum Outcome {
    /** Nobody's, or both made the same of it. */
    SAME,
    YOURS,
    THEIRS,
    CLASH;

    static Outcome of(Object before, Object yours, Object theirs) {
        if (yours.equals(theirs)) {
            return SAME;
        }
        return before.equals(theirs) ? YOURS : before.equals(yours) ? THEIRS : CLASH;
    }
}
