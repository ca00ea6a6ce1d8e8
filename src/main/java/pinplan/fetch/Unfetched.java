package pinplan.fetch;

/** An address from which nothing is fetched, and why, in a sentence for the person. */
public class Unfetched extends Exception {
    Unfetched(String sentence) {
        // The stack says nothing: refusing is ordinary.
        super(sentence, null, false, false);
    }
}
