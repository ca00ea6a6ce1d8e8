package pinplan.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pinplan.media.Media;
import pinplan.team.Workspace;

/** What somebody typed into a form that can't be saved any more, as far as the pin says something else: to be copied. */
public record Unsaved(List<Line> lines) {
    public record Line(String key, String label, String told) {}

    static Unsaved of(PinForm typed, Pin pin) {
        PinForm saved = PinForm.of(pin);
        Workspace workspace = pin.workspace();
        List<Line> lines = new ArrayList<>();
        for (Part part : Part.values()) {
            boolean same = part.value.apply(typed).equals(part.value.apply(saved));
            add(lines, part.key, part.words(typed, saved), same, part.told(typed, workspace));
        }
        String pictures = Media.in(workspace, typed.media.shots).stream()
                .map(media -> media.fileName)
                .collect(Collectors.joining(", "));
        add(lines, Part.MEDIA, "Media", typed.media.shots.equals(saved.media.shots), pictures);
        for (int place = 1; place <= Math.max(1, typed.media.shots.size()); place++) {
            String text = typed.media.altText(place);
            boolean same = place <= typed.media.shots.size() && text.equals(saved.media.said(typed.media.key(place)));
            add(lines, "altText" + place, place == 1 ? "Alt text" : "Alt text, image " + place, same, text);
        }
        add(lines, "imageUrl", "Image URL", false, typed.imageUrl);
        add(lines, "thumbnailUrl", "Thumbnail URL", false, typed.thumbnailUrl);
        return lines.isEmpty() ? null : new Unsaved(lines);
    }

    private static void add(List<Line> lines, String key, String label, boolean same, String told) {
        if (!same && !told.isBlank()) {
            lines.add(new Line(key, label, told));
        }
    }
}
