package pinplan.pin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Three states of a pin, part by part: as a form was opened, as it was typed, and as others have saved it meanwhile. */
final class Merge {
    private final PinForm before;
    private final PinForm yours;
    private final PinForm theirs;
    private final Map<Part, Outcome> parts = new EnumMap<>(Part.class);
    private final Outcome media;
    /** Of images that both show: a text goes with its image, wherever that stands. */
    private final Map<String, Outcome> texts = new LinkedHashMap<>();

    private Merge(PinForm before, PinForm yours, PinForm theirs) {
        this.before = before;
        this.yours = yours;
        this.theirs = theirs;
        for (Part part : Part.values()) {
            parts.put(part, Outcome.of(part.value.apply(before), part.value.apply(yours), part.value.apply(theirs)));
        }
        media = media();
        for (String key : theirs.media.keys()) {
            String said = said(yours, key);
            if (said != null) {
                texts.put(key, Outcome.of(orNothing(said(before, key)), said, theirs.media.said(key)));
            }
        }
    }

    static Merge of(PinForm typed, PinForm saved) {
        return new Merge(begun(typed, saved), typed.copy(), saved);
    }

    /** Where nobody says what it began with, everything that differs is a clash, unless nobody else came in between. */
    private static PinForm begun(PinForm typed, PinForm saved) {
        if (typed.base != null) {
            return typed.base;
        }
        PinForm unknown = typed.edition == saved.edition ? saved.copy() : new PinForm();
        unknown.edition = typed.edition;
        return unknown;
    }

    private Outcome media() {
        Outcome outcome = Outcome.of(before.media.shots, yours.media.shots, theirs.media.shots);
        boolean losesText = outcome == Outcome.YOURS && rewordsWhatIsGone(theirs, yours)
                || outcome == Outcome.THEIRS && rewordsWhatIsGone(yours, theirs);
        return losesText ? Outcome.CLASH : outcome;
    }

    /** Whether one of them gave another text to an image that the other took away. */
    private boolean rewordsWhatIsGone(PinForm one, PinForm other) {
        return one.media.keys().stream()
                .filter(key -> other.media.said(key) == null && before.media.said(key) != null)
                .anyMatch(key -> !one.media.said(key).equals(before.media.said(key)));
    }

    /** The one text that can be typed before there is any image is meant for the first. */
    private String said(PinForm form, String key) {
        boolean first =
                form.media.shots.isEmpty() && !form.media.altText(1).isBlank() && key.equals(theirs.media.key(1));
        return first ? form.media.altText(1) : form.media.said(key);
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    static String name(String key) {
        return "alt-" + key;
    }

    PinForm version(Pick pick) {
        return switch (pick) {
            case YOURS -> yours;
            case THEIRS -> theirs;
            case BEFORE -> before;
        };
    }

    String text(Pick pick, String key) {
        return orNothing(said(version(pick), key));
    }

    /** The edition that it began with. */
    int since() {
        return before.edition;
    }

    List<Part> partsInClash() {
        return parts.keySet().stream()
                .filter(part -> parts.get(part) == Outcome.CLASH)
                .toList();
    }

    boolean mediaInClash() {
        return media == Outcome.CLASH;
    }

    List<String> textsInClash() {
        return texts.keySet().stream()
                .filter(key -> texts.get(key) == Outcome.CLASH)
                .toList();
    }

    /** What has to be chosen, by the names under which it is. */
    Set<String> clashes() {
        Set<String> all = new LinkedHashSet<>();
        partsInClash().forEach(part -> all.add(part.key));
        if (mediaInClash()) {
            all.add(Part.MEDIA);
        }
        textsInClash().forEach(key -> all.add(name(key)));
        return all;
    }

    /** In words, what only others changed. */
    List<String> taken() {
        Set<String> all = new LinkedHashSet<>();
        parts.forEach((part, outcome) -> {
            if (outcome == Outcome.THEIRS) {
                all.add(part.words(before, theirs));
            }
        });
        if (media == Outcome.THEIRS) {
            all.add("Media");
        }
        if (texts.containsValue(Outcome.THEIRS)) {
            all.add("Alt text");
        }
        return new ArrayList<>(all);
    }

    /** Puts into the form what only others changed, and what was chosen once everything is. Whether nothing is left to choose. */
    boolean into(PinForm form) {
        boolean settled = form.picks.keySet().containsAll(clashes());
        Map<String, Pick> picks = settled ? Map.copyOf(form.picks) : Map.of();
        parts.forEach((part, outcome) -> {
            if (outcome == Outcome.THEIRS) {
                part.take.accept(form, theirs);
            } else if (outcome == Outcome.CLASH && settled) {
                part.take.accept(form, version(picks.get(part.key)));
            }
        });
        form.media.show(shots(picks.get(Part.MEDIA)), key -> text(key, picks.get(name(key))));
        form.edition = theirs.edition;
        form.status = theirs.status;
        form.base = settled ? theirs.copy() : whatIsLeft();
        form.saysOnlyItsOwn();
        return settled;
    }

    private List<Long> shots(Pick pick) {
        return switch (media) {
            case THEIRS -> theirs.media.shots;
            case CLASH -> version(pick == null ? Pick.YOURS : pick).media.shots;
            default -> yours.media.shots;
        };
    }

    private String text(String key, Pick pick) {
        Outcome outcome = texts.get(key);
        if (outcome == Outcome.CLASH && pick != null) {
            return text(pick, key);
        }
        if (outcome == Outcome.THEIRS) {
            return theirs.media.said(key);
        }
        String typed = said(yours, key);
        String saved = theirs.media.said(key);
        return typed != null ? typed : saved != null ? saved : orNothing(before.media.said(key));
    }

    /** The base of a form in which something is still to be chosen: there it began as before, elsewhere with what is saved. */
    private PinForm whatIsLeft() {
        PinForm left = theirs.copy();
        left.edition = before.edition;
        partsInClash().forEach(part -> part.take.accept(left, before));
        left.media.show(mediaInClash() ? before.media.shots : theirs.media.shots, key -> {
            Outcome outcome = texts.get(key);
            boolean open = outcome == Outcome.CLASH || outcome == null && mediaInClash();
            return open ? orNothing(before.media.said(key)) : theirs.media.said(key);
        });
        return left;
    }
}
