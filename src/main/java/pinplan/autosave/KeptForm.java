package pinplan.autosave;

import java.lang.reflect.Field;
import java.time.ZoneId;
import org.jboss.resteasy.reactive.RestForm;

/**
 * One form of a page, and what is kept of it.
 *
 * @param form which one
 * @param sitting the one that goes on; null: a new one begins
 * @param head what can be brought back, or was; null: nothing
 * @param href where the form is shown with it
 * @param filled what was brought back; null: nothing
 * @param place where its page tells of it
 * @param zone in which it is said when it was kept
 */
public record KeptForm(
        String form, String sitting, Kept.Head head, String href, Filled filled, String place, ZoneId zone) {
    /** Whether nobody is known for whom it could be kept. */
    public boolean unknown() {
        return zone == null;
    }

    public boolean brought() {
        return filled != null;
    }

    /** What was typed into the field; where nothing was brought back, what stands in it at first. */
    public String text(String name, String first) {
        String typed = brought() ? filled.text(name) : null;
        return typed == null ? first : typed;
    }

    /** Of several that exclude each other. */
    public boolean chose(String name, Object value) {
        return brought() && String.valueOf(value).equals(filled.text(name));
    }

    /** Fills in the fields that come with a form. */
    public <T> T into(T typed) {
        if (!brought()) {
            return typed;
        }
        for (Field field : typed.getClass().getFields()) {
            if (field.isAnnotationPresent(RestForm.class)) {
                fill(typed, field, filled.text(field.getName()));
            }
        }
        return typed;
    }

    /** A box that is not ticked sends nothing. */
    private static void fill(Object typed, Field field, String text) {
        if (field.getType() == boolean.class) {
            put(typed, field, text != null);
        } else if (field.getType() == int.class) {
            put(typed, field, text != null && text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : 0);
        } else if (text != null) {
            put(typed, field, text);
        }
    }

    private static void put(Object typed, Field field, Object text) {
        try {
            field.set(typed, text);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
