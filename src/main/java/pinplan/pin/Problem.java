package pinplan.pin;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.web.Errors;

/** A field that needs a look, for the list above the form. */
public record Problem(String field, String label) {
    private static final Map<String, String> LABELS = labels();
    private static final List<String> IN_ORDER = List.copyOf(LABELS.keySet());

    /** @param pictures whether the form holds any */
    static List<Problem> of(Errors errors, boolean pictures) {
        return errors.byField().keySet().stream()
                .filter(field -> !field.isEmpty() && label(field) != null)
                .sorted(Comparator.comparing(field -> place(field, pictures)))
                .map(field -> new Problem(field, label(field)))
                .toList();
    }

    /** Where it stands in the form, so that the list above it reads in the same order. */
    private static int place(String field, boolean pictures) {
        if (field.startsWith("altText")) {
            // Beside their images, which stand above the field that adds some; without any, the one alt text stands
            // below it.
            int media = IN_ORDER.indexOf("media") * 100;
            return pictures ? media - 100 + Integer.parseInt(field.substring(7)) : media + 1;
        }
        return IN_ORDER.indexOf(field) * 100;
    }

    /** The id of the field with this label; null where there is none, or one for each image. */
    static String field(String label) {
        return IN_ORDER.stream()
                .filter(field -> LABELS.get(field).equals(label))
                .findFirst()
                .orElse(null);
    }

    private static String label(String field) {
        return field.matches("altText[0-9]+") ? Picked.label(Integer.parseInt(field.substring(7))) : LABELS.get(field);
    }

    private static Map<String, String> labels() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("title", "Title");
        all.put("description", "Description");
        all.put("link", "Destination link");
        all.put("account", "Account");
        all.put("board", "Board");
        all.put("campaign", "Campaign");
        all.put("publishDate", "Publish date");
        all.put("publishTime", "Publish time");
        all.put("spacingReason", "Why it may be closer");
        all.put("media", "Media");
        all.put("cover", "Cover");
        all.put("coverTime", "Moment");
        all.put(TypedCover.FILE, "Picture of the cover");
        all.put("imageUrl", "Image URL");
        all.put("thumbnailUrl", "Thumbnail URL");
        return all;
    }
}
