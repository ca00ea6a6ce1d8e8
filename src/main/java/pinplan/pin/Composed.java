package pinplan.pin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The composer's form as it came over the wire: its fields, the files with it, and which button sent it.
 *
 * @param frame taken out of the film in the page, to be its cover; null: none, or something else was chosen
 * @param image to be the film's cover; null: none, or something else was chosen
 */
record Composed(PinForm form, List<FormValue> files, FormValue frame, FormValue image, Button button) {
    /** Far more than a pin takes; only stops abuse. */
    private static final int MOST_SHOTS = 50;

    private static final String BASE = "was-";
    private static final String PICK = "pick-";

    static Composed read(MultipartFormDataInput input) {
        Map<String, List<String>> all = new HashMap<>();
        input.getValues().forEach((name, values) -> all.put(name, words(values)));
        PinForm form = form(all);
        TypedCover before = form.base == null ? TypedCover.NONE : form.base.cover;
        FormValue frame = files(input, "frame").findFirst().orElse(null);
        FormValue image = form.cover.takesFile(before, frame != null)
                ? files(input, "coverFile").findFirst().orElse(null)
                : null;
        if (frame == null && image == null) {
            form.cover = form.cover.meant(before);
        }
        form.template = number(text(all, "template"));
        form.snippet = number(text(all, "snippet"));
        return new Composed(
                form,
                files(input, "media").toList(),
                form.cover.by().equals(TypedCover.TIME) ? frame : null,
                image,
                Button.of(all));
    }

    private static Stream<FormValue> files(MultipartFormDataInput input, String name) {
        return input.getValues().getOrDefault(name, List.of()).stream().filter(Composed::chosen);
    }

    /** Of its fields alone, by their names. */
    static PinForm form(Map<String, List<String>> all) {
        PinForm form = form(all, "");
        form.sheet = sheet(text(all, "sheet"));
        form.status = text(all, "status");
        form.base = all.containsKey(BASE + "edition") ? form(all, BASE) : null;
        form.saysOnlyItsOwn();
        all.keySet().stream()
                .filter(name -> name.startsWith(PICK))
                .forEach(name -> form.pick(name.substring(PICK.length()), Pick.of(text(all, name))));
        return form;
    }

    /** @param prefix of what is typed, or of what it began with */
    private static PinForm form(Map<String, List<String>> all, String prefix) {
        PinForm form = new PinForm();
        form.title = text(all, prefix + "title").strip();
        form.description = text(all, prefix + "description").replace("\r\n", "\n");
        form.link = text(all, prefix + "link").strip();
        form.account = text(all, prefix + "account");
        form.board = text(all, prefix + "board");
        form.campaign = text(all, prefix + "campaign");
        form.publishDate = text(all, prefix + "publishDate");
        form.publishTime = text(all, prefix + "publishTime");
        form.imageUrl = text(all, prefix + "imageUrl").strip();
        form.thumbnailUrl = text(all, prefix + "thumbnailUrl").strip();
        form.imagePlace = text(all, prefix + "imagePlace");
        form.spacingReason = all.containsKey(prefix + "spacingReason")
                ? text(all, prefix + "spacingReason").replace("\r\n", "\n").strip()
                : null;
        form.cover = new TypedCover(
                text(all, prefix + "coverBy"),
                text(all, prefix + "coverTime").strip(),
                text(all, prefix + "coverFrame"),
                text(all, prefix + "coverImage"));
        form.edition = (int) number(text(all, prefix + "edition"));
        all.getOrDefault(prefix + "shot", List.of()).stream()
                .limit(MOST_SHOTS)
                .map(Composed::number)
                .forEach(form.media.shots::add);
        for (int place = 1; place <= Math.max(1, form.media.shots.size()); place++) {
            form.media.altTexts.put(place, text(all, prefix + "altText" + place).replace("\r\n", "\n"));
        }
        return form;
    }

    private static List<String> words(Collection<FormValue> values) {
        return values.stream()
                .filter(value -> !file(value) && value.getValue() != null)
                .map(FormValue::getValue)
                .toList();
    }

    static String text(Map<String, List<String>> all, String name) {
        return all.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static boolean file(FormValue value) {
        return value.isFileItem() || value.getFileName() != null;
    }

    /** A file field that nobody touched sends one empty file without a name. */
    private static boolean chosen(FormValue value) {
        try {
            return value.isFileItem()
                    && (value.getFileItem().getFileSize() > 0
                            || value.getFileName() != null
                                    && !value.getFileName().isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID sheet(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What is no number matches nothing. */
    static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
