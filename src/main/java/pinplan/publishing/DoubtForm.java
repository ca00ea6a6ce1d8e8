package pinplan.publishing;

import java.util.regex.Pattern;
import pinplan.web.Errors;

/**
 * What a person types before it counts that a pin is not at Publer, or that it is published: sent again or ended it shall not
 * be by a slip of the hand.
 */
public record DoubtForm(String confirm, String link, Errors errors) {
    static final String NOT_THERE = "not there";

    private static final Pattern PINTEREST = Pattern.compile(
            "(?:https?://)?(?:(?:[a-z]+\\.)*pinterest\\.(?:com?\\.)?[a-z]{2,4}|pin\\.it)(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE);

    static DoubtForm empty() {
        return new DoubtForm("", "", new Errors());
    }

    static DoubtForm typed(String confirm) {
        String typed = confirm == null ? "" : confirm.strip();
        Errors errors = new Errors();
        if (!typed.equalsIgnoreCase(NOT_THERE)) {
            errors.add("confirm", "Type “%s” when you have looked and not found it.".formatted(NOT_THERE));
        }
        return new DoubtForm(typed, "", errors);
    }

    /** @param link may be empty: not everybody has it */
    static DoubtForm seen(String link) {
        String typed = link == null ? "" : link.strip();
        Errors errors = new Errors();
        if (!typed.isEmpty() && !PINTEREST.matcher(typed).matches()) {
            errors.add("link", "This is not an address on Pinterest, such as https://www.pinterest.com/pin/123/.");
        }
        return new DoubtForm("", typed, errors);
    }

    /** Empty when it is not known. */
    String address() {
        return link.isEmpty() ? "" : "https://" + link.replaceFirst("^(?i)https?://", "");
    }
}
