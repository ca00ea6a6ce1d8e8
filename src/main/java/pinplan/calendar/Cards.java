package pinplan.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;

/**
 * {chip.card}: a chip as a page has it. A month has a hundred of them, most of which stood on the page before too, and to write
 * them was half of a page's time. So what is written is kept for when the same is to be said again: a chip is all that its card
 * depends on, also of who looks, and another title, status or clock is another chip.
 */
@TemplateExtension
final class Cards {
    /** In bytes; six thousand cards or more. */
    private static final int KEPT = 16_000_000;
    /** Of one, beside what is written: the chip that it is found by. */
    private static final int CHIP = 800;

    private static final Cache<Chip, RawString> WRITTEN = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Chip chip, RawString card) -> CHIP + card.getValue().length() * Character.BYTES)
            .build();

    private Cards() {}

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance card(Chip chip);
    }

    static RawString card(Chip chip) {
        return WRITTEN.get(
                chip, unknown -> new RawString(Templates.card(unknown).render()));
    }
}
