package pinplan.guest;

/** What a passcode that somebody typed is answered. */
enum Admission {
    RIGHT(""),
    WRONG("This is not the passcode."),
    /** Not even looked at. */
    TOO_OFTEN(
            "A wrong passcode was typed too often, so this one was not looked at. Wait a little, then type it again.");

    final String refusal;

    Admission(String refusal) {
        this.refusal = refusal;
    }
}
