package pinplan.publishing;

import java.util.List;
import java.util.Locale;

/** What kind of thing went wrong, and the one thing that a person can do about it. */
public enum Fault {
    ACCOUNT("Account", "Connect the Pinterest account again in Publer", ", then press Retry", true),
    BOARD(
            "Board",
            "Choose another board and send the pin through review again",
            ". Retry helps only once this board is there again",
            false),
    MEDIA(
            "Media",
            "Replace the image or video and send the pin through review again",
            ". Retry helps only if Publer lost it: it is uploaded once more",
            false),
    LINK("Link", "Correct the destination link and send the pin through review again", "", false),
    TEXT("Text", "Correct the text and send the pin through review again", "", false),
    LIMIT("Limit", "Choose another time", ", or press Retry for the next free minute", true),
    CAP("Daily limit", "Choose a time on a less full day", "", false),
    HELD("Held at Publer", "Approve or schedule it in Publer, or withdraw the pin here", "", false),
    UNREACHABLE("Publer unreachable", "Wait until Publer can be reached again", ", then press Retry", true),
    CONFIGURATION("Configuration", "Check the Publer connection in Settings", ", then press Retry", true),
    UNKNOWN("Unknown", "Look at the account in Publer", ", then press Retry, or change the pin", false);

    private record Sign(Fault fault, String... parts) {}

    /** Publer gives no codes: the words are all there is. The first sign that matches wins. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(LIMIT, "rate limit", "too many requests", "another post at this time", "backdated"),
            new Sign(CAP, "daily limit", "limit reached", "per day", "cap of"),
            new Sign(BOARD, "album", "board"),
            new Sign(MEDIA, "for nil", "video", "image", "photo", "media", "file"),
            new Sign(ACCOUNT, "reauth", "reconnect", "token", "locked", "authoriz", "authoris", "disconnected"),
            new Sign(CONFIGURATION, "composer", "post type", "workspace", "api key", "state"),
            new Sign(LINK, "link", "url", "spam", "domain"),
            new Sign(TEXT, "title", "text", "description", "characters", "too long"));

    private final String word;
    private final String mend;
    private final String again;
    private final boolean outside;

    /**
     * @param mend    what is to be done about it, without its full stop
     * @param again   how that goes on where it failed for it, and Retry is there
     * @param outside nothing is wrong with the pin itself: once the cause is mended, the same one can be tried again
     */
    Fault(String word, String mend, String again, boolean outside) {
        this.word = word;
        this.mend = mend;
        this.again = again;
        this.outside = outside;
    }

    public boolean outside() {
        return outside;
    }

    public String word() {
        return word;
    }

    /** Where it failed for it. */
    public String action() {
        return mend + again + ".";
    }

    /** Where it has not failed yet, or can't be tried again as it is. */
    public String mend() {
        return mend + ".";
    }

    static Fault of(String sentence) {
        String said = sentence == null ? "" : sentence.toLowerCase(Locale.ROOT);
        for (Sign sign : SIGNS) {
            for (String part : sign.parts) {
                if (said.contains(part)) {
                    return sign.fault;
                }
            }
        }
        return UNKNOWN;
    }
}
