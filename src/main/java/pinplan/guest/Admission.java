package pinplan.guest;

/** What a passcode that somebody typed is answered. */
enum Admission {
    RIGHT(""),
    WRONG("That is not the passcode."),
    /** Not even looked at. */
    TOO_OFTEN("Too many wrong passcodes, so this one was not checked. Wait a little, then type it again.");

    final String refusal;

    Admission(String refusal) {
        this.refusal = refusal;
    }
}
