package pinplan.pin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import pinplan.media.Media;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** What a form leaves to choose, by the fields beside which it is shown. */
public final class Clashes {
    private final PinForm form;
    private final Workspace workspace;
    private final Map<String, Clash> all = new LinkedHashMap<>();

    private Clashes(PinForm form, Workspace workspace) {
        this.form = form;
        this.workspace = workspace;
    }

    /** Of what the person has seen: what came after it is found when they save. */
    static Clashes of(Pin pin, PinForm form, List<PinEvent> events, Member you) {
        Clashes clashes = new Clashes(form, pin == null ? null : pin.workspace());
        if (pin != null && form != null && form.base != null && form.edition == pin.edition()) {
            Merge merge = Merge.of(form, PinForm.of(pin));
            clashes.read(merge, Meanwhile.who(events, merge.since(), you));
        }
        return clashes;
    }

    private void read(Merge merge, String who) {
        for (Part part : merge.partsInClash()) {
            String label = part.words(merge.version(Pick.YOURS), merge.version(Pick.THEIRS));
            add(part.key, label, who, pick -> part.told(merge.version(pick), workspace), pick -> null);
        }
        if (merge.mediaInClash()) {
            add(Part.MEDIA, "Media", who, pick -> "", pick -> pictures(merge.version(pick).media.shots));
        }
        for (String key : merge.textsInClash()) {
            int place = Math.max(1, form.media.keys().indexOf(key) + 1);
            String label = place == 1 ? "Alt text" : "Alt text, image " + place;
            add(Merge.name(key), label, who, pick -> merge.text(pick, key), pick -> null);
        }
    }

    private void add(
            String name, String label, String who, Function<Pick, String> told, Function<Pick, List<Media>> media) {
        List<Clash.Version> versions = Arrays.stream(Pick.values())
                .map(pick -> new Clash.Version(pick, form.picks.get(name) == pick, told.apply(pick), media.apply(pick)))
                .toList();
        all.put(name, new Clash(name, label, who, versions));
    }

    private List<Media> pictures(List<Long> shots) {
        Map<Long, Media> found = new HashMap<>();
        Media.in(workspace, shots).forEach(media -> found.put(media.id, media));
        return shots.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Null where nothing is to be chosen. */
    public Clash of(String field) {
        return all.get(field);
    }

    /** Of the text for the image in that place. */
    public Clash text(int place) {
        if (place <= form.media.shots.size()) {
            return all.get(Merge.name(form.media.key(place)));
        }
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Merge.name("")))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
