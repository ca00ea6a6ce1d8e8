package pinplan.pin;

import java.util.List;

/** Titles and how many of their characters the feed shows: the server and the page cut them alike. */
public final class FeedTitles {
    public static final List<Cut> ALL = List.of(
            new Cut("", 0),
            new Cut("a".repeat(40), 40),
            new Cut("a".repeat(41), 40),
            new Cut("🍋".repeat(50), 40),
            new Cut("檸".repeat(30), 30),
            new Cut("檸".repeat(31), 30),
            new Cut("レモン".repeat(12), 30),
            new Cut("레몬".repeat(20), 30),
            new Cut("ليمون".repeat(8), 30),
            // The bar that lengthens a vowel is of no script.
            new Cut("ー".repeat(41), 40),
            new Cut("Zitrone ".repeat(2) + "檸".repeat(30), 34),
            new Cut("a".repeat(39) + "e\u0301" + "bc", 39),
            new Cut("a".repeat(38) + "👩\u200d🍳 bakes", 38),
            new Cut("a".repeat(39) + "👍🏽!", 39),
            new Cut("e" + "\u0301".repeat(60), 40));

    private FeedTitles() {}

    public record Cut(String title, int shown) {}
}
