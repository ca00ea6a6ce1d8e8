package pinplan.change;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import pinplan.media.Media;
import pinplan.media.Thumbnails;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;

/**
 * What would become of one pin.
 *
 * @param refusal why nothing would, or null
 * @param warnings what it would go on with all the same
 * @param ships null where nobody agrees to it
 * @param seen what is shown of it, for the form
 */
public record Effect(
        long id,
        String name,
        String board,
        String link,
        String thumb,
        PinStatus status,
        String before,
        String after,
        PinStatus then,
        String refusal,
        List<String> warnings,
        Ships ships,
        AsShown seen) {
    /** Twice the width that is shown, for dense screens. */
    private static final int THUMB = 112;

    private static final int FEW = 10;

    /** How many of them would be done. */
    @TemplateExtension
    static int able(List<Effect> effects) {
        return (int) effects.stream().filter(effect -> effect.refusal() == null).count();
    }

    /** Whether all that is said of each can stand open. */
    @TemplateExtension
    static boolean few(List<Effect> effects) {
        return effects.size() <= FEW;
    }

    /** How many of those would go on with something that is better seen before. */
    @TemplateExtension
    static int warned(List<Effect> effects) {
        return (int) effects.stream()
                .filter(effect -> effect.refusal() == null && !effect.warnings().isEmpty())
                .count();
    }

    /** All can be done. 3 can be done, 1 can't and would stay as it is. Then how many to look at. */
    @TemplateExtension
    static String forecast(List<Effect> effects) {
        int warned = warned(effects);
        if (warned == 0) {
            return possible(effects);
        }
        return effects.size() == 1
                ? "It can be done, with something to look at."
                : "%s %d of them %s something to look at."
                        .formatted(possible(effects), warned, warned == 1 ? "has" : "have");
    }

    private static String possible(List<Effect> effects) {
        int able = able(effects);
        int unable = effects.size() - able;
        if (unable == 0) {
            return able == 1 ? "It can be done." : "All can be done.";
        }
        return able == 0
                ? "None of it can be done."
                : "%d can be done, %d can't and would stay as %s."
                        .formatted(able, unable, unable == 1 ? "it is" : "they are");
    }

    /** As it stands, before anything was tried. */
    static Effect on(Pin pin, Action action, Instant now) {
        return on(pin, action, List.of(), now);
    }

    static Effect on(Pin pin, Action action, List<String> warnings, Instant now) {
        return new Effect(
                pin.id,
                pin.name(),
                pin.board() == null ? "No board" : pin.board().name,
                pin.link(),
                thumb(pin),
                pin.status(),
                action.shown(pin, now),
                "",
                pin.status(),
                null,
                warnings,
                action.agrees() ? Ships.of(pin) : null,
                AsShown.of(pin));
    }

    private static String thumb(Pin pin) {
        if (pin.shots().isEmpty()) {
            return null;
        }
        Media first = pin.shots().get(0).face();
        return Thumbnails.url(first.id, first.sha256, THUMB);
    }

    Effect became(Pin pin, Action action, Instant now) {
        return new Effect(
                id,
                name,
                board,
                link,
                thumb,
                status,
                before,
                action.shown(pin, now),
                pin.status(),
                null,
                warnings,
                action.agrees() ? Ships.of(pin) : null,
                action.agrees() ? seen.shipping(pin) : seen);
    }

    Effect refused(String why) {
        return new Effect(id, name, board, link, thumb, status, before, "", status, why, List.of(), ships, seen);
    }

    public boolean statusChanges() {
        return status != then;
    }
}
