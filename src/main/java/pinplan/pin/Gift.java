package pinplan.pin;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a campaign gave to a form. Until somebody types there, it is as if it said nothing.
 *
 * @param names of the fields
 * @param labels what people call them
 */
public record Gift(Set<String> names, Set<String> labels) {
    public static final Gift NOTHING = new Gift(Set.of(), Set.of());

    static Gift between(PinForm before, PinForm form) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        for (Part part : Part.values()) {
            if (!part.value.apply(form).equals(part.value.apply(before))) {
                names.add(part.key);
                labels.add(part.words(form, before));
            }
        }
        if (!form.account.equals(before.account)) {
            names.add("account");
        }
        form.media.altTexts.forEach((place, text) -> {
            if (!text.equals(Objects.requireNonNullElse(before.media.altTexts.get(place), ""))) {
                names.add("altText" + place);
                labels.add("Alt text");
            }
        });
        return new Gift(names, labels);
    }

    public boolean any() {
        return !names.isEmpty();
    }

    public String fields() {
        return String.join(" ", names);
    }

    public String words() {
        return "From the campaign: " + String.join(", ", labels) + ".";
    }
}
