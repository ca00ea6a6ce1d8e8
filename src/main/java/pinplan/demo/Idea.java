package pinplan.demo;

import java.util.List;
import java.util.Locale;

/** What a demo pin says: its words, the campaign and the board that it belongs to. */
record Idea(String title, String description, String campaign, int account, String board) {
    static final String BAKING = "Weekend baking";
    static final String GARDEN = "Balcony garden";

    static final List<List<String>> BOARDS = List.of(
            List.of("Cakes and tarts", "Bread", "Breakfast", "Weeknight dinners", "Jars and pickles", "Kitchen tools"),
            List.of("Balcony ideas", "Herbs", "Vegetables in pots", "Small rooms", "Storage", "Tools and soil"));

    static final List<String> ACCOUNTS = List.of("Lemon & Thyme", "Small Green Places");

    private static Idea baking(String title, String description, String board) {
        return new Idea(title, description, BAKING, 0, board);
    }

    private static Idea kitchen(String title, String description, String board) {
        return new Idea(title, description, null, 0, board);
    }

    private static Idea garden(String title, String description, String board) {
        return new Idea(title, description, GARDEN, 1, board);
    }

    private static Idea home(String title, String description, String board) {
        return new Idea(title, description, null, 1, board);
    }

    String link() {
        return "https://example.org/" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    String altText() {
        return "A painted picture for “" + title + "”";
    }

    static final List<Idea> ALL = List.of(
            baking("No-bake lemon tart", "Twelve slices, five ingredients, no oven.", "Cakes and tarts"),
            garden("Tomatoes on a balcony", "Three pots, one stake each, and water at the root.", "Vegetables in pots"),
            kitchen("Quick pickled onions", "Ready in the time it takes to lay the table.", "Jars and pickles"),
            home("A shelf over the door", "The space that nobody uses holds twenty books.", "Storage"),
            baking("Carrot cake in one bowl", "One bowl, one whisk, and it keeps for days.", "Cakes and tarts"),
            garden("Basil that lasts all summer", "Cut above the second pair of leaves, every time.", "Herbs"),
            kitchen("Sheet-pan gnocchi", "Crisp outside, soft inside, nothing to drain.", "Weeknight dinners"),
            home("A desk in a cupboard", "Two hinges and a board; it closes at six.", "Small rooms"),
            baking("Overnight focaccia", "The fridge does the kneading.", "Bread"),
            garden(
                    "Sow now, eat in six weeks",
                    "Radish, rocket and pea shoots for the impatient.",
                    "Vegetables in pots"),
            kitchen("Baked oats with berries", "Made tonight, breakfast until Friday.", "Breakfast"),
            home("Hooks for a narrow hall", "Coats at two heights, for two heights of people.", "Storage"),
            baking("Braided milk bread", "Three strands, and a fourth for the brave.", "Bread"),
            garden("A trellis from twine", "Ten minutes, four nails, one ball of twine.", "Balcony ideas"),
            kitchen("Jam without a thermometer", "A cold saucer tells you all there is to know.", "Jars and pickles"),
            home("Light for a dark corner", "One mirror, opposite the window, and a lamp behind it.", "Small rooms"),
            baking("Almond crescents", "They break if you look at them, and that is right.", "Cakes and tarts"),
            garden("Compost without smell", "Two parts brown, one part green, and a lid.", "Tools and soil"),
            kitchen("Five knives, and which to buy", "You need two. Here are the other three.", "Kitchen tools"),
            home("Six baskets, one wardrobe", "Measured first, bought second.", "Storage"),
            baking("Plum crumble for a crowd", "Twice the crumble, half the sugar.", "Cakes and tarts"),
            garden("Mint, in its own pot", "Or it is all you will have.", "Herbs"),
            kitchen("Lentils that are not dull", "Vinegar at the end, herbs by the handful.", "Weeknight dinners"),
            home("A bench that hides shoes", "Fourteen pairs, out of sight.", "Small rooms"),
            baking("Seeded crackers", "Roll them thinner than you dare.", "Bread"),
            garden("Strawberries upside down", "The slugs cannot read a hanging basket.", "Vegetables in pots"),
            kitchen("Soft eggs, every time", "Six and a half minutes, then ice.", "Breakfast"),
            home("Paint the frame, not the wall", "One tin, one afternoon, another room.", "Small rooms"),
            baking("Chocolate loaf, no butter", "Oil keeps it soft until Wednesday.", "Cakes and tarts"),
            garden("What to do with one square metre", "A plan by the month, drawn to scale.", "Balcony ideas"),
            kitchen("Broth from what is left", "A bag in the freezer, an hour on the stove.", "Weeknight dinners"),
            home("A wall of spice jars", "Magnets, and a list of what is in them.", "Storage"),
            baking("Cardamom buns", "The knot is easier than it looks.", "Bread"),
            garden("Lettuce in a gutter", "Shallow roots, long windowsills.", "Vegetables in pots"),
            kitchen("Granola by feel", "Three handfuls, two spoons, twenty minutes.", "Breakfast"),
            home("Fold a fitted sheet", "It is possible, and here is how.", "Storage"),
            baking("Upside-down pear cake", "Turn it while it is warm, and do not look back.", "Cakes and tarts"),
            garden("Water while you are away", "A bottle, a nail, and gravity.", "Tools and soil"),
            kitchen("Salt: which, when, how much", "A table for the inside of a cupboard door.", "Kitchen tools"),
            home("Curtains from a tablecloth", "Hemmed on three sides already.", "Small rooms"));
}
