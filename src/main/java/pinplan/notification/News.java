package pinplan.notification;

import java.util.EnumSet;
import java.util.Set;
import pinplan.pin.Editorial;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;

/**
 * What a member can be told. What stops a pin, or what somebody waits for with a name, is usually mailed at once; what comes
 * in numbers is gathered, since nobody wants forty mails of one afternoon's review; what went well can wait for the morning.
 */
public enum News {
    SUBMITTED("asks you to decide on …", "Someone asks me to decide on a pin", Pace.BATCHED),
    REMINDED(
            "… still waits for your decision",
            "… still wait for your decision",
            "A pin that I am asked about goes out soon",
            Pace.NOW),
    ESCALATED(
            "… is due within a day and not approved: you are asked too",
            "… are due within a day and not approved: you are asked too",
            "Nobody has decided on a pin, and I am asked too",
            Pace.NOW),
    OVERDUE(
            "… went on hold: its time passed before anybody approved it",
            "… went on hold: their time passed before anybody approved them",
            "A pin's time passes before it is approved",
            Pace.NOW),
    PUT_OFF(
            "… was not approved in time and goes out later",
            "… were not approved in time and go out later",
            "A pin is put off because nobody approved it",
            Pace.BATCHED),
    APPROVED("approved …", "My pin is approved", Pace.BATCHED),
    CHANGES_REQUESTED("requested changes to …", "Changes to my pin are requested", Pace.BATCHED),
    APPROVAL_VOIDED(
            "changed … after it was approved: it needs another approval",
            "changed … after they were approved: they need another approval",
            "A pin is changed after its approval",
            Pace.BATCHED),
    REVIEW_ENDED(
            "changed … during its review: it is a draft again",
            "changed … during their review: they are drafts again",
            "A pin that I made or agreed to is changed during its review",
            Pace.BATCHED),
    WITHDRAWN(
            "withdrew …: it does not go out as it was reviewed",
            "withdrew …: they do not go out as they were reviewed",
            "A pin that I made or agreed to is withdrawn",
            Pace.BATCHED),
    HELD("put … on hold", "My pin is put on hold", Pace.BATCHED),
    PUBLISHED("… was published", "… were published", "My pin is published", Pace.DIGEST),
    FAILED("… failed", "A pin fails", Pace.NOW),
    /** Most of these are settled within minutes: those are not mailed at all. */
    OUTCOME_UNKNOWN(
            "… has an unknown outcome", "… have an unknown outcome", "A pin's outcome is unknown", Pace.BATCHED),
    ATTENTION(
            "… needs attention",
            "… need attention",
            "A pin is changed or held at Publer, or would fail as it is",
            Pace.BATCHED),
    PAGE_TROUBLED(
            "… leads to a page that has a problem",
            "… lead to pages that have a problem",
            "The page that my next pin leads to has a problem",
            Pace.BATCHED),
    COMMENTED("commented on …", "Someone comments on my pin", Pace.BATCHED),
    ANSWERED("answered in a thread on …", "Someone answers in a thread of mine", Pace.BATCHED),
    MENTIONED("mentioned you on …", "Someone mentions me", Pace.NOW);

    /** Something is asked of whom these tell. */
    static final Set<News> ASKING = EnumSet.of(SUBMITTED, REMINDED, ESCALATED);

    /** Somebody has to do something about what these tell, whoever it is. */
    static final Set<News> TROUBLE = EnumSet.of(FAILED, OUTCOME_UNKNOWN, ATTENTION);

    /** Where the pin stands in the words, or how many they are. */
    private static final String THING = "…";

    private final String one;
    private final String many;
    private final String choice;
    private final Pace usual;

    News(String words, String choice, Pace usual) {
        this(words, words, choice, usual);
    }

    News(String one, String many, String choice, Pace usual) {
        this.one = one;
        this.many = many;
        this.choice = choice;
        this.usual = usual;
    }

    /** What is said before so many pins, after who did it. */
    String before(int pins) {
        String words = words(pins);
        return words.substring(0, words.indexOf(THING));
    }

    String after(int pins) {
        String words = words(pins);
        return words.substring(words.indexOf(THING) + THING.length());
    }

    private String words(int pins) {
        return pins == 1 ? one : many;
    }

    /** What a member chooses a pace for. */
    public String choice() {
        return choice;
    }

    public Pace usual() {
        return usual;
    }

    /** The name of its field in a form. */
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean talk() {
        return this == COMMENTED || this == ANSWERED || this == MENTIONED;
    }

    boolean asks() {
        return ASKING.contains(this);
    }

    /** What leads from a mail to the one pin. */
    String button() {
        return talk() ? "Read and answer" : asks() ? "Look at the pin and decide" : "Open the pin";
    }

    /** Whether it may be worth a mail again, and is none now: what somebody is asked of a pin that is on hold meanwhile. */
    boolean waits(Pin pin) {
        return asks() && !pin.deleted() && pin.standing().heldInReview();
    }

    /** Whether it is worth a mail still: what was decided or settled meanwhile is not. */
    boolean stands(Pin pin) {
        if (pin.deleted()) {
            return false;
        }
        return switch (this) {
            case SUBMITTED, REMINDED, ESCALATED -> pin.status() == PinStatus.IN_REVIEW;
            case APPROVAL_VOIDED -> pin.editorial() != Editorial.APPROVED;
            case FAILED -> pin.status() == PinStatus.FAILED;
            case PAGE_TROUBLED ->
                pin.status() != PinStatus.PUBLISHED && pin.leads().troubled();
            case ATTENTION -> pin.attention();
            case OUTCOME_UNKNOWN -> pin.status() == PinStatus.OUTCOME_UNKNOWN;
            default -> true;
        };
    }
}
