package pinplan.pin;

/**
 * One thing that a person takes over from the page behind the link, by its own button.
 *
 * @param value as it was offered
 */
record Taking(What what, String value) {
    enum What {
        TITLE("takeTitle"),
        DESCRIPTION("takeDescription"),
        /** Into the library. */
        PICTURE("takePicture"),
        /** From where it is: Publer fetches it. */
        PICTURE_THERE("leavePicture");

        final String field;

        What(String field) {
            this.field = field;
        }
    }
}
