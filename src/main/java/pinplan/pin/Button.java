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
 * The button that sent the composer's form.
 *
 * @param action as it names itself, such as {@code later-2}
 * @param taking what is taken over from the page behind the link; null: nothing
 */
record Button(Does does, String action, Taking taking) {
    enum Does {
        SUBMIT("submit"),
        /** The page behind the link is asked for what it says; nothing is saved. */
        LOOK("look"),
        /** One of the library is added. This, as all that follow, only changes what stands in the form. */
        CHOOSE("add-[0-9]{1,18}"),
        ARRANGE("(earlier|later|remove)-[0-9]{1,2}|move-[0-9]{1,2}-[0-9]{1,2}"),
        BEGIN("begin"),
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
            case BEGIN -> begin(form, workspace, errors);
            case FILL, INSERT -> word(form, workspace, errors);
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

    private void begin(PinForm form, Workspace workspace, Errors errors) {
        form.given = Begun.fill(form, workspace);
        if (!form.given.any()) {
            errors.add(
                    "campaign",
                    form.campaign.isBlank()
                            ? "Choose a campaign first."
                            : "It gives nothing to what is still empty here.");
        }
        new Wording(form, workspace).look(errors);
    }

    private void word(PinForm form, Workspace workspace, Errors errors) {
        Wording wording = new Wording(form, workspace);
        try {
            if (does == Does.INSERT) {
                wording.add(Snippet.in(workspace, form.snippet), after("add-"));
            } else {
                wording.fill(Template.in(workspace, form.template), action.equals("replace"));
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
