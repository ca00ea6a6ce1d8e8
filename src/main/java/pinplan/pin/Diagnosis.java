package pinplan.pin;

/** Whoever knows why a pin does not go out. Asked by those who tell people of it. */
public interface Diagnosis {
    /**
     * @param cause in a sentence
     * @param fix the one thing to do about it
     * @param address the page where that is done
     * @param button what to press to get there
     */
    record Finding(String cause, String fix, String address, String button) {}

    /** Null where nothing is wrong with it, or not any more. */
    Finding of(Pin pin);
}
