package pinplan.pin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** One pin of those that a form makes, by which {@link Pin#madeWith} knows it when the form is sent again. */
final class Sheet {
    private Sheet() {}

    /**
     * @param form the form's own number; blank: it has none
     * @param asked what tells this one apart: asked otherwise it is another
     * @return null where the form has no number
     */
    static UUID of(String form, Object... asked) {
        String all = Arrays.stream(asked).map(String::valueOf).collect(Collectors.joining("\n", form + "\n", ""));
        return form.isBlank() ? null : UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
