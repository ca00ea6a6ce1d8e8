package pinplan.link;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a tag can take from the pin that it is put on. */
enum Token {
    CAMPAIGN,
    BOARD,
    PIN,
    ACCOUNT;

    String written() {
        return "{" + name().toLowerCase(java.util.Locale.ROOT) + "}";
    }

    static String all() {
        return Arrays.stream(values()).map(Token::written).collect(Collectors.joining(", "));
    }

    String of(Tagged pin) {
        String name = switch (this) {
            case CAMPAIGN -> pin.campaign();
            case BOARD -> pin.board();
            case PIN -> pin.number();
            case ACCOUNT -> pin.account();
        };
        return name == null ? "" : Slug.of(name);
    }
}
