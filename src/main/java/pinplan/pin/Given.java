package pinplan.pin;

import java.util.List;
import java.util.stream.Collectors;

/** What a campaign gave to a form. Until somebody types there, it is as if it said nothing. */
public record Given(List<Part> parts) {
    public static final Given NOTHING = new Given(List.of());

    public boolean any() {
        return !parts.isEmpty();
    }

    /** The names of its fields. */
    public String fields() {
        return parts.stream().map(part -> part.key).collect(Collectors.joining(" "));
    }

    public String words() {
        return parts.stream().map(part -> part.words).collect(Collectors.joining(", ", "From the campaign: ", "."));
    }
}
