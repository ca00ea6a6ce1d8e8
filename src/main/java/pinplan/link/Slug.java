package pinplan.link;

import com.ibm.icu.text.Transliterator;

/** A name in small plain letters, digits and hyphens, as reports of visits want it. */
final class Slug {
    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Slug() {}

    /** Empty where nothing of it can be said so. */
    static String of(String name) {
        return PLAIN.transliterate(name)
                .replaceAll("['’ʹʺ]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
