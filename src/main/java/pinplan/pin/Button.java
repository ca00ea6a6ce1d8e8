package pinplan.pin;

import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.words.Snippet;
import pinplan.words.Template;

/**
 * The button that sent the composer's form, with what was chosen beside it.
 *
 * @param action as it names itself, such as {@code later-2}
 * @param taking what is taken over from the page behind the link; null: nothing
 */
record Button(Does does, String action, long template, long snippet, Taking taking) {
    enum Does {
        SUBMIT("submit"),
        /** The page behind the link is asked for what it says; nothing is saved. */
        LOOK("look"),
        /** One of the library is added. This, as all that follow, only changes what stands in the form. */
        CHOOSE("add-[0-9]{1,18}"),
        ARRANGE("(earlier|later|remove)-[0-9]{1,2}|move-[0-9]{1,2}-[0-9]{1,2}"),
        FILL("fill|replace"),
        INSERT("add-(title|description|altText[0-9]{1,2})"),
        SAVE(".*");

        private final String actions;

        Does(String actions) {
            this.actions = actions;
        }
    }

    static Button of(Map<String, List<String>> all) {
        String action = Composed.text(all, "action");
        Taking taking = Taking.of(all);
        return new Button(
                Arrays.stream(Does.values())
                        .filter(does -> taking == null ? action.matches(does.actions) : does == Does.LOOK)
                        .findFirst()
                        .orElse(Does.SAVE),
                action,
                Composed.number(Composed.text(all, "template")),
                Composed.number(Composed.text(all, "snippet")),
                taking);
    }

    boolean submits() {
        return does == Does.SUBMIT;
    }

    boolean looks() {
        return does == Does.LOOK;
    }

    /** The media of the library that it stands for; null: it is another button. */
    Long chosen() {
        return does == Does.CHOOSE ? Long.valueOf(after("add-")) : null;
    }

    /** Changes what stands in the form, where it does so; what is not there any more is said in the errors. */
    boolean changes(PinForm form, Workspace workspace, Errors errors) {
        switch (does) {
            case CHOOSE -> form.choosing = true;
            case ARRANGE -> arrange(form);
            case FILL, INSERT -> word(new Wording(form, workspace), errors);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arrange(PinForm form) {
        String[] words = action.split("-");
        int place = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "earlier" -> form.move(place, place - 1);
            case "later" -> form.move(place, place + 1);
            case "move" -> form.move(place, Integer.parseInt(words[2]));
            default -> form.remove(place);
        }
    }

    private void word(Wording wording, Errors errors) {
        try {
            if (does == Does.INSERT) {
                wording.add(Snippet.in(wording.workspace(), snippet), after("add-"));
            } else {
                wording.fill(Template.in(wording.workspace(), template), action.equals("replace"));
            }
        } catch (NotFoundException gone) {
            errors.add("", "Choose one of these words first: there is none like that.");
        }
        wording.look(errors);
    }

    private String after(String verb) {
        return action.substring(verb.length());
    }
}
