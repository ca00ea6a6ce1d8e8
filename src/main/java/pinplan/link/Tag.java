package pinplan.link;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One name of a link's query, and what it says, with tokens in it. */
record Tag(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("\\{[^{}]*\\}");

    /** For a pin; null where a token in it says nothing, since half a value would be a wrong one. */
    String on(Tagged pin) {
        String said = value;
        for (Token token : Token.values()) {
            if (!said.contains(token.written())) {
                continue;
            }
            String word = token.of(pin);
            if (word.isEmpty()) {
                return null;
            }
            said = said.replace(token.written(), word);
        }
        return said;
    }

    /** What stands in braces and is no token; null: nothing. */
    String stranger() {
        Matcher braces = TOKEN.matcher(value);
        while (braces.find()) {
            String found = braces.group();
            if (Arrays.stream(Token.values()).noneMatch(token -> token.written().equals(found))) {
                return found;
            }
        }
        return null;
    }
}
