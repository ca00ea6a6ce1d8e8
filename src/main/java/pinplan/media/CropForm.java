package pinplan.media;

import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** Which part of a picture somebody wants as one of its own, and what is wrong with that. */
public class CropForm {
    static final int SMALLEST = 10;

    @RestForm
    public String shape = Shape.PORTRAIT.name();

    @RestForm
    public String size = "100";

    @RestForm
    public String across = "50";

    @RestForm
    public String down = "50";

    public final Errors errors = new Errors();

    Shape shape() {
        Shape chosen = Shape.of(shape).orElse(null);
        if (chosen == null) {
            errors.add("shape", "Choose a shape.");
            shape = Shape.PORTRAIT.name();
        }
        return chosen;
    }

    Place place() {
        return new Place(
                Typed.line("size", size, errors).number(SMALLEST, 100),
                Typed.line("across", across, errors).number(0, 100),
                Typed.line("down", down, errors).number(0, 100));
    }
}
