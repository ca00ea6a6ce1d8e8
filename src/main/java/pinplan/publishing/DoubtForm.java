package pinplan.publishing;

import java.util.regex.Pattern;
import pinplan.web.Errors;
import pinplan.web.Typed;

/**
 * What a person types before it counts that a pin is not at Publer, or that it is published: sent again or ended it shall not
 * be by a slip of the hand.
 */
public record DoubtForm(String confirm, String link, Errors errors) {
    static final String NOT_THERE = "not there";

    private static final int LONGEST = 2048;

    /** Without a group that repeats: Java takes a piece of the stack for each time. */
    private static final Pattern PINTEREST = Pattern.compile(
            "(?:https?://)?(?:(?!\\.|[^/]*\\.\\.)(?:[a-z.]+\\.)?pinterest\\.(?:com?\\.)?[a-z]{2,4}|pin\\.it)(?:/\\S*)?",
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
        Errors errors = new Errors();
        String typed = Typed.line("link", link, errors).atMost(LONGEST).text();
        if (!errors.any() && !typed.isEmpty() && !PINTEREST.matcher(typed).matches()) {
            errors.add("link", "This is not an address on Pinterest, such as https://www.pinterest.com/pin/123/.");
        }
        return new DoubtForm("", typed, errors);
    }

    /** Empty when it is not known. */
    String address() {
        return link.isEmpty() ? "" : "https://" + link.replaceFirst("^(?i)https?://", "");
    }
}
