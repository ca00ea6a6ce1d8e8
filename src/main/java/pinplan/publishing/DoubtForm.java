package pinplan.publishing;

import java.util.regex.Pattern;
import pinplan.web.Errors;

/** What a person types about a pin of which nobody knows whether it is out. */
public record DoubtForm(String confirm, String post, Errors errors) {
    static final String NOT_THERE = "not there";
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    static DoubtForm empty() {
        return new DoubtForm("", "", new Errors());
    }

    /** Saying so sends it again or ends it: nobody shall do that with one slip of the hand. */
    static DoubtForm notThere(String confirm) {
        Errors errors = new Errors();
        if (!strip(confirm).equalsIgnoreCase(NOT_THERE)) {
            errors.add("confirm", "Type “%s” when you have looked and not found it.".formatted(NOT_THERE));
        }
        return new DoubtForm(strip(confirm), "", errors);
    }

    static DoubtForm adopted(String post) {
        Errors errors = new Errors();
        if (!ID.matcher(strip(post)).matches()) {
            errors.add("post", "This is no id of a Publer post: it has letters and digits only.");
        }
        return new DoubtForm("", strip(post), errors);
    }

    private static String strip(String typed) {
        return typed == null ? "" : typed.strip();
    }

    public String error(String field) {
        return errors.of(field);
    }
}
