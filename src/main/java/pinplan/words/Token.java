package pinplan.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a template can take from the pin that it is used for. */
public enum Token {
    CAMPAIGN,
    BOARD,
    ACCOUNT,
    LINK_HOST,
    DATE;

    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}");

    String written() {
        return "{" + name().toLowerCase(Locale.ROOT).replace('_', ' ') + "}";
    }

    static String all() {
        return Arrays.stream(values()).map(Token::written).collect(Collectors.joining(", "));
    }

    /** With all that is known; the others stay, so that one sees what is missing. */
    static String fill(String text, Known known) {
        return BRACES.matcher(text).replaceAll(found -> {
            Token token = of(found.group());
            String said = token == null ? "" : token.of(known);
            return Matcher.quoteReplacement(said.isEmpty() ? found.group() : said);
        });
    }

    /** Those that still stand in a text, as they are written there. */
    public static List<String> open(String text) {
        return braces(text).stream().filter(found -> of(found) != null).toList();
    }

    /** What stands in braces and is no token; null: nothing. */
    static String stranger(String text) {
        return braces(text).stream()
                .filter(found -> of(found) == null)
                .findFirst()
                .orElse(null);
    }

    private static List<String> braces(String text) {
        return BRACES.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private static Token of(String written) {
        return Arrays.stream(values())
                .filter(token -> token.written().equals(written))
                .findFirst()
                .orElse(null);
    }

    private String of(Known known) {
        return switch (this) {
            case CAMPAIGN -> known.campaign();
            case BOARD -> known.board();
            case ACCOUNT -> known.account();
            case LINK_HOST -> known.linkHost();
            case DATE -> known.date();
        };
    }
}
